import { storeTransposed } from './gemm-pack';

/**
 * to[j, i] = from[i, j] for i < rows, j < columns: neighbours in j lie side by side in `from`, neighbours in i in `to`.
 * @param fromStep bytes between rows of `from`
 * @param toStep bytes between columns' places in `to`
 */
export function transpose(
  to: usize,
  from: usize,
  rows: i32,
  columns: i32,
  fromStep: usize,
  toStep: usize,
): void {
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    let x = from;
    let y = to;
    let j = columns;
    for (; j >= 4; j -= 4) {
      const third = x + 2 * fromStep;
      storeTransposed(
        y,
        toStep,
        v128.load(x),
        v128.load(x + fromStep),
        v128.load(third),
        v128.load(third + fromStep),
      );
      x += 16;
      y += 4 * toStep;
    }
    for (; j > 0; j--) {
      store<f32>(y, load<f32>(x));
      store<f32>(y, load<f32>(x + fromStep), 4);
      store<f32>(y, load<f32>(x + 2 * fromStep), 8);
      store<f32>(y, load<f32>(x + 3 * fromStep), 12);
      x += 4;
      y += toStep;
    }
    from += 4 * fromStep;
    to += 16;
  }
  for (; i < rows; i++) {
    let y = to;
    const end = from + ((<usize>columns) << 2);
    for (let x = from; x < end; x += 4) {
      store<f32>(y, load<f32>(x));
      y += toStep;
    }
    from += fromStep;
    to += 4;
  }
}
