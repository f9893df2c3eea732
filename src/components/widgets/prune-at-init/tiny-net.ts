import { createRng } from '~/methods/rng/create-rng';
import { SIZES } from './prune-at-init.params';

/** Points of each class. */
const PER_CLASS = 24;

/** Points in the plane with a third coordinate 1, and the class of each. */
export interface Points {
  readonly inputs: readonly Float64Array[];
  readonly labels: readonly number[];
}

/** Weights of the layers one after the other, [outputs, inputs] each. */
export const SHAPES = SIZES.slice(1).map((outputs, at) => [outputs, SIZES[at] ?? 0] as const);
export const LENGTHS = SHAPES.map(([outputs, inputs]) => outputs * inputs);
export const COUNT = LENGTHS.reduce((sum, length) => sum + length, 0);

/** Two half moons with noise. */
export function drawPoints(seed: number): Points {
  const rng = createRng(seed + 500);
  const labels = Array.from({ length: 2 * PER_CLASS }, (_, at) => at % 2);
  const inputs = labels.map((label) => {
    const angle = Math.PI * rng.uniform();
    const side = label === 0 ? 1 : -1;
    return Float64Array.of(
      side * Math.cos(angle) + (label === 0 ? -0.5 : 0.5) + 0.1 * rng.normal(),
      side * Math.sin(angle) - (label === 0 ? 0.25 : -0.25) + 0.1 * rng.normal(),
      1,
    );
  });
  return { inputs, labels };
}

/** Initial weights: normal, variance 1 / inputs, the last layer's times `scale`. */
export function initialWeights(seed: number, scale: number): Float64Array {
  const rng = createRng(seed);
  return Float64Array.from(
    SHAPES.flatMap(([outputs, inputs], layer) =>
      Array.from(
        { length: outputs * inputs },
        () => (rng.normal() / Math.sqrt(inputs)) * (layer === SHAPES.length - 1 ? scale : 1),
      ),
    ),
  );
}

const startOf = (layer: number): number => LENGTHS.slice(0, layer).reduce((sum, length) => sum + length, 0);

/** What each layer hands on for one input: tanh units, the last layer linear. */
function forward(weights: ArrayLike<number>, input: Float64Array): Float64Array[] {
  const values = [input];
  SHAPES.forEach(([outputs, inputs], layer) => {
    const from = startOf(layer);
    const before = values[layer] ?? input;
    values.push(
      Float64Array.from({ length: outputs }, (_, row) => {
        let total = 0;
        for (let column = 0; column < inputs; column++)
          total += (weights[from + row * inputs + column] ?? 0) * (before[column] ?? 0);
        return layer < SHAPES.length - 1 ? Math.tanh(total) : total;
      }),
    );
  });
  return values;
}

function softmax(logits: Float64Array): Float64Array {
  const most = Math.max(...logits);
  const raised = logits.map((logit) => Math.exp(logit - most));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}

/** Mean cross-entropy of the points, nats. */
export function lossOf(weights: ArrayLike<number>, { inputs, labels }: Points): number {
  const costs = inputs.map((input, at) => {
    const logits = forward(weights, input).at(-1) ?? new Float64Array();
    return -Math.log(softmax(logits)[labels[at] ?? 0] ?? NaN);
  });
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

/** ∂loss/∂w, as long as the weights: the backward pass. */
export function gradientOf(weights: ArrayLike<number>, { inputs, labels }: Points): Float64Array {
  const gradient = new Float64Array(COUNT);
  inputs.forEach((input, at) => {
    const values = forward(weights, input);
    let error = softmax(values.at(-1) ?? new Float64Array()).map(
      (p, row) => (p - Number(labels[at] === row)) / inputs.length,
    );
    for (let layer = SHAPES.length - 1; layer >= 0; layer--) {
      const [outputs, width] = SHAPES[layer] ?? [0, 0];
      const [from, before] = [startOf(layer), values[layer] ?? new Float64Array()];
      const next = new Float64Array(width);
      for (let row = 0; row < outputs; row++)
        for (let column = 0; column < width; column++) {
          const place = from + row * width + column;
          gradient[place]! += (error[row] ?? 0) * (before[column] ?? 0);
          next[column]! += (error[row] ?? 0) * (weights[place] ?? 0);
        }
      error = next.map((value, column) => value * (1 - (before[column] ?? 0) ** 2));
    }
  });
  return gradient;
}

/** Step of the difference that stands for the Hessian's product. */
const NUDGE = 1e-5;

/** H g by a central difference of the gradient along itself: good to about eight digits. */
export function hessianGradientOf(weights: ArrayLike<number>, points: Points): Float64Array {
  const g = gradientOf(weights, points);
  const moved = (by: number) =>
    gradientOf(
      Float64Array.from(g, (slope, place) => (weights[place] ?? 0) + by * slope),
      points,
    );
  const [up, down] = [moved(NUDGE), moved(-NUDGE)];
  return g.map((_, place) => ((up[place] ?? 0) - (down[place] ?? 0)) / (2 * NUDGE));
}

/** The share of points whose class has the larger logit. */
export function accuracyOf(weights: ArrayLike<number>, { inputs, labels }: Points): number {
  const right = inputs.filter((input, at) => {
    const [first = 0, second = 0] = forward(weights, input).at(-1) ?? [];
    return first === second ? false : Number(second > first) === labels[at];
  });
  return right.length / inputs.length;
}
