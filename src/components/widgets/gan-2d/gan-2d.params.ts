import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

/** Every setting of the widget. Symbols: η learning rate, k discriminator steps for one of the generator, λ penalty. */
export const fields = {
  data: choice(['ring', 'moons']),
  loss: choice(['minimax', 'nonSaturating', 'wassersteinGp']),
  rateG: number({ min: 1e-5, max: 1, default: 1e-3, logarithmic: true }),
  rateD: number({ min: 1e-5, max: 1, default: 1e-3, logarithmic: true }),
  k: number({ min: 1, max: 10, default: 1, integer: true }),
  penalty: number({ min: 0, max: 100, default: 1 }),
  batch: number({ min: 8, max: 512, default: 256, integer: true }),
  hidden: number({ min: 2, max: 128, default: 64, integer: true }),
  noise: number({ min: 1, max: 16, default: 2, integer: true }),
  spread: number({ min: 0.01, max: 1, default: 1, logarithmic: true }),
  stepsPerFrame: number({ min: 1, max: 200, default: 25, integer: true }),
  steps: number({ min: 100, max: 200_000, default: 20_000, integer: true, logarithmic: true }),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Settings that shape the networks, the data or the programs: a run in progress cannot change them. */
export const restarts = [
  'data',
  'loss',
  'batch',
  'hidden',
  'noise',
  'spread',
] as const satisfies readonly (keyof Params)[];

const defaults = defaultsOf(fields);

/** A judge that learns fast, and a generator whose samples start in a narrow heap away from all data. */
const strongJudge = { rateD: 1e-2, rateG: 2e-4, k: 5, spread: 0.05 };

/** Named settings that go to an instructive state. What each shows is held by the loop's test. */
export const presets = {
  ring: defaults,
  moons: { ...defaults, data: 'moons', loss: 'nonSaturating' },
  wasserstein: { ...defaults, loss: 'wassersteinGp', k: 5 },
  vanishing: { ...defaults, ...strongJudge },
  cured: { ...defaults, ...strongJudge, loss: 'nonSaturating' },
  diverging: { ...defaults, rateG: 1, rateD: 1, stepsPerFrame: 1 },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;
