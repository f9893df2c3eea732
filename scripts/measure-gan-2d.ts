// `npm run measure:gan-2d`: runs the widget's own loop over seeds and presets on the wasm executor and writes what the
// chapters' tables print (src/components/widgets/gan-2d/runs.json). About forty minutes on one core; name presets after
// `--` to measure only those again.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const FILE = 'src/components/widgets/gan-2d/runs.json';
const HOME = '/src/components/widgets/gan-2d';
const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);
const STEPS = 4000;

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '~': `${process.cwd()}/src` } },
});
try {
  const { EVERY, runSeeds } = (await server.ssrLoadModule(
    `${HOME}/gan-2d.measure.ts`,
  )) as typeof import('../src/components/widgets/gan-2d/gan-2d.measure.ts');
  const { RUN_TABLES } = (await server.ssrLoadModule(
    `${HOME}/summarise-runs.ts`,
  )) as typeof import('../src/components/widgets/gan-2d/summarise-runs.ts');
  const all = [...new Set(Object.values(RUN_TABLES).flat())];
  const asked = process.argv.slice(2);
  const strange = asked.filter((name) => !all.some((preset) => preset === name));
  if (strange.length > 0)
    throw new RangeError(`measure:gan-2d: expected ${all.join(' | ')}, found ${strange.join(', ')}`);
  const known = JSON.parse(readFileSync(FILE, 'utf8')) as { presets: { preset: string }[] };
  const presets = [];
  for (const preset of all) {
    const before = known.presets.find((row) => row.preset === preset);
    const row = asked.length === 0 || asked.includes(preset) ? await runSeeds(preset, SEEDS, STEPS) : before;
    if (!row) throw new Error(`measure:gan-2d: ${preset} was never measured; name it too`);
    presets.push(row);
    if (row !== before) process.stderr.write(`${preset}: ${JSON.stringify(row)}\n`);
  }
  const report = {
    command: 'npm run measure:gan-2d',
    executor: 'wasm',
    seeds: SEEDS,
    steps: STEPS,
    every: EVERY,
    presets,
  };
  writeFileSync(FILE, `${JSON.stringify(report, undefined, 2)}\n`);
} finally {
  await server.close();
}
