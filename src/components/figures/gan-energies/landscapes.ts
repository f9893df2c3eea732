import { GRID, HALF_SIDE, gan2d, type Frame } from '~/components/widgets/gan-2d/gan-2d.loop';
import { presets, type Params } from '~/components/widgets/gan-2d/gan-2d.params';
import { createRng } from '~/methods/rng/create-rng';
import { openWasm } from '~/runtime/executors/wasm/session';

/** Where the judges are asked: so many points on the circle through the eight clusters of the ring. */
export const CIRCLE = { radius: 2, points: 96 } as const;
const STEPS = 4000;
const SEED = 0;

/**
 * The runs of the figures, all with settings that the widget takes:
 * a discriminator at the end of its game; an auto-encoder that sees data alone, since with so small a γ BEGAN's k stays
 * at 0, and the generator stands still; and the judge of EBGAN at the end of its game.
 */
export const landscapeSettings = {
  discriminator: presets.ring,
  alone: { ...presets.began, gamma: 0.05, lambdaK: 1e-5, train: 'judge' },
  ebgan: presets.ebgan,
} as const satisfies Readonly<Record<string, Params>>;
export type LandscapeName = keyof typeof landscapeSettings;

/** What one judge says along the circle, and how many of the samples lie near each cluster. */
export interface Landscape {
  readonly name: LandscapeName;
  /** D, or the energy, at equal angles from 0. */
  readonly along: readonly number[];
  /** Share of the 1,024 samples within 3σ of each cluster, in the order of the circle. */
  readonly shares: readonly number[];
  /** BEGAN's k at the end; null for other losses. */
  readonly k: number | null;
}

export interface LandscapeReport {
  readonly command: string;
  readonly seed: number;
  readonly steps: number;
  readonly landscapes: readonly Landscape[];
}

const round = (value: number) => Number(value.toFixed(3));

/** Runs all games to the end and reads their judges off along the circle. */
export async function reportLandscapes(): Promise<LandscapeReport> {
  const landscapes = [];
  for (const name of Object.keys(landscapeSettings) as LandscapeName[]) {
    const frame = await lastFrame({ ...landscapeSettings[name], steps: STEPS, stepsPerFrame: 200 });
    landscapes.push(readLandscape(name, frame));
  }
  return { command: 'npm run measure:loss-chapters', seed: SEED, steps: STEPS, landscapes };
}

async function lastFrame(params: Params): Promise<Frame> {
  let last: Frame | undefined;
  for await (const frame of gan2d({
    seed: SEED,
    rng: createRng(SEED),
    params: () => params,
    openSession: openWasm,
    progress: () => undefined,
    changed: () => Promise.resolve(),
    signal: new AbortController().signal,
  }))
    last = frame;
  if (last?.step !== STEPS)
    throw new Error(`landscapes: expected a run to end at step ${STEPS}, found ${last?.step ?? 'no frame'}`);
  return last;
}

function readLandscape(name: LandscapeName, { field, counts, generated, beganK }: Frame): Landscape {
  const { radius, points } = CIRCLE;
  const along = Array.from({ length: points }, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    return round(readField(field, radius * Math.cos(angle), radius * Math.sin(angle)));
  });
  const shares = counts.map((count) => round((2 * count) / generated.length));
  return { name, along, shares, k: Number.isFinite(beganK) ? beganK : null };
}

/** The field between the centres of its cells, linear in both directions. */
export function readField(field: ArrayLike<number>, x: number, y: number): number {
  const place = (coordinate: number) => ((coordinate / HALF_SIDE + 1) * GRID - 1) / 2;
  const [column, row] = [place(x), place(y)];
  const [left, below] = [Math.floor(column), Math.floor(row)];
  const [u, v] = [column - left, row - below];
  const at = (i: number, j: number) => field[j * GRID + i] ?? NaN;
  const lower = (1 - u) * at(left, below) + u * at(left + 1, below);
  const upper = (1 - u) * at(left, below + 1) + u * at(left + 1, below + 1);
  return (1 - v) * lower + v * upper;
}
