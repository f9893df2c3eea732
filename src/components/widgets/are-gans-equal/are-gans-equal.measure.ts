import { createRng } from '~/methods/rng/create-rng';
import { openSession } from '~/runtime/executors';
import { areGansEqual, type Scale } from './are-gans-equal.loop';
import { defaults, type Params } from './are-gans-equal.params';
import type { Trial } from './trial';

/** A stored run: enough to draw it and to check that the loop still makes the same trials. */
export interface Recorded {
  readonly seed: number;
  readonly params: Params;
  readonly scale: Scale;
  /** By index of the trial; null where a sample was not finite. */
  readonly w1: readonly (number | null)[];
  readonly covered: readonly number[];
}

/** Makes the trials of a seed at the default settings, one after another, by the figure's own loop. */
export async function recordTrials(
  seed: number,
  trials: number,
  report: (trial: Trial) => void,
): Promise<Recorded> {
  const params = { ...defaults, trials };
  const loop = areGansEqual({
    seed,
    rng: createRng(seed),
    params: () => ({ ...params, first: 0, stride: 1 }),
    changed: () => Promise.resolve(),
    openSession: openSession('wasm'),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  const [w1, covered]: [(number | null)[], number[]] = [[], []];
  let scale: Scale | undefined;
  for await (const frame of loop) {
    scale ??= frame.scale;
    if (!frame.trial) continue;
    report(frame.trial);
    w1.push(Number.isFinite(frame.trial.w1) ? frame.trial.w1 : null);
    covered.push(frame.trial.covered);
  }
  if (!scale) throw new Error('recordTrials: the loop gave no frame');
  return { seed, params, scale, w1, covered };
}
