import { createRng } from '~/methods/rng/create-rng';
import type { Loop } from '~/runtime/loop';
import type { StoreNote } from '~/runtime/model-store/model-store';
import type { Coder, OpenCoders } from '../shared/coders';
import { checkParams } from '../shared/fields';
import { PIXELS } from '../shared/test-digits';
import type { Frame } from './anomaly.frame';
import { fields, type Foreign, type Params } from './anomaly.params';
import type { OpenClothes } from './clothes';
import { judge, makeGroup, type Group } from './judge';
import { scoreOf, scorePictures } from './scores';
import { distort } from './strangers';

/** Pictures of each group, and how many are scored from one frame to the next. */
export const GROUP = 300;
export const PART = 50;

/** Scores the next part of a group, if there is one. @returns how many pictures that were */
async function grow({ pictures, scores, restored }: Group, coder: Coder): Promise<number> {
  const from = scores.length;
  const until = Math.min(from + PART, pictures.length / PIXELS);
  if (from === until) return 0;
  const part = await scorePictures(coder, pictures.slice(from * PIXELS, until * PIXELS));
  scores.push(...part.scores);
  restored.set(part.restored, from * PIXELS);
  return until - from;
}

const isWhole = ({ pictures, scores }: Group): boolean => scores.length === pictures.length / PIXELS;

/** Groups of strangers by kind, each made when it is first asked for and kept: to come back costs nothing. */
class Strangers {
  readonly #made = new Map<Foreign, Group>();
  readonly #digits: Float32Array;
  readonly #openClothes: OpenClothes;
  readonly #seed: number;
  /** What the reader may want to know of the download of the clothes. */
  notes: readonly StoreNote[] = [];

  constructor(digits: Float32Array, openClothes: OpenClothes, seed: number) {
    [this.#digits, this.#openClothes, this.#seed] = [digits, openClothes, seed];
  }

  async #picture(kind: Foreign, signal: AbortSignal): Promise<Float32Array> {
    if (kind !== 'fashion') return distort(this.#digits, kind, createRng(this.#seed));
    const { pictures, notes } = await this.#openClothes(signal);
    this.notes = notes;
    return pictures;
  }

  async of(kind: Foreign, signal: AbortSignal): Promise<Group> {
    const group = this.#made.get(kind) ?? makeGroup(await this.#picture(kind, signal));
    this.#made.set(kind, group);
    return group;
  }
}

/**
 * A loop that sends test digits and strangers through a shipped model and judges both by one score and one threshold. Its step is
 * the number of scored pictures; the first frame comes after 50 of each. Another threshold or score judges anew and scores nothing.
 */
export function makeAnomaly(open: OpenCoders, openClothes: OpenClothes): Loop<Params, Frame> {
  return async function* anomaly(run) {
    checkParams(fields, run.params());
    const { runtime, model } = run.params();
    const lab = await open({ ids: [model], runtime }, run);
    try {
      const [coder] = lab.coders as readonly [Coder];
      const digits = makeGroup(lab.digits.pictures.slice(0, GROUP * PIXELS));
      const strangers = new Strangers(digits.pictures, openClothes, run.seed);
      let step = 0;
      while (!run.signal.aborted) {
        const params = run.params();
        checkParams(fields, params);
        const foreign = await strangers.of(params.foreign, run.signal);
        // Both groups are as far as each other, but for strangers that came later.
        step += await grow(foreign, coder);
        if (!isWhole(digits) && digits.scores.length < foreign.scores.length)
          step += await grow(digits, coder);
        const judged = judge(digits, foreign, scoreOf(params), params.alarm);
        yield { ...judged, step, device: lab.device, notes: [...lab.notes, ...strangers.notes] };
        if (isWhole(digits) && isWhole(foreign)) await run.changed();
      }
      return 'finished';
    } finally {
      await lab.release();
    }
  };
}
