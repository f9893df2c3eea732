import { createRng } from '~/methods/rng/create-rng';
import type { Classify } from '../shared/coders';
import { PIXELS, type LabelledDigits } from '../shared/test-digits';
import type { Crowd } from './interpolate.frame';
import type { Params } from './interpolate.params';
import { greyOf, pictureOf, see, type Route } from './ways';

/** Pairs in all, and those that are added with one frame. */
export const [PAIRS, PART] = [200, 40];

interface Sums {
  sure: number;
  third: number;
  grey: number;
}

/** Means of both measures over the test digits themselves. */
export async function measureDigits({ pictures }: LabelledDigits, classify: Classify) {
  const seen = await see(classify, pictures);
  const count = pictures.length / PIXELS;
  let grey = 0;
  for (let i = 0; i < count; i += 1) grey += greyOf(pictureOf(pictures, i)) / count;
  return { sure: seen.reduce((sum, { share }) => sum + share / count, 0), grey };
}

/** Middles of random pairs of test digits, a part with each frame, by every way; anew when seed or path is another. */
export class CrowdCounter {
  readonly #routes: readonly Route[];
  readonly #digits: LabelledDigits;
  readonly #classify: Classify;
  readonly #pairs: readonly (readonly [number, number])[];
  #path: Params['path'] | undefined;
  #done = 0;
  #sums: Sums[] = [];

  constructor(routes: readonly Route[], digits: LabelledDigits, classify: Classify, seed: number) {
    this.#routes = routes;
    this.#digits = digits;
    this.#classify = classify;
    const rng = createRng(seed);
    const count = digits.labels.length;
    const draw = () => Math.min(count - 1, Math.floor(rng.uniform() * count));
    this.#pairs = Array.from({ length: PAIRS }, () => [draw(), draw()] as const);
  }

  get rests(): boolean {
    return this.#done >= PAIRS;
  }

  /** @returns pictures that were decoded */
  async add(path: Params['path']): Promise<number> {
    if (path !== this.#path) {
      this.#path = path;
      this.#done = 0;
      this.#sums = this.#routes.map(() => ({ sure: 0, third: 0, grey: 0 }));
    }
    const part = this.#pairs.slice(this.#done, this.#done + PART);
    if (part.length === 0) return 0;
    for (const [i, route] of this.#routes.entries()) await this.#measure(route, path, part, this.#sums[i]!);
    this.#done += part.length;
    return part.length * this.#routes.length;
  }

  async #measure(
    route: Route,
    path: Params['path'],
    part: readonly (readonly [number, number])[],
    sums: Sums,
  ): Promise<void> {
    const { pictures, labels } = this.#digits;
    const both = new Float32Array(part.flat().flatMap((at) => [...pictureOf(pictures, at)]));
    const codes = await route.encode(both);
    const between = route.between(path);
    const middles = await route.decode(
      part.map((_, i) => between(codes[2 * i] ?? [], codes[2 * i + 1] ?? [], 0.5)),
    );
    const seen = await see(this.#classify, middles);
    seen.forEach(({ digit, share }, i) => {
      const [from = NaN, to = NaN] = part[i] ?? [];
      sums.sure += share;
      sums.third += Number(digit !== labels[from] && digit !== labels[to]);
      sums.grey += greyOf(pictureOf(middles, i));
    });
  }

  get result(): Crowd[] {
    const pairs = this.#done;
    if (pairs === 0) return [];
    return this.#routes.map(({ way }, i) => {
      const { sure, third, grey } = this.#sums[i]!;
      return { way, pairs, sure: sure / pairs, third: third / pairs, grey: grey / pairs };
    });
  }
}
