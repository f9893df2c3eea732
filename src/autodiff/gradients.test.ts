import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { openReferenceNow } from '~/runtime/executors/reference/session';
import { compile } from './compile';
import { grad } from './grad';
import { GRADIENTS } from './gradients';
import { Graph, sizeOf, type Node, type Shape } from './graph';
import { OP_CASES, type OpCase } from './op-cases';
import { add, input, multiply, square, sum } from './ops';

/** Step of the central difference; its error is of order h² and 1e-16/h, both near 1e-10. */
const H = 1e-5;
const TOLERANCE = 1e-7;
const rng = createRng(20260);

function point(size: number, domain: OpCase['domain'] = 'any'): Float64Array {
  return Float64Array.from({ length: size }, () => {
    const value = 2 * rng.uniform() - 1;
    if (domain === 'any') return 1.5 * value;
    return domain === 'positive' ? 0.3 + Math.abs(value) : value + 0.3 * Math.sign(value);
  });
}

function leaves(graph: Graph, shapes: readonly Shape[], name: string): Node[] {
  return shapes.map((shape, i) => input(graph, shape, `${name} ${i}`));
}

/** Σ uᵢ · gᵢ, a scalar that weighs every element by a number of its own. */
function weigh(values: readonly Node[], weights: readonly Node[]): Node {
  const terms = values.map((value, i) => sum(multiply(value, weights[i] ?? NaN)));
  return terms.reduce((total, term) => add(total, term));
}

/** The largest difference of a gradient and of central differences of its function, relative to 1 + their size. */
function worstError(y: Node, wrt: readonly Node[], points: ReadonlyMap<Node, Float64Array>): number {
  const session = openReferenceNow({ seed: 7 });
  const gradients = grad(y, wrt);
  for (const [leaf, values] of points) session.write(leaf, values);
  const analytic = session.compile(compile({ outputs: gradients }));
  analytic.run();
  const valueAt = () => {
    // A fresh step, so that random nodes draw what they drew before.
    const step = session.compile(compile({ outputs: [y] }));
    step.run();
    return step.readNow(y)[0] ?? NaN;
  };
  const errors = wrt.flatMap((leaf, which) => {
    const exact = analytic.readNow(gradients[which] ?? leaf);
    const base = points.get(leaf) ?? new Float64Array();
    return Array.from(base, (value, i) => {
      session.write(leaf, base.with(i, value + H));
      const above = valueAt();
      session.write(leaf, base.with(i, value - H));
      const below = valueAt();
      session.write(leaf, base);
      const difference = (above - below) / (2 * H);
      return Math.abs(difference - (exact[i] ?? NaN)) / (1 + Math.abs(difference));
    });
  });
  return Math.max(...errors);
}

function setUp({ shapes, domain, build }: OpCase) {
  const graph = new Graph();
  const inputs = leaves(graph, shapes, 'x');
  const result = build(...(inputs as [Node, Node]));
  // f + f², so that a linear operation has a second derivative too.
  const [weight] = leaves(graph, [result.shape], 'weight');
  const first = weigh([add(result, square(result))], weight ? [weight] : []);
  const directions = leaves(graph, shapes, 'direction');
  const second = weigh(grad(first, inputs), directions);
  const points = new Map(inputs.map((leaf) => [leaf, point(sizeOf(leaf.shape), domain)]));
  for (const leaf of [weight, ...directions]) if (leaf) points.set(leaf, point(sizeOf(leaf.shape)));
  return { graph, inputs, first, second, points };
}

for (const [op, cases] of Object.entries(OP_CASES))
  test(`${op}: first and second derivatives equal central differences`, () => {
    expect(cases.length).toBeGreaterThan(0);
    for (const each of cases) {
      const { graph, inputs, first, second, points } = setUp(each);
      expect(
        graph.nodes.some((node) => node.op === op),
        'the case uses the operation',
      ).toBe(true);
      const where = `shapes ${JSON.stringify(each.shapes)}`;
      expect(worstError(first, inputs, points), `first order, ${where}`).toBeLessThan(TOLERANCE);
      // By the weight and the directions too: those pass through the gradients' own gradients.
      expect(worstError(second, [...points.keys()], points), `second order, ${where}`).toBeLessThan(
        TOLERANCE,
      );
    }
  });

test('every operation has cases', () => {
  expect(Object.keys(OP_CASES).sort()).toEqual(Object.keys(GRADIENTS).sort());
});
