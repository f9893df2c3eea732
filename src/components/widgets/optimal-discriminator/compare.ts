import { jensenShannon, klDivergence, totalVariation } from '~/methods/divergences/discrete';
import { minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { optimalDiscriminator } from '~/methods/gan-losses/optimum';
import { transportOnLine } from '~/methods/line-transport/line-transport';
import { evaluateGradient, numbersOf } from '~/runtime/evaluate';
import { boxPieces, dataOf, logDensity, masses, modelOf, scoreOf, type Heaps } from './heaps';
import { HALF_AXIS, type Params } from './optimal-discriminator.params';

/**
 * The line on which everything is summed: ±15 holds more than seven widths beside every heap. Of Gaussians the sums are
 * right to about 1e-6; divergences of boxes, whose edges fall inside cells, are summed over `boxPieces` instead.
 */
const REACH = 15;
export const CELL = 0.01;
const XS = Float64Array.from({ length: (2 * REACH) / CELL + 1 }, (_, i) => i * CELL - REACH);
/** Every fourth point of the visible axis is drawn. */
const DRAWN = Array.from({ length: 201 }, (_, i) => Math.round((REACH - HALF_AXIS) / CELL) + 4 * i);
/** Beyond this a logit is as good as infinite, and e to it still a number. */
const LOGIT = 700;
export const SAMPLES = 5;

/** Which way and how hard a sample at x is pulled: minus the slope of the loss in x. */
export interface Pull {
  readonly x: number;
  readonly minimax: number;
  readonly nonSaturating: number;
  readonly critic: number;
}

export interface Comparison {
  /** Nats. `KL(p_d ‖ p_g)` and the other way round. */
  readonly js: number;
  readonly klDataModel: number;
  readonly klModelData: number;
  readonly totalVariation: number;
  /** In units of x. */
  readonly w1: number;
  /** Means of D* and of the pulls’ sizes over the generator’s samples. */
  readonly judgedFake: number;
  readonly mean: Omit<Pull, 'x'>;
  /** What is drawn, at these x. */
  readonly x: readonly number[];
  readonly data: readonly number[];
  readonly model: readonly number[];
  readonly judge: readonly number[];
  /** The critic, 0 in the middle of the axis’s values. */
  readonly critic: readonly number[];
  /** Of samples at equal shares of the generator’s mass. */
  readonly pulls: readonly Pull[];
}

/** Pulls at some points. The losses’ slopes in the logit are the training code’s own; the logit is log p_d − log p_g. */
function pullsAt(data: Heaps, model: Heaps, slopes: Int8Array, xs: readonly number[]): Pull[] {
  const logits = xs.map((x) => {
    const logit = logDensity(data, x) - logDensity(model, x);
    // Just outside of both boxes: any logit will do.
    if (Number.isNaN(logit)) return 0;
    return Math.max(-LOGIT, Math.min(LOGIT, logit));
  });
  const slopesOf = (loss: typeof minimaxGeneratorLoss) =>
    numbersOf(evaluateGradient(loss, [logits])[0] ?? []).map((slope) => slope * logits.length);
  const minimax = slopesOf(minimaxGeneratorLoss);
  const nonSaturating = slopesOf(nonSaturatingGeneratorLoss);
  return xs.map((x, i) => {
    const rise = scoreOf(data, x) - scoreOf(model, x);
    return {
      x,
      minimax: -(minimax[i] ?? NaN) * rise,
      nonSaturating: -(nonSaturating[i] ?? NaN) * rise,
      critic: slopes[Math.floor((x + REACH) / CELL)] ?? 0,
    };
  });
}

/** Points below which these shares of the mass lie. */
function quantiles(p: Float64Array, shares: readonly number[]): number[] {
  const found: number[] = [];
  let below = 0;
  p.forEach((mass, i) => {
    while (found.length < shares.length && below + mass >= (shares[found.length] ?? 1)) {
      const inside = mass > 0 ? ((shares[found.length] ?? 1) - below) / mass - 0.5 : 0;
      found.push((XS[i] ?? NaN) + inside * CELL);
    }
    below += mass;
  });
  return found;
}

/** Numbers of two densities from their masses on common pieces. */
function numbersFrom(p: Float64Array, q: Float64Array) {
  const judge = optimalDiscriminator([...p], [...q]);
  return {
    js: jensenShannon(p, q),
    klDataModel: klDivergence(p, q),
    klModelData: klDivergence(q, p),
    totalVariation: totalVariation(p, q),
    judgedFake: judge.reduce((sum, value, i) => sum + ((q[i] ?? 0) > 0 ? (q[i] ?? 0) * value : 0), 0),
  };
}

/** The generator's mass where the critic has a slope, on exact pieces: where the distribution functions differ. */
function carriedMass(p: Float64Array, q: Float64Array): number {
  let behind = 0;
  return q.reduce((sum, mass, i) => {
    const before = behind;
    behind += mass - (p[i] ?? NaN);
    return Math.max(Math.abs(before), Math.abs(behind)) > 1e-12 ? sum + mass : sum;
  }, 0);
}

/**
 * Mean sizes of the pulls over the generator's mass. Over all of it: between heaps far apart the saturating loss pulls at next to no
 * mass, but nowhere else at all.
 */
function meanPulls(data: Heaps, model: Heaps, slopes: Int8Array, q: Float64Array): Omit<Pull, 'x'> {
  const hasMass = (_: number, i: number) => (q[i] ?? 0) > 0;
  const all = pullsAt(data, model, slopes, [...XS].filter(hasMass));
  const weights = [...q].filter(hasMass);
  const total = weights.reduce((sum, mass) => sum + mass, 0);
  const meanOf = (key: keyof Omit<Pull, 'x'>) =>
    all.reduce((sum, pull, i) => sum + (weights[i] ?? 0) * Math.abs(pull[key]), 0) / total;
  return {
    minimax: meanOf('minimax'),
    nonSaturating: meanOf('nonSaturating'),
    critic: model.shape === 'box' ? carriedMass(...boxPieces(data, model)) : meanOf('critic'),
  };
}

/** Everything that the figure shows of two densities and their best judges. */
export function compare(params: Params): Comparison {
  const [data, model] = [dataOf(params), modelOf(params)];
  const [p, q] = [masses(data, XS, CELL), masses(model, XS, CELL)];
  const { distance, critic, slopes } = transportOnLine(p, q, CELL);
  const drawn = (values: Float64Array) => DRAWN.map((i) => values[i] ?? NaN);
  const judge = optimalDiscriminator([...p], [...q]);
  const line = drawn(critic);
  const middle = (Math.max(...line) + Math.min(...line)) / 2;
  const shares = Array.from({ length: SAMPLES }, (_, i) => (i + 0.5) / SAMPLES);
  return {
    ...(params.shape === 'box' ? numbersFrom(...boxPieces(data, model)) : numbersFrom(p, q)),
    w1: distance,
    mean: meanPulls(data, model, slopes, q),
    x: drawn(XS),
    data: drawn(p).map((mass) => mass / CELL),
    model: drawn(q).map((mass) => mass / CELL),
    judge: DRAWN.map((i) => judge[i] ?? NaN),
    critic: line.map((value) => value - middle),
    pulls: pullsAt(data, model, slopes, quantiles(q, shares)),
  };
}

/** JS and W₁ of the same heaps at other distances of their centres, 0 … 8. */
export function overDistance(params: Params): { distance: number[]; js: number[]; w1: number[] } {
  const distance = Array.from({ length: 33 }, (_, i) => (HALF_AXIS * i) / 16);
  const data = dataOf({ ...params, dataAt: -HALF_AXIS });
  const p = masses(data, XS, CELL);
  const models = distance.map((gap) => modelOf({ ...params, modelAt: gap - HALF_AXIS }));
  const all = models.map((model) => masses(model, XS, CELL));
  return {
    distance,
    js: models.map((model, i) =>
      jensenShannon(...(params.shape === 'box' ? boxPieces(data, model) : ([p, all[i]!] as const))),
    ),
    w1: all.map((q) => transportOnLine(p, q, CELL).distance),
  };
}
