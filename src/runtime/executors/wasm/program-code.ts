import { readsOf } from '~/autodiff/compile';
import type { Node } from '~/autodiff/graph';
import type { Program, Update } from '~/autodiff/program';
import { sizeOf } from '~/autodiff/graph';
import { planBuffers } from './buffers';
import { emitNode, mayWriteOverInput } from './emit';
import { emitProduct } from './emit-product';
import { dense, emitCopy } from './emit-loops';
import { InstructionList } from './instructions';
import { bufferBytes } from './memory';
import * as code from './opcodes';
import type { SessionState } from './session-state';
import type { Target } from './target';
import { storageOf } from './nodes';
import { planTasks, type Task } from './tasks';

/** A program as instructions in the kernels' memory. */
export interface ProgramCode {
  /** Address of the first instruction, and how many there are. */
  readonly start: number;
  readonly count: number;
  /** Where each output's value lies after a run. */
  readonly outputs: ReadonlyMap<Node, number>;
  /** Bytes of buffers and instructions. */
  readonly bytes: number;
}

export interface CodeOptions {
  /** Join products with what follows them (default true). */
  readonly fuse?: boolean;
}

/** Plans buffers for a program, allots them and writes its instructions. */
export function writeProgram(
  state: SessionState,
  program: Program,
  { fuse = true }: CodeOptions = {},
): ProgramCode {
  const tasks = planTasks(program, fuse);
  const keep = [...program.outputs, ...program.updates.flatMap(readsOf)];
  const plan = planBuffers(tasks, keep, (task) => mayWriteOverInput(task, state.view));
  const arena = state.memory.allot(plan.bytes);
  const addresses = new Map([...plan.offsets].map(([node, offset]) => [node, arena + offset]));
  const { list, target } = makeTarget(state, addresses);
  for (const task of tasks) emitTask(task, target);
  const snapshots = keepOldValues(state, program, target);
  const addressAfter = (node: Node) => snapshots.get(storageOf(node)) ?? target.address(node);
  for (const update of program.updates) emitUpdate(update, state, addressAfter, target);
  target.emit(code.COUNT, target.counter);
  const start = state.memory.allot(list.bytes);
  state.memory.writeWords(start, list.words());
  return {
    start,
    count: list.count,
    outputs: new Map(program.outputs.map((output) => [output, addressAfter(output)])),
    bytes: plan.bytes + list.bytes,
  };
}

function makeTarget(
  state: SessionState,
  addresses: ReadonlyMap<Node, number>,
): { list: InstructionList; target: Target } {
  const list = new InstructionList();
  const address = (node: Node): number => {
    const storage = storageOf(node);
    return addresses.get(storage) ?? state.leafAddress(storage);
  };
  const target: Target = {
    address,
    view: (node, shape) => {
      const { strides, constant } = state.view(node, shape);
      return { strides, address: constant ?? address(node) };
    },
    workspace: (bytes) => state.workspace(bytes),
    seed: state.seed,
    counter: state.memory.allot(64),
    emit: (opcode, to, ...words) => {
      list.add(opcode, to, words);
    },
  };
  return { list, target };
}

function emitTask({ node, product }: Task, target: Target): void {
  if (product) emitProduct(node, product, target);
  else emitNode(node, target);
}

/**
 * Copies what this program's updates would overwrite before it is read: parameters among the outputs, and parameters that
 * another update reads. Inputs among the outputs are copied too, for a later `write` must not change what was read.
 */
function keepOldValues(state: SessionState, program: Program, target: Target): Map<Node, number> {
  const changing = new Set(program.updates.map(({ parameter }) => parameter));
  const outputs = program.outputs.map(storageOf).filter(({ op }) => op === 'parameter' || op === 'input');
  const sources = program.updates
    .flatMap(readsOf)
    .map(storageOf)
    .filter((node) => changing.has(node));
  const copies = new Map<Node, number>();
  for (const leaf of new Set([...outputs, ...sources])) {
    const to = state.memory.allot(bufferBytes(sizeOf(leaf.shape)));
    emitCopy(target, leaf.shape, dense(to, leaf.shape), dense(target.address(leaf), leaf.shape));
    copies.set(leaf, to);
  }
  return copies;
}

function emitUpdate(
  update: Update,
  state: SessionState,
  addressOf: (node: Node) => number,
  target: Target,
): void {
  const { parameter } = update;
  const { emit } = target;
  const to = state.leafAddress(parameter);
  const size = sizeOf(parameter.shape);
  if (update.rule === 'assign') {
    emitCopy(
      target,
      parameter.shape,
      dense(to, parameter.shape),
      dense(addressOf(update.value), parameter.shape),
    );
    return;
  }
  const gradient = addressOf(update.gradient);
  const rate = addressOf(update.rate);
  if (update.rule === 'sgd') emit(code.SGD, to, gradient, rate, size);
  else if (update.rule === 'momentum')
    emit(code.MOMENTUM, to, gradient, rate, state.velocity(parameter), size, { float: update.momentum });
  else {
    const { moments, steps } = state.moments(parameter);
    const { epsilon, beta1, beta2 } = update;
    emit(
      code.ADAM,
      to,
      gradient,
      rate,
      moments,
      steps,
      size,
      { float: epsilon },
      { double: beta1 },
      { double: beta2 },
    );
  }
}
