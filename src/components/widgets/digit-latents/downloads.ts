import type { Params } from './digit-latents.params';
import { chosenIds } from './model-ids';

/** Bytes that Run downloads: the runtime's WebAssembly, the same compressed, and the models' files. */
export interface DownloadBytes {
  readonly runtime: number;
  readonly compressed: number;
  /** Decoder and test codes of each model. */
  readonly models: Readonly<Record<string, number>>;
}

/** What Run downloads with these settings. */
export function downloadOf({ runtime, compressed, models }: DownloadBytes, params: Params) {
  const model = chosenIds(params).reduce((sum, id) => sum + (models[id] ?? 0), 0);
  return { runtime, compressed, model };
}
