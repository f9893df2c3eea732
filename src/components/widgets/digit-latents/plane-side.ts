import type { PlaneSide, Reading } from './digit-latents.frame';
import type { Params } from './digit-latents.params';
import { checkPictures, PIXELS, type LatentModel } from './lab';
import {
  askNeighbours,
  cellCentre,
  CELLS,
  greyShare,
  linePoints,
  priorMassWithin,
  type Point,
  type TestCodes,
} from './latent-plane';

/** Probabilities as bytes. */
export function writeBytes(probabilities: Float32Array, bytes: Uint8Array, offset: number): void {
  probabilities.forEach((p, i) => (bytes[offset + i] = Math.round(255 * p)));
}

const copyOf = ({ z, labels }: TestCodes): TestCodes => ({ z: z.slice(), labels: labels.slice() });
const coordinates = ({ z1, z2 }: Point) => [z1, z2];

function readAt(at: Point, picture: Float32Array, codes: TestCodes): Reading {
  return {
    at,
    priorMass: priorMassWithin(at),
    neighbourhood: askNeighbours(at, codes),
    grey: greyShare(picture),
  };
}

/** Draws the plane of one model, a row of its grid with each frame. */
export class PlaneDrawer {
  readonly #model: LatentModel;
  readonly #cells = new Uint8Array(CELLS * CELLS * PIXELS);
  #done = 0;

  constructor(model: LatentModel) {
    this.#model = model;
  }

  /** Whether nothing but the reader can change the picture. */
  get rests(): boolean {
    return this.#done === CELLS * CELLS;
  }

  /** @returns the side, and how many pictures were decoded for it */
  async draw(params: Params): Promise<{ side: PlaneSide; decoded: number }> {
    const { name, space, codes } = this.#model;
    const at = { z1: params.z1, z2: params.z2 };
    const line = linePoints({ z1: params.from1, z2: params.from2 }, at);
    const row = this.rests ? [] : Array.from({ length: CELLS }, (_, i) => cellCentre(this.#done / CELLS, i));
    const points = [at, ...line, ...row];
    const pictures = checkPictures(await this.#model.decode(points.map(coordinates)), points.length);
    const rowAt = (1 + line.length) * PIXELS;
    writeBytes(pictures.subarray(rowAt), this.#cells, this.#done * PIXELS);
    this.#done += row.length;
    const [digit, strip] = [pictures.slice(0, PIXELS), pictures.slice(PIXELS, rowAt)];
    const side = {
      ...{ name, space, digit, strip },
      here: readAt(at, digit, codes),
      line: line.map((point, i) => readAt(point, strip.subarray(i * PIXELS, (i + 1) * PIXELS), codes)),
      cells: this.#cells.slice(),
      cellsDone: this.#done,
      codes: copyOf(codes),
    };
    return { side, decoded: points.length };
  }
}
