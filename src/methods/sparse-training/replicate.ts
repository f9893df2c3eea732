import type { OpenSession } from '~/autodiff/program';
import { forwardFlops } from '~/methods/sparsity/counts';
import { activeCount } from '~/methods/sparsity/masks';
import type { PictureSet } from './pictures';
import { budgetAt, layersOf, type MethodName, type Plan } from './plan';
import { SparseRun, type RunOptions } from './run';
import { smallDenseSizes } from './small-dense';

/** A row's method: those of plans, and a small dense network of as many weights. */
export type TrialMethod = MethodName | 'small-dense';

/** One training from seed to test. */
export interface Trial {
  readonly method: TrialMethod;
  /** Of all weights; what was asked for. */
  readonly sparsity: number;
  readonly seed: number;
  /** Share of all test pictures told right. */
  readonly accuracy: number;
  /** Mean cross-entropy of the training batches of the last 500 steps, nats; `null` if it is not finite. */
  readonly loss: number | null;
  /** Operations of the whole training over those of the dense one. A ticket's contain its search. */
  readonly cost: number;
  /** Connections of each layer at the end. */
  readonly kept: readonly number[];
  /** Connections grown in all, and the share of all places that ever had one. */
  readonly grown: number;
  readonly tried: number;
}

/** What every trial of a replication has in common. */
export interface TrialSetting {
  readonly plan: Plan;
  readonly data: PictureSet;
  readonly open: OpenSession;
}

const LAST = 500;

async function finish(
  run: SparseRun,
  until: number,
): Promise<Pick<Trial, 'accuracy' | 'loss' | 'kept' | 'grown' | 'tried'>> {
  await run.advance(Math.max(0, until - LAST - run.step));
  const loss = (await run.advance(until - run.step)) ?? NaN;
  const { grown, tried } = run.explored;
  return {
    accuracy: await run.test(),
    loss: Number.isFinite(loss) ? loss : null,
    kept: run.masks.map(activeCount),
    grown,
    tried,
  };
}

async function withRun<Result>(
  { open }: TrialSetting,
  options: RunOptions,
  use: (run: SparseRun) => Promise<Result>,
): Promise<Result> {
  const session = await open({ seed: options.seed });
  try {
    return await use(await SparseRun.open(session, options));
  } finally {
    session.dispose();
  }
}

/** Operations of the dense training of a plan for one picture of each batch. */
function denseCost(plan: Plan): number {
  return 3 * forwardFlops(layersOf(plan)) * plan.steps;
}

/**
 * One method at one sparsity from one seed. `dense` is run at sparsity 0 whatever is asked.
 * @throws RangeError as `checkPlan`, and for `ticket`, whose trials share their search: `runTicketTrials`
 */
export async function runTrial(
  setting: TrialSetting,
  method: Exclude<TrialMethod, 'ticket'>,
  sparsity: number,
  seed: number,
): Promise<Trial> {
  const { plan, data } = setting;
  const kept = budgetAt({ ...plan, distribution: 'uniform' }, sparsity).reduce((sum, count) => sum + count);
  const own: Plan =
    method === 'small-dense'
      ? { ...plan, method: 'dense', sizes: smallDenseSizes(plan.sizes, kept) }
      : { ...plan, method, sparsity };
  return withRun(setting, { plan: own, data, seed }, async (run) => {
    const found = await finish(run, run.total);
    return { method, sparsity, seed, ...found, cost: run.flops / denseCost(plan) };
  });
}

/**
 * Lottery tickets at several sparsities from one search: each ticket's training is the round that finds the next one.
 * @param sparsities rising, above 0
 * @returns one trial for each sparsity; its cost is that of the search and the training together
 */
export async function runTicketTrials(
  setting: TrialSetting,
  sparsities: readonly number[],
  seed: number,
): Promise<Trial[]> {
  const { data } = setting;
  const plan: Plan = { ...setting.plan, method: 'ticket', sparsity: sparsities.at(-1) ?? NaN };
  return withRun(setting, { plan, data, seed, levels: [0, ...sparsities] }, async (run) => {
    const trials: Trial[] = [];
    await run.advance(plan.steps);
    for (const [at, sparsity] of sparsities.entries()) {
      const found = await finish(run, plan.steps + (at + 1) * (plan.steps - plan.rewindTo));
      trials.push({ method: 'ticket', sparsity, seed, ...found, cost: run.flops / denseCost(plan) });
    }
    return trials;
  });
}

/** Mean and standard error of some numbers; the error is NaN of fewer than two. `meanAndError([1, 3])` is 2 ± 1. */
export function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, error: Math.sqrt(variance / n) };
}
