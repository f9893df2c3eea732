import { RunFailure } from '~/runtime/loop';
import { fetchModelFile, type StoreNote, type StoreOptions } from '~/runtime/model-store/model-store';
import type { Backend } from '~/runtime/onnx/backend';
import { loadBackend, runtimeBytes } from '~/runtime/onnx/load-backend';
import { openOnnx, type OnnxSession } from '~/runtime/onnx/session';
import type { ModelName, Params } from './digit-latents.params';
import {
  fitSpace,
  fromCode,
  PIXELS,
  priorSpace,
  toCode,
  type LatentModel,
  type OpenLab,
  type Space,
} from './lab';
import type { TestCodes } from './latent-plane';
import { chosenIds, chosenModels, idOf } from './model-ids';
import { bytesOf, fileOf, klOf } from './shipped-models';
import { openTestDigits } from '../shared/test-digits';

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
/** Where notes on downloads go. */
type Noted = (notes: readonly StoreNote[]) => void;
type Tools = StoreOptions & { readonly partOf: PartOf; readonly noted: Noted };

/** A decoder with what must be freed at the end. */
interface Opened {
  readonly model: LatentModel;
  release(): Promise<void>;
}

/** Rows of a flat array. */
const rowsOf = (flat: Float32Array, size: number): number[][] =>
  Array.from({ length: flat.length / size }, (_, i) => [...flat.subarray(i * size, (i + 1) * size)]);

/** The encoder of a model, downloaded and opened when it is first run. Codes are z. */
function openEncoder(
  id: string,
  size: number,
  runtime: Promise<Backend>,
  { noted, ...store }: StoreOptions & { readonly noted: Noted },
) {
  let opened: Promise<OnnxSession> | undefined;
  const open = async (): Promise<OnnxSession> => {
    const { bytes, notes } = await fetchModelFile(id, fileOf(id, 'encoder.onnx'), store);
    noted(notes);
    return openOnnx({ name: `${id}, encoder`, bytes }, await runtime);
  };
  return {
    /** Mean (of an autoencoder the code itself) and deviation e^{½ log σ²} of each number. */
    async run(pictures: Float32Array) {
      const session = await (opened ??= open());
      const image = { data: pictures, shape: [pictures.length / PIXELS, 1, 28, 28] };
      const { mean, code, logvar } = await session.run({ image });
      const place = mean ?? code;
      if (!place) throw new RunFailure('internal', `${id}: expected an output "mean" or "code"`);
      const deviations =
        logvar &&
        rowsOf(
          logvar.data.map((value) => Math.exp(value / 2)),
          size,
        );
      return { mean: rowsOf(place.data, size), sd: deviations };
    },
    release: async () => (await opened?.catch(() => undefined))?.release(),
  };
}

async function openModel(
  name: ModelName,
  size: Params['size'],
  runtime: Promise<Backend>,
  { partOf, noted, ...store }: Tools,
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
  noted([...bytes.notes, ...listed.notes]);
  const encoder = openEncoder(id, numbers, runtime, { noted, ...store });
  const decode: LatentModel['decode'] = async (points) => {
    const data = Float32Array.from(points.flatMap((point) => toCode(space, point)));
    const { image } = await session.run({ z: { data, shape: [points.length, numbers] } });
    if (!image) throw new RunFailure('internal', `${id}: expected an output "image" of 784 pixels each`);
    return image.data;
  };
  const encode: LatentModel['encode'] = async (pictures) => {
    const { mean, sd } = await encoder.run(pictures);
    return { mean: mean.map((z) => fromCode(space, z)), sd };
  };
  const known = { name, size: numbers, space, codes: place(codes, space), kl: klOf(id, numbers) };
  return {
    model: { ...known, decode, encode },
    async release() {
      await session.release();
      await encoder.release();
    },
  };
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
    const notes = new Set<StoreNote>();
    const noted: Noted = (more) => more.forEach((note) => notes.add(note));
    const tools = { ...store, signal, partOf, noted };
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
    return {
      device: (await backend).device,
      models: opened.map(({ model }) => model),
      testDigits: openTestDigits({ ...store, signal }, noted),
      notes: () => [...notes],
      release,
    };
  };
}
