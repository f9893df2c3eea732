import { createRng } from '~/methods/rng/create-rng';
import { openWasm } from '~/runtime/executors/wasm/session';
import type { DoneReason } from '~/runtime/loop';
import { gan2d, type Frame } from './gan-2d.loop';
import { presets, type Params, type PresetName } from './gan-2d.params';

/** Generator steps between two looks. */
export const EVERY = 100;

/** What one run did. "Late" is the last fifth of its frames, one frame every `EVERY` generator steps. */
export interface RunSummary {
  readonly seed: number;
  readonly reason: DoneReason;
  /** Generator steps done when it ended. */
  readonly steps: number;
  /** Modes covered, mean over the late frames, 0 … 8. */
  readonly modes: number;
  /** Share of samples within 3σ of a mode, mean over the late frames, 0 … 1. */
  readonly close: number;
  /** First step at which all eight modes were covered; null if never. */
  readonly firstAll: number | null;
}

/** The runs of one setting over seeds. */
export interface PresetRuns {
  readonly preset: MeasuredPreset;
  readonly runs: readonly RunSummary[];
}

/** The widget's presets, and the ring with the non-saturating loss, which differs from `ring` in the loss alone. */
export type MeasuredPreset = PresetName | 'nonSaturating';

const settings: Readonly<Record<MeasuredPreset, Params>> = {
  ...presets,
  nonSaturating: { ...presets.ring, loss: 'nonSaturating' },
};

/**
 * Runs the widget's loop for `steps` generator steps with each seed, on the wasm executor.
 * @throws RangeError if a setting is out of its range.
 */
export async function runSeeds(
  preset: MeasuredPreset,
  seeds: readonly number[],
  steps: number,
): Promise<PresetRuns> {
  const runs = [];
  for (const seed of seeds)
    runs.push(await runOnce(seed, { ...settings[preset], steps, stepsPerFrame: EVERY }));
  return { preset, runs };
}

async function runOnce(seed: number, params: Params): Promise<RunSummary> {
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
  const late = frames.slice(-Math.ceil(frames.length / 5));
  return {
    seed,
    reason: next.value,
    steps: frames.at(-1)?.step ?? 0,
    modes: round(meanOf(late, ({ covered }) => covered)),
    close: round(meanOf(late, ({ closeShare }) => closeShare)),
    firstAll: frames.find(({ covered }) => covered === 8)?.step ?? null,
  };
}

function meanOf(frames: readonly Frame[], valueOf: (frame: Frame) => number): number {
  return frames.reduce((sum, frame) => sum + valueOf(frame), 0) / frames.length;
}

/** Three decimals: what is printed has fewer. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
