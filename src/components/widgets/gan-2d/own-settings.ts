import type { Params } from './gan-2d.params';

/** The settings that a loss has for itself: only they are shown with it. */
export const ownSettings = {
  minimax: [],
  nonSaturating: [],
  wassersteinGp: ['penalty'],
  wassersteinClip: ['clip'],
  leastSquares: [],
  hinge: [],
  dragan: ['penalty', 'radius'],
  ebgan: ['margin', 'pullingAway', 'bottleneck'],
  began: ['gamma', 'lambdaK', 'bottleneck'],
  r1: ['penalty'],
} as const satisfies Readonly<
  Record<
    Params['loss'],
    readonly ('penalty' | 'clip' | 'radius' | 'margin' | 'pullingAway' | 'bottleneck' | 'gamma' | 'lambdaK')[]
  >
>;
