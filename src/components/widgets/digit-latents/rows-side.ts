import type { Drawn, RowsSide, Unit } from './digit-latents.frame';
import type { Params } from './digit-latents.params';
import { checkPictures, PIXELS, type LatentModel } from './lab';
import { writeBytes } from './plane-side';

/** Values that a row shows, in standard deviations of the prior, or of the test codes where there is none. */
export const TRAVERSAL = [-3, -2, -1, 0, 1, 2, 3] as const;

/** Mean absolute difference of two pictures' pixels. */
export function differ(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? NaN)), 0) / a.length;
}

/** The numbers of a code, strongest first: by KL from the prior, or by the spread of the test codes where there is none. */
export function sortUnits({
  kl,
  space,
}: Pick<LatentModel, 'kl' | 'space'>): { index: number; strength: number }[] {
  const strengths = kl ?? space.sd;
  return strengths.map((strength, index) => ({ index, strength })).sort((a, b) => b.strength - a.strength);
}

/** A code with one number changed. */
const replaced = (code: readonly number[], index: number, value: number) => code.with(index, value);

/** Draws traversals of one model; the grid again only when it is another code that is traversed. */
export class RowsDrawer {
  readonly #model: LatentModel;
  readonly #order: ReturnType<typeof sortUnits>;
  #traversed: string | undefined;
  #pictures = new Uint8Array();
  #start = new Float32Array();
  #reach: readonly number[] = [];
  readonly rests = true;

  constructor(model: LatentModel) {
    this.#model = model;
    this.#order = sortUnits(model);
  }

  /** @returns the side, and how many pictures were decoded for it */
  async draw(
    { digit, unit, value, source }: Params,
    drawn?: Drawn,
  ): Promise<{ side: RowsSide; decoded: number }> {
    const { name, codes, size, kl } = this.#model;
    const own = source === 'drawing' ? drawn?.mean : undefined;
    const code = own ?? [...codes.z.subarray(digit * size, (digit + 1) * size)];
    const fresh = await this.#traverse(code);
    const chosen = this.#order[unit - 1]?.index ?? 0;
    const moved = checkPictures(await this.#model.decode([replaced(code, chosen, value)]), 1).slice();
    const units: Unit[] = this.#order.map((each) => ({ ...each, value: code[each.index] ?? NaN }));
    const side = {
      ...{ name, units, hasPrior: kl !== undefined, reach: this.#reach, digit: moved },
      pictures: this.#pictures.slice(),
      start: this.#start.slice(),
      change: differ(moved, this.#start),
      label: own ? undefined : codes.labels[digit],
    };
    return { side, decoded: 1 + fresh };
  }

  /** The grid for a code. @returns how many pictures were decoded */
  async #traverse(code: readonly number[]): Promise<number> {
    if (this.#traversed === code.join()) return 0;
    const points = this.#order.flatMap(({ index }) => TRAVERSAL.map((value) => replaced(code, index, value)));
    const all = checkPictures(await this.#model.decode([code, ...points]), 1 + points.length);
    const start = all.slice(0, PIXELS);
    const pictures = new Uint8Array(points.length * PIXELS);
    writeBytes(all.subarray(PIXELS), pictures, 0);
    const changes = points.map((_, i) => differ(all.subarray((i + 1) * PIXELS, (i + 2) * PIXELS), start));
    this.#reach = this.#order.map((_, row) =>
      Math.max(...changes.slice(row * TRAVERSAL.length, (row + 1) * TRAVERSAL.length)),
    );
    [this.#traversed, this.#start, this.#pictures] = [code.join(), start, pictures];
    return 1 + points.length;
  }
}
