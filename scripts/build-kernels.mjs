// Compiles the AssemblyScript kernels to src/runtime/executors/wasm/kernels.wasm when their source, this script or the
// compiler changed. `node scripts/build-kernels.mjs [--force] [--text]`; --text also writes kernels.wat for reading.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'src/runtime/executors/wasm');
const stamp = join(root, 'node_modules/.cache/kernels/stamp');
const output = join(folder, 'kernels.wasm');
const ENTRY = 'kernels/interpreter.ts';
// -O2, not -O3: there Binaryen folds the inlined loops of one switch into a single one that decides for each element
// which operation it is, a hundred times slower.
const OPTIONS = ['--enable', 'simd', '-O2', '--runtime', 'stub', '--use', 'abort='];

const sources = [
  'opcodes.ts',
  ...readdirSync(join(folder, 'kernels')).flatMap((name) =>
    name.endsWith('.ts') ? [`kernels/${name}`] : [],
  ),
];
const require = createRequire(import.meta.url);
const { version } = require('assemblyscript/package.json');

/** What the output depends on, as one hash. */
function fingerprint() {
  const hash = createHash('sha256')
    .update(version)
    .update(readFileSync(fileURLToPath(import.meta.url)));
  for (const name of sources.sort()) hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/**
 * AssemblyScript allows `@inline function`, which is no TypeScript, so formatters and editors stumble over it. Our
 * source says it in a comment, and the compiler is shown the decorator.
 */
function readSource(name, base) {
  const path = resolve(base, name);
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8').replaceAll('/* @inline */', '@inline      ');
}

async function compile() {
  const { default: asc } = await import('assemblyscript/asc');
  const wanted = [ENTRY, ...OPTIONS, '--outFile', 'kernels.wasm', '--baseDir', folder];
  if (process.argv.includes('--text')) wanted.push('--textFile', 'kernels.wat');
  const { error, stderr } = await asc.main(wanted, {
    readFile: readSource,
    writeFile: (name, contents) => {
      writeFileSync(join(folder, name), contents);
    },
  });
  if (error) throw new Error(`The kernels do not compile: ${error.message}\n${stderr.toString()}`);
}

/** Names the sources and what they were compiled to: copies of this repository may share node_modules, and so the stamp. */
function currentStamp() {
  const compiled = existsSync(output) ? readFileSync(output) : '';
  return `${fingerprint()} ${createHash('sha256').update(compiled).digest('hex')}`;
}

const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
if (known !== currentStamp() || process.argv.includes('--force')) {
  await compile();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, currentStamp());
  console.log(`kernels.wasm: ${readFileSync(output).length} bytes from ${sources.length} files`);
}
