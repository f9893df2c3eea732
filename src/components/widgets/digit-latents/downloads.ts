import type { Params } from './digit-latents.params';
import { chosenIds } from './model-ids';

/** Bytes that Run downloads: the runtime's WebAssembly, the same compressed, and the models' files. */
export interface DownloadBytes {
  readonly runtime: number;
  readonly compressed: number;
  /** Decoder and test codes of each model. */
  readonly models: Readonly<Record<string, number>>;
  /** The encoder of each, for a drawing. */
  readonly encoders: Readonly<Record<string, number>>;
  /** The test digits that a drawing is judged by. */
  readonly testDigits: number;
}

/** What Run downloads with these settings, and what a drawing does. */
export function downloadOf(
  { runtime, compressed, models, encoders, testDigits }: DownloadBytes,
  params: Params,
) {
  const ids = chosenIds(params);
  const sumOf = (bytes: Readonly<Record<string, number>>) =>
    ids.reduce((sum, id) => sum + (bytes[id] ?? 0), 0);
  return { runtime, compressed, model: sumOf(models), forDrawing: sumOf(encoders) + testDigits };
}
