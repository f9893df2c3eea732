import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { RunFailure } from '~/runtime/loop';
import type { CachesLike } from './file-cache';
import { fetchModelFile, modelFileUrl, type ModelFile, type StoreOptions } from './model-store';

const good = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 251);
const sha256 = createHash('sha256').update(good).digest('hex');
const file: ModelFile = { path: 'model.onnx', bytes: good.length, sha256 };
const base = 'https://example.org/course';
const url = `${base}/models/toy/model.onnx`;

/** Cache Storage in a map; `refuse` makes writes fail as a full disk does. */
function fakeCaches(refuse?: Error) {
  const entries = new Map<string, Uint8Array<ArrayBuffer>>();
  const caches: CachesLike = {
    open: async () => ({
      match: async (key) => (entries.has(key) ? new Response(entries.get(key)) : undefined),
      put: async (key, response) => {
        if (refuse) throw refuse;
        entries.set(key, new Uint8Array(await response.arrayBuffer()));
      },
      delete: async (key) => entries.delete(key),
      keys: async () => Array.from(entries.keys(), (key) => ({ url: key })),
    }),
  };
  return { caches, entries };
}

/** Answers one after the other; the last is repeated. */
function fakeFetch(...answers: (() => Response | Promise<Response>)[]) {
  let asked = 0;
  return vi.fn<typeof fetch>(async (_url, init) => {
    init?.signal?.throwIfAborted();
    const answer = answers[Math.min(asked++, answers.length - 1)];
    return answer!();
  });
}

/** A body in pieces of 1,000 bytes; an error after `cutAfter` of them. */
function stream(bytes: Uint8Array, cutAfter = Infinity): Response {
  let sent = 0;
  return new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent / 1000 >= cutAfter) {
          controller.error(new TypeError('network error'));
          return;
        }
        if (sent >= bytes.length) {
          controller.close();
          return;
        }
        controller.enqueue(bytes.slice(sent, sent + 1000));
        sent += 1000;
      },
    }),
  );
}
const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const status = (code: number) => () => new Response('sorry', { status: code });
const ok = () => stream(good);
const damaged = () => {
  const bytes = good.slice();
  bytes[17] = (bytes[17] ?? 0) ^ 1;
  return stream(bytes);
};

const slept: number[] = [];
const get = (fetch: typeof globalThis.fetch, more: Partial<StoreOptions> = {}) => {
  slept.length = 0;
  const sleep = async (ms: number) => void slept.push(ms);
  return fetchModelFile('toy', file, { base, fetch, sleep, ...more });
};
const failure = async (promise: Promise<unknown>): Promise<RunFailure> => {
  const error = await promise.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(RunFailure);
  return error as RunFailure;
};

test('addresses hold under a sub-path, with or without its last slash', () => {
  expect(modelFileUrl('https://a.org/b', 'm', 'f.bin')).toBe('https://a.org/b/models/m/f.bin');
  expect(modelFileUrl('https://a.org/b/', 'm', 'f.bin')).toBe('https://a.org/b/models/m/f.bin');
  expect(modelFileUrl('https://a.org/', 'm', 'f.bin')).toBe('https://a.org/models/m/f.bin');
});

describe('network', () => {
  test('downloads with byte progress and keeps the file under its hash', async () => {
    const { caches, entries } = fakeCaches();
    const progress = vi.fn();
    const fetch = fakeFetch(ok);
    const stored = await get(fetch, { caches, progress });
    expect(stored).toEqual({ bytes: good, source: 'network', notes: [] });
    expect(fetch.mock.calls[0]?.[0]).toBe(url);
    expect(progress.mock.calls.map(([loaded]) => loaded as number)).toEqual([
      0, 1000, 2000, 3000, 4000, 5000,
    ]);
    expect(progress.mock.calls.every(([, total]) => total === 5000)).toBe(true);
    expect([...entries.keys()]).toEqual([`${url}?sha256=${sha256}`]);
  });

  test('a lost network is tried again with growing pauses, then is a named failure', async () => {
    const fetch = fakeFetch(offline);
    const error = await failure(get(fetch));
    expect(error.code).toBe('download');
    expect(error.message).toContain(url);
    expect(error.message).toContain('4 attempts');
    expect(slept).toEqual([300, 1000, 3000]);
    expect(fetch).toHaveBeenCalledTimes(4);
  });

  test('a body that is cut, and a busy server, are tried again', async () => {
    const fetch = fakeFetch(() => stream(good, 2), status(503), ok);
    expect((await get(fetch)).bytes).toEqual(good);
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  test('a missing file (404) is not tried again', async () => {
    const fetch = fakeFetch(status(404));
    const error = await failure(get(fetch));
    expect(error.code).toBe('download');
    expect(error.message).toContain('404');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['one wrong bit', damaged, 'SHA-256'],
    ['too short', () => stream(good.slice(0, 4000)), 'expected 5000 bytes, found 4000'],
    ['too long', () => stream(new Uint8Array(9000)), 'expected 5000 bytes, found more'],
    ['a page instead of the file', () => new Response('<html>'), 'expected 5000 bytes, found 6'],
  ])(
    'a corrupt file (%s) is asked for once more, past the HTTP cache, then refused',
    async (_name, answer, says) => {
      const { caches, entries } = fakeCaches();
      const fetch = fakeFetch(answer);
      const error = await failure(get(fetch, { caches }));
      expect(error.code).toBe('checksum');
      expect(error.message).toContain(says);
      expect(fetch.mock.calls.map(([, init]) => init?.cache)).toEqual(['default', 'reload']);
      expect(entries.size).toBe(0);
    },
  );

  test('a wrong copy in the HTTP cache is healed by the second request', async () => {
    expect((await get(fakeFetch(damaged, ok))).bytes).toEqual(good);
  });

  test('the hash is checked without Web Crypto too', async () => {
    const subtle = undefined;
    vi.stubGlobal('crypto', {});
    try {
      expect((await get(fakeFetch(ok), { subtle })).bytes).toEqual(good);
      expect((await failure(get(fakeFetch(damaged), { subtle }))).code).toBe('checksum');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('cancel', () => {
  test('aborted before, during the body and during a pause: the signal’s reason comes out, nothing is kept', async () => {
    const reason = new DOMException('reset', 'AbortError');
    const { caches, entries } = fakeCaches();
    const before = AbortSignal.abort(reason);
    await expect(get(fakeFetch(ok), { caches, signal: before })).rejects.toBe(reason);

    const during = new AbortController();
    const cutShort = vi.fn<typeof fetch>(async () => {
      during.abort(reason);
      throw reason;
    });
    await expect(get(cutShort, { caches, signal: during.signal })).rejects.toBe(reason);
    expect(cutShort).toHaveBeenCalledTimes(1);

    const waiting = new AbortController();
    setTimeout(() => waiting.abort(reason), 5);
    const pausing = { caches, signal: waiting.signal, backOff: [60_000], sleep: undefined };
    await expect(get(fakeFetch(offline), pausing)).rejects.toBe(reason);
    expect(entries.size).toBe(0);
  });
});

describe('store', () => {
  test('a kept file needs no network and reports its bytes as loaded', async () => {
    const { caches } = fakeCaches();
    await get(fakeFetch(ok), { caches });
    const progress = vi.fn();
    const fetch = fakeFetch(offline);
    expect(await get(fetch, { caches, progress })).toEqual({ bytes: good, source: 'kept', notes: [] });
    expect(fetch).not.toHaveBeenCalled();
    expect(progress.mock.calls).toEqual([[5000, 5000]]);
  });

  test.each([
    ['truncated', good.slice(0, 100)],
    ['changed', new Uint8Array(good.length)],
  ])('a %s kept copy is dropped, fetched anew and replaced', async (_name, bad) => {
    const { caches, entries } = fakeCaches();
    entries.set(`${url}?sha256=${sha256}`, bad);
    expect(await get(fakeFetch(ok), { caches })).toEqual({
      bytes: good,
      source: 'network',
      notes: ['kept-copy-damaged'],
    });
    expect(entries.get(`${url}?sha256=${sha256}`)).toEqual(good);
  });

  test('a damaged kept copy with no network is a download failure, and the bad copy is gone', async () => {
    const { caches, entries } = fakeCaches();
    entries.set(`${url}?sha256=${sha256}`, good.slice(0, 100));
    expect((await failure(get(fakeFetch(offline), { caches }))).code).toBe('download');
    expect(entries.size).toBe(0);
  });

  test('older versions of the same file are forgotten, other files are not', async () => {
    const { caches, entries } = fakeCaches();
    const other = `${base}/models/other/model.onnx?sha256=1`;
    for (const key of [`${url}?sha256=old1`, `${url}?sha256=old2`, other]) entries.set(key, good.slice());
    await get(fakeFetch(ok), { caches });
    expect([...entries.keys()].sort()).toEqual([other, `${url}?sha256=${sha256}`].sort());
  });

  test('a full store still runs and says so', async () => {
    const { caches } = fakeCaches(new DOMException('no room', 'QuotaExceededError'));
    expect((await get(fakeFetch(ok), { caches })).notes).toEqual(['storage-full']);
  });

  test('a forbidden or absent store still runs and says so', async () => {
    const forbidden: CachesLike = { open: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    expect((await get(fakeFetch(ok), { caches: forbidden })).notes).toEqual(['storage-unavailable']);
    expect((await get(fakeFetch(ok))).notes).toEqual(['storage-unavailable']);
  });
});

describe('two that ask for one file at once', () => {
  /** Locks that are granted in the order in which they are asked for; a wait can be given up. */
  function fakeLocks(): NonNullable<StoreOptions['locks']> {
    const held = new Map<string, Promise<unknown>>();
    const request = async (
      name: string,
      { signal }: { signal?: AbortSignal },
      turn: () => Promise<unknown>,
    ) => {
      signal?.throwIfAborted();
      const before = held.get(name) ?? Promise.resolve();
      const givenUp = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
      const mine = Promise.race([before.catch(() => undefined), givenUp]).then(turn);
      held.set(name, mine);
      return mine;
    };
    return { request } as unknown as NonNullable<StoreOptions['locks']>;
  }

  test('one downloads it, the other waits and finds it kept', async () => {
    const { caches } = fakeCaches();
    const locks = fakeLocks();
    const fetch = fakeFetch(ok);
    const both = await Promise.all([get(fetch, { caches, locks }), get(fetch, { caches, locks })]);
    expect(both.map(({ source }) => source)).toEqual(['network', 'kept']);
    for (const { bytes } of both) expect(bytes).toEqual(good);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('the first fails: the second tries for itself', async () => {
    const { caches } = fakeCaches();
    const locks = fakeLocks();
    const fetch = fakeFetch(status(404), ok);
    const [first, second] = await Promise.allSettled([
      get(fetch, { caches, locks }),
      get(fetch, { caches, locks }),
    ]);
    expect(first.status).toBe('rejected');
    expect(second).toMatchObject({ status: 'fulfilled', value: { source: 'network' } });
  });

  test('a stop ends the waiting at once', async () => {
    const { caches } = fakeCaches();
    const locks = fakeLocks();
    const hung = vi.fn<typeof fetch>(() => new Promise(() => undefined));
    void get(hung, { caches, locks });
    await vi.waitFor(() => expect(hung).toHaveBeenCalled());
    const stop = new AbortController();
    const second = fakeFetch(ok);
    const stopped = get(second, { caches, locks, signal: stop.signal });
    stop.abort(new Error('the reader pressed Stop'));
    await expect(stopped).rejects.toThrow('the reader pressed Stop');
    expect(second).not.toHaveBeenCalled();
  });

  test('who has waited long enough, or is refused locks, downloads for itself', async () => {
    const request = vi.fn(() => Promise.reject(new DOMException('enough', 'TimeoutError')));
    const locks = { request } as unknown as NonNullable<StoreOptions['locks']>;
    const patience = vi.spyOn(AbortSignal, 'timeout');
    expect((await get(fakeFetch(ok), { locks })).source).toBe('network');
    expect(patience).toHaveBeenCalledWith(10_000);
    patience.mockRestore();
    expect(request).toHaveBeenCalledTimes(1);
  });
});
