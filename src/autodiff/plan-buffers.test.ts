import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { compile } from './compile';
import { grad } from './grad';
import { Graph, sizeOf, type Node } from './graph';
import { add, exp, input, matmul, mean, multiply, normal, square, sum, tanh } from './ops';
import { planBuffers, type BufferPlan } from './plan-buffers';

/**
 * Runs the plan with labels in place of numbers: each buffer remembers which node it holds, and every read must find its
 * node there, also in a second run.
 */
function expectSound(order: readonly Node[], keep: readonly Node[], { slots, sizes }: BufferPlan): void {
  const holds = new Map<number, Node>();
  for (let run = 0; run < 2; run++) {
    for (const node of order) {
      for (const from of node.inputs) {
        const slot = slots.get(from);
        if (slot !== undefined) expect(holds.get(slot), `node ${node.id} reads ${from.id}`).toBe(from);
      }
      const slot = slots.get(node);
      if (slot === undefined) continue;
      expect(sizes[slot]).toBeGreaterThanOrEqual(sizeOf(node.shape));
      holds.set(slot, node);
    }
    for (const node of keep) if (slots.has(node)) expect(holds.get(slots.get(node) ?? -1)).toBe(node);
  }
}

test('a chain of elementwise functions works in one buffer', () => {
  const x = input(new Graph(), [8], 'x');
  const y = tanh(exp(square(x)));
  const { order } = compile({ outputs: [y] });
  const plan = planBuffers(order, [y]);
  expect(plan.sizes).toEqual([8]);
  expectSound(order, [y], plan);
});

test('a product is never written over its operands; with inPlace refused nothing is', () => {
  const graph = new Graph();
  const a = normal(graph, [4, 4]);
  const y = matmul(a, a);
  const { order } = compile({ outputs: [y] });
  expect(new Set(planBuffers(order, [y]).slots.values()).size).toBe(2);
  const chain = compile({ outputs: [exp(a)] }).order;
  expect(new Set(planBuffers(chain, [exp(a)], () => false).slots.values()).size).toBe(2);
});

test('an operand that is repeated by broadcasting is not written over', () => {
  const graph = new Graph();
  const row = exp(input(graph, [1, 4], 'row'));
  const column = exp(input(graph, [4, 1], 'column'));
  const y = add(row, column);
  const { order } = compile({ outputs: [y] });
  const { slots } = planBuffers(order, [y]);
  expect(new Set([row, column, y].map((node) => slots.get(node))).size).toBe(3);
});

test('what is kept keeps its buffer; leaves that the session holds have none', () => {
  const x = input(new Graph(), [8], 'x');
  const kept = exp(x);
  const y = tanh(square(kept));
  const { order } = compile({ outputs: [kept, y] });
  const plan = planBuffers(order, [kept, y]);
  expect(plan.slots.has(x)).toBe(false);
  expectSound(order, [kept, y], plan);
});

test('random graphs with their gradients: every read finds its value, and buffers are shared', () => {
  for (let seed = 0; seed < 40; seed++) {
    const rng = createRng(seed);
    const graph = new Graph();
    const nodes: Node[] = [input(graph, [3, 3], 'x'), normal(graph, [3, 3]), input(graph, [1, 3], 'b')];
    const pick = () => nodes[rng.integer(nodes.length)] ?? normal(graph, [3, 3]);
    for (let i = 0; i < 25; i++) {
      const [a, b] = [pick(), pick()];
      const made = [() => tanh(a), () => add(a, b), () => multiply(a, b), () => sum(a, [0]), () => exp(a)];
      nodes.push((made[rng.integer(made.length)] ?? (() => square(a)))());
    }
    const [x] = nodes;
    const y = mean(nodes.slice(-3).reduce((a, b) => add(a, b)));
    const keep = [y, ...grad(y, x ? [x] : [])];
    const { order } = compile({ outputs: keep });
    const plan = planBuffers(order, keep);
    expectSound(order, keep, plan);
    expect(plan.sizes.length).toBeLessThanOrEqual(plan.slots.size);
  }
});
