// `npm run measure:gan-2d`: runs the widget's own loop over seeds and presets on the wasm executor and writes what the
// chapters' tables print (src/components/widgets/gan-2d/runs.json). About forty minutes on one core; name presets after
// `--` to measure only those again and keep the others.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
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
    if (row) presets.push(row);
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
  const text = JSON.stringify(report);
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }));
} finally {
  await server.close();
}
