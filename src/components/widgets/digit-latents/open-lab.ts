import { RunFailure } from '~/runtime/loop';
import { fetchModelFile, type StoreNote, type StoreOptions } from '~/runtime/model-store/model-store';
import type { Backend } from '~/runtime/onnx/backend';
import { loadBackend, runtimeBytes } from '~/runtime/onnx/load-backend';
import { openOnnx } from '~/runtime/onnx/session';
import type { ModelName, Params } from './digit-latents.params';
import { fitSpace, fromCode, priorSpace, toCode, type LatentModel, type OpenLab, type Space } from './lab';
import type { TestCodes } from './latent-plane';
import { chosenIds, chosenModels, idOf } from './model-ids';
import { bytesOf, fileOf, klOf } from './shipped-models';

/** The file of test codes as it is. @throws RunFailure `internal` if it does not hold one label and `size` numbers for each code */
export function readCodes(bytes: Uint8Array, id: string, size: number): { z: number[]; labels: number[] } {
  const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const { labels, z } = read as { labels?: unknown; z?: unknown };
  const isNumbers = (value: unknown): value is number[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isFinite(item));
  if (!isNumbers(labels) || !isNumbers(z) || z.length !== size * labels.length)
    throw new RunFailure('internal', `${id}: test codes: expected ${size} numbers in z for each label`);
  return { z, labels };
}

/** Test codes in coordinates u. */
function place({ z, labels }: { z: number[]; labels: number[] }, space: Space): TestCodes {
  const size = space.mean.length;
  const u = labels.flatMap((_, i) => fromCode(space, z.slice(i * size, (i + 1) * size)));
  return { z: Float32Array.from(u), labels: Uint8Array.from(labels) };
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

type PartOf = ReturnType<typeof shareProgress>;
type Tools = StoreOptions & { readonly partOf: PartOf };

/** A decoder with what must be freed at the end. */
interface Opened {
  readonly model: LatentModel;
  readonly notes: readonly StoreNote[];
  release(): Promise<void>;
}

async function openModel(
  name: ModelName,
  size: Params['size'],
  runtime: Promise<Backend>,
  { partOf, ...store }: Tools,
): Promise<Opened> {
  const id = idOf(name, size);
  const numbers = Number(size);
  const [graph, list] = [fileOf(id, 'model.onnx'), fileOf(id, 'test-codes.json')];
  const take = (file: typeof graph) =>
    fetchModelFile(id, file, { ...store, progress: partOf(`${id}/${file.path}`) });
  const [bytes, listed, backend] = await Promise.all([take(graph), take(list), runtime]);
  const codes = readCodes(listed.bytes, id, numbers);
  const space = name === 'ae' ? fitSpace(codes.z, numbers) : priorSpace(numbers);
  const session = await openOnnx({ name: id, bytes: bytes.bytes }, backend);
  const decode: LatentModel['decode'] = async (points) => {
    const data = Float32Array.from(points.flatMap((point) => toCode(space, point)));
    const { image } = await session.run({ z: { data, shape: [points.length, numbers] } });
    if (!image) throw new RunFailure('internal', `${id}: expected an output "image" of 784 pixels each`);
    return image.data;
  };
  const model = { name, size: numbers, space, codes: place(codes, space), kl: klOf(id, numbers), decode };
  return { model, notes: [...bytes.notes, ...listed.notes], release: () => session.release() };
}

/**
 * Downloads the runtime and, side by side, decoder and test codes of each chosen model, and opens a session for each.
 * @param store where the site is and what it may use; the worker hands in the browser's, a test its own
 */
export function makeOpenLab(store: StoreOptions): OpenLab {
  return async (params, { progress, signal }) => {
    const { runtime, size } = params;
    const names = chosenModels(params);
    const total = chosenIds(params).reduce((sum, id) => sum + bytesOf(id), runtimeBytes(runtime));
    const partOf = shareProgress(total, progress);
    const tools = { ...store, signal, partOf };
    const backend = loadBackend(runtime, store.base, { ...store, signal, progress: partOf('runtime') });
    const tried = await Promise.allSettled(names.map((name) => openModel(name, size, backend, tools)));
    const opened = tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const release = async () => {
      for (const each of opened) await each.release();
    };
    const lost = tried.find((each) => each.status === 'rejected');
    if (lost) {
      await release();
      throw lost.reason;
    }
    const notes = [...new Set(opened.flatMap((each) => each.notes))];
    return {
      device: (await backend).device,
      models: opened.map(({ model }) => model),
      notes: () => notes,
      release,
    };
  };
}
