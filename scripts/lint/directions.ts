import { dirname, posix, relative, resolve } from 'node:path';
import type { Rule } from 'eslint';

/** What files of one part of `src/` may import from other parts. A part may always import itself and `schemas`. */
interface Part {
  /** Matches a path relative to `src/`. The first part that matches is the one that counts. */
  readonly files: RegExp;
  readonly name: string;
  /** Paths relative to `src/` that may be imported. */
  readonly may: RegExp;
}

const PARTS: readonly Part[] = [
  { name: 'schemas', files: /^schemas\//, may: /^schemas\// },
  { name: 'autodiff', files: /^autodiff\//, may: /^(autodiff|schemas)\// },
  { name: 'methods', files: /^methods\//, may: /^(methods|autodiff|schemas)\// },
  { name: 'review', files: /^review\//, may: /^(review|schemas)\// },
  // The runtime seeds a run's generator, and an executor applies the optimisers' rules.
  // Programs of the methods on which executors are compared and measured.
  {
    name: 'parity',
    files: /^runtime\/executors\/(parity|.*-programs)\.ts$/,
    may: /^(runtime|autodiff|schemas|methods)\//,
  },
  { name: 'runtime', files: /^runtime\//, may: /^(runtime|autodiff|schemas|methods\/(rng|optimizers))\// },
  {
    name: 'loops',
    files: /^components\/.*\.loop\.ts$/,
    may: /^(autodiff|methods|runtime|schemas|components)\/(?!.*\.(svelte|astro)$)/,
  },
  {
    name: 'workers',
    files: /^components\/.*\.worker\.ts$/,
    may: /^(autodiff|methods|runtime|schemas|components)\/(?!.*\.(svelte|astro|text|text\.ts)$)/,
  },
  { name: 'components', files: /^components\//, may: /^(?!pages\/|content\/docs\/)/ },
];

/** Packages with one home: everything else reaches them through it. */
const PACKAGES: readonly { readonly name: RegExp; readonly home: RegExp; readonly where: string }[] = [
  { name: /^@tensorflow\//, home: /^runtime\//, where: 'src/runtime' },
  { name: /^onnxruntime-(web|common)/, home: /^runtime\//, where: 'src/runtime' },
  { name: /^ts-fsrs$/, home: /^review\/scheduler\.ts$/, where: 'src/review/scheduler.ts' },
];

const isTest = (file: string): boolean => file.endsWith('.test.ts');
const WIDGET = /^components\/widgets\/([^/]+)\//;

/** The imported path relative to `src/`, or undefined when it lies outside (a package, a file of the root). */
function pathInSrc(specifier: string, file: string, src: string): string | undefined {
  const path = specifier.split('?')[0] ?? specifier;
  const target = path.startsWith('~/')
    ? resolve(src, path.slice(2))
    : path.startsWith('.')
      ? resolve(dirname(file), path)
      : undefined;
  if (target === undefined) return undefined;
  const inside = relative(src, target).replaceAll('\\', posix.sep);
  return inside.startsWith('..') ? undefined : inside;
}

/** The sentence that forbids an import, or undefined when it is allowed. `from` is relative to `src/`. */
export function judgeImport(from: string, specifier: string, src = '/src'): string | undefined {
  const target = pathInSrc(specifier, resolve(src, from), src);
  if (target === undefined) return judgePackage(from, specifier);
  const ours = WIDGET.exec(from)?.[1];
  const theirs = WIDGET.exec(`${target}/`)?.[1];
  if (
    ours !== undefined &&
    theirs !== undefined &&
    theirs !== ours &&
    theirs !== 'shared' &&
    ours !== 'shared'
  )
    return `a widget may not import another widget ("${theirs}"): move what both need to components/widgets/shared`;
  const part = PARTS.find(({ files }) => files.test(from));
  if (part === undefined || isTest(from) || part.may.test(target)) return undefined;
  return `${part.name} may not import "${target}" (directions of imports: DESIGN, section 3)`;
}

function judgePackage(from: string, specifier: string): string | undefined {
  if (isTest(from)) return undefined;
  const found = PACKAGES.find(({ name, home }) => name.test(specifier) && !home.test(from));
  return found && `"${specifier}" is imported in ${found.where} only`;
}

/** ESLint rule: every import, export-from and dynamic import of `src/` follows the table above. */
export const importDirection: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports follow the directions of the design' } },
  create(context) {
    const src = resolve(context.cwd, 'src');
    const from = relative(src, context.filename).replaceAll('\\', posix.sep);
    if (from.startsWith('..')) return {};
    const judge = (node: Rule.Node, source: unknown): void => {
      if (typeof source !== 'string') return;
      const message = judgeImport(from, source, src);
      if (message !== undefined) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => judge(node, node.source.value),
      ExportNamedDeclaration: (node) => judge(node, node.source?.value),
      ExportAllDeclaration: (node) => judge(node, node.source.value),
      ImportExpression: (node) => judge(node, node.source.type === 'Literal' ? node.source.value : undefined),
    };
  },
};
