import { choice, code, number, type ParamsOf } from '../shared/fields';

/** Outputs and inputs of the layer. */
export const ROWS = 4;
export const COLUMNS = 5;
export const PLACES = ROWS * COLUMNS;

/** What has been done so far. */
export const STAGES = ['start', 'drop', 'look', 'grow', 'step'] as const;

/** A letter for each place, row by row: `a` … `t`. */
export const LETTERS = 'abcdefghijklmnopqrst';

export const fields = {
  stage: choice(STAGES),
  /** f: the share of connections that the exchange moves. */
  fraction: number({ min: 0, max: 1, default: 0.4 }),
  method: choice(['rigl', 'set']),
  regrowth: choice(['keep', 'zero', 'never']),
  seed: number({ min: 0, max: 9999, default: 1, integer: true }),
  /** Places that the reader expects to be grown. */
  guess: code({
    default: '',
    shape: '[a-t]',
    accepts: (text) => /^[a-t]{0,20}$/.test(text) && new Set(text).size === text.length,
  }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const start = {
  stage: 'start',
  fraction: 0.4,
  method: 'rigl',
  regrowth: 'keep',
  seed: 1,
  guess: '',
} as const;
export const presets = {
  start,
  guessing: { ...start, stage: 'look' },
  rigl: { ...start, stage: 'step' },
  set: { ...start, stage: 'step', method: 'set' },
  everything: { ...start, stage: 'step', fraction: 1 },
  never: { ...start, stage: 'step', fraction: 0.7, regrowth: 'never' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
