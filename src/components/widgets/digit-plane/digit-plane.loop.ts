import type { BaseFrame, Loop, Run } from '~/runtime/loop';
import { checkParams, choice, number, type ParamsOf } from '../shared/fields';
import {
  askNeighbours,
  cellCentre,
  CELLS,
  greyShare,
  HALF,
  linePoints,
  priorMassWithin,
  type Neighbourhood,
  type Point,
  type TestCodes,
} from './latent-plane';

/** Pixels of a picture: 28 × 28. */
export const PIXELS = 784;

const coordinate = (value: number) => number({ min: -HALF, max: HALF, default: value });

export const digitPlaneFields = {
  /** The handle. By default a 0 of the shipped model; the line comes from a 7. */
  z1: coordinate(1.3),
  z2: coordinate(1.8),
  /** The other end of the line. */
  from1: coordinate(-2),
  from2: coordinate(-0.7),
  /** What stands in the plane: decoded digits, the codes of test digits, or both. */
  show: choice(['digits', 'codes', 'both']),
  /** Where ONNX Runtime computes. */
  runtime: choice(['wasm', 'webgpu']),
};
export type Params = ParamsOf<typeof digitPlaneFields>;

/** What became of the downloaded file: the model store's notes. */
export type DecoderNote = 'storage-full' | 'storage-unavailable' | 'kept-copy-damaged';

/** A decoder that is ready, and the test codes that were shipped with it. */
export interface Decoder {
  readonly device: 'wasm' | 'webgpu';
  /** What the reader may want to know about the download. */
  readonly notes: readonly DecoderNote[];
  readonly codes: TestCodes;
  /** @returns for each code 784 probabilities of ink, row by row from the top left */
  decode(points: readonly Point[]): Promise<Float32Array>;
  release(): Promise<void>;
}

/** Downloads and opens the decoder. The worker hands in the real one. */
export type OpenDecoder = (
  runtime: Params['runtime'],
  run: Pick<Run<Params>, 'progress' | 'signal'>,
) => Promise<Decoder>;

/** What is known about one code and the digit decoded there. */
export interface Reading {
  readonly at: Point;
  /** Share of the prior nearer to the origin. */
  readonly priorMass: number;
  readonly neighbourhood: Neighbourhood | undefined;
  /** Share of the digit's pixels that are neither clearly ink nor clearly paper. */
  readonly grey: number;
}

export interface Frame extends BaseFrame {
  readonly from: Point;
  /** The handle. */
  readonly here: Reading;
  /** The points of the strip. */
  readonly line: readonly Reading[];
  /** The digit at the handle, probabilities of ink, [784]. */
  readonly digit: Float32Array;
  /** The digits from `from` to `at`, [8, 784]. */
  readonly strip: Float32Array;
  /** The grid, 0 (no ink) … 255, [16 · 16, 784], rows from the top; the first `cellsDone` cells are decoded. */
  readonly cells: Uint8Array;
  readonly cellsDone: number;
  readonly codes: TestCodes;
  readonly device: Decoder['device'];
  readonly notes: Decoder['notes'];
}

/** A picture in bytes. @throws RangeError if a value is not finite: the model file is not what it should be. */
function writeBytes(probabilities: Float32Array, bytes: Uint8Array, offset: number): void {
  probabilities.forEach((p, i) => {
    if (!Number.isFinite(p))
      throw new RangeError(`decoder: expected probabilities, found ${p} at element ${i}`);
    bytes[offset + i] = Math.round(255 * p);
  });
}

const copyOf = ({ z, labels }: TestCodes): TestCodes => ({ z: z.slice(), labels: labels.slice() });

function readAt(at: Point, picture: Float32Array, codes: TestCodes): Reading {
  return {
    at,
    priorMass: priorMassWithin(at),
    neighbourhood: askNeighbours(at, codes),
    grey: greyShare(picture),
  };
}

async function drawFrame(decoder: Decoder, params: Params, cells: Uint8Array, done: number, step: number) {
  const at = { z1: params.z1, z2: params.z2 };
  const from = { z1: params.from1, z2: params.from2 };
  const line = linePoints(from, at);
  const row =
    done < CELLS * CELLS ? Array.from({ length: CELLS }, (_, i) => cellCentre(done / CELLS, i)) : [];
  const points = [at, ...line, ...row];
  const pictures = await decoder.decode(points);
  if (pictures.length !== points.length * PIXELS)
    throw new RangeError(`decoder: expected ${points.length * PIXELS} values, found ${pictures.length}`);
  const rowAt = (1 + line.length) * PIXELS;
  writeBytes(pictures.subarray(rowAt), cells, done * PIXELS);
  const digit = pictures.slice(0, PIXELS);
  const strip = pictures.slice(PIXELS, rowAt);
  return {
    step: step + points.length,
    from,
    here: readAt(at, digit, decoder.codes),
    line: line.map((point, i) => readAt(point, strip.subarray(i * PIXELS, (i + 1) * PIXELS), decoder.codes)),
    digit,
    strip,
    cells: cells.slice(),
    cellsDone: done + row.length,
    codes: copyOf(decoder.codes),
    device: decoder.device,
    notes: decoder.notes,
  } satisfies Frame;
}

/**
 * A loop that decodes the reader's point, the line to it and, row by row, the grid behind. It counts decoded pictures as steps,
 * uses no randomness, and waits for the reader once the grid stands. Drags coalesce: each frame takes the newest point.
 */
export function makeDigitPlane(open: OpenDecoder): Loop<Params, Frame> {
  return async function* digitPlane(run) {
    checkParams(digitPlaneFields, run.params());
    const decoder = await open(run.params().runtime, run);
    try {
      const cells = new Uint8Array(CELLS * CELLS * PIXELS);
      let frame: Frame | undefined;
      while (!run.signal.aborted) {
        const params = run.params();
        checkParams(digitPlaneFields, params);
        frame = await drawFrame(decoder, params, cells, frame?.cellsDone ?? 0, frame?.step ?? 0);
        const waits = frame.cellsDone === CELLS * CELLS;
        yield frame;
        if (waits) await run.changed();
      }
      return 'finished';
    } finally {
      await decoder.release();
    }
  };
}
