import { RunFailure } from '~/runtime/loop';
import type { ModelFile } from '~/runtime/model-store/model-store';
import type { ModelManifest } from '~/schemas/model';

const allFiles: Readonly<Record<string, ModelManifest['files']>> = import.meta.glob(
  '/public/models/*/model.json',
  { eager: true, import: 'files' },
);

/**
 * The manifest's entry of a file of a shipped model.
 * @throws RunFailure `internal` if no manifest names the file
 */
export function fileOf(id: string, path: string): ModelFile {
  const file = allFiles[`/public/models/${id}/model.json`]?.find((entry) => entry.path === path);
  if (!file) throw new RunFailure('internal', `${id}: the manifest names no ${path}`);
  return file;
}
