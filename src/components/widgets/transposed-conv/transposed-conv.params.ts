import { choice, number, type ParamsOf } from '../shared/fields';

const whole = (min: number, max: number, value: number) =>
  number({ min, max, default: value, integer: true });

/** Side of the largest input: 25 stamps. */
export const LARGEST = 5;

export const fields = {
  /** How many stamps have been put down; more than there are means all. */
  stamps: whole(0, LARGEST * LARGEST, 6),
  /** Side k of the kernel. */
  kernel: whole(1, 5, 3),
  /** Step s of the stamps. */
  stride: whole(1, 3, 2),
  /** p: rows and columns cut off each edge. */
  padding: whole(0, 2, 0),
  /** Side n of the input. */
  size: whole(3, LARGEST, 4),
  input: choice(['ramp', 'flat', 'spot']),
  weights: choice(['ones', 'bell', 'random']),
  /** Which random weights. */
  draw: whole(1, 99, 1),
  /** How the other way enlarges before its convolution. */
  resize: choice(['nearest', 'bilinear', 'corners']),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const start = {
  stamps: 6,
  kernel: 3,
  stride: 2,
  padding: 0,
  size: 4,
  input: 'ramp',
  weights: 'ones',
  draw: 1,
  resize: 'nearest',
} as const;
const all = { ...start, stamps: LARGEST * LARGEST, input: 'flat' } as const;
export const presets = {
  stamping: start,
  checkers: all,
  even: { ...all, kernel: 4, padding: 1 },
  learned: { ...all, kernel: 4, padding: 1, weights: 'random' },
  holes: { ...all, kernel: 2, stride: 3 },
  unmoved: { ...all, stride: 1, padding: 1 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
