import type { ModelManifest } from '~/schemas/model';
import { fileOf } from '../shared/shipped-files';

export { fileOf };

const allMetrics: Readonly<Record<string, ModelManifest['metrics']>> = import.meta.glob(
  '/public/models/{autoencoder,vae}-*/model.json',
  { eager: true, import: 'metrics' },
);

/** What Run downloads of a model: decoder and test codes. */
export const bytesOf = (id: string): number =>
  fileOf(id, 'model.onnx').bytes + fileOf(id, 'test-codes.json').bytes;

/** The manifest's KL of each latent number in nats per test image; undefined for a model without a prior. */
export function klOf(id: string, size: number): readonly number[] | undefined {
  const metrics = allMetrics[`/public/models/${id}/model.json`];
  const found = Array.from({ length: size }, (_, i) => metrics?.[`test-kl-${i + 1}`]?.value);
  return found.every((value) => value !== undefined) ? found : undefined;
}
