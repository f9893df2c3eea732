import { showShape, type Graph, type Node } from '../graph';
import type { Session } from '../program';
import { listEntries, type SparseEntries } from '../sparse-entries';
import { input } from './leaves';

/**
 * Where a sparse matrix [rows, columns] may differ from zero: leaves that hold `SparseEntries`. The entries may change
 * between runs (`writePattern`), their greatest number may not.
 */
export interface SparsePattern {
  readonly rows: number;
  readonly columns: number;
  /** The greatest number of entries. */
  readonly capacity: number;
  readonly leaves: { readonly [Name in keyof SparseEntries]: Node };
}

const LEAVES = ['rowStarts', 'rowOf', 'columnOf', 'columnStarts', 'order'] as const;

/**
 * Leaves of a pattern.
 * @param entries what they hold at first: `listEntries` of a mask
 */
export function sparsePattern(
  graph: Graph,
  rows: number,
  columns: number,
  entries: SparseEntries,
  name = 'pattern',
): SparsePattern {
  const leaf = (of: keyof SparseEntries) => input(graph, [entries[of].length], `${name}.${of}`, entries[of]);
  const leaves = Object.fromEntries(LEAVES.map((of) => [of, leaf(of)])) as SparsePattern['leaves'];
  return { rows, columns, capacity: entries.rowOf.length, leaves };
}

/**
 * Puts a mask's entries into a session.
 * @param mask row-major, rows · columns numbers, 0 where there is no entry
 * @throws RangeError if it has another size or more entries than the pattern has room for
 */
export function writePattern(session: Session, pattern: SparsePattern, mask: ArrayLike<number>): void {
  const entries = listEntries(mask, pattern.rows, pattern.columns, pattern.capacity);
  for (const of of LEAVES) session.write(pattern.leaves[of], entries[of]);
}

/** The pattern of a sparse product's node, found again from its inputs. */
export function patternOf({ inputs }: Node): SparsePattern {
  const leaves = Object.fromEntries(LEAVES.map((of, at) => [of, inputs[at + 2]])) as SparsePattern['leaves'];
  const size = (node: Node) => node.shape[0] ?? 0;
  return {
    rows: size(leaves.rowStarts) - 1,
    columns: size(leaves.columnStarts) - 1,
    capacity: size(leaves.rowOf),
    leaves,
  };
}

const leavesOf = ({ leaves }: SparsePattern): Node[] => LEAVES.map((of) => leaves[of]);

function check(name: string, node: Node, expected: readonly (number | 'b')[]): void {
  const fits =
    node.shape.length === expected.length &&
    expected.every((size, axis) => size === 'b' || size === node.shape[axis]);
  if (!fits)
    throw new RangeError(
      `${name}: expected the shape [${expected.join(', ')}], found ${showShape(node.shape)}`,
    );
}

/**
 * A sparse matrix times a dense one, W · x, with W zero but for the pattern's entries. Both are stored by features
 * ([features, batch]): then each entry multiplies whole rows, and the cost is that of the entries alone.
 * @param values [capacity]: W's entries, numbered as `SparseEntries` says; those behind the last are not read
 * @param x [columns, b]; with `transpose` [rows, b]
 * @returns W · x [rows, b]; with `transpose` Wᵀ · x [columns, b]
 * @throws RangeError if the shapes do not fit
 */
export function sparseMatmul(
  pattern: SparsePattern,
  values: Node,
  x: Node,
  { transpose = false }: { readonly transpose?: boolean } = {},
): Node {
  const { rows, columns, capacity } = pattern;
  check('sparseMatmul, values', values, [capacity]);
  check('sparseMatmul, x', x, [transpose ? rows : columns, 'b']);
  const shape = [transpose ? columns : rows, x.shape[1] ?? 0];
  return x.graph.node('sparseMatmul', [values, x, ...leavesOf(pattern)], shape, { transpose });
}

/**
 * The entries of g · xᵀ that a pattern has, 0 behind the last: the gradient of W · x by W's entries. What the pattern
 * lacks is not computed.
 * @param g [rows, b]
 * @param x [columns, b]
 * @returns [capacity]
 * @throws RangeError if the shapes do not fit
 */
export function sampledMatmul(pattern: SparsePattern, g: Node, x: Node): Node {
  const { rows, columns, capacity } = pattern;
  check('sampledMatmul, g', g, [rows, 'b']);
  check('sampledMatmul, x', x, [columns, g.shape[1] ?? 0]);
  return x.graph.node('sampledMatmul', [g, x, ...leavesOf(pattern)], [capacity], {});
}
