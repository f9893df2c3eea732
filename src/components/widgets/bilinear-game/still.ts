import { createRng } from '~/methods/rng/create-rng';
import { bilinearGame, type Frame } from './bilinear-game.loop';
import type { Params } from './bilinear-game.params';

/** Steps in the picture that stands there before Run: not so many that they answer what is asked. */
export const STILL_STEPS = 16;

/**
 * The run of this widget's own loop as far as the picture before Run shows it; computed when the site is built.
 * @throws RangeError if a setting is out of its range.
 */
export async function playStill(params: Params): Promise<Frame> {
  const loop = bilinearGame({
    seed: 0,
    rng: createRng(0),
    params: () => ({ ...params, steps: STILL_STEPS }),
    changed: () => Promise.resolve(),
    openSession: () => Promise.reject(new Error('the game needs no device')),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  for (let last: Frame | undefined; ;) {
    const { done, value } = await loop.next();
    if (!done) last = value;
    else if (last) return last;
    else throw new Error('bilinear-game: expected at least one frame, found none');
  }
}
