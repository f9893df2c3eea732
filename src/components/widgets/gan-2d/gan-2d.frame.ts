import type { Floor } from '~/methods/toy-gan/measure';
import type { VerdictKind } from '~/methods/toy-gan/options';

/** Half the side of the square that is shown, in the data's own units. */
export const HALF_SIDE = 3;
/** The judge is evaluated on GRID × GRID points. */
export const GRID = 48;
/** Data points to draw batches from. */
export const DATA_POINTS = 4096;
/** Samples from the fixed noise, on which everything is measured. */
export const SAMPLES = 1024;
/** The generator is evaluated on MANIFOLD × MANIFOLD points of its noise (MANIFOLD in a line when the noise has one dimension). */
export const MANIFOLD = 25;

/** What the widget shows at one moment. The means, counts and distances are over all SAMPLES samples. */
export interface Frame {
  /**
   * Turns done: k steps of the judge and one of the generator; with `train` judge or generator a turn is one step of
   * that player alone. What `steps` and `stepsPerFrame` count, and the abscissa of every chart.
   */
  readonly step: number;
  /** Steps done by each player. */
  readonly judgeSteps: number;
  readonly generatorSteps: number;
  /** x₀, y₀, x₁, y₁, … of the data (the same in every frame) and of G's samples of the fixed noise. */
  readonly real: Float32Array;
  readonly generated: Float32Array;
  /** The judge on the grid, row by row from the lowest y, and what kind of number it says. */
  readonly field: Float32Array;
  readonly fieldKind: VerdictKind;
  /** Of the latest step of each player, on its own batch; not smoothed. NaN before the first. */
  readonly lossD: number;
  readonly lossG: number;
  /** Means of the verdict over all data and over the samples. */
  readonly judgedReal: number;
  readonly judgedFake: number;
  /** [SAMPLES, 2]: for each sample −∂ℓ/∂x, the direction in which its loss ℓ falls (the pulling-away term not counted). */
  readonly gradients: Float32Array;
  /** Mean length of those. */
  readonly pull: number;
  /**
   * G on a regular lattice of its noise, row by row: [manifoldRows, MANIFOLD, 2]. Two dimensions of the noise: from −2
   * to 2 (uniform: −√3 to √3) along both; more: the first two, the others 0; one: a single row.
   */
  readonly manifold: Float32Array;
  readonly manifoldRows: number;
  /** Samples within 3σ of each mode (ring, grid), how many modes are covered and how many there are; empty and 0 for other data. */
  readonly counts: readonly number[];
  readonly covered: number;
  readonly modes: number;
  /** Share of the samples within 3σ of some mode; NaN without modes. */
  readonly closeShare: number;
  /** Jensen–Shannon divergence in nats of the histograms of samples and data, and what fresh data reach (NaN before training). */
  readonly js: number;
  readonly jsFloor: Floor;
  /** Sliced Wasserstein-1 distance of samples and data, and what fresh data reach (NaN before training). */
  readonly w1: number;
  readonly w1Floor: Floor;
  /** BEGAN's k_t and its measure of convergence M, on the latest batch of the judge; NaN for other losses. */
  readonly beganK: number;
  readonly beganM: number;
}
