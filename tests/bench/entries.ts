import type { Entry } from './measure';
import { ours } from './ours';
import { tfjsEager } from './tfjs-eager';

/** Contenders that run in Node and in browsers alike. */
export const EVERYWHERE: readonly Entry[] = [
  (bench) => ours('wasm', bench),
  (bench) => ours('tfjs-wasm', bench),
  (bench) => tfjsEager('wasm', bench),
  (bench) => tfjsEager('cpu', bench),
];
