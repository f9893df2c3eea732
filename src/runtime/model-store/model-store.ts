import { RunFailure } from '~/runtime/loop';
import type { ModelManifest } from '~/schemas/model';
import { download, type DownloadOptions } from './download';
import { dropKept, keep, readKept, type CachesLike } from './file-cache';
import { sha256 } from './sha256';

/** One entry of a manifest's `files`. */
export type ModelFile = ModelManifest['files'][number];

export interface FetchOptions extends Omit<DownloadOptions, 'fetch' | 'cache'> {
  readonly fetch?: typeof fetch | undefined;
  /** Web Crypto; a page without TLS has none and the hash is then computed in TypeScript. */
  readonly subtle?: SubtleCrypto | undefined;
}

export interface StoreOptions extends FetchOptions {
  /** Where the site is: `import.meta.env.BASE_URL` against the page's origin, with or without a last slash. */
  readonly base: string;
  /** Cache Storage, or a stand-in; `undefined` where the browser has none. */
  readonly caches?: CachesLike | undefined;
  /** The browser's Web Locks, `navigator.locks`; without them two figures that want one file at once both download it. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  /** The folder of the site that holds it: `models` (default), or `data` for what pages train on. */
  readonly shelf?: 'models' | 'data' | undefined;
}

/** Something that did not stop the run but that the reader may want to know. */
export type StoreNote = 'storage-full' | 'storage-unavailable' | 'kept-copy-damaged';

export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly source: 'kept' | 'network';
  readonly notes: readonly StoreNote[];
}

/** The address of a file of a shipped model or data set, also when the site lives under a sub-path. */
export function modelFileUrl(
  base: string,
  id: string,
  path: string,
  shelf: 'models' | 'data' = 'models',
): string {
  return new URL(`${shelf}/${id}/${path}`, base.endsWith('/') ? base : `${base}/`).href;
}

/** Undefined when the bytes are the file's; else what is wrong with them. */
async function findFault(
  bytes: Uint8Array<ArrayBuffer>,
  file: Pick<ModelFile, 'bytes' | 'sha256'>,
  subtle: SubtleCrypto | undefined,
) {
  if (bytes.length !== file.bytes) {
    const found = bytes.length > file.bytes ? 'more' : String(bytes.length);
    return `expected ${file.bytes} bytes, found ${found}`;
  }
  const found = await sha256(bytes, subtle);
  return found === file.sha256 ? undefined : `expected SHA-256 ${file.sha256}, found ${found}`;
}

/**
 * A file from the network with length and SHA-256 checked, not kept by us. A wrong one is asked for once more past the
 * browser's HTTP cache, which may hold it.
 *
 * @throws RunFailure `download` or `checksum`; the signal's reason when aborted
 */
export async function fetchChecked(
  url: string,
  file: Pick<ModelFile, 'bytes' | 'sha256'>,
  options: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const tools = { ...options, fetch: options.fetch ?? globalThis.fetch.bind(globalThis) };
  let fault: string | undefined;
  for (const cache of ['default', 'reload'] as const) {
    const bytes = await download(url, file.bytes, { ...tools, cache });
    fault = await findFault(bytes, file, options.subtle);
    if (!fault) return bytes;
  }
  throw new RunFailure('checksum', `${url}: ${fault} (twice)`);
}

/**
 * The bytes of one file of a shipped model, from the browser's store or else from the network, with length and SHA-256
 * checked either way. A damaged kept copy is dropped and fetched anew. A store that is full or forbidden is no
 * failure: the file is used and a note says that it will be downloaded again next time.
 *
 * @param id the model, a folder of `public/models` (or of `public/data`, see `shelf`)
 * @param file the manifest's entry of the file
 * @returns the bytes, where they came from, and notes for the reader
 * @throws RunFailure `download` if the network or server fails, `checksum` if the file arrives twice not as the manifest
 *   says; the signal's reason when aborted
 */
export async function fetchModelFile(
  id: string,
  file: ModelFile,
  options: StoreOptions,
): Promise<StoredFile> {
  options.signal?.throwIfAborted();
  const notes: StoreNote[] = [];
  const url = modelFileUrl(options.base, id, file.path, options.shelf);
  const kept = await takeKept(url, file, options, notes);
  if (kept) return { bytes: kept, source: 'kept', notes };
  return takeTurn(`course:${url}?${file.sha256}`, options, async (waited) => {
    const meanwhile = waited ? await takeKept(url, file, options, notes) : undefined;
    if (meanwhile) return { bytes: meanwhile, source: 'kept', notes };
    const bytes = await fetchChecked(url, file, options);
    const outcome = await keep(options.caches, url, file.sha256, bytes);
    if (outcome !== 'kept') notes.push(outcome);
    return { bytes, source: 'network', notes };
  });
}

/** The kept copy, if it is there and whole; a damaged one is dropped. */
async function takeKept(url: string, file: ModelFile, options: StoreOptions, notes: StoreNote[]) {
  const kept = await readKept(options.caches, url, file.sha256);
  if (!kept) return undefined;
  if (await findFault(kept, file, options.subtle)) {
    await dropKept(options.caches, url, file.sha256);
    notes.push('kept-copy-damaged');
    return undefined;
  }
  options.progress?.(file.bytes, file.bytes);
  return kept;
}

/** So long a second asker waits for the first, in ms; then it downloads for itself. */
const PATIENCE = 10_000;

/**
 * One download of a file at a time over all figures and tabs: who comes second waits, and finds it kept. Where there are no locks, or
 * the first takes too long (its tab may sleep), each fetches for itself.
 */
async function takeTurn<T>(
  name: string,
  { locks, signal }: StoreOptions,
  task: (waited: boolean) => Promise<T>,
): Promise<T> {
  if (!locks) return task(false);
  let begun = false;
  const turn = (): Promise<T> => {
    begun = true;
    return task(true);
  };
  try {
    const patience = AbortSignal.timeout(PATIENCE);
    return await locks.request(
      name,
      { signal: signal ? AbortSignal.any([signal, patience]) : patience },
      turn,
    );
  } catch (error) {
    if (begun || signal?.aborted) throw error;
    return task(false);
  }
}
