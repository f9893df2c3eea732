import type { Drawn } from './digit-latents.frame';
import { checkPictures, PIXELS, type Lab, type LatentModel } from './lab';

/** Test digits judged with one frame: the picture of the drawing does not wait for all. */
const CHUNK = 100;

/** Mean squared error of a pixel, the manifest's `test-mse` for one picture. */
export function squaredError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] ?? NaN) - (b[i] ?? NaN)) ** 2;
  return sum / a.length;
}

/** Encodes and decodes pictures. @param pictures [count · 784] */
async function restore(model: LatentModel, pictures: Float32Array) {
  const code = await model.encode(pictures);
  const restored = checkPictures(await model.decode(code.mean), pictures.length / PIXELS);
  return { code, restored };
}

const pictureOf = (pictures: Float32Array, i: number) => pictures.subarray(i * PIXELS, (i + 1) * PIXELS);

/** What one model makes of drawings, and of the test digits beside which it judges them: those once, a part with each frame. */
export class DrawingReader {
  readonly #model: LatentModel;
  readonly #testDigits: Lab['testDigits'];
  readonly #errors: number[] = [];
  #total = Infinity;
  #ink: Float32Array | undefined;
  #read: Omit<Drawn, 'below' | 'judged' | 'of'> | undefined;

  constructor(model: LatentModel, testDigits: Lab['testDigits']) {
    this.#model = model;
    this.#testDigits = testDigits;
  }

  /** Whether nothing but another drawing can change the answer. */
  get rests(): boolean {
    return this.#ink === undefined || this.#errors.length >= this.#total;
  }

  /** @param ink the drawing, the same array as long as it is the same drawing; undefined for a blank sheet */
  async read(ink: Float32Array | undefined): Promise<Drawn | undefined> {
    if (ink !== this.#ink) {
      this.#read = ink && (await this.#encode(ink));
      this.#ink = ink;
    }
    const read = this.#read;
    if (!read) return undefined;
    await this.#judge();
    const below = this.#errors.filter((error) => error < read.error).length;
    return {
      ...read,
      ink: read.ink.slice(),
      reconstruction: read.reconstruction.slice(),
      ...{ below, judged: this.#errors.length, of: this.#total },
    };
  }

  async #encode(ink: Float32Array) {
    const { code, restored } = await restore(this.#model, ink);
    const reconstruction = restored.slice();
    const error = squaredError(ink, reconstruction);
    return {
      ...{ name: this.#model.name, ink, reconstruction, error },
      mean: code.mean[0] ?? [],
      sd: code.sd?.[0],
    };
  }

  async #judge(): Promise<void> {
    const all = await this.#testDigits();
    this.#total = all.length / PIXELS;
    const done = this.#errors.length;
    const part = all.slice(done * PIXELS, (done + CHUNK) * PIXELS);
    if (part.length === 0) return;
    const { restored } = await restore(this.#model, part);
    for (let i = 0; i < part.length / PIXELS; i += 1)
      this.#errors.push(squaredError(pictureOf(part, i), pictureOf(restored, i)));
  }
}
