import { createRng } from '~/methods/rng/create-rng';
import { randomMask } from '~/methods/sparsity/masks';
import { COLUMNS, PLACES, ROWS } from './grow-step.params';

/** Examples of the batch. */
const BATCH = 40;
/** Connections that exist. */
export const ACTIVE = 10;
/** η of the one step that is shown. */
export const RATE = 0.5;

/** A batch: inputs [BATCH, COLUMNS] and the class of each, 0 … ROWS − 1. */
export interface TinyBatch {
  readonly x: readonly Float64Array[];
  readonly labels: readonly number[];
}

/** A layer [ROWS, COLUMNS] before the exchange, with the batch that it is judged by. */
export interface TinyLayer {
  readonly weights: Float64Array;
  readonly mask: Uint8Array;
  readonly batch: TinyBatch;
}

/** The layer of a seed: random places, small random weights, and a batch whose classes differ in what inputs they favour. The last input is always 0, like a black pixel. */
export function makeLayer(seed: number): TinyLayer {
  const rng = createRng(seed);
  const mask = randomMask(PLACES, ACTIVE, rng);
  const weights = Float64Array.from(mask, (active) => (active === 1 ? 0.6 * rng.normal() : 0));
  const centres = Array.from({ length: ROWS }, () =>
    Array.from({ length: COLUMNS - 1 }, () => 1.2 * rng.normal()),
  );
  const labels = Array.from({ length: BATCH }, (_, at) => at % ROWS);
  const x = labels.map((label) =>
    Float64Array.from({ length: COLUMNS }, (_, column) =>
      column === COLUMNS - 1 ? 0 : (centres[label]?.[column] ?? 0) + 0.5 * rng.normal(),
    ),
  );
  return { weights, mask, batch: { x, labels } };
}

/** Probabilities of the classes for one input: softmax(W x). */
function classesOf(weights: ArrayLike<number>, x: Float64Array): Float64Array {
  const logits = Float64Array.from({ length: ROWS }, (_, row) =>
    x.reduce((sum, value, column) => sum + (weights[row * COLUMNS + column] ?? 0) * value, 0),
  );
  const most = Math.max(...logits);
  const raised = logits.map((logit) => Math.exp(logit - most));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}

/** Mean cross-entropy of the batch, nats. */
export function lossOf(weights: ArrayLike<number>, { x, labels }: TinyBatch): number {
  const costs = x.map((input, at) => -Math.log(classesOf(weights, input)[labels[at] ?? 0] ?? NaN));
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

/** ∂loss/∂W [ROWS, COLUMNS] at all places, connected or not: the mean of (p − y) xᵀ. */
export function gradientOf(weights: ArrayLike<number>, { x, labels }: TinyBatch): Float64Array {
  const gradient = new Float64Array(PLACES);
  x.forEach((input, at) => {
    const p = classesOf(weights, input);
    for (let row = 0; row < ROWS; row++) {
      const slope = ((p[row] ?? 0) - Number(labels[at] === row)) / x.length;
      for (let column = 0; column < COLUMNS; column++)
        gradient[row * COLUMNS + column]! += slope * (input[column] ?? 0);
    }
  });
  return gradient;
}

/** One step of η down the gradient, of the masked weights alone. */
export function stepOf(weights: ArrayLike<number>, mask: Uint8Array, batch: TinyBatch): Float64Array {
  const gradient = gradientOf(weights, batch);
  return Float64Array.from(mask, (active, place) =>
    active === 1 ? (weights[place] ?? 0) - RATE * (gradient[place] ?? 0) : 0,
  );
}
