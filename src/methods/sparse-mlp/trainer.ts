import { compile } from '~/autodiff/compile';
import { Graph, type Node } from '~/autodiff/graph';
import { writePattern } from '~/autodiff/ops/sparse';
import type { Session, Step } from '~/autodiff/program';
import { buildSparseNetwork, type LayerStart, type NetworkOptions, type SparseNetwork } from './network';
import { gatherEntries, spreadEntries } from './places';

/** A layer between steps. Arrays are row-major [outputs, inputs], 0 outside the mask. */
export interface LayerState {
  readonly mask: Uint8Array;
  readonly weights: ArrayLike<number>;
  readonly velocity: ArrayLike<number>;
  /** [outputs], and its velocity. `write` leaves them as they are where they are not given. */
  readonly bias?: ArrayLike<number>;
  readonly biasVelocity?: ArrayLike<number>;
}

/** One batch by features: pictures [features, batch], labels one-hot [classes, batch]. */
export interface Batch {
  readonly x: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

/** Whole sessions of training are run through this: steps, and between them changes of who is connected with whom. */
export class SparseTrainer {
  readonly network: SparseNetwork;
  readonly #session: Session;
  readonly #train: Step;
  readonly #look: Step;
  readonly #judge: Step;
  #masks: readonly Uint8Array[];

  private constructor(
    network: SparseNetwork,
    session: Session,
    [train, look, judge]: readonly [Step, Step, Step],
    masks: readonly Uint8Array[],
  ) {
    this.network = network;
    this.#session = session;
    this.#train = train;
    this.#look = look;
    this.#judge = judge;
    this.#masks = masks;
  }

  /**
   * Compiles a network into a session.
   * @throws what `buildSparseNetwork` and the session throw
   */
  static async open(
    session: Session,
    options: NetworkOptions,
    starts: readonly LayerStart[],
  ): Promise<SparseTrainer> {
    const network = buildSparseNetwork(new Graph(), options, starts);
    const { loss, denseGradients, logits, updates } = network;
    const steps = [
      await session.compile(compile({ outputs: [loss], updates })),
      await session.compile(compile({ outputs: [loss, ...denseGradients] })),
      await session.compile(compile({ outputs: [logits] })),
    ] as const;
    const trainer = new SparseTrainer(
      network,
      session,
      steps,
      starts.map(({ mask }) => mask),
    );
    trainer.write(starts.map((start) => ({ ...start, velocity: new Float32Array(start.mask.length) })));
    return trainer;
  }

  get masks(): readonly Uint8Array[] {
    return this.#masks;
  }

  /**
   * One step of momentum on a batch.
   * @param rate η
   * @returns the mean cross-entropy of the batch before the step, nats
   */
  async step(batch: Batch, rate: number): Promise<number> {
    this.#give(batch);
    this.#session.write(this.network.rate, [rate]);
    await this.#train.run();
    return (await this.#train.read(this.network.loss))[0] ?? NaN;
  }

  /** ∂loss/∂W of each layer on a batch, [outputs, inputs]: also where no connection is. Changes nothing. */
  async denseGradients(batch: Batch): Promise<(Float32Array | Float64Array)[]> {
    this.#give(batch);
    await this.#look.run();
    return Promise.all(this.network.denseGradients.map((node) => this.#look.read(node)));
  }

  /**
   * The smoothed dense gradient of each layer, [outputs, inputs]; zeros before the first step.
   * @throws Error if the network was built without `smoothing`
   */
  async smoothedGradients(): Promise<(Float32Array | Float64Array)[]> {
    return Promise.all(
      this.network.layers.map(({ smoothed }) => {
        if (!smoothed) throw new Error('sparse trainer: the network was built without smoothing');
        return this.#session.read(smoothed);
      }),
    );
  }

  /** Logits [classes, batch] of pictures [features, batch]. */
  async judge(x: ArrayLike<number>): Promise<Float32Array | Float64Array> {
    this.#session.write(this.network.x, x);
    await this.#judge.run();
    return this.#judge.read(this.network.logits);
  }

  /** Masks, weights, velocities and biases as they are. */
  async read(): Promise<Required<LayerState>[]> {
    const leaf = (node: Node) => this.#session.read(node);
    return Promise.all(
      this.network.layers.map(async ({ pattern, ...nodes }, at) => {
        const mask = this.#masks[at] ?? new Uint8Array();
        const [w, v] = [await leaf(nodes.weights), await leaf(nodes.velocity)];
        const whole = (values: typeof w) => (pattern ? spreadEntries(values, mask) : values);
        const [bias, biasVelocity] = [await leaf(nodes.bias), await leaf(nodes.biasVelocity)];
        return { mask, weights: whole(w), velocity: whole(v), bias, biasVelocity };
      }),
    );
  }

  /**
   * Other masks, weights and velocities, and biases where they are given.
   * @throws RangeError if a layer has another size or more entries than there is room for: nothing is changed then
   */
  write(states: readonly LayerState[]): void {
    const { layers } = this.network;
    if (states.length !== layers.length)
      throw new RangeError(`sparse trainer: expected ${layers.length} layers, found ${states.length}`);
    const held = layers.map(({ pattern, kept }, at) => {
      const { mask, weights, velocity } = states[at] ?? { mask: new Uint8Array(), weights: [], velocity: [] };
      if (pattern) {
        const { capacity } = pattern;
        return [gatherEntries(weights, mask, capacity), gatherEntries(velocity, mask, capacity)] as const;
      }
      const clear = (dense: ArrayLike<number>) =>
        spreadEntries(gatherEntries(dense, mask, mask.length), mask);
      if (kept?.shape.reduce((product, size) => product * size, 1) !== mask.length)
        throw new RangeError(`sparse trainer: layer ${at} has another size than its mask of ${mask.length}`);
      return [clear(weights), clear(velocity)] as const;
    });
    layers.forEach(({ pattern, kept, weights, velocity, ...nodes }, at) => {
      const { mask = new Uint8Array(), bias, biasVelocity } = states[at] ?? {};
      if (pattern) writePattern(this.#session, pattern, mask);
      if (kept) this.#session.write(kept, mask);
      this.#session.write(weights, held[at]?.[0] ?? []);
      this.#session.write(velocity, held[at]?.[1] ?? []);
      if (bias) this.#session.write(nodes.bias, bias);
      if (biasVelocity) this.#session.write(nodes.biasVelocity, biasVelocity);
    });
    this.#masks = states.map(({ mask }) => mask);
  }

  #give({ x, labels }: Batch): void {
    this.#session.write(this.network.x, x);
    this.#session.write(this.network.labels, labels);
  }
}
