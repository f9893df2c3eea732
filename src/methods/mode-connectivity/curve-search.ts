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
  readonly size: number;
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
   * Compiles a curve into a session. It has no ends before `set`.
   * @throws RangeError as `layerShapes` and `bernstein`
   */
  static async open(session: Session, options: CurveOptions): Promise<CurveSearch> {
    const { sizes, batch, degree, momentum, rate } = options;
    const shapes = layerShapes(options);
    const graph = new Graph();
    const [x, labels] = [
      input(graph, [sizes[0] ?? 0, batch], 'x'),
      input(graph, [sizes.at(-1) ?? 0, batch], 'labels'),
    ];
    const shares = bernstein(degree, 0).map((_, k) => input(graph, [], `share${k}`));
    const strands = shapes.flatMap(({ inputs, outputs }, at) => [
      makeStrand(graph, `weights${at}`, [outputs, inputs], degree),
      makeStrand(graph, `bias${at}`, [outputs, 1], degree),
    ]);
    const tensors = strands.map(({ ends: [from, to], inner }) =>
      [from, ...inner, to]
        .map((point, k) => multiply(point, shares[k]!))
        .reduce((sum, each) => add(sum, each)),
    );
    const { logits } = throughLayers(graph, shapes, x, (at, matrix) =>
      add(matmul(tensors[2 * at]!, matrix), tensors[2 * at + 1]!),
    );
    const loss = affine(sum(multiply(logSoftmax(logits, 0), labels)), -1 / batch);
    const steps = {
      learn: await session.compile(compile({ outputs: [loss], updates: updatesOf(loss, strands, momentum, rate) })), // prettier-ignore
      look: await session.compile(compile({ outputs: [loss] })),
    };
    return new CurveSearch(session, degree, { shares, x, labels }, strands, loss, steps);
  }

  /**
   * Gives the curve its ends and puts its inner points onto the straight line between them, at k / n.
   * @param ends both networks, layer by layer
   * @param allowed for each layer where the inner points may have weights: the union of two masks, or ones everywhere
   * @throws RangeError if the layers do not fit; nothing is changed then
   */
  set(ends: readonly [readonly Ends[], readonly Ends[]], allowed: readonly Uint8Array[]): void {
    const places = this.#strands.map(({ size }) => size);
    const numbers = places.map((size, at) => {
      const layer = at >> 1;
      const of = (end: readonly Ends[]) => (at % 2 === 0 ? end[layer]?.weights : end[layer]?.bias);
      const mask = at % 2 === 0 ? allowed[layer] : new Uint8Array(size).fill(1);
      return [of(ends[0]), of(ends[1]), mask] as const;
    });
    const layers = this.#strands.length / 2;
    if (
      [...ends, allowed].some((each) => each.length !== layers) ||
      numbers.some((each, at) => each.some((values) => values?.length !== places[at]))
    )
      throw new RangeError(
        `curve: expected ${places.join(', ')} weights and biases in the layers of both ends and of the masks`,
      );
    this.#strands.forEach(({ ends: nodes, inner, velocities, allowed: node, size }, at) => {
      const [from = [], to = [], mask = []] = numbers[at] ?? [];
      this.#session.write(nodes[0], from);
      this.#session.write(nodes[1], to);
      this.#session.write(node, mask);
      const straight = (t: number) =>
        Float32Array.from({ length: size }, (_, i) => (mask[i] === 0 ? 0 : (1 - t) * (from[i] ?? 0) + t * (to[i] ?? 0))); // prettier-ignore
      inner.forEach((point, k) => {
        this.#session.write(point, straight((k + 1) / this.#degree));
        this.#session.write(velocities[k]!, new Float32Array(size));
      });
    });
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

function makeStrand(graph: Graph, name: string, shape: readonly number[], degree: number): Strand {
  const size = shape.reduce((product, each) => product * each, 1);
  const leaves = (of: string) =>
    Array.from({ length: degree - 1 }, (_, at) => parameter(graph, shape, new Float32Array(size), `${name} ${of} ${at}`)); // prettier-ignore
  return {
    size,
    ends: [input(graph, shape, `${name} from`), input(graph, shape, `${name} to`)],
    inner: leaves('inner'),
    velocities: leaves('velocity'),
    allowed: input(graph, shape, `${name} allowed`),
  };
}

/** v ← μ v + g and θ ← θ − η v of every inner point, where it may have weights. */
function updatesOf(loss: Node, strands: readonly Strand[], momentum: number, rate: number): Update[] {
  const inner = strands.flatMap((strand) => strand.inner);
  const gradients = inner.length > 0 ? grad(loss, inner) : [];
  return strands.flatMap(({ inner: own, velocities, allowed }) =>
    own.flatMap((point, at) => {
      const gradient = multiply(gradients[inner.indexOf(point)]!, allowed);
      const next = add(affine(velocities[at]!, momentum), gradient);
      return [
        { rule: 'assign', parameter: velocities[at]!, value: next },
        { rule: 'assign', parameter: point, value: add(point, affine(next, -rate)) },
      ] satisfies Update[];
    }),
  );
}
