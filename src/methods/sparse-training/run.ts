import type { Session } from '~/autodiff/program';
import { dropFraction, isUpdateStep } from '~/methods/rigl/schedule';
import { createRng } from '~/methods/rng/create-rng';
import type { Rng } from '~/methods/rng/rng';
import { layerShapes, type Architecture } from '~/methods/sparse-mlp/layer-shapes';
import { SparseTrainer, type LayerState } from '~/methods/sparse-mlp/trainer';
import { forwardFlops } from '~/methods/sparsity/counts';
import { weightCount } from '~/methods/sparsity/layers';
import { activeCount, applyMask, randomMask, type Mask } from '~/methods/sparsity/masks';
import { cut, exchange, prune, prunesAt, type LayerExchange } from './exchange';
import { Batches, countRight, type PictureSet } from './pictures';
import {
  budgetAt,
  checkPlan,
  densitiesAt,
  exchanges,
  layersOf,
  rateAt,
  ticketLevels,
  type Plan,
} from './plan';
import { masksBeforeTraining } from './saliency';

/** SNFS: β of the mean of the dense gradient. */
export const SNFS_BETA = 0.9;
/** Above this density a layer's products are dense: sparse ones cost more there. */
export const DENSE_ABOVE = 0.4;
/** A network whose connections have fallen below this share of what it was compiled for is compiled anew. */
const SHRUNK = 0.5;

/** Streams of chance of one seed: two methods with one seed begin with the same weights and see the same batches. */
const STREAMS = { weights: 0x51, masks: 0x52, batches: 0x53, growth: 0x54 } as const;
const streamOf = (seed: number, stream: number): Rng => createRng((seed ^ (stream << 20)) >>> 0);

/** What an exchange or a pruning did. */
export interface Change {
  /** The step of the run at which it happened. */
  readonly step: number;
  readonly layers: readonly LayerExchange[];
}

export interface RunOptions {
  readonly plan: Plan;
  readonly data: PictureSet;
  /** 0 … 2³² − 1 */
  readonly seed: number;
  /** Another seed for the batches alone: two runs from one beginning. Default: `seed`. */
  readonly batchSeed?: number;
  /** The sparsities of a ticket's trainings, 0 first, rising; default `ticketLevels`. */
  readonly levels?: readonly number[];
}

/** Initial weights of the dense network, normal with variance 2 / inputs (He et al. 2015), [outputs, inputs] of each layer. */
export function initialWeights(architecture: Architecture, seed: number): Float32Array[] {
  const rng = streamOf(seed, STREAMS.weights);
  return layerShapes(architecture).map(({ inputs, outputs }) => {
    const deviation = Math.sqrt(2 / inputs);
    return Float32Array.from({ length: outputs * inputs }, () => deviation * rng.normal());
  });
}

/**
 * A classifier that is trained by a plan, from the seed to the test. An exchange takes the place of a step down the gradient, as in RigL's Algorithm 1; a
 * pruning comes before the step.
 */
export class SparseRun {
  readonly plan: Plan;
  /** Steps of the whole run: a ticket's trainings one after the other. */
  readonly total: number;
  #step = 0;
  #flops = 0;
  #latest: Change | undefined;
  #tried: Uint8Array[];
  #grownInAll = 0;
  #trainer: SparseTrainer;
  #early: LayerState[] = [];
  readonly #batchSeed: number;
  readonly #session: Session;
  readonly #data: PictureSet;
  readonly #levels: readonly number[];
  #batches: Batches;
  readonly #testing: Batches;
  readonly #growth: Rng;

  private constructor(session: Session, options: RunOptions, trainer: SparseTrainer) {
    const { plan, data, seed, batchSeed = seed, levels = ticketLevels(plan) } = options;
    this.plan = plan;
    this.#session = session;
    this.#data = data;
    this.#levels = levels;
    this.#trainer = trainer;
    this.#batchSeed = batchSeed;
    this.#batches = new Batches(data, plan.batch, streamOf(batchSeed, STREAMS.batches));
    this.#testing = new Batches(data, plan.batch, streamOf(seed, STREAMS.batches));
    this.#growth = streamOf(seed, STREAMS.growth);
    this.#tried = trainer.masks.map((mask) => mask.slice());
    this.total =
      plan.method === 'ticket' ? plan.steps + (levels.length - 1) * (plan.steps - plan.rewindTo) : plan.steps;
  }

  /**
   * Finds the first masks and compiles the network into the session, which stays the caller's.
   * @throws RangeError as `checkPlan`, or if the data do not fit the plan
   */
  static async open(session: Session, options: RunOptions): Promise<SparseRun> {
    const { plan, data, seed } = options;
    checkPlan(plan);
    if (plan.sizes[0] !== data.pixels || plan.sizes.at(-1) !== data.classes)
      throw new RangeError(
        `sparse run: the network takes ${plan.sizes[0]} pixels and tells ${plan.sizes.at(-1)} classes apart, the data have ${data.pixels} and ${data.classes}`,
      );
    const weights = initialWeights(plan, seed);
    const { masks, flops } = await firstMasks(session, options, weights);
    const starts = weights.map((layer, at) => {
      const mask = masks[at] ?? new Uint8Array();
      return { mask, weights: applyMask(layer, mask), velocity: new Float32Array(layer.length) };
    });
    const run = new SparseRun(session, options, await openTrainer(session, plan, starts));
    run.#flops = flops;
    return run;
  }

  /** Steps done. */
  get step(): number {
    return this.#step;
  }

  /** The step within the present training, and which training of a ticket it is (0: the dense one). */
  get within(): { readonly step: number; readonly round: number } {
    const { steps, rewindTo } = this.plan;
    if (this.#step < steps || this.plan.method !== 'ticket') return { step: this.#step, round: 0 };
    const [after, length] = [this.#step - steps, steps - rewindTo];
    const round = Math.min(this.#levels.length - 1, 1 + Math.floor(after / length));
    return { step: rewindTo + after - (round - 1) * length, round };
  }

  /** Operations so far for one picture of each batch; see `training-flops` for what is counted. */
  get flops(): number {
    return this.#flops;
  }

  /** The latest exchange or pruning. */
  get latest(): Change | undefined {
    return this.#latest;
  }

  get masks(): readonly Mask[] {
    return this.#trainer.masks;
  }

  /** Connections grown so far, and the share of all places that ever had one. */
  get explored(): { readonly grown: number; readonly tried: number } {
    const tried = this.#tried.reduce((sum, mask) => sum + activeCount(mask), 0);
    const all = this.#tried.reduce((sum, mask) => sum + mask.length, 0);
    return { grown: this.#grownInAll, tried: tried / all };
  }

  /** Weights, masks and biases now. */
  states(): Promise<Required<LayerState>[]> {
    return this.#trainer.read();
  }

  /**
   * Trains for some steps, at most to the end of the run.
   * @param scale multiplies η: what a reader turns in mid-run
   * @returns the mean cross-entropy of the batches, nats; undefined if no step was made down the gradient
   */
  async advance(steps: number, scale = 1): Promise<number | undefined> {
    let [sum, count] = [0, 0];
    for (let i = 0; i < steps && this.#step < this.total; i++) {
      const loss = await this.#one(scale);
      if (loss === undefined) continue;
      sum += loss;
      count++;
    }
    return count === 0 ? undefined : sum / count;
  }

  /** The share of the test pictures that are told right, with the present weights. */
  async test(): Promise<number> {
    const { test, classes } = this.#data;
    const { batch } = this.plan;
    let right = 0;
    for (let from = 0; from < test.count; from += batch) {
      const logits = await this.#trainer.judge(this.#testing.test(from));
      right += countRight(logits, test.labels.subarray(from, Math.min(test.count, from + batch)), classes);
    }
    return right / test.count;
  }

  async #one(scale: number): Promise<number | undefined> {
    const { plan } = this;
    const { step, round } = this.within;
    if (plan.method === 'ticket' && step === plan.rewindTo) await this.#beginRound(round);
    if (plan.method === 'pruning' && prunesAt(step, plan)) await this.#prune(step);
    const batch = this.#batches.next();
    this.#step += 1;
    // SNFS has no momentum to grow by before its first step.
    const ready = plan.method !== 'snfs' || step > 0;
    if (exchanges(plan.method) && ready && isUpdateStep(step, plan)) {
      await this.#exchange(step, batch);
      return undefined;
    }
    this.#count(plan.method === 'snfs');
    return this.#trainer.step(batch, scale * rateAt(step, plan));
  }

  async #exchange(step: number, batch: Parameters<SparseTrainer['step']>[0]): Promise<void> {
    const { method } = this.plan;
    const gradients =
      method === 'rigl'
        ? await this.#trainer.denseGradients(batch)
        : method === 'snfs'
          ? await this.#trainer.smoothedGradients()
          : [];
    const before = await this.#trainer.read();
    const fraction = dropFraction(step, this.plan);
    const { states, layers } = exchange(method, before, gradients, fraction, this.#growth);
    this.#trainer.write(states);
    this.#latest = { step: this.#step, layers };
    for (const { grown } of layers) this.#grownInAll += grown.length;
    this.#remember();
    this.#count(method !== 'set');
  }

  async #prune(step: number): Promise<void> {
    const before = await this.#trainer.read();
    await this.#take(before, prune(step, before, this.plan));
  }

  /** A ticket's next training: the largest of the trained weights stay, with the values of step k. */
  async #beginRound(round: number): Promise<void> {
    const { plan } = this;
    const trained = await this.#trainer.read();
    if (round === 0) {
      this.#early = trained;
      return;
    }
    const kept = cut(trained, densitiesAt(plan, this.#levels[round] ?? plan.sparsity), plan);
    const rewound = kept.map(({ mask }, at) => {
      const { weights, bias, biasVelocity, velocity } = this.#early[at] ?? trained[at]!;
      return {
        mask,
        weights: applyMask(weights, mask),
        velocity: applyMask(velocity, mask),
        ...{ bias, biasVelocity },
      } as LayerState;
    });
    await this.#take(trained, rewound);
    this.#batches = new Batches(this.#data, plan.batch, streamOf(this.#batchSeed, STREAMS.batches));
    for (let i = 0; i < plan.rewindTo; i++) this.#batches.next();
  }

  async #take(before: readonly LayerState[], next: readonly LayerState[]): Promise<void> {
    const layers = next.map(({ mask }, at) => ({
      dropped: Uint32Array.from(
        Array.from(mask.keys()).filter((place) => mask[place] === 0 && before[at]?.mask[place] === 1),
      ),
      grown: new Uint32Array(),
    }));
    const room = this.#trainer.network.layers.reduce(
      (sum, { pattern, inputs, outputs }) => sum + (pattern?.capacity ?? inputs * outputs),
      0,
    );
    const needed = next.reduce((sum, { mask }) => sum + activeCount(mask), 0);
    if (needed < SHRUNK * room) this.#trainer = await openTrainer(this.#session, this.plan, next);
    else this.#trainer.write(next);
    this.#latest = { step: this.#step, layers };
    this.#remember();
  }

  #remember(): void {
    this.masks.forEach((mask, at) => {
      const tried = this.#tried[at];
      if (tried) mask.forEach((active, place) => { if (active === 1) tried[place] = 1; }); // prettier-ignore
    });
  }

  #count(dense: boolean): void {
    const layers = layersOf(this.plan);
    const sparse = forwardFlops(layers, this.masks.map(activeCount));
    this.#flops += dense ? 2 * sparse + forwardFlops(layers) : 3 * sparse;
  }
}

async function openTrainer(
  session: Session,
  plan: Plan,
  states: readonly LayerState[],
): Promise<SparseTrainer> {
  const active = states.map(({ mask }) => activeCount(mask));
  const total = active.reduce((sum, count) => sum + count, 0);
  const capacities = states.map(({ mask }, at) => {
    const count = active[at] ?? 0;
    if (count > DENSE_ABOVE * mask.length && plan.method !== 'snfs') return undefined;
    // SNFS moves connections from layer to layer: any may come to hold all.
    return plan.method === 'snfs' ? Math.min(mask.length, total) : Math.max(1, count);
  });
  const { sizes, convolutions, batch, momentum, decay } = plan;
  const smoothing = plan.method === 'snfs' ? SNFS_BETA : undefined;
  const options = { sizes, convolutions, batch, momentum, decay, capacities, smoothing };
  const trainer = await SparseTrainer.open(session, options, states);
  trainer.write(states);
  return trainer;
}

/** The masks that a run begins with, and what finding them cost for one picture of a batch. */
async function firstMasks(
  session: Session,
  { plan, data, seed }: RunOptions,
  weights: readonly Float32Array[],
): Promise<{ masks: Mask[]; flops: number }> {
  const layers = layersOf(plan);
  const { method, sparsity, batch } = plan;
  if (method === 'dense' || method === 'pruning' || method === 'ticket')
    return { masks: layers.map((layer) => new Uint8Array(weightCount(layer)).fill(1)), flops: 0 };
  if (method === 'snip' || method === 'grasp') {
    const first = new Batches(data, batch, streamOf(seed, STREAMS.batches)).next();
    const masks = await masksBeforeTraining(session, method, plan, weights, first, sparsity);
    // One gradient; GraSP's second backward pass goes through it once more, at about twice its cost.
    return { masks, flops: (method === 'snip' ? 3 : 9) * forwardFlops(layers) };
  }
  const kept = budgetAt(plan, sparsity);
  const rng = streamOf(seed, STREAMS.masks);
  return { masks: layers.map((layer, at) => randomMask(weightCount(layer), kept[at] ?? 0, rng)), flops: 0 };
}
