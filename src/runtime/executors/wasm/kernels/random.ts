// Threefry-2x32-20 (Salmon et al., SC 2011), four counters at a time. Which word belongs to which element, and how words
// become numbers, is defined in src/methods/rng/threefry.ts; uniform and randomIndex match it bit for bit.

import { INDEX, NORMAL } from '../opcodes';
import { cosineOfQuarter, logInside, sineOfQuarter } from './functions';
import { interleaveHigh, interleaveLow, splat } from './lanes';

const PARITY: i32 = 0x1bd11bda;
const UNIT: f32 = 5.9604644775390625e-8; // 2⁻²⁴

/** The words of four counters, and of the next four. */
let x0: v128 = i32x4.splat(0);
let x1: v128 = i32x4.splat(0);
let y0: v128 = i32x4.splat(0);
let y1: v128 = i32x4.splat(0);

/* @inline */
function rotate(x: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(x, bits), i32x4.shr_u(x, 32 - bits));
}

/**
 * The 20 rounds on (counter0, counter1) under (key0, key1), and on the next four counters. The two take turns, because
 * each step of one waits for the step before it.
 */
/* @inline */
function encrypt(counter0: v128, counter1: i32, key0: i32, key1: i32): void {
  const key2 = PARITY ^ key0 ^ key1;
  let a0 = i32x4.add(counter0, i32x4.splat(key0));
  let a1 = i32x4.splat(counter1 + key1);
  let b0 = i32x4.add(a0, i32x4.splat(4));
  let b1 = a1;
  for (let group = 1; ; group += 2) {
    a0 = i32x4.add(a0, a1);
    b0 = i32x4.add(b0, b1);
    a1 = v128.xor(rotate(a1, 13), a0);
    b1 = v128.xor(rotate(b1, 13), b0);
    a0 = i32x4.add(a0, a1);
    b0 = i32x4.add(b0, b1);
    a1 = v128.xor(rotate(a1, 15), a0);
    b1 = v128.xor(rotate(b1, 15), b0);
    a0 = i32x4.add(a0, a1);
    b0 = i32x4.add(b0, b1);
    a1 = v128.xor(rotate(a1, 26), a0);
    b1 = v128.xor(rotate(b1, 26), b0);
    a0 = i32x4.add(a0, a1);
    b0 = i32x4.add(b0, b1);
    a1 = v128.xor(rotate(a1, 6), a0);
    b1 = v128.xor(rotate(b1, 6), b0);
    let toFirst = i32x4.splat(group == 1 ? key1 : group == 3 ? key0 : key2);
    let toSecond = i32x4.splat((group == 1 ? key2 : group == 3 ? key1 : key0) + group);
    a0 = i32x4.add(a0, toFirst);
    b0 = i32x4.add(b0, toFirst);
    a1 = i32x4.add(a1, toSecond);
    b1 = i32x4.add(b1, toSecond);
    if (group == 5) break;
    a0 = i32x4.add(a0, a1);
    b0 = i32x4.add(b0, b1);
    a1 = v128.xor(rotate(a1, 17), a0);
    b1 = v128.xor(rotate(b1, 17), b0);
    a0 = i32x4.add(a0, a1);
    b0 = i32x4.add(b0, b1);
    a1 = v128.xor(rotate(a1, 29), a0);
    b1 = v128.xor(rotate(b1, 29), b0);
    a0 = i32x4.add(a0, a1);
    b0 = i32x4.add(b0, b1);
    a1 = v128.xor(rotate(a1, 16), a0);
    b1 = v128.xor(rotate(b1, 16), b0);
    a0 = i32x4.add(a0, a1);
    b0 = i32x4.add(b0, b1);
    a1 = v128.xor(rotate(a1, 24), a0);
    b1 = v128.xor(rotate(b1, 24), b0);
    toFirst = i32x4.splat(group == 1 ? key2 : key1);
    toSecond = i32x4.splat((group == 1 ? key0 : key2) + group + 1);
    a0 = i32x4.add(a0, toFirst);
    b0 = i32x4.add(b0, toFirst);
    a1 = i32x4.add(a1, toSecond);
    b1 = i32x4.add(b1, toSecond);
  }
  x0 = a0;
  x1 = a1;
  y0 = b0;
  y1 = b1;
}

/** (w ≫ 8) · 2⁻²⁴ */
/* @inline */
function unit(word: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_u(i32x4.shr_u(word, 8)), splat(UNIT));
}

/** ⌊(w ≫ 8) · below / 2²⁴⌋ in 64-bit lanes */
/* @inline */
function index(word: v128, below: v128): v128 {
  const bits = i32x4.shr_u(word, 8);
  const low = i64x2.shr_u(i64x2.extmul_low_i32x4_u(bits, below), 24);
  const high = i64x2.shr_u(i64x2.extmul_high_i32x4_u(bits, below), 24);
  return f32x4.convert_i32x4_u(i32x4.shuffle(low, high, 0, 2, 4, 6));
}

/** Box–Muller of two words, stored in turn: r cos 2πu₂, r sin 2πu₂. */
/* @inline */
function storeNormal(to: usize, first: v128, second: v128): void {
  const u1 = f32x4.add(unit(first), splat(UNIT));
  const radius = f32x4.sqrt(f32x4.mul(splat(-2), logInside(u1)));
  // The angle in quarter turns: the nearest whole one picks the quadrant, the rest lies in ±½.
  const turns = f32x4.mul(unit(second), splat(4));
  const nearest = f32x4.nearest(turns);
  const rest = f32x4.sub(turns, nearest);
  const quadrant = i32x4.trunc_sat_f32x4_s(nearest);
  const sine = sineOfQuarter(rest);
  const cosine = cosineOfQuarter(rest);
  const odd = i32x4.neg(v128.and(quadrant, i32x4.splat(1)));
  const c = v128.bitselect(sine, cosine, odd);
  const s = v128.bitselect(cosine, sine, odd);
  // cos is negative in quadrants 1 and 2, sin in 2 and 3: that bit becomes the sign bit.
  const cSign = i32x4.shl(i32x4.shr_u(i32x4.add(quadrant, i32x4.splat(1)), 1), 31);
  const sSign = i32x4.shl(i32x4.shr_u(quadrant, 1), 31);
  storePair(to, f32x4.mul(radius, v128.xor(c, cSign)), f32x4.mul(radius, v128.xor(s, sSign)));
}

/** a0 b0 a1 b1 … */
/* @inline */
function storePair(to: usize, a: v128, b: v128): void {
  v128.store(to, interleaveLow(a, b));
  v128.store(to, interleaveHigh(a, b), 16);
}

/** Eight elements of two vectors of words. */
/* @inline */
function storeWords(kind: i32, to: usize, first: v128, second: v128, limit: v128): void {
  if (kind == NORMAL) storeNormal(to, first, second);
  else if (kind == INDEX) storePair(to, index(first, limit), index(second, limit));
  else storePair(to, unit(first), unit(second));
}

/** Fills `count` elements at `to`, eight at a time; up to seven more are written into the slack behind. */
export function random(kind: i32, to: usize, count: i32, below: i32, seed: i32, stream: i32, run: i32): void {
  const end = to + ((<usize>count) << 2);
  const limit = i32x4.splat(below);
  let counter: v128 = i32x4(0, 1, 2, 3);
  for (; to < end; to += 64) {
    encrypt(counter, run, seed, stream);
    counter = i32x4.add(counter, i32x4.splat(8));
    storeWords(kind, to, x0, x1, limit);
    if (to + 32 < end) storeWords(kind, to + 32, y0, y1, limit);
  }
}
