import type { NodeOf } from '~/autodiff/gradients';
import type { Node } from '~/autodiff/graph';
import { patternOf } from '~/autodiff/ops/sparse';
import { at } from './indexing';
import type { Kernel } from './kernel';

/** Calls `visit` with each entry of a pattern, its row and its column. @throws RangeError if a place lies outside. */
function eachEntry(
  node: Node,
  [, , rowStarts, rowOf, columnOf]: readonly Float64Array[],
  visit: (entry: number, row: number, column: number) => void,
): void {
  const { rows, columns, capacity } = patternOf(node);
  const place = (name: string, value: number, most: number): number => {
    if (Number.isInteger(value) && value >= 0 && value <= most) return value;
    throw new RangeError(`${node.op}: ${name} must be whole numbers in 0 … ${most}, found ${value}`);
  };
  const count = place('starts', at(rowStarts ?? [], rows), capacity);
  for (let entry = 0; entry < count; entry += 1) {
    const row = place('rows', at(rowOf ?? [], entry), rows - 1);
    visit(entry, row, place('columns', at(columnOf ?? [], entry), columns - 1));
  }
}

/** y[row] += w · x[column] over all entries; transposed, rows and columns change places. */
export function sparseMatmul(node: NodeOf<'sparseMatmul'>): Kernel {
  const batch = at(node.shape, 1);
  return (inputs, { size }) => {
    const [values, x] = inputs;
    const out = new Float64Array(size);
    eachEntry(node, inputs, (entry, row, column) => {
      const [to, from] = node.attributes.transpose ? [column, row] : [row, column];
      for (let b = 0; b < batch; b += 1)
        out[to * batch + b] = at(out, to * batch + b) + at(values, entry) * at(x, from * batch + b);
    });
    return out;
  };
}

/** out[entry] = Σ_b g[row, b] · x[column, b] */
export function sampledMatmul(node: NodeOf<'sampledMatmul'>): Kernel {
  const batch = at(node.inputs[0]?.shape ?? [], 1);
  return (inputs, { size }) => {
    const [g, x] = inputs;
    const out = new Float64Array(size);
    eachEntry(node, inputs, (entry, row, column) => {
      for (let b = 0; b < batch; b += 1)
        out[entry] = at(out, entry) + at(g, row * batch + b) * at(x, column * batch + b);
    });
    return out;
  };
}
