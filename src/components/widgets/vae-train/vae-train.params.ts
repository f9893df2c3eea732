import { defaultsOf, number, type ParamsOf } from '../shared/fields';

/**
 * Every setting of the widget. β weight of the KL term, λ free bits (nats for each unit), d units of the code, η learning rate.
 * `warmUp`: steps over which β rises from 0 to its value; 0 for none.
 */
export const fields = {
  beta: number({ min: 0, max: 20, default: 1 }),
  lambda: number({ min: 0, max: 2, default: 0 }),
  warmUp: number({ min: 0, max: 5000, default: 0, integer: true }),
  code: number({ min: 2, max: 16, default: 2, integer: true }),
  rate: number({ min: 1e-4, max: 0.03, default: 2e-3, logarithmic: true }),
  hidden: number({ min: 16, max: 256, default: 128, integer: true }),
  batch: number({ min: 16, max: 256, default: 128, integer: true }),
  stepsPerFrame: number({ min: 1, max: 100, default: 10, integer: true }),
  steps: number({ min: 100, max: 20_000, default: 1500, integer: true, logarithmic: true }),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Settings that shape the networks or the programs. All others are taken up in the next frame. */
export const restarts = ['code', 'hidden', 'batch'] as const satisfies readonly (keyof Params)[];

const defaults = defaultsOf(fields);

/** Named settings that go to an instructive state. What each shows is held by the loop's test. */
export const presets = {
  balanced: defaults,
  small: { ...defaults, beta: 0.02 },
  collapse: { ...defaults, beta: 8 },
  freeBits: { ...defaults, beta: 8, lambda: 0.5 },
  asleep: { ...defaults, beta: 5 },
  annealed: { ...defaults, beta: 5, warmUp: 1000 },
  wide: { ...defaults, code: 16 },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;
