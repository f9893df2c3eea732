/**
 * Whether an executor computes what `reference` does: every case of every operation with its gradient, and whole training
 * steps. Plain functions, so that a test in Node and a page in a browser run the same check.
 */
import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, sizeOf, type Node, type OpName } from '~/autodiff/graph';
import { OP_CASES, type OpCase } from '~/autodiff/op-cases';
import { constant, input, multiply, sum } from '~/autodiff/ops';
import type { OpenSession, Program, Session } from '~/autodiff/program';
import { createRng } from '~/methods/rng/create-rng';
import { openReference } from './reference/session';

/** How far an executor is from the reference in one check. */
export interface Deviation {
  /** Which check: an operation and the number of its case, or a program. */
  readonly name: string;
  /** maxᵢ |aᵢ − rᵢ| / max(1, |rᵢ|) over all values compared; ∞ where one of them alone is not finite. */
  readonly error: number;
}

/** Largest deviation that float32 explains, in one operation and its gradient and in a few training steps. */
export const PARITY_TOLERANCE = 2e-6;

/** The same on a GPU, whose drivers bring their own exp, log and tanh. */
export const GPU_TOLERANCE = 2e-4;

const SEED = 20;

/** maxᵢ |aᵢ − rᵢ| / max(1, |rᵢ|) */
export function deviation(actual: ArrayLike<number>, reference: ArrayLike<number>): number {
  if (actual.length !== reference.length) return Infinity;
  let worst = 0;
  for (let i = 0; i < actual.length; i++) {
    const [a = NaN, r = NaN] = [actual[i], reference[i]];
    const error = Object.is(a, r) ? 0 : Math.abs(a - r) / Math.max(1, Math.abs(r));
    worst = Number.isNaN(error) ? Infinity : Math.max(worst, error);
  }
  return worst;
}

/** Points of a case's domain, float32. */
function pointsOf({ domain = 'any' }: OpCase, size: number, seed: number): Float32Array {
  const rng = createRng(seed);
  return Float32Array.from({ length: size }, () => {
    const x = rng.normal();
    if (domain === 'any') return x;
    const away = 0.3 + Math.abs(x);
    return domain === 'positive' || x > 0 ? away : -away;
  });
}

/** A case's value and the gradient of its weighted sum by each input. */
function caseProgram(opCase: OpCase): Program {
  const graph = new Graph();
  const inputs = opCase.shapes.map((shape, i) =>
    input(graph, shape, `x${i}`, pointsOf(opCase, sizeOf(shape), SEED + i)),
  );
  const value = opCase.build(...(inputs as unknown as [Node, Node, ...Node[]]));
  const weights = input(
    graph,
    value.shape,
    'weights',
    pointsOf({ ...opCase, domain: 'any' }, sizeOf(value.shape), 7),
  );
  const gradients = grad(sum(multiply(value, weights)), inputs);
  return compile({ outputs: [value, ...gradients, constant(graph, 0.5, [3])] });
}

/** The largest deviation of a program's outputs over some runs. */
async function programDeviation(
  program: Program,
  session: Session,
  oracle: Session,
  runs: number,
): Promise<number> {
  const [step, truth] = [await session.compile(program), await oracle.compile(program)];
  let worst = 0;
  for (let i = 0; i < runs; i++) {
    await step.run();
    await truth.run();
    for (const output of program.outputs)
      worst = Math.max(worst, deviation(await step.read(output), await truth.read(output)));
  }
  return worst;
}

/** Runs `use` with a session of the executor and one of the reference, and closes both. */
async function beside<T>(
  open: OpenSession,
  use: (session: Session, oracle: Session) => Promise<T>,
): Promise<T> {
  const session = await open({ seed: SEED });
  const oracle = await openReference({ seed: SEED });
  try {
    return await use(session, oracle);
  } finally {
    session.dispose();
    oracle.dispose();
  }
}

/**
 * The cases of one operation, each run twice (random nodes draw anew).
 * @param most at most so many of them, spread over all; default every one
 */
export async function opDeviations(open: OpenSession, op: OpName, most = Infinity): Promise<Deviation[]> {
  const count = OP_CASES[op].length;
  const apart = Math.max(1, count / most);
  return beside(open, async (session, oracle) => {
    const found: Deviation[] = [];
    for (const [i, opCase] of OP_CASES[op].entries()) {
      if (Math.floor(i / apart) === Math.floor((i - 1) / apart)) continue;
      const error = await programDeviation(caseProgram(opCase), session, oracle, 2);
      found.push({ name: `${op} ${i}`, error });
    }
    return found;
  });
}

/**
 * Some steps of training: the programs take turns, and outputs, then the parameters they left, are compared.
 * @param make builds the programs; called once, so both sessions run the same graph
 */
export async function trainingDeviation(
  open: OpenSession,
  name: string,
  make: () => readonly Program[],
  turns: number,
): Promise<Deviation> {
  return beside(open, async (session, oracle) => {
    const programs = make();
    const steps = await Promise.all(
      programs.map(
        async (program) => [await session.compile(program), await oracle.compile(program)] as const,
      ),
    );
    let error = 0;
    for (let turn = 0; turn < turns; turn++)
      for (const [i, [step, truth]] of steps.entries()) {
        await step.run();
        await truth.run();
        for (const output of programs[i]?.outputs ?? [])
          error = Math.max(error, deviation(await step.read(output), await truth.read(output)));
      }
    for (const { parameter } of programs.flatMap(({ updates }) => updates))
      error = Math.max(error, deviation(await session.read(parameter), await oracle.read(parameter)));
    return { name, error };
  });
}
