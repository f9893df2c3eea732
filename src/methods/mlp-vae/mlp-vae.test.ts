import { describe, expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, type Node } from '~/autodiff/graph';
import { input } from '~/autodiff/ops';
import { adam } from '~/methods/optimizers/updates';
import { createRng } from '~/methods/rng/create-rng';
import { openReferenceNow } from '~/runtime/executors/reference/session';
import { openSession } from '~/runtime/executors';
import golden from './golden.json';
import { buildMlpVae } from './mlp-vae';
import { initVaeNets, weightsOf } from './networks';
import { vaeLoss, vaeTerms } from './objective';

const { sizes, beta, lambda, rate } = golden;
const [steps = 0, batch = 0] = golden.batches.shape;

/** PyTorch's nets in float64, and what a test asks of them. */
function setUp() {
  const graph = new Graph();
  const nets = initVaeNets(graph, sizes, createRng(1));
  const weights = weightsOf(nets);
  const x = input(graph, [batch, sizes.pixels], 'x');
  const noise = input(graph, [batch, sizes.code], 'noise');
  const terms = vaeTerms(nets, x, noise);
  const loss = vaeLoss(terms, beta, lambda);
  const session = openReferenceNow({ seed: 0 });
  weights.forEach((weight, i) => session.write(weight, golden.start[i]?.values ?? []));
  const feed = (step: number) => {
    const part = (all: readonly number[], size: number) => all.slice(step * size, (step + 1) * size);
    session.write(x, part(golden.batches.values, batch * sizes.pixels));
    session.write(noise, part(golden.noise.values, batch * sizes.code));
  };
  return { weights, terms, loss, session, feed };
}

function expectClose(found: ArrayLike<number>, expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 11));
}

describe('against PyTorch, in float64', () => {
  test('both terms, the loss with β and free bits, and every gradient', () => {
    const { weights, terms, loss, session, feed } = setUp();
    const gradients = grad(loss, weights);
    const step = session.compile(
      compile({ outputs: [loss, terms.reconstruction, terms.klByUnit, ...gradients] }),
    );
    feed(0);
    step.run();
    expectClose(step.readNow(terms.reconstruction), [golden.reconstruction]);
    expectClose(step.readNow(terms.klByUnit), golden.klByUnit.values);
    expectClose(step.readNow(loss), golden.losses.slice(0, 1));
    gradients.forEach((gradient, i) =>
      expectClose(step.readNow(gradient), golden.gradients[i]?.values ?? []),
    );
  });

  test('three steps of Adam end at the same weights', () => {
    const { weights, loss, session, feed } = setUp();
    const step = session.compile(compile({ outputs: [loss], updates: adam(loss, weights, { rate }) }));
    for (let i = 0; i < steps; i++) {
      feed(i);
      step.run();
      expectClose(step.readNow(loss), golden.losses.slice(i, i + 1));
    }
    for (const [i, weight] of weights.entries())
      expectClose(session.read(weight), golden.end[i]?.values ?? []);
  });
});

/** Pictures of two kinds: the left half is ink, or the right. */
function halves(n: number): Float32Array {
  return Float32Array.from({ length: 8 * n }, (_, i) => Number(i % 8 < 4 === Math.floor(i / 8) % 2 > 0));
}

const pieces = {
  train: halves(64),
  test: halves(16),
  noise: new Float32Array(16 * 2),
  decoded: 3,
  reconstructed: 4,
};
const options = { pixels: 8, hidden: 16, code: 2, batch: 32 };

async function trained(betaNow: number, lambdaNow = 0) {
  const vae = buildMlpVae(options, createRng(4), pieces);
  const session = await openSession('wasm')({ seed: 4 });
  const write = (node: Node, value: number) => session.write(node, [value]);
  write(vae.inputs.rate, 5e-3);
  write(vae.inputs.beta, betaNow);
  write(vae.inputs.lambda, lambdaNow);
  const [step, look] = [await session.compile(vae.step), await session.compile(vae.look)];
  await step.run(300);
  await look.run();
  const read = async (node: Node) => Array.from(await look.read(node));
  const { reconstruction, klByUnit, reconstructions } = vae.outputs;
  const found = {
    reconstruction: (await read(reconstruction))[0] ?? NaN,
    kl: (await read(klByUnit)).reduce((sum, each) => sum + each, 0),
    pictures: await read(reconstructions),
  };
  session.dispose();
  return found;
}

describe('a VAE on pictures of two kinds', () => {
  test('learns which kind: about log 2 of KL, and the pictures come back', async () => {
    const { reconstruction, kl, pictures } = await trained(1);
    // A bit is log 2 = 0.69 nats; a Gaussian code pays somewhat more for it.
    expect(kl).toBeGreaterThan(0.69);
    expect(kl).toBeLessThan(2);
    expect(reconstruction).toBeLessThan(0.7);
    pictures.forEach((ink, i) => expect(Math.round(ink)).toBe(pieces.test[i]));
  });

  test('with a heavy KL term the code is empty and every pixel costs log 2', async () => {
    const { reconstruction, kl } = await trained(50);
    expect(kl).toBeLessThan(0.01);
    expect(reconstruction).toBeCloseTo(8 * Math.log(2), 1);
  });

  test('free bits keep the code in use under the same weight', async () => {
    expect((await trained(50, 1)).kl).toBeGreaterThan(1);
  });
});

test('bad sizes are named', () => {
  expect(() => buildMlpVae({ ...options, code: 0 }, createRng(1), pieces)).toThrow(
    /code must be a whole number of at least 1, found 0/,
  );
  expect(() => buildMlpVae(options, createRng(1), { ...pieces, reconstructed: 17 })).toThrow(
    /17 reconstructions were asked for, found 16/,
  );
  const { terms } = setUp();
  expect(() => vaeLoss(terms, -1, 0)).toThrow(/beta must be at least 0/);
});
