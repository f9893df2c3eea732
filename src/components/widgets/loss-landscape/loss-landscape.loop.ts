import type { OpenSession, Session } from '~/autodiff/program';
import { CurveSearch } from '~/methods/mode-connectivity/curve-search';
import { barrier, union } from '~/methods/mode-connectivity/path';
import { createRng } from '~/methods/rng/create-rng';
import type { Batch } from '~/methods/sparse-mlp/trainer';
import { Batches } from '~/methods/sparse-training/pictures';
import { LENET_PLAN, type Plan } from '~/methods/sparse-training/plan';
import { SparseRun } from '~/methods/sparse-training/run';
import { activeCount } from '~/methods/sparsity/masks';
import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import type { OpenedPictures, OpenPictures } from '../shared/training-pictures';
import { TS, type Frame } from './loss-landscape.frame';
import { fields, type Params } from './loss-landscape.params';

/** Batches of training pictures on which paths are measured. */
const MEASURED = 10;
/** Streams of chance of the measured batches, the curve's batches and its places. */
const STREAMS = { measured: 0x71, batches: 0x72, places: 0x73 } as const;
const streamOf = (seed: number, stream: number) => createRng((seed ^ (stream << 20)) >>> 0);

/** The plan of the first network (static) or the second. */
export function planOf({ method, sparsity, steps }: Params, second: boolean): Plan {
  const own = second && method !== 'twin' ? method : 'static';
  const end = Math.max(1, Math.round(0.75 * steps));
  // Ten exchanges at least: a short run would else have none.
  return { ...LENET_PLAN, method: own, sparsity, steps, end, every: Math.max(1, Math.min(100, Math.floor(end / 10))) }; // prettier-ignore
}

/**
 * Two sparse networks are trained from one beginning, a static one and one whose connections move, and the loss is measured on the straight line between them. Then a Bézier curve
 * between them is trained. With `twin` the second is static too, with other batches. Ends `finished`.
 * @throws RangeError if a setting is out of its range; RunFailure if the pictures do not arrive as they should.
 */
export function makeLossLandscape(open: OpenPictures): Loop<Params, Frame> {
  return async function* lossLandscape({ seed, params, openSession, signal, progress }) {
    const first = params();
    checkParams(fields, first);
    const opened = await open('clothes', { progress, signal });
    const sessions: Session[] = [];
    const start: OpenSession = async (options) => {
      const session = await openSession(options);
      sessions.push(session);
      return session;
    };
    try {
      const scene = await setUp(start, first, opened, seed);
      while (!signal.aborted) {
        yield await scene.look();
        const now = params();
        checkParams(fields, now);
        if (scene.done()) return 'finished';
        await scene.advance(now.stepsPerFrame);
      }
      return 'finished';
    } finally {
      for (const session of sessions) session.dispose();
    }
  };
}

async function setUp(open: OpenSession, params: Params, { set: data, notes }: OpenedPictures, seed: number) {
  const plans = [planOf(params, false), planOf(params, true)] as const;
  const total = params.steps + params.curveSteps;
  const runOf = async (plan: Plan, batchSeed: number) =>
    SparseRun.open(await open({ seed }), { plan, data, seed, batchSeed });
  const runs = [
    await runOf(plans[0], seed),
    await runOf(plans[1], params.method === 'twin' ? (seed + 1) >>> 0 : seed),
  ] as const;
  const { sizes, batch, momentum } = LENET_PLAN;
  const curve = await CurveSearch.open(await open({ seed }), {
    ...{ sizes, batch, momentum, rate: params.rate },
    degree: params.curve === 'quadratic' ? 2 : 3,
  });
  const fixed = firstBatches(new Batches(data, batch, streamOf(seed, STREAMS.measured)), MEASURED);
  const own = new Batches(data, batch, streamOf(seed, STREAMS.batches));
  const places = streamOf(seed, STREAMS.places);
  let step = 0;
  let losses: [number, number] = [NaN, NaN];
  let accuracies: [number, number] = [NaN, NaN];
  let line: number[] = [];
  const joint = () => runs[0].masks.map((mask, at) => union(mask, runs[1].masks[at] ?? mask));

  /** The curve's ends are the networks as they are; it is straight then. */
  async function straighten(): Promise<void> {
    const allowed = params.space === 'sparse' ? joint() : joint().map((mask) => mask.map(() => 1));
    curve.set([await runs[0].states(), await runs[1].states()], allowed);
  }

  return {
    done: () => step >= total,
    async advance(count: number): Promise<void> {
      if (step < params.steps) {
        const found = [await runs[0].advance(count), await runs[1].advance(count)];
        losses = [found[0] ?? losses[0], found[1] ?? losses[1]];
        step = runs[0].step;
        return;
      }
      for (let i = 0; i < count && step < total; i++, step++) await curve.step(places.uniform(), own.next());
    },
    async look(): Promise<Frame> {
      const training = step <= params.steps;
      if (training) {
        await straighten();
        accuracies = [await runs[0].test(), await runs[1].test()];
      }
      const along = await curve.lossesAt(TS, fixed);
      if (training) line = along;
      const count = (masks: readonly Uint8Array[]) => masks.reduce((sum, mask) => sum + activeCount(mask), 0);
      const [one, two, both] = [count(runs[0].masks), count(runs[1].masks), count(joint())];
      return {
        ...{ step, total, trainSteps: params.steps, losses, accuracies, line },
        curve: training ? [] : along,
        barrierLine: barrier(line).height,
        barrierCurve: training ? NaN : barrier(along).height,
        shared: one + two - both,
        joint: both,
        notes,
      };
    },
  };
}

/** Batches that stay: the arrays of `Batches` are written over. */
function firstBatches(batches: Batches, count: number): Batch[] {
  return Array.from({ length: count }, () => {
    const { x, labels } = batches.next();
    return { x: Float32Array.from(x), labels: Float32Array.from(labels) };
  });
}
