// `npm run measure:are-gans-equal`: makes the trials that the figure shows before Run, by the figure's own loop on the wasm
// executor, and writes src/components/widgets/are-gans-equal/runs.json. About twelve minutes on one core; a number after
// `--` makes only so many trials and prints them without writing.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { createServer } from 'vite';

const HOME = 'src/components/widgets/are-gans-equal';
const SEED = 1;
const TRIALS = 600;

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '~': `${process.cwd()}/src` } },
});
try {
  const { recordTrials } = (await server.ssrLoadModule(
    `/${HOME}/are-gans-equal.measure.ts`,
  )) as typeof import('../src/components/widgets/are-gans-equal/are-gans-equal.measure.ts');
  const asked = Number(process.argv[2] ?? TRIALS);
  const begin = performance.now();
  const record = await recordTrials(SEED, asked, (trial) => {
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    process.stderr.write(
      `${seconds} s  ${trial.index} ${trial.loss} ${trial.w1} ${trial.covered} ${JSON.stringify(trial.drawn)}\n`,
    );
  });
  const report = { command: 'npm run measure:are-gans-equal', executor: 'wasm', ...record };
  if (process.argv[2] === undefined) {
    const file = `${HOME}/runs.json`;
    const layout = { ...(await resolveConfig(file)), filepath: file };
    writeFileSync(file, await format(JSON.stringify(report), layout));
  }
} finally {
  await server.close();
}
