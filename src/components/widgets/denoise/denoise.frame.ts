import type { BaseFrame } from '~/runtime/loop';
import type { Coders } from '../shared/coders';
import { fields, STRENGTH, type Kind } from './denoise.params';

/** Squared errors of a pixel to the clean picture: of the noisy picture itself and of both restored ones. */
export interface Errors {
  readonly noisy: number;
  readonly denoiser: number;
  readonly autoencoder: number;
}

/** Mean errors over the first test digits at one strength of noise. */
export interface CurvePoint extends Errors {
  readonly strength: number;
}

export interface Frame extends BaseFrame {
  readonly digit: number;
  /** Which digit it is. */
  readonly label: number;
  readonly kind: Kind;
  readonly strength: number;
  /** Clean, noisy, restored by the denoiser, by the plain autoencoder; [784] each, ink in [0, 1]. */
  readonly clean: Float32Array;
  readonly noisy: Float32Array;
  readonly denoiser: Float32Array;
  readonly autoencoder: Float32Array;
  readonly errors: Errors;
  /** Of this kind of noise, weakest first, as far as it has been measured. */
  readonly curve: readonly CurvePoint[];
  /** What one would pay for answering every one of those digits with the mean of 400 others. */
  readonly meanDigit: number;
  readonly device: Coders['device'];
  readonly notes: Coders['notes'];
}

/** Test digits that the curve is a mean over. */
export const CURVE_DIGITS = 100;

/** Steps of the scale of strengths. */
const STEPS: Readonly<Record<Kind, number>> = { gaussian: 20, erased: 19 };

/** The strengths at which the curve is measured: equal steps from none to the most. */
export function strengthsOf(kind: Kind): readonly number[] {
  const { max } = fields[STRENGTH[kind]];
  const steps = STEPS[kind];
  return Array.from({ length: steps + 1 }, (_, i) => Number(((max * i) / steps).toPrecision(6)));
}
