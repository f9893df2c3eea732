import * as code from '../opcodes';
import { binaryRow, unary } from './elementwise';
import { convolve, convolveFilterGradient, convolveInputGradient } from './convolution';
import { gemm, workspace } from './gemm';
import { copyRow, gatherRows, scatterAddRows } from './move';
import { adam, momentum, sgd } from './optimise';
import { putAtMax, sumPool, takeAtMax, unpool } from './pool';
import { random } from './random';
import { sum } from './reduce';
import { sampledProduct, sparseProduct } from './sparse';
import { transpose } from './transpose';
import { setWindows } from './windows';

export { setWorkspace } from './gemm';
export { takeBadRows } from './move';

/** Where the module's own data ends: the session's allocator begins there. */
export function heapBase(): usize {
  return __heap_base;
}

/* @inline */
function word(pc: usize, i: usize): i32 {
  return load<i32>(pc + (i << 2));
}

/* @inline */
function real(pc: usize, i: usize): f32 {
  return load<f32>(pc + (i << 2));
}

/** Words 5, 6, 7, 8: sizes d₀, d₁, d₂ and the row's length n. Strides in bytes, three for each operand. */
function binary(pc: usize, to: usize, a: usize, b: usize): void {
  const n = word(pc, 8);
  for (let i = 0; i < word(pc, 5); i++)
    for (let j = 0; j < word(pc, 6); j++)
      for (let k = 0; k < word(pc, 7); k++) {
        const x = a + i * word(pc, 9) + j * word(pc, 10) + k * word(pc, 11);
        const y = b + i * word(pc, 12) + j * word(pc, 13) + k * word(pc, 14);
        binaryRow(word(pc, 4), to, x, y, n, word(pc, 15), real(pc, 16));
        to += (<usize>n) << 2;
      }
}

/** As `binary`; the first strides are the destination's. */
function copy(pc: usize, to: usize, from: usize): void {
  for (let i = 0; i < word(pc, 5); i++)
    for (let j = 0; j < word(pc, 6); j++)
      for (let k = 0; k < word(pc, 7); k++) {
        const y = to + i * word(pc, 9) + j * word(pc, 10) + k * word(pc, 11);
        const x = from + i * word(pc, 12) + j * word(pc, 13) + k * word(pc, 14);
        copyRow(y, x, word(pc, 8), word(pc, 15));
      }
}

/** Words 4 … 7: rows, columns and their steps in bytes (see `transpose`); 8 … 10 sizes, 11 … 13 and 14 … 16 steps outside. */
function transposeAll(pc: usize, to: usize, from: usize): void {
  for (let i = 0; i < word(pc, 8); i++)
    for (let j = 0; j < word(pc, 9); j++)
      for (let k = 0; k < word(pc, 10); k++) {
        const y = to + i * word(pc, 11) + j * word(pc, 12) + k * word(pc, 13);
        const x = from + i * word(pc, 14) + j * word(pc, 15) + k * word(pc, 16);
        transpose(y, x, word(pc, 4), word(pc, 5), word(pc, 6), word(pc, 7));
      }
}

/** Words 4, 5: bias and gate; 6, 7: finish and slope; 8 … 11: M, K, N and rows at a time; 12 … 22: the windows. */
function convolution(pc: usize, to: usize, a: usize, b: usize): void {
  setWindows(pc + 48);
  const finish = word(pc, 6);
  const M = word(pc, 8);
  const K = word(pc, 9);
  const N = word(pc, 10);
  const chunk = word(pc, 11);
  const accumulate = finish == code.ACCUMULATE;
  if (word(pc, 0) == code.CONVOLVE) {
    const bias: usize = word(pc, 4);
    const gate: usize = word(pc, 5);
    convolve(to, a, b, bias, gate, finish, real(pc, 7), M, K, N, chunk, workspace);
  } else if (word(pc, 0) == code.CONVOLVE_INPUT)
    convolveInputGradient(to, a, b, accumulate, M, K, N, chunk, workspace);
  else convolveFilterGradient(to, a, b, accumulate, M, K, N, chunk, workspace);
}

/** Word 4: images; 5 … 15: the windows. */
function pool(pc: usize, to: usize, a: usize, b: usize): void {
  setWindows(pc + 20);
  const images = word(pc, 4);
  switch (word(pc, 0)) {
    case code.SUM_POOL:
      sumPool(to, a, images);
      break;
    case code.UNPOOL:
      unpool(to, a, images);
      break;
    case code.TAKE_AT_MAX:
      takeAtMax(to, a, b, images);
      break;
    default:
      putAtMax(to, a, b, images);
      break;
  }
}

/** Words 4 … 6: starts, other and order of the pattern; 7 … 10: rows of the product and of x, batch, capacity. */
function sparse(pc: usize, to: usize, values: usize, x: usize): void {
  const starts: usize = word(pc, 4);
  const other: usize = word(pc, 5);
  const order: usize = word(pc, 6);
  const space: usize = word(pc, 11);
  sparseProduct(
    to,
    values,
    x,
    starts,
    other,
    order,
    word(pc, 7),
    word(pc, 8),
    word(pc, 9),
    word(pc, 10),
    space,
  );
}

/** Words 4, 5: starts and other of the pattern; 6 … 9: rows of g and of x, batch, capacity. */
function sampled(pc: usize, to: usize, g: usize, x: usize): void {
  const starts: usize = word(pc, 4);
  const other: usize = word(pc, 5);
  const space: usize = word(pc, 10);
  sampledProduct(to, g, x, starts, other, word(pc, 6), word(pc, 7), word(pc, 8), word(pc, 9), space);
}

/** Runs the `count` instructions at `start`, `times` times over. Words 1, 2, 3: addresses. */
export function run(start: usize, count: i32, times: i32): void {
  const end = start + <usize>(count * code.WORDS) * 4;
  for (let turn = 0; turn < times; turn++)
    for (let pc = start; pc < end; pc += code.WORDS * 4) {
      const to: usize = word(pc, 1);
      const a: usize = word(pc, 2);
      const b: usize = word(pc, 3);
      switch (word(pc, 0)) {
        case code.GEMM: {
          const bias: usize = word(pc, 4);
          const gate: usize = word(pc, 5);
          gemm(
            to,
            a,
            b,
            bias,
            gate,
            word(pc, 6),
            word(pc, 7),
            word(pc, 8),
            word(pc, 9),
            word(pc, 10),
            word(pc, 11),
            real(pc, 12),
          );
          break;
        }
        case code.UNARY:
          unary(word(pc, 4), to, a, word(pc, 5), real(pc, 6), real(pc, 7));
          break;
        case code.BINARY:
          binary(pc, to, a, b);
          break;
        case code.SUM:
          sum(to, a, word(pc, 4), word(pc, 5), word(pc, 6));
          break;
        case code.COPY:
          copy(pc, to, a);
          break;
        case code.ZERO:
          memory.fill(to, 0, word(pc, 4));
          break;
        case code.RANDOM:
          random(word(pc, 4), to, word(pc, 5), word(pc, 6), word(pc, 7), word(pc, 8), load<i32>(a));
          break;
        case code.GATHER:
          gatherRows(to, a, b, word(pc, 4), word(pc, 5), word(pc, 6));
          break;
        case code.SCATTER:
          scatterAddRows(to, a, b, word(pc, 4), word(pc, 5), word(pc, 6));
          break;
        case code.ADAM:
          adam(
            to,
            a,
            b,
            word(pc, 4),
            word(pc, 5),
            word(pc, 6),
            real(pc, 7),
            load<f64>(pc + 32),
            load<f64>(pc + 40),
          );
          break;
        case code.MOMENTUM:
          momentum(to, a, b, word(pc, 4), word(pc, 5), real(pc, 6));
          break;
        case code.SGD:
          sgd(to, a, b, word(pc, 4));
          break;
        case code.TRANSPOSE:
          transposeAll(pc, to, a);
          break;
        case code.CONVOLVE:
        case code.CONVOLVE_INPUT:
        case code.CONVOLVE_FILTER:
          convolution(pc, to, a, b);
          break;
        case code.SUM_POOL:
        case code.UNPOOL:
        case code.TAKE_AT_MAX:
        case code.PUT_AT_MAX:
          pool(pc, to, a, b);
          break;
        case code.SPARSE:
          sparse(pc, to, a, b);
          break;
        case code.SAMPLED:
          sampled(pc, to, a, b);
          break;
        case code.COUNT:
          store<i32>(to, load<i32>(to) + 1);
          break;
        default:
          unreachable();
      }
    }
}
