import type { Params } from './reparameterization.params';

/** How fast the wave turns: f(z) = sin(ωz). */
export const OMEGA = 5;

export interface Choosable {
  readonly value: (z: number) => number;
  /** f′ where there is one. At the jump of the step it is 0, as automatic differentiation says. */
  readonly slope: (z: number) => number;
}

/** What the reader can choose: smooth, with a bend (a ReLU network's), quickly turning, with a jump. Bend and jump are at 0. */
export const functions: Readonly<Record<Params['f'], Choosable>> = {
  square: { value: (z) => z * z, slope: (z) => 2 * z },
  bend: { value: Math.abs, slope: Math.sign },
  wave: { value: (z) => Math.sin(OMEGA * z), slope: (z) => OMEGA * Math.cos(OMEGA * z) },
  step: { value: (z) => (z > 0 ? 1 : 0), slope: () => 0 },
};
