/**
 * Files kept in the browser between visits, each under its address and hash. The browser may refuse any of this
 * (private window, full disk, plain http): every function then answers as if the cache were empty, and says so.
 */

/** The part of Cache Storage that is used here. */
export interface CacheLike {
  match(request: string): Promise<Response | undefined>;
  put(request: string, response: Response): Promise<void>;
  delete(request: string): Promise<boolean>;
  keys(): Promise<readonly { readonly url: string }[]>;
}
export interface CachesLike {
  open(name: string): Promise<CacheLike>;
}

/** What became of an attempt to keep a file. */
export type Kept = 'kept' | 'storage-full' | 'storage-unavailable';

const NAME = 'models-v1';

/** Cache keys are addresses; the hash in the query makes an old version of a file another key. */
const keyOf = (url: string, sha256: string): string => {
  const key = new URL(url);
  key.search = `?sha256=${sha256}`;
  key.hash = '';
  return key.href;
};

const open = async (caches: CachesLike | undefined): Promise<CacheLike | undefined> => {
  try {
    return await caches?.open(NAME);
  } catch {
    return undefined;
  }
};

/** The kept bytes, or undefined. Not checked: the caller does that. */
export async function readKept(caches: CachesLike | undefined, url: string, sha256: string) {
  try {
    const response = await (await open(caches))?.match(keyOf(url, sha256));
    return response && new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Forgets one file. */
export async function dropKept(caches: CachesLike | undefined, url: string, sha256: string): Promise<void> {
  try {
    await (await open(caches))?.delete(keyOf(url, sha256));
  } catch {
    // A cache that cannot be written to cannot hold a wrong file for long: each read is checked.
  }
}

async function dropOtherVersions(cache: CacheLike, url: string, key: string): Promise<void> {
  const file = new URL(url);
  for (const { url: other } of await cache.keys()) {
    const { origin, pathname } = new URL(other);
    if (origin === file.origin && pathname === file.pathname && other !== key) await cache.delete(other);
  }
}

/** Keeps a checked file and forgets older versions of it. */
export async function keep(
  caches: CachesLike | undefined,
  url: string,
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Kept> {
  const cache = await open(caches);
  if (!cache) return 'storage-unavailable';
  const key = keyOf(url, sha256);
  try {
    await dropOtherVersions(cache, url, key);
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) };
    await cache.put(key, new Response(bytes, { headers }));
    return 'kept';
  } catch (error) {
    return error instanceof Error && error.name === 'QuotaExceededError'
      ? 'storage-full'
      : 'storage-unavailable';
  }
}
