import { choice, number, type ParamsOf } from '../shared/fields';

/** The axis of a coordinate of the code. */
export const HALF_AXIS = 4;

const mean = (value: number) => number({ min: -2.2, max: 2.2, default: value });
const width = (value: number) => number({ min: 0.1, max: 1.6, default: value });

export const fields = {
  /** k: one coordinate, x = z + ε, or two of which only the sum is seen, x = z₁ + z₂ + ε. */
  codes: choice(['one', 'two']),
  /** The family of q where there are two coordinates. */
  family: choice(['diagonal', 'full']),
  x: number({ min: -2, max: 2, default: 1.5 }),
  /** s, the standard deviation of the noise ε. */
  noise: number({ min: 0.2, max: 1.5, default: 0.5 }),
  /** Mean and standard deviation of q, by coordinate. */
  m1: mean(-0.5),
  w1: width(0.8),
  m2: mean(-0.5),
  w2: width(0.8),
  /** Correlation in q; the diagonal family has none. */
  rho: number({ min: -0.95, max: 0.95, default: 0 }),
  /** Which noise the weights are drawn with. */
  draw: number({ min: 1, max: 999, default: 1, integer: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const off = {
  codes: 'one',
  family: 'diagonal',
  x: 1.5,
  noise: 0.5,
  m1: -0.5,
  w1: 0.8,
  m2: -0.5,
  w2: 0.8,
  rho: 0,
  draw: 1,
} as const;
export const presets = {
  off,
  closed: { ...off, m1: 1.2, w1: 0.447 },
  prior: { ...off, m1: 0, w1: 1 },
  narrow: { ...off, m1: 1.2, w1: 0.2 },
  diagonal: { ...off, codes: 'two', m1: 0.667, m2: 0.667, w1: 0.447, w2: 0.447 },
  full: { ...off, codes: 'two', family: 'full', m1: 0.667, m2: 0.667, w1: 0.745, w2: 0.745, rho: -0.8 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
