import { RunFailure } from '~/runtime/loop';
import { fetchModelFile, type ModelFile, type StoreOptions } from '~/runtime/model-store/model-store';
import { loadBackend, runtimeBytes } from '~/runtime/onnx/load-backend';
import { openOnnx } from '~/runtime/onnx/session';
import { files, id } from '../../../../public/models/vae-digits/model.json';
import { PIXELS, type Decoder, type OpenDecoder } from './digit-plane.loop';
import type { Point, TestCodes } from './latent-plane';

function fileNamed(path: string): ModelFile {
  const file = files.find((entry) => entry.path === path);
  if (!file) throw new RunFailure('internal', `${id}: the manifest names no ${path}`);
  return file;
}

/** @throws RunFailure `internal` if the file does not hold one label and two coordinates for each code */
export function readCodes(bytes: Uint8Array): TestCodes {
  const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const { labels, z } = read as { labels?: unknown; z?: unknown };
  const isNumbers = (value: unknown): value is number[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isFinite(item));
  if (!isNumbers(labels) || !isNumbers(z) || z.length !== 2 * labels.length)
    throw new RunFailure('internal', `${id}: test codes: expected as many pairs in z as there are labels`);
  return { z: Float32Array.from(z), labels: Uint8Array.from(labels) };
}

/** One progress for several downloads that run side by side. */
function shareProgress(total: number, progress: (loaded: number, total: number) => void) {
  const loaded = new Map<string, number>();
  return (name: string) => (bytes: number) => {
    loaded.set(name, bytes);
    progress(
      [...loaded.values()].reduce((sum, part) => sum + part, 0),
      total,
    );
  };
}

/** `[z₁, z₂]` of each point, row by row: the graph's input `z`. */
const flatten = (points: readonly Point[]) => Float32Array.from(points.flatMap(({ z1, z2 }) => [z1, z2]));

/**
 * Downloads runtime, decoder and test codes side by side and opens a session.
 * @param store where the site is and what it may use; the worker hands in the browser's, a test its own
 */
export function makeOpenDecoder(store: StoreOptions): OpenDecoder {
  return async (device, { progress, signal }): Promise<Decoder> => {
    const [graph, codes] = [fileNamed('model.onnx'), fileNamed('test-codes.json')];
    const partOf = shareProgress(graph.bytes + codes.bytes + runtimeBytes(device), progress);
    const options = (name: string) => ({ ...store, signal, progress: partOf(name) });
    const [backend, model, coded] = await Promise.all([
      loadBackend(device, store.base, options('runtime')),
      fetchModelFile(id, graph, options(graph.path)),
      fetchModelFile(id, codes, options(codes.path)),
    ]);
    const session = await openOnnx({ name: id, bytes: model.bytes }, backend);
    return {
      device: session.device,
      codes: readCodes(coded.bytes),
      notes: [...new Set([...model.notes, ...coded.notes])],
      release: () => session.release(),
      async decode(points) {
        const { image } = await session.run({ z: { data: flatten(points), shape: [points.length, 2] } });
        if (!image)
          throw new RunFailure('internal', `${id}: expected an output "image" of ${PIXELS} pixels each`);
        return image.data;
      },
    };
  };
}
