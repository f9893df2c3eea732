// `npm run measure:loss-chapters`: runs of the GAN widget's own loop that the chapters on losses and on energies quote or
// draw and no preset shows. Writes chapter-runs.json and landscapes.json in src/components/figures/gan-energies and
// clip-runs.json in figures/gan-losses. About ten minutes on one core; after `--` the names of files to make again.
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { createServer } from 'vite';

const FIGURES = 'src/components/figures';
const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '~': `${process.cwd()}/src` } },
});
const load = (path: string) => server.ssrLoadModule(path);
const { runOnce } = (await load(
  '/src/components/widgets/gan-2d/gan-2d.measure.ts',
)) as typeof import('../src/components/widgets/gan-2d/gan-2d.measure.ts');
const { clipSettings, energySettings } = (await load(
  `/${FIGURES}/gan-energies/chapter-runs.ts`,
)) as typeof import('../src/components/figures/gan-energies/chapter-runs.ts');
const { reportLandscapes } = (await load(
  `/${FIGURES}/gan-energies/landscapes.ts`,
)) as typeof import('../src/components/figures/gan-energies/landscapes.ts');

async function measure(settings: Readonly<Record<string, Parameters<typeof runOnce>[1]>>) {
  const rows = [];
  for (const [row, params] of Object.entries(settings)) {
    const runs = [];
    for (const each of SEEDS) {
      const { seed, modes, close, firstAll, js, w1, pull, travel, energy } = await runOnce(each, params);
      runs.push({ seed, modes, close, firstAll, js, w1, pull, travel, ...(energy && { off: energy.off }) });
    }
    process.stderr.write(`${row}: ${JSON.stringify(runs)}\n`);
    rows.push({ row, steps: params.steps, runs });
  }
  return { command: 'npm run measure:loss-chapters', executor: 'wasm', rows };
}

const files: Readonly<Record<string, () => Promise<object>>> = {
  'gan-energies/landscapes.json': reportLandscapes,
  'gan-energies/chapter-runs.json': () => measure(energySettings),
  'gan-losses/clip-runs.json': () => measure(clipSettings),
};

try {
  const asked = process.argv.slice(2);
  const strange = asked.filter((name) => !Object.hasOwn(files, name));
  if (strange.length > 0)
    throw new RangeError(
      `measure:loss-chapters: expected ${Object.keys(files).join(' | ')}, found ${strange.join(', ')}`,
    );
  for (const [name, make] of Object.entries(files)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const text = JSON.stringify(await make());
    writeFileSync(`${FIGURES}/${name}`, await format(text, { parser: 'json', printWidth: 110 }));
  }
} finally {
  await server.close();
}
