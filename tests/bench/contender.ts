/** Something that trains a case and is timed. */
export interface Contender {
  readonly name: string;
  /** Trains that many steps and returns when they are done. */
  steps(count: number): Promise<void>;
  dispose(): void;
}

/** One that cannot take part in a case, and why. */
export interface Absent {
  readonly name: string;
  readonly absent: string;
}

/** Steps in a second of one contender on one case, medians over the repeats. */
export interface Result {
  readonly case: string;
  readonly contender: string;
  /** By the clock on the wall; undefined for one that is absent. */
  readonly wall: number | undefined;
  /** By processor time, where the platform tells it: other programs on the machine disturb it less. */
  readonly cpu: number | undefined;
  /** Why there is no number. */
  readonly absent?: string;
}
