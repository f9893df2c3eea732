import { choice, number, type ParamsOf } from '../shared/fields';

const probability = (value: number) => number({ min: 0.01, max: 0.99, default: value });

export const fields = {
  /** P(U): the prior probability that the man understands. */
  prior: number({ min: 0, max: 1, default: 0.2 }),
  /** a = P(correct | U) and b = P(correct | not U). */
  a: probability(0.9),
  b: probability(0.3),
  /** What was seen: one answer of this kind, `answers` times over. */
  seen: choice(['correct', 'wrong']),
  answers: number({ min: 1, max: 20, default: 1, integer: true }),
  /** What a wrong "he understands" costs, when a wrong "he does not" costs 1. */
  price: number({ min: 0.1, max: 10, default: 1, logarithmic: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const room = { prior: 0.2, a: 0.9, b: 0.3, seen: 'correct', answers: 1, price: 1 } as const;
export const presets = {
  room,
  convinced: { ...room, b: 0.15 },
  phrasebook: { ...room, b: 0.9 },
  edge: { ...room, a: 0.8, b: 0.2 },
  again: { ...room, answers: 2 },
  rare: { ...room, prior: 0.01, b: 0.05 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
