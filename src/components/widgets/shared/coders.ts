import { RunFailure, type Run } from '~/runtime/loop';
import {
  fetchModelFile,
  type ModelFile,
  type StoreNote,
  type StoreOptions,
} from '~/runtime/model-store/model-store';
import type { Backend, OnnxDevice, Tensors } from '~/runtime/onnx/backend';
import { loadBackend, runtimeBytes } from '~/runtime/onnx/load-backend';
import { openOnnx } from '~/runtime/onnx/session';
import { fileOf } from './shipped-files';
import { fetchTestDigits, PIXELS, TEST_DIGITS_BYTES, type LabelledDigits } from './test-digits';

/** Codes of pictures: of a VAE also log σ² of each number. */
export interface Codes {
  readonly mean: readonly (readonly number[])[];
  readonly logvar: readonly (readonly number[])[] | undefined;
}

/** A shipped autoencoder of digits, both halves. Pictures are [count · 784], ink in [0, 1]. */
export interface Coder {
  readonly id: string;
  encode(pictures: Float32Array): Promise<Codes>;
  /** @returns for each code 784 probabilities of ink */
  decode(codes: readonly (readonly number[])[]): Promise<Float32Array>;
}

/** Which digit each picture is, by our own classifier: [count][10], shares that sum to 1. */
export type Classify = (pictures: Float32Array) => Promise<readonly (readonly number[])[]>;

/** What a figure on shipped models works with. */
export interface Coders {
  readonly device: OnnxDevice;
  /** In the order asked for. */
  readonly coders: readonly Coder[];
  /** Of the classifier, if it was asked for. */
  readonly classify: Classify | undefined;
  readonly digits: LabelledDigits;
  /** What the reader may want to know about the downloads. */
  readonly notes: readonly StoreNote[];
  release(): Promise<void>;
}

export interface CodersWish {
  readonly ids: readonly string[];
  readonly runtime: OnnxDevice;
  readonly classifier?: boolean;
}

/** Downloads and opens. The worker hands in the real one, a test its own. */
export type OpenCoders = (wish: CodersWish, run: Pick<Run<never>, 'progress' | 'signal'>) => Promise<Coders>;

const CLASSIFIER = 'digit-features';
const [DECODER, ENCODER] = ['model.onnx', 'encoder.onnx'];

/** Bytes that `OpenCoders` downloads, besides ONNX Runtime. Read when the page is built: manifests stay out of its script. */
export function bytesOfCoders({ ids, classifier }: Pick<CodersWish, 'ids' | 'classifier'>): number {
  const coders = ids.reduce((sum, id) => sum + fileOf(id, DECODER).bytes + fileOf(id, ENCODER).bytes, 0);
  return coders + TEST_DIGITS_BYTES + (classifier ? fileOf(CLASSIFIER, DECODER).bytes : 0);
}

const rowsOf = (flat: Float32Array, count: number): number[][] => {
  const size = flat.length / count;
  return Array.from({ length: count }, (_, i) => [...flat.subarray(i * size, (i + 1) * size)]);
};

const imageOf = (pictures: Float32Array) => ({
  data: pictures,
  shape: [pictures.length / PIXELS, 1, 28, 28],
});

/** @throws RunFailure `internal` if the graph has no such output */
function take(outputs: Tensors, name: string, id: string): Float32Array {
  const found = outputs[name];
  if (!found) throw new RunFailure('internal', `${id}: expected an output "${name}"`);
  return found.data;
}

/** Shares by the exponentials of log-odds. */
function shareOut(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

type Fetch = (id: string, file: ModelFile) => Promise<Uint8Array>;
interface Opened<T> {
  readonly part: T;
  release(): Promise<void>;
}

async function openCoder(id: string, fetchFile: Fetch, backend: Promise<Backend>): Promise<Opened<Coder>> {
  const [decoder, encoder, runtime] = await Promise.all([
    fetchFile(id, fileOf(id, DECODER)),
    fetchFile(id, fileOf(id, ENCODER)),
    backend,
  ]);
  const down = await openOnnx({ name: id, bytes: decoder }, runtime);
  const up = await openOnnx({ name: `${id}, encoder`, bytes: encoder }, runtime);
  const part: Coder = {
    id,
    async encode(pictures) {
      const count = pictures.length / PIXELS;
      const outputs = await up.run({ image: imageOf(pictures) });
      const place = outputs['mean'] ? 'mean' : 'code';
      const { logvar } = outputs;
      return { mean: rowsOf(take(outputs, place, id), count), logvar: logvar && rowsOf(logvar.data, count) };
    },
    async decode(codes) {
      const data = Float32Array.from(codes.flat());
      const outputs = await down.run({ z: { data, shape: [codes.length, data.length / codes.length] } });
      return take(outputs, 'image', id);
    },
  };
  return { part, release: async () => (await down.release(), up.release()) };
}

async function openClassifier(fetchFile: Fetch, backend: Promise<Backend>): Promise<Opened<Classify>> {
  const [bytes, runtime] = await Promise.all([fetchFile(CLASSIFIER, fileOf(CLASSIFIER, DECODER)), backend]);
  const session = await openOnnx({ name: CLASSIFIER, bytes }, runtime);
  const part: Classify = async (pictures) => {
    const outputs = await session.run({ image: imageOf(pictures) });
    return rowsOf(take(outputs, 'logits', CLASSIFIER), pictures.length / PIXELS).map(shareOut);
  };
  return { part, release: () => session.release() };
}

/** Downloads of many files side by side, under one progress. */
function makeFetch(store: StoreOptions, total: number, progress: (loaded: number, total: number) => void) {
  const loaded = new Map<string, number>();
  const notes = new Set<StoreNote>();
  const partOf = (name: string) => (bytes: number) => {
    loaded.set(name, bytes);
    const sum = [...loaded.values()].reduce((all, part) => all + part, 0);
    progress(sum, total);
  };
  const noted = (more: readonly StoreNote[]) => more.forEach((note) => notes.add(note));
  const fetchFile: Fetch = async (id, file) => {
    const stored = await fetchModelFile(id, file, { ...store, progress: partOf(`${id}/${file.path}`) });
    noted(stored.notes);
    return stored.bytes;
  };
  return { notes, noted, partOf, fetchFile };
}

/**
 * Downloads ONNX Runtime, both halves of each model, the test digits and, if asked for, the classifier, side by side, and opens
 * a session for each.
 * @param store where the site is and what it may use; the worker hands in the browser's, a test its own
 */
export function makeOpenCoders(store: StoreOptions): OpenCoders {
  return async ({ ids, runtime, classifier = false }, { progress, signal }) => {
    const tools = { ...store, signal };
    const total = runtimeBytes(runtime) + bytesOfCoders({ ids, classifier });
    const { notes, noted, partOf, fetchFile } = makeFetch(tools, total, progress);
    const backend = loadBackend(runtime, store.base, { ...tools, progress: partOf('runtime') });
    const digits = fetchTestDigits({ ...tools, progress: partOf('digits') }, noted);
    const reader = classifier ? openClassifier(fetchFile, backend) : undefined;
    const parts = [...ids.map((id) => openCoder(id, fetchFile, backend)), ...(reader ? [reader] : [])];
    const tried = await Promise.allSettled([...parts, digits]);
    const opened = await Promise.allSettled(parts);
    const release = async () => {
      for (const each of opened) if (each.status === 'fulfilled') await each.value.release();
    };
    const lost = tried.find((each) => each.status === 'rejected');
    if (lost) {
      await release();
      throw lost.reason;
    }
    const coders = await Promise.all(ids.map(async (_, i) => (await parts[i])?.part as Coder));
    return {
      device: (await backend).device,
      coders,
      classify: (await reader)?.part,
      digits: await digits,
      notes: [...notes],
      release,
    };
  };
}
