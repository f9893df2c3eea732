import { RunFailure } from '~/runtime/loop';

export type Progress = (loaded: number, total: number) => void;

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  readonly progress?: Progress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long to wait before each new attempt, in milliseconds; its length bounds the number of attempts. */
  readonly backOff?: readonly number[] | undefined;
  readonly sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** `reload` passes by the browser's own cache. */
  readonly cache?: RequestCache | undefined;
}

/** Three more attempts after the first: a lost Wi-Fi hand-over takes about this long. */
const BACK_OFF = [300, 1_000, 3_000] as const;

/** Answers that a later attempt may change. Anything else, a 404 above all, is final. */
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A failure that is worth another attempt. Never leaves this file. */
class Transient extends Error {}

/** Waits; rejects with the signal's reason when aborted. */
export function sleepFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Reads at most `expected` + 1 bytes: a body that is too long is known to be wrong without reading on. */
async function readBody(body: ReadableStream<Uint8Array>, expected: number, progress?: Progress) {
  const bytes = new Uint8Array(expected + 1);
  const reader = body.getReader();
  let loaded = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.slice(0, loaded);
    const chunk = value.subarray(0, bytes.length - loaded);
    bytes.set(chunk, loaded);
    loaded += chunk.length;
    if (loaded > expected) {
      await reader.cancel();
      return bytes;
    }
    progress?.(loaded, expected);
  }
}

async function attempt(url: string, expected: number, options: DownloadOptions) {
  const { signal, progress, cache } = options;
  try {
    progress?.(0, expected);
    const response = await options.fetch(url, { signal: signal ?? null, cache: cache ?? 'default' });
    if (TRANSIENT.has(response.status)) throw new Transient(`the server answered ${response.status}`);
    if (!response.ok)
      throw new RunFailure('download', `${url}: expected 200, the server answered ${response.status}`);
    if (!response.body) return new Uint8Array(await response.arrayBuffer());
    return await readBody(response.body, expected, progress);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof RunFailure || error instanceof Transient) throw error;
    // The buffer for the file could not be allotted.
    if (error instanceof RangeError)
      throw new RunFailure('out-of-memory', `${url}: no room for ${expected} bytes`, { cause: error });
    throw new Transient(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * Downloads `url` with byte progress. A lost network or a busy server is tried again a bounded number of times, with
 * growing pauses; an answer that will not change (404) is not. A cut body counts as a lost network when the browser
 * says so; one that merely ends early comes back short and is the caller's to check.
 *
 * @param expected length of the file in bytes; reading stops one byte after it.
 * @throws RunFailure `download`, with the address and the last cause, or `out-of-memory`; the signal's reason when it is
 *   aborted.
 */
export async function download(
  url: string,
  expected: number,
  options: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { signal, backOff = BACK_OFF, sleep = sleepFor } = options;
  for (let tried = 0; ; tried += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt(url, expected, options);
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      const pause = backOff[tried];
      if (pause === undefined)
        throw new RunFailure('download', `${url}: gave up after ${tried + 1} attempts: ${error.message}`, {
          cause: error,
        });
      await sleep(pause, signal);
    }
  }
}
