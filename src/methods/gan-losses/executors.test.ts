import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, sizeOf, type Node, type Shape } from '~/autodiff/graph';
import { input, square, sum } from '~/autodiff/ops';
import { draganPenalty } from '~/methods/gradient-penalties/dragan';
import { r1Penalty } from '~/methods/gradient-penalties/r1';
import { featureMatchingLoss } from '~/methods/minibatch-discrimination/feature-matching';
import { minibatchFeatures } from '~/methods/minibatch-discrimination/minibatch-features';
import { applyMlp } from '~/methods/mlp/mlp';
import { createRng } from '~/methods/rng/create-rng';
import { spectralNormalize } from '~/methods/spectral-norm/spectral-norm';
import { openSession } from '~/runtime/executors';
import { deviation, PARITY_TOLERANCE } from '~/runtime/executors/parity';
import { beganControl, beganConvergence, beganDiscriminatorLoss } from './began';
import { energyDiscriminatorLoss, pullingAwayTerm } from './ebgan';
import { absoluteError, reconstructionNorm } from './energies';
import { hingeDiscriminatorLoss } from './hinge';
import { leastSquaresDiscriminatorLoss, leastSquaresGeneratorLoss } from './least-squares';

interface Case {
  readonly shapes: readonly Shape[];
  readonly build: (...inputs: Node[]) => Node;
}

const COLUMN = [11, 1];
const pair = (build: (a: Node, b: Node) => Node): Case => ({
  shapes: [COLUMN, COLUMN],
  build: build,
});
/** A judge [3, 6, 1] whose parameters come after the points. */
const judged = (penalty: (judge: (x: Node) => Node, points: Node) => Node): Case => ({
  shapes: [[9, 3], [3, 6], [6], [6, 1], [1]],
  build: (x: Node, w0: Node, b0: Node, w1: Node, b1: Node) => {
    const layers = [{ weight: w0, bias: b0 }, { weight: w1, bias: b1 }]; // prettier-ignore
    return penalty((at) => applyMlp(layers, at, 'tanh'), x);
  },
});

const CASES: Record<string, Case> = {
  leastSquaresDiscriminatorLoss: pair((a, b) => leastSquaresDiscriminatorLoss(a, b)),
  leastSquaresGeneratorLoss: pair((a) => leastSquaresGeneratorLoss(a)),
  hingeDiscriminatorLoss: pair(hingeDiscriminatorLoss),
  energyDiscriminatorLoss: pair((a, b) => energyDiscriminatorLoss(square(a), square(b), 1.5)),
  pullingAwayTerm: { shapes: [[8, 5]], build: (codes) => pullingAwayTerm(codes) },
  reconstructionNorm: { shapes: [[7, 3], [7, 3]], build: ((a: Node, b: Node) => sum(reconstructionNorm(a, b))) }, // prettier-ignore
  absoluteError: { shapes: [[7, 3], [7, 3]], build: ((a: Node, b: Node) => sum(absoluteError(a, b))) }, // prettier-ignore
  beganDiscriminatorLoss: pair((a, b) => beganDiscriminatorLoss(square(a), square(b), 0.4)),
  beganControl: pair((a, b) => beganControl(sum(square(a)), a, b, { gamma: 0.5, lambda: 0.3 })),
  beganConvergence: pair((a, b) => beganConvergence(square(a), square(b), 0.5)),
  draganPenalty: judged((judge, x) => draganPenalty(judge, x, square(x))),
  r1Penalty: judged((judge, x) => r1Penalty(judge, x)),
  spectralNormalize: { shapes: [[5, 4], [4, 1]], build: ((w: Node, u: Node) => sum(square(sum(spectralNormalize(w, u).weight, [0])))) }, // prettier-ignore
  minibatchFeatures: { shapes: [[6, 4], [4, 6]], build: ((f: Node, t: Node) => sum(square(minibatchFeatures(f, t, 3, 2)))) }, // prettier-ignore
  featureMatchingLoss: { shapes: [[6, 4], [5, 4]], build: featureMatchingLoss }, // prettier-ignore
};

test.each(Object.entries(CASES))(
  '%s: value and gradients of wasm are those of reference',
  async (_, { shapes, build }) => {
    const graph = new Graph();
    const rng = createRng(12);
    const inputs = shapes.map((shape, i) =>
      input(
        graph,
        shape,
        `x${i}`,
        Float32Array.from({ length: sizeOf(shape) }, () => rng.normal()),
      ),
    );
    const value = build(...inputs);
    const outputs = [value, ...grad(value, inputs)];
    const found: ArrayLike<number>[][] = [];
    for (const executor of ['wasm', 'reference'] as const) {
      const session = await openSession(executor)({ seed: 1 });
      const step = await session.compile(compile({ outputs }));
      await step.run();
      found.push(await Promise.all(outputs.map((output) => step.read(output))));
      session.dispose();
    }
    const [wasm = [], reference = []] = found;
    wasm.forEach((values, i) =>
      expect(deviation(values, reference[i] ?? [])).toBeLessThanOrEqual(PARITY_TOLERANCE),
    );
  },
);
