// `npm run measure:gan-2d`: runs the widget's own loop over seeds and presets on the wasm executor and writes what the
// chapter's table prints (src/components/widgets/gan-2d/runs.json). About ten minutes on one core.
import { writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const FILE = 'src/components/widgets/gan-2d/runs.json';
const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);
const STEPS = 4000;
const PRESETS = ['ring', 'nonSaturating', 'wasserstein', 'vanishing', 'cured', 'diverging'] as const;

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '~': `${process.cwd()}/src` } },
});
try {
  const { EVERY, runSeeds } = (await server.ssrLoadModule(
    '/src/components/widgets/gan-2d/gan-2d.measure.ts',
  )) as typeof import('../src/components/widgets/gan-2d/gan-2d.measure.ts');
  const presets = [];
  for (const preset of PRESETS) {
    const row = await runSeeds(preset, SEEDS, STEPS);
    presets.push(row);
    process.stderr.write(`${preset}: ${JSON.stringify(row)}\n`);
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
