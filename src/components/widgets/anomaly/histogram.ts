/** Bins of a histogram of scores. */
const BINS = 40;

export interface Histograms {
  /** Ends of the common axis. */
  readonly domain: readonly [number, number];
  /** Outlines as steps: two corners for each bin and the feet at both ends. */
  readonly xs: readonly number[];
  /** Pictures a bin, as outlines. */
  readonly normal: readonly number[];
  readonly foreign: readonly number[];
  /** Pictures of the fullest bin. */
  readonly most: number;
}

function countIn(values: readonly number[], from: number, width: number): number[] {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((value - from) / width)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

const outline = (counts: readonly number[]): number[] => [0, ...counts.flatMap((n) => [n, n]), 0];

/**
 * Both groups over the same bins of equal width, from the least score of all to the largest; where all are equal the axis is 1 wide.
 */
export function histogramsOf(normal: readonly number[], foreign: readonly number[]): Histograms {
  const all = [...normal, ...foreign];
  const least = Math.min(...all);
  const largest = Math.max(...all);
  const width = (largest > least ? largest - least : 1) / BINS;
  const edges = Array.from({ length: BINS + 1 }, (_, i) => least + i * width);
  const [one, two] = [countIn(normal, least, width), countIn(foreign, least, width)];
  return {
    domain: [least, least + BINS * width],
    xs: edges.flatMap((edge) => [edge, edge]),
    normal: outline(one),
    foreign: outline(two),
    most: Math.max(...one, ...two),
  };
}
