import { lossPresets, type PresetName } from './gan-2d.params';

/** The rows of the tables that chapters show. */
export const RUN_TABLES = {
  losses: Object.values(lossPresets),
  failures: [
    'ring',
    'nonSaturating',
    'wasserstein',
    'vanishing',
    'cured',
    'collapse',
    'collapseCured',
    'cycling',
    'cyclingCured',
    'imbalanced',
    'imbalancedCured',
    'diverging',
  ],
  energies: ['ebgan', 'began'],
} as const satisfies Readonly<Record<string, readonly PresetName[]>>;
export type RunTable = keyof typeof RUN_TABLES;

/** Where a judge's energy is measured: see gan-2d.measure.ts. */
type EnergyPlace = 'data' | 'samples' | 'off';
type ModeKind = 'held' | 'lost';

/** One run of `runs.json`: see gan-2d.measure.ts for what each number is. */
export interface StoredRun {
  readonly reason: string;
  readonly steps: number;
  readonly ofModes: number;
  readonly modes: number;
  readonly close: number;
  readonly firstAll: number | null;
  readonly js: number;
  readonly jsFloor: number;
  readonly w1: number;
  readonly w1Floor: number;
  readonly travel: number;
  readonly energy?: Readonly<Record<EnergyPlace, number>> & Readonly<Record<ModeKind, number | null>>;
  readonly began?: { readonly k: number; readonly m: number };
}

/** The runs of one setting as `runs.json` has them. */
export interface StoredPreset {
  readonly preset: string;
  readonly runs: readonly StoredRun[];
}

export interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

export interface RunsSummary<Preset extends string> {
  readonly preset: Preset;
  readonly runs: number;
  /** How many ended by divergence, and the latest step that a run reached. */
  readonly diverged: number;
  readonly mostSteps: number;
  /** 0 for data without modes: then `modes` and `close` mean nothing. */
  readonly ofModes: number;
  /** Over seeds, of the mean over the last fifth of each run. */
  readonly modes: Spread;
  readonly close: Spread;
  readonly js: Spread;
  readonly w1: Spread;
  readonly travel: Spread;
  /** What fresh data reach, mean over seeds. */
  readonly jsFloor: number;
  readonly w1Floor: number;
  /** How many runs covered all modes at some frame, and the median of the first such step among them (NaN if none). */
  readonly reachedAll: number;
  readonly medianFirstAll: number;
  /**
   * Judges that are auto-encoders: what they give to data, to samples and to points off the data; and to the modes that were
   * covered and to those that were not, over the runs that had such.
   */
  readonly energy:
    (Readonly<Record<EnergyPlace, Spread>> & Readonly<Record<ModeKind, Spread | undefined>>) | undefined;
  readonly beganK: Spread | undefined;
}

/** The spread over seeds of one setting's runs. @throws RangeError if there is no run. */
export function summariseRuns<Preset extends string>({
  preset,
  runs,
}: {
  readonly preset: Preset;
  readonly runs: readonly StoredRun[];
}): RunsSummary<Preset> {
  if (!runs.length) throw new RangeError(`summariseRuns: ${preset} has no run`);
  const firsts = runs.map(({ firstAll }) => firstAll).filter((step) => step !== null);
  const over = (key: 'modes' | 'close' | 'js' | 'w1' | 'travel' | 'jsFloor' | 'w1Floor') =>
    spreadOf(runs.map((run) => run[key]));
  return {
    preset,
    runs: runs.length,
    diverged: runs.filter(({ reason }) => reason === 'diverged').length,
    mostSteps: Math.max(...runs.map(({ steps }) => steps)),
    ofModes: runs[0]?.ofModes ?? 0,
    modes: over('modes'),
    close: over('close'),
    js: over('js'),
    w1: over('w1'),
    travel: over('travel'),
    jsFloor: over('jsFloor').mean,
    w1Floor: over('w1Floor').mean,
    reachedAll: firsts.length,
    medianFirstAll: medianOf(firsts),
    energy: energyOf(runs),
    beganK: spreadOfAll(runs.map(({ began }) => began?.k)),
  };
}

function energyOf(runs: readonly StoredRun[]): RunsSummary<string>['energy'] {
  const over = (key: EnergyPlace) => spreadOfAll(runs.map(({ energy }) => energy?.[key]));
  const overSome = (key: ModeKind) => {
    const known = runs.map(({ energy }) => energy?.[key] ?? NaN).filter(Number.isFinite);
    return known.length > 0 ? spreadOf(known) : undefined;
  };
  const [data, samples, off] = [over('data'), over('samples'), over('off')];
  return data && samples && off && { data, samples, off, held: overSome('held'), lost: overSome('lost') };
}

/** The spread, if every run has the number. */
function spreadOfAll(values: readonly (number | undefined)[]): Spread | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? spreadOf(known) : undefined;
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, least: Math.min(...values), most: Math.max(...values) };
}

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}
