import type { CDPSession, Page } from '@playwright/test';

/** Bytes that are reachable, after a collection. */
export interface Held {
  /** Objects of the script. */
  readonly heap: number;
  /** Typed arrays and WebAssembly memories. */
  readonly buffers: number;
}

type Send = (method: string, params?: object) => Promise<unknown>;

/** Weighs the page and the one worker that is started after `watchHeaps`, whenever it is asked. */
export interface HeapScale {
  readonly weigh: () => Promise<{ readonly page: Held; readonly worker: Held }>;
}

/** Chromium only. Call it before the worker is started; weigh while it waits, for a busy one answers late. */
export async function watchHeaps(page: Page): Promise<HeapScale> {
  const session = await page.context().newCDPSession(page);
  const worker = new Promise<Send>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sendTo(session, sessionId));
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const toPage: Send = (method, params) => session.send(method as 'Runtime.enable', params);
  return { weigh: async () => ({ page: await weigh(toPage), worker: await weigh(await worker) }) };
}

/** A worker is spoken to in letters of the page's session. */
function sendTo(session: CDPSession, sessionId: string): Send {
  let last = 0;
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return;
    const { id, result, error } = JSON.parse(message) as { id: number; result: unknown; error?: object };
    if (error) waiting.get(id)?.reject(new Error(JSON.stringify(error)));
    else waiting.get(id)?.resolve(result);
  });
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const message = JSON.stringify({ id: last, method, params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}

const SUM_OF_MEMORIES = `function () {
  return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}`;

async function weigh(send: Send): Promise<Held> {
  // What one collection lets go of may have held the next.
  for (let time = 0; time < 3; time += 1) await send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = (await send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize: number;
  };
  return { heap: usedSize, buffers: backingStorageSize + (await weighMemories(send)) };
}

/** WebAssembly memories are not among the backing stores that the engine counts. */
async function weighMemories(send: Send): Promise<number> {
  const objectGroup = 'weighing';
  const { result: prototype } = (await send('Runtime.evaluate', {
    expression: 'WebAssembly.Memory.prototype',
    objectGroup,
  })) as { result: { objectId: string } };
  const { objects } = (await send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId,
    objectGroup,
  })) as { objects: { objectId: string } };
  const { result } = (await send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: SUM_OF_MEMORIES,
    returnByValue: true,
  })) as { result: { value: number } };
  await send('Runtime.releaseObjectGroup', { objectGroup });
  return result.value;
}
