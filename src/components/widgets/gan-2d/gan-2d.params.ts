import { encodePoints, isDrawing } from '~/methods/toy-data/drawn';
import { DATA_SETS } from '~/methods/toy-gan/data';
import { LOSSES, NOISE_LAWS, OPTIMIZERS } from '~/methods/toy-gan/options';
import { choice, code, defaultsOf, number, type ParamsOf } from '../shared/fields';

/** A heart of 47 points: what "drawn" shows until the reader draws. */
const HEART =
  'gqgshuiwkynzrzuzxxzv1s2o1lzixeubrYnWkTiRhPgNgMgLfMfNePdRbTYWUYRbOeMiKlJoKsMvOxRzUzYzbydweufsfq';

/**
 * Every setting of the widget; methods/toy-gan/options.ts says what those of the networks and losses mean.
 * Symbols: η learning rate, k discriminator steps for one of the generator, λ or γ penalty.
 */
export const fields = {
  data: choice(DATA_SETS),
  drawn: code({ accepts: isDrawing, shape: '([A-Za-z0-9_-]²)ⁿ, 1 ≤ n ≤ 200', default: HEART }),
  loss: choice(LOSSES),
  rateG: number({ min: 1e-5, max: 1, default: 1e-3, logarithmic: true }),
  rateD: number({ min: 1e-5, max: 1, default: 1e-3, logarithmic: true }),
  k: number({ min: 1, max: 10, default: 1, integer: true }),
  penalty: number({ min: 0, max: 100, default: 1 }),
  clip: number({ min: 0.001, max: 1, default: 0.1, logarithmic: true }),
  radius: number({ min: 0.01, max: 2, default: 0.5, logarithmic: true }),
  margin: number({ min: 0.01, max: 10, default: 1, logarithmic: true }),
  pullingAway: number({ min: 0, max: 10, default: 0.1 }),
  bottleneck: number({ min: 1, max: 32, default: 1, integer: true }),
  gamma: number({ min: 0.05, max: 1, default: 0.5 }),
  lambdaK: number({ min: 1e-5, max: 1, default: 1e-3, logarithmic: true }),
  optimizer: choice(OPTIMIZERS),
  beta1: number({ min: 0, max: 0.99, default: 0.5 }),
  spectralNorm: choice(['off', 'on']),
  minibatch: choice(['off', 'on']),
  batch: number({ min: 8, max: 512, default: 256, integer: true }),
  hidden: number({ min: 2, max: 128, default: 64, integer: true }),
  layers: number({ min: 1, max: 3, default: 2, integer: true }),
  activation: choice(['leakyRelu', 'relu', 'tanh']),
  noise: number({ min: 1, max: 16, default: 2, integer: true }),
  noiseLaw: choice(NOISE_LAWS),
  spread: number({ min: 0.01, max: 1, default: 1, logarithmic: true }),
  train: choice(['both', 'judge', 'generator']),
  stepsPerFrame: number({ min: 1, max: 200, default: 25, integer: true }),
  steps: number({ min: 100, max: 200_000, default: 20_000, integer: true, logarithmic: true }),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/**
 * Settings that shape the networks, the data or the programs: a run in progress cannot change them. The others
 * (`rateG`, `rateD`, `k`, `penalty`, `radius`, `pullingAway`, `gamma`, `lambdaK`, `train`, `stepsPerFrame`, `steps`)
 * are taken up in the next frame.
 */
export const restarts = [
  'data',
  'drawn',
  'loss',
  'clip',
  'margin',
  'bottleneck',
  'optimizer',
  'beta1',
  'spectralNorm',
  'minibatch',
  'batch',
  'hidden',
  'layers',
  'activation',
  'noise',
  'noiseLaw',
  'spread',
] as const satisfies readonly (keyof Params)[];

const defaults = defaultsOf(fields);

/** A judge that learns fast, and a generator whose samples start in a narrow heap away from all data. */
const strongJudge = { rateD: 1e-2, rateG: 2e-4, k: 5, spread: 0.05 };
/** The same judge before a generator that follows it five times faster. */
const collapse = { ...defaults, ...strongJudge, rateG: 1e-3, loss: 'nonSaturating' } as const;

/** One cluster as data, and players with inertia: they circle about the solution instead of coming to rest in it. */
const cycling = {
  ...defaults,
  data: 'drawn',
  drawn: encodePoints([[1.45, 0.05]]),
  loss: 'nonSaturating',
  beta1: 0.9,
  spread: 0.05,
  // Counts in the cure alone. With 1 one seed of ten was still circling after 4,000 turns.
  penalty: 3,
} as const;

/** Named settings that go to an instructive state. What each shows is held by the loop's test or by runs.json. */
export const presets = {
  ring: defaults,
  moons: { ...defaults, data: 'moons', loss: 'nonSaturating' },
  nonSaturating: { ...defaults, loss: 'nonSaturating' },
  wasserstein: { ...defaults, loss: 'wassersteinGp', k: 5 },
  wassersteinClip: { ...defaults, loss: 'wassersteinClip', clip: 0.2, rateG: 2e-3, rateD: 2e-3 },
  leastSquares: { ...defaults, loss: 'leastSquares' },
  hinge: { ...defaults, loss: 'hinge' },
  dragan: { ...defaults, loss: 'dragan' },
  ebgan: { ...defaults, loss: 'ebgan', margin: 2, pullingAway: 0 },
  began: { ...defaults, loss: 'began', gamma: 1, lambdaK: 0.01, rateG: 3e-4 },
  r1: { ...defaults, loss: 'r1', penalty: 0.3 },
  vanishing: { ...defaults, ...strongJudge },
  cured: { ...defaults, ...strongJudge, loss: 'nonSaturating' },
  collapse,
  collapseCured: { ...collapse, loss: 'dragan' },
  cycling,
  cyclingCured: { ...cycling, loss: 'r1' },
  imbalanced: { ...defaults, loss: 'nonSaturating', rateG: 5e-3, rateD: 1e-4 },
  imbalancedCured: { ...defaults, loss: 'nonSaturating', rateG: 3e-4, rateD: 1e-3 },
  diverging: { ...defaults, rateG: 1, rateD: 1, stepsPerFrame: 1 },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;

/** The setting that is shipped for each loss: the rows of the table over seeds. */
export const lossPresets = {
  minimax: 'ring',
  nonSaturating: 'nonSaturating',
  wassersteinGp: 'wasserstein',
  wassersteinClip: 'wassersteinClip',
  leastSquares: 'leastSquares',
  hinge: 'hinge',
  dragan: 'dragan',
  ebgan: 'ebgan',
  began: 'began',
  r1: 'r1',
} as const satisfies Readonly<Record<Params['loss'], PresetName>>;
