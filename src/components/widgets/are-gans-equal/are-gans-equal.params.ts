import { LOSSES } from '~/methods/toy-gan/options';
import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

/** No loss stands out. */
const NONE = 'none';

/**
 * `data`: what the GANs learn. `trials`: how many of them are made, each loss in its turn. `steps`: gradient steps of a trial, those
 * of the judge and of the generator together. `highlight`: the loss that is drawn in colour; the loop does not read it.
 */
export const fields = {
  data: choice(['ring', 'grid', 'spiral']),
  trials: number({ min: 10, max: 1000, default: 100, integer: true, logarithmic: true }),
  steps: number({ min: 500, max: 50_000, default: 10_000, integer: true, logarithmic: true }),
  highlight: choice([NONE, ...LOSSES]),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Trials made under other settings of these are not comparable: a run begins anew. */
export const restarts = ['data', 'steps'] as const satisfies readonly (keyof Params)[];

export const defaults = defaultsOf(fields);

/** How many modes there are to cover; 0 for data without modes. */
export const MODES: Readonly<Record<Params['data'], number>> = { ring: 8, grid: 25, spiral: 0 };
