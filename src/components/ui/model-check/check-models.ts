import { RunFailure } from '~/runtime/loop';
import { download } from '~/runtime/model-store/download';
import { fetchModelFile, modelFileUrl, type StoreOptions } from '~/runtime/model-store/model-store';
import type { Backend } from '~/runtime/onnx/backend';
import { compareTensors, readGolden } from '~/runtime/onnx/golden';
import { openOnnx } from '~/runtime/onnx/session';
import type { ModelManifest } from '~/schemas/model';

/** What a check needs of a manifest. */
export type Checked = Pick<ModelManifest, 'files' | 'golden'>;

/** How far a model's graph is from PyTorch's numbers here. */
export interface CheckResult {
  readonly id: string;
  /** Numbers that were compared. */
  readonly values: number;
  /** The largest absolute difference. */
  readonly worst: number;
  /** What the manifest allows. */
  readonly tolerance: number;
}

async function fetchGolden(id: string, path: string, store: StoreOptions) {
  const url = modelFileUrl(store.base, id, path);
  // Its length is not known; an answer that is far too long is another file.
  const bytes = await download(url, 1_000_000, {
    fetch: store.fetch ?? globalThis.fetch.bind(globalThis),
    signal: store.signal,
  });
  return readGolden(new TextDecoder().decode(bytes), id);
}

/**
 * Runs the probe of one shipped model: downloads graph and golden numbers, runs the graph, and compares.
 * @throws RunFailure as the model store and ONNX Runtime throw it, with the model's name
 */
export async function checkModel(
  id: string,
  { files, golden }: Checked,
  backend: Backend,
  store: StoreOptions,
): Promise<CheckResult> {
  const [graph] = files;
  if (!graph) throw new RunFailure('internal', `${id}: the manifest names no graph`);
  const [stored, probe] = await Promise.all([
    fetchModelFile(id, graph, store),
    fetchGolden(id, golden.path, store),
  ]);
  const session = await openOnnx({ name: id, bytes: stored.bytes }, backend);
  try {
    const found = await session.run(probe.inputs);
    return { id, tolerance: golden.tolerance, ...compareTensors(found, probe.outputs) };
  } finally {
    await session.release();
  }
}
