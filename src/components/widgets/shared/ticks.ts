/**
 * About `count` round values (1, 2 or 5 times a power of ten) inside the range; never fewer than two, by which alone a reader
 * can tell a scale. A range that is empty or not finite has its lower end alone.
 * @example niceTicks(0, 1, 5) // 0, 0.2, … 1
 */
export function niceTicks(min: number, max: number, count: number): number[] {
  const rough = (max - min) / count;
  if (!(rough > 0) || !Number.isFinite(rough)) return [min];
  let power = 10 ** Math.floor(Math.log10(rough));
  let factor = [1, 2, 5].find((each) => each * power >= rough) ?? 10;
  for (;;) {
    const step = power * factor;
    const first = Math.ceil(min / step - 1e-9);
    const last = Math.floor(max / step + 1e-9);
    if (last > first)
      return Array.from({ length: last - first + 1 }, (_, index) =>
        Number(((first + index) * step).toPrecision(15)),
      );
    // 500 for 0 to 410: the next smaller round step, 200.
    if (factor === 1) power /= 10;
    factor = factor === 1 ? 5 : Math.floor(factor / 2);
  }
}
