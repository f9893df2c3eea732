import type { BaseFrame } from '~/runtime/loop';
import type { Coders } from '../shared/coders';
import type { Way } from './interpolate.params';

/** What our classifier makes of a picture. */
export interface Seen {
  readonly digit: number;
  /** Its share of that digit, 0.1 … 1. */
  readonly share: number;
}

/** One way from the first digit to the second. */
export interface Row {
  readonly way: Way;
  /** Nine pictures at t = 0, ⅛ … 1, [9 · 784], and what is seen in each. */
  readonly strip: Float32Array;
  readonly seen: readonly Seen[];
  /** The picture at the reader's t, [784]. */
  readonly here: Float32Array;
  readonly seenHere: Seen;
  /** Share of its pixels that are neither ink nor paper. */
  readonly grey: number;
  /** Squared length of the code at both ends and at t; undefined for pixels. */
  readonly squares: readonly [number, number, number] | undefined;
}

/** Middles of many pairs of test digits, by one way. */
export interface Crowd {
  readonly way: Way;
  readonly pairs: number;
  /** Mean of the classifier's largest share. */
  readonly sure: number;
  /** Share of middles in which it sees a digit that neither end is. */
  readonly third: number;
  /** Mean share of grey pixels. */
  readonly grey: number;
}

export interface Frame extends BaseFrame {
  /** Which digits the ends are. */
  readonly labels: readonly [number, number];
  readonly rows: readonly Row[];
  /** Empty in the first frame. */
  readonly crowd: readonly Crowd[];
  /** Of all pairs that the crowd will have. */
  readonly of: number;
  /** The same measures of the test digits themselves: what middles could reach at best. */
  readonly floor: { readonly sure: number; readonly grey: number } | undefined;
  readonly device: Coders['device'];
  readonly notes: Coders['notes'];
}
