import { sizeOf, type Shape } from '~/autodiff/graph';

/** An element that must be there: NaN makes a wrong index visible in every result. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? NaN;
}

/** An array of f(0), f(1), …: what Float64Array.from does, many times faster. */
export function tabulate(size: number, f: (index: number) => number): Float64Array {
  const out = new Float64Array(size);
  for (let i = 0; i < size; i++) out[i] = f(i);
  return out;
}

/** Elements from one step along each axis, row-major. */
export function stridesOf(shape: Shape): number[] {
  return shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
}

/** offset + Σ index · stride for each element of `shape`, row-major. */
export function addresses(shape: Shape, strides: readonly number[], offset = 0): Int32Array {
  const out = new Int32Array(sizeOf(shape));
  const index = shape.map(() => 0);
  let address = offset;
  for (let element = 0; element < out.length; element++) {
    out[element] = address;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const stride = at(strides, axis);
      const next = at(index, axis) + 1;
      address += stride;
      index[axis] = next;
      if (next < at(shape, axis)) break;
      address -= stride * next;
      index[axis] = 0;
    }
  }
  return out;
}

/** For each element of `outer` the element of `inner` that broadcasting puts there. */
export function broadcastAddresses(inner: Shape, outer: Shape): Int32Array {
  const lead = outer.length - inner.length;
  const strides = stridesOf(inner);
  return addresses(
    outer,
    outer.map((_, axis) => (axis < lead || inner[axis - lead] === 1 ? 0 : at(strides, axis - lead))),
  );
}

/** For each element of the block of shape `inner` at `start` its place in `outer`. */
export function blockAddresses(inner: Shape, start: Shape, outer: Shape): Int32Array {
  const strides = stridesOf(outer);
  const offset = strides.reduce((sum, stride, axis) => sum + stride * at(start, axis), 0);
  return addresses(inner, strides, offset);
}
