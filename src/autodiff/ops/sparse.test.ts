import { describe, expect, it } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph } from '~/autodiff/graph';
import { input, matmul, multiply, reshape, sampledMatmul, sparseMatmul, sparsePattern } from '~/autodiff/ops';
import type { OpenSession } from '~/autodiff/program';
import { listEntries } from '~/autodiff/sparse-entries';
import { createRng } from '~/methods/rng/create-rng';
import { openReference } from '~/runtime/executors/reference/session';
import { openWasmSession } from '~/runtime/executors/wasm/session';
import { writePattern } from './sparse';

const [ROWS, COLUMNS, BATCH] = [30, 41, 100];
const rng = createRng(5);
const draw = (size: number) => Float32Array.from({ length: size }, () => rng.normal());
const drawMask = (share: number) =>
  Uint8Array.from({ length: ROWS * COLUMNS }, () => Number(rng.uniform() < share));

/** W and mask as dense leaves, and the same as a sparse product: both products and the sampled one. */
function build(capacity: number, mask: Uint8Array) {
  const graph = new Graph();
  const [x, g] = [
    input(graph, [COLUMNS, BATCH], 'x', draw(COLUMNS * BATCH)),
    input(graph, [ROWS, BATCH], 'g', draw(ROWS * BATCH)),
  ];
  const pattern = sparsePattern(graph, ROWS, COLUMNS, listEntries(mask, ROWS, COLUMNS, capacity));
  const values = input(graph, [capacity], 'values');
  const [dense, kept] = [input(graph, [ROWS, COLUMNS], 'dense'), input(graph, [ROWS, COLUMNS], 'kept')];
  const whole = multiply(dense, kept);
  const outputs = [
    [sparseMatmul(pattern, values, x), matmul(whole, x)],
    [sparseMatmul(pattern, values, g, { transpose: true }), matmul(whole, g, { transposeA: true })],
  ] as const;
  const sampled = sampledMatmul(pattern, g, x);
  const full = reshape(matmul(g, x, { transposeB: true }), [ROWS * COLUMNS]);
  return {
    pattern,
    values,
    dense,
    kept,
    outputs,
    sampled,
    full,
    program: compile({ outputs: [...outputs.flat(), sampled, full] }),
  };
}

const executors: [string, OpenSession][] = [
  ['reference', openReference],
  ['wasm', openWasmSession],
];

describe.each(executors)('sparse products on %s', (_, open) => {
  it('are the dense ones of the masked matrix, also when the pattern changes between runs', async () => {
    const masks = [
      drawMask(0.1),
      drawMask(0.3),
      new Uint8Array(ROWS * COLUMNS),
      new Uint8Array(ROWS * COLUMNS).fill(1),
    ];
    const made = build(ROWS * COLUMNS, masks[0] ?? new Uint8Array());
    const session = await open({ seed: 1 });
    const step = await session.compile(made.program);
    for (const mask of masks) {
      const weights = draw(ROWS * COLUMNS);
      const places = [...mask.keys()].filter((place) => mask[place]);
      writePattern(session, made.pattern, mask);
      session.write(made.dense, weights);
      session.write(made.kept, mask);
      // Behind the last entry stands what must not be read.
      session.write(
        made.values,
        Float32Array.from({ length: mask.length }, (_, e) => weights[places[e] ?? -1] ?? NaN),
      );
      await step.run();
      for (const [sparse, dense] of made.outputs) {
        const [found, wanted] = [await step.read(sparse), await step.read(dense)];
        found.forEach((value, i) => { expect(value).toBeCloseTo(wanted[i] ?? NaN, 4); }); // prettier-ignore
      }
      const [sampled, full] = [await step.read(made.sampled), await step.read(made.full)];
      sampled.forEach((value, e) => { expect(value).toBeCloseTo(e < places.length ? (full[places[e] ?? -1] ?? NaN) : 0, 4); }); // prettier-ignore
    }
    session.dispose();
  });

  it('name a pattern that leads out of the matrix', async () => {
    const made = build(40, drawMask(0.02));
    for (const [leaf, value] of [
      [made.pattern.leaves.columnOf, COLUMNS],
      [made.pattern.leaves.columnOf, -1],
      [made.pattern.leaves.rowOf, 0.5],
    ] as const) {
      const session = await open({ seed: 1 });
      const step = await session.compile(made.program);
      const held = (await session.read(leaf)).slice();
      held[1] = value;
      session.write(leaf, held);
      await expect((async () => step.run())()).rejects.toThrow(RangeError);
      session.dispose();
    }
  });
});

it('refuses shapes that do not fit, and more entries than there is room for', async () => {
  const { pattern, values, program } = build(40, drawMask(0.02));
  const { graph } = values;
  expect(() => sparseMatmul(pattern, values, input(graph, [ROWS, 3], 'x'))).toThrow(
    `expected the shape [${COLUMNS}, b]`,
  );
  expect(() => sparseMatmul(pattern, input(graph, [39], 'v'), input(graph, [COLUMNS, 3], 'x'))).toThrow(
    '[40]',
  );
  expect(() => sampledMatmul(pattern, input(graph, [ROWS, 3], 'g'), input(graph, [COLUMNS, 4], 'x'))).toThrow(
    `expected the shape [${COLUMNS}, 3]`,
  );
  const session = await openReference({ seed: 1 });
  await session.compile(program);
  expect(() => { writePattern(session, pattern, drawMask(0.5)); }).toThrow('do not fit into room for 40'); // prettier-ignore
});
