// Threefry-2x32-20 (Salmon et al., SC 2011), four counters at a time. Which word belongs to which element, and how words
// become numbers, is defined in src/methods/rng/threefry.ts; uniform and randomIndex match it bit for bit.

import { INDEX, NORMAL } from '../opcodes';
import { cosineOfQuarter, log, sineOfQuarter } from './functions';
import { interleaveHigh, interleaveLow, splat } from './lanes';

const PARITY: i32 = 0x1bd11bda;
const UNIT: f32 = 5.9604644775390625e-8; // 2⁻²⁴

let x0: v128 = i32x4.splat(0);
let x1: v128 = i32x4.splat(0);

/* @inline */
function rotate(x: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(x, bits), i32x4.shr_u(x, 32 - bits));
}

/** The 20 rounds on (counter0, counter1) under (key0, key1); the words are left in x0 and x1. */
/* @inline */
function encrypt(counter0: v128, counter1: i32, key0: i32, key1: i32): void {
  const key2 = PARITY ^ key0 ^ key1;
  let a = i32x4.add(counter0, i32x4.splat(key0));
  let b = i32x4.splat(counter1 + key1);
  for (let group = 0; group < 5; group++) {
    const even = (group & 1) == 0;
    a = i32x4.add(a, b);
    b = v128.xor(even ? rotate(b, 13) : rotate(b, 17), a);
    a = i32x4.add(a, b);
    b = v128.xor(even ? rotate(b, 15) : rotate(b, 29), a);
    a = i32x4.add(a, b);
    b = v128.xor(even ? rotate(b, 26) : rotate(b, 16), a);
    a = i32x4.add(a, b);
    b = v128.xor(even ? rotate(b, 6) : rotate(b, 24), a);
    const turn = group % 3;
    a = i32x4.add(a, i32x4.splat(turn == 0 ? key1 : turn == 1 ? key2 : key0));
    b = i32x4.add(b, i32x4.splat((turn == 0 ? key2 : turn == 1 ? key0 : key1) + group + 1));
  }
  x0 = a;
  x1 = b;
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

/** Box–Muller of both words: x0 ← r cos 2πu₂, x1 ← r sin 2πu₂. */
/* @inline */
function boxMuller(): void {
  const u1 = f32x4.add(unit(x0), splat(UNIT));
  const radius = f32x4.sqrt(f32x4.mul(splat(-2), log(u1)));
  // The angle in quarter turns: the nearest whole one picks the quadrant, the rest lies in ±½.
  const turns = f32x4.mul(unit(x1), splat(4));
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
  x0 = f32x4.mul(radius, v128.xor(c, cSign));
  x1 = f32x4.mul(radius, v128.xor(s, sSign));
}

/** Fills `count` elements at `to`, eight at a time; up to seven more are written into the slack behind. */
export function random(kind: i32, to: usize, count: i32, below: i32, seed: i32, stream: i32, run: i32): void {
  const end = to + ((<usize>count) << 2);
  const limit = i32x4.splat(below);
  let counter: v128 = i32x4(0, 1, 2, 3);
  for (; to < end; to += 32) {
    encrypt(counter, run, seed, stream);
    counter = i32x4.add(counter, i32x4.splat(4));
    if (kind == NORMAL) boxMuller();
    else if (kind == INDEX) {
      x0 = index(x0, limit);
      x1 = index(x1, limit);
    } else {
      x0 = unit(x0);
      x1 = unit(x1);
    }
    v128.store(to, interleaveLow(x0, x1));
    v128.store(to, interleaveHigh(x0, x1), 16);
  }
}
