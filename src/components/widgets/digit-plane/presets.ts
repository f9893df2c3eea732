import { defaultsOf } from '../shared/fields';
import { digitPlaneFields, type Params } from './digit-plane.loop';

const walk: Params = defaultsOf(digitPlaneFields);

/** Settings worth visiting; `findings.test.ts` holds each to what the words say of it. */
export const presets = {
  /** A straight line from a 7 to a 0. */
  walk,
  /** Where the codes of several digits meet. */
  between: { ...walk, z1: -0.6, z2: 0.7, from1: -1.5, from2: 0.6, show: 'both' },
  /** Where no code of a digit has ever been. */
  outside: { ...walk, z1: 3.4, z2: -1.2, from1: 1.6, from2: 0.6, show: 'both' },
} satisfies Record<string, Params>;
