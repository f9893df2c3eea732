import { METHODS } from '~/methods/sparse-training/plan';
import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

/**
 * Every setting of the laboratory. `net` LeNet-300-100 or the small convolutional one, S sparsity, ΔT steps between exchanges, α share exchanged at first, T_end as a share of the run, η learning rate at the
 * first step, T steps of one training, k step to which a ticket is rewound, as a share of T.
 */
export const fields = {
  method: choice(['rigl', ...METHODS.filter((name) => name !== 'rigl')]),
  net: choice(['lenet', 'conv']),
  sparsity: number({ min: 0, max: 0.995, default: 0.95 }),
  distribution: choice(['erk', 'uniform']),
  every: number({ min: 1, max: 1000, default: 100, integer: true, logarithmic: true }),
  alpha: number({ min: 0.01, max: 1, default: 0.3 }),
  end: number({ min: 0.05, max: 1, default: 0.75 }),
  rate: number({ min: 0.001, max: 10, default: 0.1, logarithmic: true }),
  rounds: number({ min: 1, max: 8, default: 4, integer: true }),
  rewind: number({ min: 0, max: 0.5, default: 0 }),
  data: choice(['clothes', 'digits']),
  batch: number({ min: 20, max: 500, default: 100, integer: true }),
  stepsPerFrame: number({ min: 1, max: 200, default: 50, integer: true }),
  steps: number({ min: 100, max: 10_000, default: 2000, integer: true, logarithmic: true }),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Settings that shape the run. η and the pace hold from the next frame on. */
export const restarts = [
  ...['method', 'net', 'sparsity', 'distribution', 'every', 'alpha', 'end'],
  ...['rounds', 'rewind', 'data', 'batch', 'steps'],
] as (keyof Params)[];

const defaults = defaultsOf(fields);

/** Named settings that go to an instructive state. What each shows is held by the loop's test. */
export const presets = {
  rigl: defaults,
  static: { ...defaults, method: 'static' },
  dense: { ...defaults, method: 'dense' },
  riglExtreme: { ...defaults, sparsity: 0.99 },
  staticExtreme: { ...defaults, method: 'static', sparsity: 0.99 },
  set: { ...defaults, method: 'set', sparsity: 0.99 },
  snfs: { ...defaults, method: 'snfs', sparsity: 0.99 },
  snip: { ...defaults, method: 'snip', sparsity: 0.99 },
  grasp: { ...defaults, method: 'grasp', sparsity: 0.9 },
  pruning: { ...defaults, method: 'pruning', sparsity: 0.99 },
  ticket: { ...defaults, method: 'ticket', sparsity: 0.95 },
  convRigl: { ...defaults, net: 'conv', stepsPerFrame: 20 },
  convStatic: { ...defaults, net: 'conv', stepsPerFrame: 20, method: 'static' },
  diverging: { ...defaults, method: 'dense', rate: 5 },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;
