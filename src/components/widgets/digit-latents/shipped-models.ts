import { RunFailure } from '~/runtime/loop';
import type { ModelFile } from '~/runtime/model-store/model-store';
import type { ModelManifest } from '~/schemas/model';

const allFiles: Readonly<Record<string, ModelManifest['files']>> = import.meta.glob(
  '/public/models/{autoencoder,vae}-*/model.json',
  { eager: true, import: 'files' },
);
const allMetrics: Readonly<Record<string, ModelManifest['metrics']>> = import.meta.glob(
  '/public/models/{autoencoder,vae}-*/model.json',
  { eager: true, import: 'metrics' },
);

/** @throws RunFailure `internal` if no manifest names the file */
export function fileOf(id: string, path: string): ModelFile {
  const file = allFiles[`/public/models/${id}/model.json`]?.find((entry) => entry.path === path);
  if (!file) throw new RunFailure('internal', `${id}: the manifest names no ${path}`);
  return file;
}

/** What Run downloads of a model: decoder and test codes. */
export const bytesOf = (id: string): number =>
  fileOf(id, 'model.onnx').bytes + fileOf(id, 'test-codes.json').bytes;

/** The manifest's KL of each latent number in nats per test image; undefined for a model without a prior. */
export function klOf(id: string, size: number): readonly number[] | undefined {
  const metrics = allMetrics[`/public/models/${id}/model.json`];
  const found = Array.from({ length: size }, (_, i) => metrics?.[`test-kl-${i + 1}`]?.value);
  return found.every((value) => value !== undefined) ? found : undefined;
}
