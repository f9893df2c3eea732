import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

/**
 * Every setting. B: what moves connections in the second network (the first is static); S sparsity; the curve and where its inner points may have weights; η_c its learning
 * rate.
 */
export const fields = {
  method: choice(['rigl', 'set', 'twin']),
  sparsity: number({ min: 0.1, max: 0.995, default: 0.98 }),
  curve: choice(['quadratic', 'cubic']),
  space: choice(['sparse', 'dense']),
  rate: number({ min: 0.001, max: 1, default: 0.05, logarithmic: true }),
  steps: number({ min: 100, max: 4000, default: 1000, integer: true, logarithmic: true }),
  curveSteps: number({ min: 50, max: 2000, default: 300, integer: true, logarithmic: true }),
  stepsPerFrame: number({ min: 1, max: 200, default: 50, integer: true }),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Settings that shape the run; the pace holds from the next frame on. */
export const restarts = [
  ...['method', 'sparsity', 'curve', 'space', 'rate', 'steps', 'curveSteps'],
] as (keyof Params)[];

const defaults = defaultsOf(fields);

/** Named settings that go to an instructive state. What each shows is held by the loop's test. */
export const presets = {
  rigl: defaults,
  extreme: { ...defaults, sparsity: 0.99 },
  dense: { ...defaults, space: 'dense' },
  set: { ...defaults, method: 'set' },
  twin: { ...defaults, method: 'twin' },
  mild: { ...defaults, sparsity: 0.8 },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;
