import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, type Node } from '~/autodiff/graph';
import { add, affine, input, logSoftmax, matmul, multiply, parameter, sum } from '~/autodiff/ops';
import type { Session, Step, Update } from '~/autodiff/program';
import { layerShapes, type Architecture } from '~/methods/sparse-mlp/layer-shapes';
import { throughLayers } from '~/methods/sparse-mlp/through-layers';
import type { Batch } from '~/methods/sparse-mlp/trainer';
import { bernstein } from './path';

/** Weights [outputs, inputs] and biases [outputs] of each layer. */
export interface Ends {
  readonly weights: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
}

export interface CurveOptions extends Architecture {
  readonly batch: number;
  /** n: 1 a straight line, which has nothing to learn; 2 or 3 a Bézier curve with n − 1 inner points. */
  readonly degree: number;
  /** μ and η of the inner points. */
  readonly momentum: number;
  readonly rate: number;
}

/** One tensor of the network along the curve: its ends, its inner points and what momentum has gathered of them. */
interface Strand {
  readonly ends: readonly [Node, Node];
  readonly inner: readonly Node[];
  readonly velocities: readonly Node[];
  /** 1 where an inner point may have a weight. */
  readonly allowed: Node;
}

interface Leaves {
  readonly shares: readonly Node[];
  readonly x: Node;
  readonly labels: Node;
}
interface Steps {
  readonly learn: Step;
  readonly look: Step;
}

/** A curve of networks between two trained ones, and the search for one along which the loss stays low. */
export class CurveSearch {
  readonly #session: Session;
  readonly #degree: number;
  readonly #leaves: Leaves;
  readonly #strands: readonly Strand[];
  readonly #loss: Node;
  readonly #steps: Steps;

  private constructor(
    session: Session,
    degree: number,
    leaves: Leaves,
    strands: readonly Strand[],
    loss: Node,
    steps: Steps,
  ) {
    this.#session = session;
    this.#degree = degree;
    this.#leaves = leaves;
    this.#strands = strands;
    this.#loss = loss;
    this.#steps = steps;
  }

  /**
   * Compiles the curve into a session. Its inner points begin on the straight line between the ends, at k / n.
   * @param ends both networks, layer by layer
   * @param allowed for each layer where the inner points may have weights: the union of two masks, or ones everywhere
   * @throws RangeError if the layers do not fit the architecture
   */
  static async open(
    session: Session,
    options: CurveOptions,
    ends: readonly [readonly Ends[], readonly Ends[]],
    allowed: readonly Uint8Array[],
  ): Promise<CurveSearch> {
    const { sizes, batch, degree, momentum, rate } = options;
    const shapes = layerShapes(options);
    const places = shapes.map(({ inputs, outputs }) => inputs * outputs);
    if (
      [...ends, allowed].some((layers) => layers.length !== shapes.length) ||
      places.some((count, at) => allowed[at]?.length !== count || ends.some((end) => end[at]?.weights.length !== count)) // prettier-ignore
    )
      throw new RangeError(`curve: expected ${places.join(', ')} weights in the layers of ends and masks`);
    const graph = new Graph();
    const [x, labels] = [
      input(graph, [sizes[0] ?? 0, batch], 'x'),
      input(graph, [sizes.at(-1) ?? 0, batch], 'labels'),
    ];
    const shares = bernstein(degree, 0).map((_, k) => input(graph, [], `share${k}`));
    const strands: Strand[] = [];
    const strand = (name: string, shape: readonly number[], values: readonly [ArrayLike<number>, ArrayLike<number>], mask: ArrayLike<number>): Node => {
      const size = mask.length;
      const inner = Array.from({ length: degree - 1 }, (_, at) => {
        const t = (at + 1) / degree;
        const start = Float32Array.from({ length: size }, (__, i) => (mask[i] === 0 ? 0 : (1 - t) * (values[0][i] ?? 0) + t * (values[1][i] ?? 0)));
        return parameter(graph, shape, start, `${name} inner ${at}`);
      });
      const made: Strand = {
        ends: [input(graph, shape, `${name} from`, values[0]), input(graph, shape, `${name} to`, values[1])],
        inner,
        velocities: inner.map((_, at) => parameter(graph, shape, new Float32Array(size), `${name} velocity ${at}`)),
        allowed: input(graph, shape, `${name} allowed`, mask),
      };
      strands.push(made);
      const points = [made.ends[0], ...inner, made.ends[1]];
      return points.map((point, k) => multiply(point, shares[k]!)).reduce((total, each) => add(total, each));
    }; // prettier-ignore
    const layers = shapes.map(({ inputs, outputs }, at) => {
      const of = (key: keyof Ends) => [ends[0][at]![key], ends[1][at]![key]] as const;
      return {
        weights: strand(`weights${at}`, [outputs, inputs], of('weights'), allowed[at]!),
        bias: strand(`bias${at}`, [outputs, 1], of('bias'), new Uint8Array(outputs).fill(1)),
      };
    });
    const { logits } = throughLayers(graph, shapes, x, (at, matrix) =>
      add(matmul(layers[at]!.weights, matrix), layers[at]!.bias),
    );
    const loss = affine(sum(multiply(logSoftmax(logits, 0), labels)), -1 / batch);
    const inner = strands.flatMap((each) => each.inner);
    const gradients = inner.length > 0 ? grad(loss, inner) : [];
    const updates: Update[] = strands.flatMap(({ inner: own, velocities, allowed: mask }) =>
      own.flatMap((point, at) => {
        const gradient = multiply(gradients[inner.indexOf(point)]!, mask);
        const next = add(affine(velocities[at]!, momentum), gradient);
        return [
          { rule: 'assign', parameter: velocities[at]!, value: next },
          { rule: 'assign', parameter: point, value: add(point, affine(next, -rate)) },
        ] satisfies Update[];
      }),
    );
    const steps = {
      learn: await session.compile(compile({ outputs: [loss], updates })),
      look: await session.compile(compile({ outputs: [loss] })),
    };
    return new CurveSearch(session, degree, { shares, x, labels }, strands, loss, steps);
  }

  #place(t: number, { x, labels }: Batch): void {
    bernstein(this.#degree, t).forEach((share, k) => {
      this.#session.write(this.#leaves.shares[k]!, [share]);
    });
    this.#session.write(this.#leaves.x, x);
    this.#session.write(this.#leaves.labels, labels);
  }

  /**
   * One step of the inner points down the gradient of a batch's loss at t.
   * @param t in [0, 1]; drawn uniformly, the steps lower the mean loss of the curve
   * @returns that loss before the step, nats
   * @see Garipov et al., 2018, Eq. 2 and 3
   */
  async step(t: number, batch: Batch): Promise<number> {
    this.#place(t, batch);
    await this.#steps.learn.run();
    return (await this.#steps.learn.read(this.#loss))[0] ?? NaN;
  }

  /** Mean loss of some batches at each t of the curve as it is now, nats. */
  async lossesAt(ts: readonly number[], batches: readonly Batch[]): Promise<number[]> {
    const losses: number[] = [];
    for (const t of ts) {
      let total = 0;
      for (const batch of batches) {
        this.#place(t, batch);
        await this.#steps.look.run();
        total += (await this.#steps.look.read(this.#loss))[0] ?? NaN;
      }
      losses.push(total / batches.length);
    }
    return losses;
  }

  /** The inner points' numbers: of each tensor (weights and bias of each layer in turn) its inner points. */
  innerPoints(): Promise<(Float32Array | Float64Array)[]> {
    return Promise.all(this.#strands.flatMap(({ inner }) => inner.map((node) => this.#session.read(node))));
  }
}
