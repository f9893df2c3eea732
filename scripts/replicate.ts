// `npm run replicate [-- [--conv] METHODS SPARSITIES SEEDS]`, each a list with commas: trains every method of the laboratory on Fashion-MNIST
// and writes src/components/figures/rigl/replication.json, row by row. Rows that are there are kept: delete the file to begin anew.
// All of it takes about half an hour on one core. With --conv fewer methods on the small convolutional network, into replication-conv.json.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format } from 'prettier';
import type { Trial, TrialMethod } from '../src/methods/sparse-training/replicate.ts';
import { readClothes, withSource } from './vite-source.ts';

const conv = process.argv[2] === '--conv';
const FILE = `src/components/figures/rigl/replication${conv ? '-conv' : ''}.json`;
const ALL = [
  ...['dense', 'small-dense', 'static', 'set', 'rigl', 'snfs'],
  ...['snip', 'grasp', 'pruning', 'ticket'],
] as TrialMethod[];
const CONV = 'dense,static,set,rigl,snip,grasp,pruning';
const [
  methods = conv ? CONV : ALL.join(),
  sparsities = conv ? '0.9,0.95,0.98' : '0.8,0.9,0.95,0.98,0.99',
  seeds = '1,2,3,4,5',
] = process.argv.slice(conv ? 3 : 2);
const numbers = (list: string) => list.split(',').map(Number);
const asked = methods.split(',') as TrialMethod[];
const stray = asked.find((method) => !ALL.includes(method));
if (stray !== undefined || [...numbers(sparsities), ...numbers(seeds)].some(Number.isNaN)) {
  console.error(
    `replicate: methods are ${ALL.join(', ')}; sparsities and seeds are numbers; found ${stray ?? `${sparsities} ${seeds}`}`,
  );
  process.exit(2);
}

interface Stored {
  command: string;
  data: string;
  train: number;
  test: number;
  plan: object;
  trials: Trial[];
}

await withSource(async (load) => {
  const { CONV_PLAN, LENET_PLAN } = await load<typeof import('../src/methods/sparse-training/plan.ts')>('/src/methods/sparse-training/plan.ts'); // prettier-ignore
  const { runTrial, runTicketTrials } = await load<typeof import('../src/methods/sparse-training/replicate.ts')>('/src/methods/sparse-training/replicate.ts'); // prettier-ignore
  const { openWasmSession } = await load<typeof import('../src/runtime/executors/wasm/session.ts')>('/src/runtime/executors/wasm/session.ts'); // prettier-ignore
  const { data, name } = await readClothes(load);
  // A convolutional step costs more: half as many.
  const plan = conv ? { ...CONV_PLAN, steps: 2000, end: 1500 } : LENET_PLAN;
  const stored: Stored = existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as Stored)
    : {
        command: `npm run replicate${conv ? ' -- --conv' : ''}`,
        data: name,
        train: data.train.count,
        test: data.test.count,
        plan,
        trials: [],
      };
  const setting = { plan, data, open: openWasmSession };
  const missing = (method: TrialMethod, sparsity: number, seed: number) =>
    !stored.trials.some((t) => t.method === method && t.sparsity === sparsity && t.seed === seed);
  mkdirSync(dirname(FILE), { recursive: true });
  const keep = async (trials: readonly Trial[]) => {
    stored.trials.push(...trials.filter((t) => missing(t.method, t.sparsity, t.seed)));
    stored.trials.sort(
      (a, b) => ALL.indexOf(a.method) - ALL.indexOf(b.method) || a.sparsity - b.sparsity || a.seed - b.seed,
    );
    // Whole or not at all: the run may be stopped at any moment.
    writeFileSync(`${FILE}.part`, await format(JSON.stringify(stored), { parser: 'json', printWidth: 110 }));
    renameSync(`${FILE}.part`, FILE);
    for (const { method, sparsity, seed, accuracy, cost } of trials)
      console.log(
        `${method} at ${sparsity}, seed ${seed}: ${(100 * accuracy).toFixed(2)}%, cost ${cost.toFixed(3)}`,
      );
  };
  for (const seed of numbers(seeds))
    for (const method of asked) {
      const open = (method === 'dense' ? [0] : numbers(sparsities)).filter((s) => missing(method, s, seed));
      if (method === 'ticket') {
        if (open.length > 0) await keep(await runTicketTrials(setting, numbers(sparsities), seed));
      } else for (const sparsity of open) await keep([await runTrial(setting, method, sparsity, seed)]);
    }
});
