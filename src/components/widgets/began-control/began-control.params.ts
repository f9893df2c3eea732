import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

export const fields = {
  /** `on`: the controller moves k. `zero`, `one`: k is held there. */
  control: choice(['on', 'zero', 'one']),
  gamma: number({ min: 0.05, max: 1, default: 0.5 }),
  lambdaK: number({ min: 1e-4, max: 1, default: 0.01, logarithmic: true }),
  data: choice(['moons', 'ring', 'line']),
  rateG: number({ min: 1e-5, max: 0.1, default: 5e-4, logarithmic: true }),
  rateD: number({ min: 1e-5, max: 0.1, default: 5e-4, logarithmic: true }),
  bottleneck: number({ min: 1, max: 16, default: 1, integer: true }),
  stepsPerFrame: number({ min: 1, max: 200, default: 20, integer: true }),
  steps: number({ min: 10, max: 50_000, default: 3000, integer: true, logarithmic: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** A run in progress cannot take these; the others hold from its next frame. */
export const restarts = ['data', 'bottleneck'] as const satisfies readonly (keyof Params)[];

const defaults = defaultsOf(fields);
/** What each shows is held by the loop's test. */
export const presets = {
  balance: defaults,
  zero: { ...defaults, control: 'zero' },
  one: { ...defaults, control: 'one' },
  varied: { ...defaults, gamma: 0.8 },
  uniform: { ...defaults, gamma: 0.3 },
  ring: { ...defaults, data: 'ring', rateG: 1e-3, rateD: 1e-3 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
