import { choice, number, type ParamsOf } from '../shared/fields';

export const fields = {
  /** Turn of the white points in degrees; a quarter turn only renames the axes. */
  angle: number({ min: 0, max: 90, default: 15 }),
  /** What the two sources are drawn from. */
  sources: choice(['uniform', 'laplace', 'one', 'normal', 'ring']),
  /** m of the mixing matrix [[1, m], [m / 2, 1]]. */
  mix: number({ min: 0, max: 0.9, default: 0.6 }),
  /** Which draw of the sources. */
  draw: number({ min: 1, max: 99, default: 1, integer: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const start = { angle: 15, sources: 'uniform', mix: 0.6, draw: 1 } as const;
export const presets = {
  uniform: start,
  laplace: { ...start, sources: 'laplace' },
  one: { ...start, sources: 'one' },
  unmixed: { ...start, angle: 0, mix: 0 },
  normal: { ...start, sources: 'normal' },
  ring: { ...start, sources: 'ring' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
