import { LOSSES } from '~/methods/toy-gan/options';
import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

/** No loss stands out. */
const NONE = 'none';

/**
 * `data`: what the GANs learn. `trials`: how many of them are made, each loss in its turn. `steps`: gradient steps of a trial, those
 * of the judge and of the generator together. `highlight`: the loss that is drawn in colour and compared with `against`, which is the best
 * of the others where none is chosen; the loop reads neither.
 */
export const fields = {
  data: choice(['ring', 'grid', 'spiral']),
  trials: number({ min: 10, max: 1000, default: 100, integer: true, logarithmic: true }),
  steps: number({ min: 500, max: 50_000, default: 10_000, integer: true, logarithmic: true }),
  highlight: choice([NONE, ...LOSSES]),
  against: choice([NONE, ...LOSSES]),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Trials made under other settings of these are not comparable: a run begins anew. */
export const restarts = ['data', 'steps'] as const satisfies readonly (keyof Params)[];

export const defaults = defaultsOf(fields);

/**
 * `all`: the stored run as it stands. `caughtUp`: a gap that tuning closes. `leftBehind`: one that it does not. `short`: a tenth of the
 * training, in a fraction of the time; no stored trials stand beside them.
 */
export const presets = {
  all: defaults,
  caughtUp: { ...defaults, highlight: 'nonSaturating', against: 'dragan' },
  leftBehind: { ...defaults, highlight: 'began', against: 'minimax' },
  short: { ...defaults, steps: 1000, trials: 200 },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;

/** The preset that these settings are, if they are one. */
export function presetOf(params: Params): PresetName | undefined {
  const names = Object.keys(presets) as PresetName[];
  return names.find((name) =>
    Object.entries(presets[name]).every(([key, value]) => params[key as keyof Params] === value),
  );
}

/** How many modes there are to cover; 0 for data without modes. */
export const MODES: Readonly<Record<Params['data'], number>> = { ring: 8, grid: 25, spiral: 0 };
