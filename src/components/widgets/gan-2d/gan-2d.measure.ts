import { createRng } from '~/methods/rng/create-rng';
import { ringModes } from '~/methods/toy-data/ring';
import { openWasm } from '~/runtime/executors/wasm/session';
import type { DoneReason } from '~/runtime/loop';
import { gan2d, GRID, HALF_SIDE, type Frame } from './gan-2d.loop';
import { presets, type Params, type PresetName } from './gan-2d.params';

/** Generator steps between two looks. */
export const EVERY = 100;
/** A point of the grid this far from every data point is off the data. */
const OFF = 0.5;

/**
 * What one run did. "Late" is the last fifth of its frames, one frame every `EVERY` turns; means are over
 * those.
 */
export interface RunSummary {
  readonly seed: number;
  readonly reason: DoneReason;
  /** Turns done when it ended. */
  readonly steps: number;
  /** How many modes the data have; with 0 the numbers about modes are 0 and mean nothing. */
  readonly ofModes: number;
  /** Modes covered, late mean. */
  readonly modes: number;
  /** The least and the largest number covered in a late frame: a run that cycles moves between them. */
  readonly modesLeast: number;
  readonly modesMost: number;
  /** Share of samples within 3σ of a mode, late mean, 0 … 1. */
  readonly close: number;
  /** First step at which all modes were covered; null if never. */
  readonly firstAll: number | null;
  /** Late means of the distances that the page draws, and what fresh data reach. */
  readonly js: number;
  readonly jsFloor: number;
  readonly w1: number;
  readonly w1Floor: number;
  /** How far a sample of the fixed noise travels between two looks, late mean, in units of the plane. */
  readonly travel: number;
  /** Mean length of the vectors that samples feel, late mean. */
  readonly pull: number;
  /** Judges that are auto-encoders: late means of the energy of data, of samples, and of grid points off the data. */
  readonly energy?: {
    readonly data: number;
    readonly samples: number;
    readonly off: number;
    /** At the centres of the modes that were covered in a late frame, and of those that were not; null if there were none. */
    readonly held: number | null;
    readonly lost: number | null;
  };
  /** BEGAN's k and M, late means. */
  readonly began?: { readonly k: number; readonly m: number };
}

/** The runs of one setting over seeds. */
export interface PresetRuns {
  readonly preset: PresetName;
  readonly loss: Params['loss'];
  readonly runs: readonly RunSummary[];
}

/**
 * Runs the widget's loop for `steps` turns with each seed, on the wasm executor.
 * @throws RangeError if a setting is out of its range.
 */
export async function runSeeds(
  preset: PresetName,
  seeds: readonly number[],
  steps: number,
): Promise<PresetRuns> {
  const runs = [];
  for (const seed of seeds)
    runs.push(await runOnce(seed, { ...presets[preset], steps, stepsPerFrame: EVERY }));
  return { preset, loss: presets[preset].loss, runs };
}

/** One run of any setting, summarised. */
export async function runOnce(seed: number, params: Params): Promise<RunSummary> {
  const frames: Frame[] = [];
  const loop = gan2d({
    seed,
    rng: createRng(seed),
    params: () => params,
    openSession: openWasm,
    progress: () => undefined,
    changed: () => Promise.resolve(),
    signal: new AbortController().signal,
  });
  let next = await loop.next();
  while (!next.done) {
    frames.push(next.value);
    next = await loop.next();
  }
  return summariseFrames(seed, next.value, frames);
}

function summariseFrames(seed: number, reason: DoneReason, frames: readonly Frame[]): RunSummary {
  const late = frames.slice(-Math.ceil(frames.length / 5));
  const last = frames.at(-1);
  const mean = (valueOf: (frame: Frame) => number) => round(meanOf(late.map(valueOf)));
  const counts = late.map(({ covered }) => covered);
  return {
    seed,
    reason,
    steps: last?.step ?? 0,
    ofModes: last?.modes ?? 0,
    modes: mean((frame) => frame.covered),
    modesLeast: Math.min(...counts),
    modesMost: Math.max(...counts),
    close: last?.modes ? mean(({ closeShare }) => closeShare) : 0,
    firstAll: frames.find(({ covered, modes }) => modes > 0 && covered === modes)?.step ?? null,
    js: mean(({ js }) => js),
    jsFloor: mean(({ jsFloor }) => jsFloor.mean),
    w1: mean(({ w1 }) => w1),
    w1Floor: mean(({ w1Floor }) => w1Floor.mean),
    travel: travelOf(late.length > 1 ? late : frames.slice(-2)),
    pull: Number(meanOf(late.map(({ pull }) => pull)).toPrecision(3)),
    ...(last?.fieldKind === 'energy' && { energy: energyOf(late, mean) }),
    ...(last && Number.isFinite(last.beganK) && { began: beganOf(mean) }),
  };
}

type LateMean = (valueOf: (frame: Frame) => number) => number;

function energyOf(late: readonly Frame[], mean: LateMean) {
  const average = (values: readonly number[]) => (values.length > 0 ? round(meanOf(values)) : null);
  return {
    data: mean(({ judgedReal }) => judgedReal),
    samples: mean(({ judgedFake }) => judgedFake),
    off: mean(energyOff),
    held: average(late.flatMap((frame) => energyAtModes(frame, true))),
    lost: average(late.flatMap((frame) => energyAtModes(frame, false))),
  };
}

/** The field in the cells that hold the centres of the ring's covered modes, or of the others. */
function energyAtModes({ field, counts, generated }: Frame, covered: boolean): number[] {
  const enough = generated.length / 2 / (10 * counts.length);
  const cell = (coordinate: number) => Math.floor(((coordinate / HALF_SIDE + 1) * GRID) / 2);
  return ringModes()
    .filter((_, mode) => (counts[mode] ?? NaN) >= enough === covered)
    .map(([x, y]) => field[cell(y) * GRID + cell(x)] ?? NaN);
}

function beganOf(mean: LateMean) {
  return { k: mean(({ beganK }) => beganK), m: mean(({ beganM }) => beganM) };
}

/** Mean over neighbouring frames; 0 of a single frame. */
function travelOf(frames: readonly Frame[]): number {
  const ways = frames.slice(1).map((frame, i) => travelBetween(frames[i] ?? frame, frame));
  return ways.length > 0 ? round(meanOf(ways)) : 0;
}

/** Mean distance of the samples' places in two frames. */
function travelBetween({ generated: before }: Frame, { generated: after }: Frame): number {
  let sum = 0;
  for (let i = 0; i < after.length; i += 2)
    sum += Math.hypot((after[i] ?? NaN) - (before[i] ?? NaN), (after[i + 1] ?? NaN) - (before[i + 1] ?? NaN));
  return (2 * sum) / after.length;
}

/** Mean of the field over the grid points that lie farther than `OFF` from all data. */
function energyOff({ field, real }: Frame): number {
  const half = GRID / 2;
  const off: number[] = [];
  field.forEach((energy, index) => {
    const [x, y] = [index % GRID, Math.floor(index / GRID)].map(
      (cell) => (HALF_SIDE * (cell + 0.5 - half)) / half,
    );
    for (let i = 0; i < 2 * 1024; i += 2)
      if (Math.hypot((real[i] ?? NaN) - (x ?? NaN), (real[i + 1] ?? NaN) - (y ?? NaN)) < OFF) return;
    off.push(energy);
  });
  return meanOf(off);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Three decimals: what is printed has fewer. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
