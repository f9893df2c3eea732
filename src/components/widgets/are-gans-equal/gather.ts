import type { Params } from './are-gans-equal.params';
import type { Recorded } from './are-gans-equal.measure';
import type { Outcome } from './summarise';
import type { Trial } from './trial';

/** The trials that a picture shows, and how many of those made now repeat stored ones. */
export interface Gathered {
  readonly outcomes: readonly Outcome[];
  /** Whether the stored run stands beside the trials made now. */
  readonly withStored: boolean;
  /** With the seed of the stored run: trials that came out the same to the last bit, of how many. */
  readonly repeated: { readonly same: number; readonly made: number } | undefined;
}

/** Whether trials under these settings may be counted together with the stored ones. */
export function isComparable(params: Params, recorded: Recorded): boolean {
  return params.data === recorded.params.data && params.steps === recorded.params.steps;
}

/**
 * Puts stored trials and those made now together. Where the seed is the stored run's they are the same trials, so each is counted once
 * and compared with its stored result.
 */
export function gather(
  trials: readonly Trial[],
  seed: number,
  params: Params,
  recorded: Recorded,
  stored: readonly Outcome[],
): Gathered {
  const live: Outcome[] = trials.map(({ loss, w1, covered }) => ({ loss, w1, covered, live: true }));
  if (!isComparable(params, recorded)) return { outcomes: live, withStored: false, repeated: undefined };
  if (seed !== recorded.seed)
    return { outcomes: [...stored, ...live], withStored: true, repeated: undefined };
  const again = new Map(trials.map((trial) => [trial.index, trial]));
  const rest = stored.filter((_, index) => !again.has(index));
  const twice = trials.filter(({ index }) => index < stored.length);
  const same = twice.filter(({ index, w1, covered }) => {
    const before = stored[index];
    return before && Object.is(before.w1, w1) && before.covered === covered;
  });
  const repeated = twice.length > 0 ? { same: same.length, made: twice.length } : undefined;
  return { outcomes: [...rest, ...live], withStored: true, repeated };
}
