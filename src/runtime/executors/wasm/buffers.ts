import { sizeOf, type Node } from '~/autodiff/graph';
import { bufferBytes } from './memory';
import { storageOf } from './nodes';
import { type Task } from './tasks';

/** Where each task's result lies, in bytes from the start of the step's arena. */
export interface BufferPlan {
  readonly offsets: ReadonlyMap<Node, number>;
  readonly bytes: number;
}

interface Block {
  readonly offset: number;
  readonly bytes: number;
}

/** Blocks of one arena; a freed one is given to the next request that it fits best. */
class Arena {
  readonly #free = new Set<Block>();
  bytes = 0;

  take(bytes: number): Block {
    let best: Block | undefined;
    for (const block of this.#free)
      if (block.bytes >= bytes && (!best || block.bytes < best.bytes)) best = block;
    if (best) {
      this.#free.delete(best);
      return best;
    }
    const block = { offset: this.bytes, bytes };
    this.bytes += bytes;
    return block;
  }

  release(block: Block): void {
    this.#free.add(block);
  }
}

/**
 * Gives each task's result a buffer that no value still needed lies in.
 * @param keep nodes that are read after the run: outputs and what updates read
 * @param inPlace whether a task may write over an input of its own size that nobody reads afterwards
 */
export function planBuffers(
  tasks: readonly Task[],
  keep: Iterable<Node>,
  inPlace: (task: Task) => boolean,
): BufferPlan {
  const last = lastUses(tasks, keep);
  const arena = new Arena();
  const blocks = new Map<Node, Block>();
  tasks.forEach((task, position) => {
    const dying = new Set(
      task.reads.map(storageOf).filter((node) => last.get(node) === position && blocks.has(node)),
    );
    const heir = heirOf(task, dying, inPlace);
    const inherited = heir && blocks.get(heir);
    if (heir) dying.delete(heir);
    blocks.set(task.node, inherited ?? arena.take(bufferBytes(sizeOf(task.node.shape))));
    for (const node of dying) {
      const block = blocks.get(node);
      if (block) arena.release(block);
    }
  });
  const offsets = new Map([...blocks].map(([node, { offset }]) => [node, offset]));
  return { offsets, bytes: arena.bytes };
}

/** The last position at which each buffer is read; never for what is kept. */
function lastUses(tasks: readonly Task[], keep: Iterable<Node>): Map<Node, number> {
  const last = new Map<Node, number>();
  tasks.forEach(({ reads }, position) => {
    for (const node of reads) last.set(storageOf(node), position);
  });
  for (const node of keep) last.set(storageOf(node), Infinity);
  return last;
}

/** The input whose buffer the result takes over, if there is one. */
function heirOf(task: Task, dying: ReadonlySet<Node>, inPlace: (task: Task) => boolean): Node | undefined {
  if (task.product) return task.product.addend && storageOf(task.product.addend);
  if (!inPlace(task)) return undefined;
  const size = sizeOf(task.node.shape);
  return [...dying].find((node) => sizeOf(node.shape) === size);
}
