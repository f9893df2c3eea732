/** A function as it stands in its file: doc comment and body. */
export interface FunctionSource {
  readonly code: string;
  readonly file: string;
  /** Line of the declaration, from 1. */
  readonly line: number;
}

/** Path → text of every file of the methods. */
export const methodFiles: Readonly<Record<string, string>> = import.meta.glob<string>('/src/methods/*/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const EXPORTED = /^export (?:async )?(?:function\*?|const) (\w+)/gm;

/** Text that runs, not tests of it. */
function isSource(path: string): boolean {
  return !/\.(?:test|bench)\.ts$/.test(path);
}

/** First line of the doc comment that ends right above `line`, or `line` itself. */
function findDocStart(lines: readonly string[], line: number): number {
  if (!lines[line - 1]?.trimEnd().endsWith('*/')) return line;
  for (let at = line - 1; at >= 0; at -= 1) if (lines[at]?.startsWith('/**')) return at;
  return line;
}

/** The line that closes a declaration which begins on line `start`, or -1. */
function findEnd(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  if (!first.includes(' const ')) return lines.findIndex((line, index) => index > start && line === '}');
  if (first.endsWith(';')) return start;
  const end = first.endsWith('{') ? /^\}.*;$/ : /;$/;
  return lines.findIndex((line, index) => index > start && end.test(line));
}

/**
 * Cuts an exported function, with its doc comment, out of a source file. Prettier's layout is relied on: a function
 * ends at the next line that is `}` alone, a constant at the semicolon that closes it.
 * @returns undefined when the file exports no such function
 */
export function extractFunction(source: string, name: string): { code: string; line: number } | undefined {
  const lines = source.split('\n');
  const declaration = new RegExp(`^export (?:async )?(?:function\\*? ${name}\\b|const ${name}\\b)`);
  const start = lines.findIndex((line) => declaration.test(line));
  const end = start < 0 ? -1 : findEnd(lines, start);
  if (end < 0) return undefined;
  return { code: lines.slice(findDocStart(lines, start), end + 1).join('\n'), line: start + 1 };
}

/**
 * Looks an exported function up in the files of one method.
 * @param files path → text of `src/methods/<method>/*.ts`
 * @throws when no file of the method exports it; the message lists what they do export
 */
export function findFunction(
  files: Readonly<Record<string, string>>,
  method: string,
  fn: string,
): FunctionSource {
  const own = Object.entries(files).filter(
    ([path]) => path.includes(`/methods/${method}/`) && isSource(path),
  );
  if (own.length === 0) throw new Error(`<MethodSource>: there is no method "${method}" in src/methods`);
  for (const [path, source] of own) {
    const found = extractFunction(source, fn);
    if (found) return { ...found, file: shorten(path) };
  }
  const exported = own.flatMap(([, source]) => [...source.matchAll(EXPORTED)].map((match) => match[1]));
  throw new Error(
    `<MethodSource>: src/methods/${method} exports no "${fn}"; it exports ${exported.join(', ')}`,
  );
}

function shorten(path: string): string {
  return path.replace(/^.*\/(?=src\/)|^\//, '');
}

/** Folders of `src/methods`. */
export const methodNames: readonly string[] = [
  ...new Set(Object.keys(methodFiles).map((path) => path.replace(/^.*\/methods\/|\/[^/]*$/g, ''))),
];

/** Every exported function and constant of one method, file by file. */
export function listFunctions(method: string): (FunctionSource & { readonly name: string })[] {
  return Object.entries(methodFiles)
    .filter(([path]) => path.includes(`/methods/${method}/`) && isSource(path))
    .flatMap(([path, source]) =>
      [...source.matchAll(EXPORTED)].flatMap(([, name = '']) => {
        const found = extractFunction(source, name);
        return found ? [{ ...found, name, file: shorten(path) }] : [];
      }),
    );
}
