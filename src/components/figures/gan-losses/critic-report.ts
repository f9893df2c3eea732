import { LIMITS, SETTINGS, trainCritic, type Limit, type TrainedCritic } from './train-critic';
import type { OpenSession } from '~/autodiff/program';

/** The histograms of slopes: equal bars from 0; what is steeper counts in the last. */
export const SLOPE_BINS = { to: 1.75, count: 35 } as const;

/** What the figure and the text show of one critic. */
export interface StoredCritic {
  readonly limit: Limit;
  readonly gap: number;
  /** Of the slopes on the lines between data and samples. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** The steepest place in the square. */
  readonly steepest: number;
  /** Share of the entries of all matrices that sit at ±c (clipping), within a thousandth of c. */
  readonly atCorner: number;
  /** Shares of slopes by bar. */
  readonly onLines: readonly number[];
  readonly anywhere: readonly number[];
}

export interface CriticReport {
  readonly command: string;
  readonly settings: typeof SETTINGS;
  readonly critics: readonly StoredCritic[];
}

const round = (value: number, digits = 4) => Number(value.toFixed(digits));

/** Trains all critics and keeps what the chapter shows. */
export async function reportCritics(open: OpenSession): Promise<CriticReport> {
  const critics = [];
  for (const limit of LIMITS) critics.push(storeCritic(await trainCritic(limit, open)));
  return { command: 'npm run measure:critics', settings: SETTINGS, critics };
}

/** One critic's row of the report. */
export function storeCritic({ limit, gap, weights, onLines, anywhere }: TrainedCritic): StoredCritic {
  const sorted = onLines.toSorted();
  const corner = weights.filter(
    (weight) => Math.abs(Math.abs(weight) - SETTINGS.clip) < SETTINGS.clip / 1000,
  );
  return {
    limit,
    gap: round(gap),
    median: round(sorted[Math.floor(sorted.length / 2)] ?? NaN),
    least: round(sorted[0] ?? NaN),
    most: round(sorted.at(-1) ?? NaN),
    steepest: round(Math.max(...anywhere)),
    atCorner: limit === 'clip' ? round(corner.length / weights.length) : 0,
    onLines: shares(onLines),
    anywhere: shares(anywhere),
  };
}

function shares(slopes: Float64Array): number[] {
  const { to, count } = SLOPE_BINS;
  const bins = Array.from({ length: count }, () => 0);
  for (const slope of slopes) {
    const bin = Math.min(Math.floor((slope / to) * count), count - 1);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins.map((n) => round(n / slopes.length));
}
