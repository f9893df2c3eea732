import type { ExecutorName } from '~/autodiff/program';
import { openSession } from '~/runtime/executors';
import type { BenchCase } from './cases';
import type { Contender } from './contender';
import { stepOf } from './programs-of';

/** One of the course's executors on a case. */
export async function ours(executor: ExecutorName, bench: BenchCase): Promise<Contender> {
  const { programs, prepare } = stepOf(bench);
  const session = await openSession(executor)({ seed: 1 });
  const steps = await Promise.all(programs.map((program) => session.compile(program)));
  prepare?.(session);
  const [last] = programs.at(-1)?.outputs ?? [];
  return {
    name: executor === 'reference' ? 'reference (float64)' : `ours: ${executor}`,
    steps: async (count) => {
      for (let i = 0; i < count; i++) for (const step of steps) await step.run();
      if (last) await steps.at(-1)?.read(last); // a GPU is done when something was read
    },
    dispose: () => {
      session.dispose();
    },
  };
}
