import type { Shape } from '~/autodiff/graph';

/** A nest of loops: sizes outermost first and, for each operand, how many elements one step of each loop moves. */
export interface Nest {
  readonly sizes: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/** Row-major steps in elements. `stridesOf([2, 3, 4])` is `[12, 4, 1]`. */
export function stridesOf(shape: Shape): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--)
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  return strides;
}

/** Steps through `shape` while an array of shape `target` is walked: 0 where an axis is repeated, as NumPy broadcasts. */
export function broadcastStrides(shape: Shape, target: Shape): number[] {
  const own = stridesOf(shape);
  const added = target.length - shape.length;
  return target.map((_, axis) => (axis < added || shape[axis - added] === 1 ? 0 : (own[axis - added] ?? 0)));
}

/**
 * The same walk with the fewest loops: axes of size 1 go, neighbours that every operand passes in one stride become one.
 * The innermost loop of the result moves every operand by 0 or 1, and of two inputs at least one (a loop of size 1 is added
 * where that is not so). The first operand is the result.
 */
export function mergeLoops(nest: Nest): Nest {
  const sizes: number[] = [];
  const strides: number[][] = nest.strides.map(() => []);
  nest.sizes.forEach((size, axis) => {
    if (size === 1) return;
    const outer = sizes.length - 1;
    const steps = nest.strides.map((operand) => operand[axis] ?? 0);
    const joins = outer >= 0 && steps.every((step, i) => strides[i]?.[outer] === step * size);
    if (joins) {
      sizes[outer] = (sizes[outer] ?? 1) * size;
      steps.forEach((step, i) => ((strides[i] ?? [])[outer] = step));
    } else {
      sizes.push(size);
      steps.forEach((step, i) => strides[i]?.push(step));
    }
  });
  const innermost = strides.map((operand) => operand.at(-1) ?? 0);
  const repeatsOnly = innermost.slice(1).every((step) => step === 0) && strides.length > 2;
  if (sizes.length === 0 || repeatsOnly || innermost.some((step) => step > 1)) {
    sizes.push(1);
    for (const operand of strides) operand.push(1);
  }
  return { sizes, strides };
}

/** One pass of a sum: `[outer, reduced, inner]` → `[outer, inner]`. */
export interface SumPass {
  readonly outer: number;
  readonly reduced: number;
  readonly inner: number;
}

/** A sum over any axes as passes over one run of neighbouring axes each, the innermost run first. */
export function sumPasses(shape: Shape, axes: readonly number[]): SumPass[] {
  const sizes = [...shape];
  const passes: SumPass[] = [];
  const product = (from: number, to: number) => sizes.slice(from, to).reduce((p, size) => p * size, 1);
  for (let end = shape.length; end > 0; end--) {
    if (!axes.includes(end - 1)) continue;
    let start = end - 1;
    while (start > 0 && axes.includes(start - 1)) start--;
    passes.push({
      outer: product(0, start),
      reduced: product(start, end),
      inner: product(end, sizes.length),
    });
    sizes.fill(1, start, end);
    end = start + 1;
  }
  return passes.length > 0 ? passes : [{ outer: 1, reduced: 1, inner: product(0, sizes.length) }];
}
