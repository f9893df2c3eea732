/** What data against data reach by the same estimator and the same numbers of points: mean and standard deviation over repeats. */
export interface Floor {
  readonly mean: number;
  readonly spread: number;
}
