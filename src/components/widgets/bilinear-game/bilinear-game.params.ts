import { choice, number, type ParamsOf } from '../shared/fields';

/** Half the side of the square in which the game is shown. */
export const HALF_SIDE = 3;
const START = 2.5;

export const fields = {
  rate: number({ min: 0.01, max: 1.9, default: 0.2 }),
  /** Where both players start: the generator's parameter and the judge's. */
  x0: number({ min: -START, max: START, default: 1.2 }),
  y0: number({ min: -START, max: START, default: 0 }),
  show: choice(['three', 'simultaneous', 'alternating', 'extragradient', 'penalized']),
  /** γ of the zero-centred penalty. */
  weight: number({ min: 0, max: 1.9, default: 1 }),
  steps: number({ min: 10, max: 2000, default: 300, integer: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** A run in progress begins anew with these (another start is taken up as it is dragged): both sides at the same moment. */
export const restarts = ['rate', 'show', 'weight'] as const satisfies readonly (keyof Params)[];
/** Two settings that are compared have one start, and as many steps. */
export const common = ['x0', 'y0', 'steps'] as const satisfies readonly (keyof Params)[];

const start = { x0: 1.2, y0: 0, weight: 1, steps: 300 } as const;
export const presets = {
  three: { ...start, rate: 0.2, show: 'three' },
  tiny: { ...start, rate: 0.05, show: 'simultaneous', steps: 2000 },
  bold: { ...start, rate: 1.1, show: 'three' },
  cured: { ...start, rate: 0.2, show: 'penalized' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
