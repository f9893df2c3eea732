import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

/**
 * Every setting. β weight of the teacher's auxiliary loss and T_aux its temperature; α weight of the teacher against the labels, T at which logits are softened; η
 * learning rate at the first step of each training.
 */
export const fields = {
  beta: number({ min: 0, max: 10, default: 1 }),
  auxiliary: number({ min: 0.1, max: 10, default: 1, logarithmic: true }),
  pictures: number({ min: 100, max: 10_000, default: 500, integer: true, logarithmic: true }),
  alpha: number({ min: 0, max: 1, default: 0.9 }),
  temperature: number({ min: 0.5, max: 20, default: 4, logarithmic: true }),
  rate: number({ min: 0.001, max: 10, default: 0.1, logarithmic: true }),
  data: choice(['clothes', 'digits']),
  teacherSteps: number({ min: 100, max: 5000, default: 1000, integer: true, logarithmic: true }),
  studentSteps: number({ min: 100, max: 5000, default: 500, integer: true, logarithmic: true }),
  stepsPerFrame: number({ min: 1, max: 200, default: 50, integer: true }),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Settings that shape the run; the pace holds from the next frame on. */
export const restarts = [
  ...['beta', 'auxiliary', 'pictures', 'alpha', 'temperature', 'rate'],
  ...['data', 'teacherSteps', 'studentSteps'],
] as (keyof Params)[];

const defaults = defaultsOf(fields);

/** Named settings that go to an instructive state. What each shows is held by the loop's test. */
export const presets = {
  invented: defaults,
  without: { ...defaults, beta: 0 },
  few: { ...defaults, pictures: 200 },
  many: { ...defaults, pictures: 5000 },
  labelsOnly: { ...defaults, alpha: 0 },
  digits: { ...defaults, data: 'digits' },
  diverging: { ...defaults, rate: 10 },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;
