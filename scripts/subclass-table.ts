// `npm run subclass-table`: trains teachers with and without the auxiliary loss and their students on few pictures, over ten seeds, and
// writes src/components/figures/subclass/table.json. About two minutes on one core.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format } from 'prettier';
import { readClothes, withSource } from './vite-source.ts';

const FILE = 'src/components/figures/subclass/table.json';
const BETAS = [0, 1];
const PICTURES = [200, 500, 2000];
const SEEDS = Array.from({ length: 10 }, (_, at) => at + 1);

await withSource(async (load) => {
  const { SUBCLASS_PLAN } = await load<typeof import('../src/methods/subclass-training/plan.ts')>('/src/methods/subclass-training/plan.ts'); // prettier-ignore
  const { SubclassRun } = await load<typeof import('../src/methods/subclass-training/run.ts')>('/src/methods/subclass-training/run.ts'); // prettier-ignore
  const { clustersInUse, purity } = await load<typeof import('../src/methods/subclass-training/clusters.ts')>('/src/methods/subclass-training/clusters.ts'); // prettier-ignore
  const { openWasmSession } = await load<typeof import('../src/runtime/executors/wasm/session.ts')>('/src/runtime/executors/wasm/session.ts'); // prettier-ignore
  const { data, name } = await readClothes(load);
  const trials = [];
  for (const beta of BETAS)
    for (const pictures of PICTURES)
      for (const seed of SEEDS) {
        const session = await openWasmSession({ seed });
        const plan = { ...SUBCLASS_PLAN, beta, pictures };
        const run = await SubclassRun.open(session, { plan, data, seed });
        await run.advance(plan.teacherSteps);
        await run.advance(plan.studentSteps);
        const { teacher, students, table } = await run.measure();
        session.dispose();
        const trial = {
          ...{ beta, pictures, seed, teacher, students },
          purity: purity(table, plan.subclasses),
          used: clustersInUse(table, plan.subclasses),
        };
        trials.push(trial);
        console.log(JSON.stringify(trial));
      }
  const stored = {
    command: 'npm run subclass-table',
    data: name,
    train: data.train.count,
    test: data.test.count,
    plan: SUBCLASS_PLAN,
    trials,
  };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, await format(JSON.stringify(stored), { parser: 'json', printWidth: 110 }));
});
