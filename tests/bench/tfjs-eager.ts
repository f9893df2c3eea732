import type { Optimizer, Scalar, Tensor, Tensor2D, Variable } from '@tensorflow/tfjs';
import type { BenchCase, PlaneCase } from './cases';
import type { Absent, Contender } from './contender';

type Tf = typeof import('@tensorflow/tfjs');
type Layer = readonly [weight: Variable, bias: Variable];

/** TF.js as its users write it: eager operations, `variableGrads`, its own optimiser. */
export async function tfjsEager(backend: 'wasm' | 'cpu', bench: BenchCase): Promise<Contender | Absent> {
  const name = `TF.js ${backend}, eager`;
  if (bench.kind === 'convolutions') {
    // Its WebAssembly backend has no kernel for the gradient by a filter, so it cannot train one.
    return { name, absent: backend === 'wasm' ? 'no Conv2DBackpropFilter' : 'not timed' };
  }
  if (bench.kind === 'vae' || bench.kind === 'sparse') return { name, absent: 'not written' };
  const tf = await startTf(backend);
  const { players, kind, sizes } = bench;
  const { hidden, batch, rows } = sizes;
  const net = (...units: number[]): Layer[] =>
    units.slice(1).map((outputs, i) => {
      const inputs = units[i] ?? 1;
      const weight = tf.randomNormal([inputs, outputs], 0, Math.sqrt(2 / inputs));
      return [tf.variable(weight), tf.variable(tf.zeros([outputs]))];
    });
  const generator = net(2, ...hidden, 2);
  const judge = net(2, ...hidden, 1);
  const data = tf.randomNormal([rows, 2]);
  const apply = (layers: Layer[], x: Tensor): Tensor =>
    layers.reduce((value, [weight, bias], i) => {
      const sum = tf.add(tf.matMul(value as Tensor2D, weight as Tensor as Tensor2D), bias);
      return i === layers.length - 1 ? sum : tf.relu(sum);
    }, x);
  const fake = () => apply(generator, tf.randomNormal([batch, 2]));
  const real = () => tf.gather(data, tf.randomUniform([batch], 0, rows, 'int32'));
  const losses = { judge: () => judgeLoss(tf, kind, (x) => apply(judge, x), real(), fake()) };
  const lossOfGenerator = () => tf.mean(tf.softplus(tf.neg(apply(judge, fake()))));
  const optimizers = [tf.train.adam(1e-3), tf.train.adam(1e-3)] as const;
  return {
    name,
    steps: async (count) => {
      await tf.setBackend(backend); // one of them is active at a time
      for (let i = 0; i < count; i++) {
        update(tf, optimizers[0], losses.judge, judge.flat());
        if (players === 'both') update(tf, optimizers[1], lossOfGenerator, generator.flat());
      }
    },
    dispose: () => {
      tf.dispose([data, ...judge.flat(), ...generator.flat()]);
      for (const optimizer of optimizers) optimizer.dispose();
    },
  };
}

function judgeLoss(
  tf: Tf,
  kind: PlaneCase['kind'],
  judged: (x: Tensor) => Tensor,
  real: Tensor,
  fake: Tensor,
): Tensor {
  if (kind !== 'wgan-gp')
    return tf.add(tf.mean(tf.softplus(tf.neg(judged(real)))), tf.mean(tf.softplus(judged(fake))));
  const alpha = tf.randomUniform([real.shape[0] ?? 1, 1]);
  const between = tf.add(fake, tf.mul(alpha, tf.sub(real, fake)));
  const slope = tf.grad((x) => tf.sum(judged(x)))(between);
  const norm = tf.sqrt(tf.add(tf.sum(tf.square(slope), 1), 1e-12));
  const penalty = tf.mean(tf.square(tf.sub(norm, 1)));
  return tf.add(tf.sub(tf.mean(judged(fake)), tf.mean(judged(real))), tf.mul(penalty, 10));
}

function update(tf: Tf, optimizer: Optimizer, loss: () => Tensor, variables: Variable[]): void {
  tf.tidy(() => {
    const { grads } = tf.variableGrads(loss as () => Scalar, variables);
    optimizer.applyGradients(grads);
  });
}

let located = false;

async function startTf(backend: 'wasm' | 'cpu'): Promise<Tf> {
  const tf = await import('@tensorflow/tfjs');
  if (backend === 'wasm') {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    if (!import.meta.env.SSR && !located) {
      located = true;
      const simd =
        await import('@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url&no-inline');
      const names = ['tfjs-backend-wasm', 'tfjs-backend-wasm-simd', 'tfjs-backend-wasm-threaded-simd'];
      setWasmPaths(Object.fromEntries(names.map((name) => [`${name}.wasm`, simd.default])));
    }
  }
  await tf.setBackend(backend);
  if (tf.getBackend() !== backend) throw new Error(`TF.js did not start its ${backend} backend`);
  return tf;
}
