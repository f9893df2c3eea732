import { RunFailure } from '~/runtime/loop';
import type { Backend, BackendSession, OnnxDevice, Tensors } from './backend';
import { createQueue, type Queue } from './queue';

/** A model that is ready to run. */
export interface OnnxSession {
  readonly device: OnnxDevice;
  /**
   * Runs the graph once. Calls are queued.
   * @param inputs for each input of the graph its values, float32
   * @returns every output of the graph
   * @throws RunFailure `device-lost` when a second device is lost as well, `out-of-memory`, or `internal` for inputs
   *   that the graph does not take (the message is ONNX Runtime's)
   */
  run(inputs: Tensors): Promise<Tensors>;
  /** Frees the session. Runs that were asked for before still finish. */
  release(): Promise<void>;
}

export interface OnnxModel {
  /** Named in errors. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One lane for all sessions of this worker. */
const workerQueue = createQueue();

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const OUT_OF_MEMORY = /out of memory|bad_alloc|allocation failed|memory allocation|failed to allocate/i;
const DEVICE_LOST = /device (was |is )?lost|lost device|device.*destroyed|device is invalid/i;

/** Names the cause of an error of ONNX Runtime. */
export function nameFailure(error: unknown, doing: string): RunFailure {
  if (error instanceof RunFailure) return error;
  const message = messageOf(error);
  const full = `${doing}: ${message}`;
  if (OUT_OF_MEMORY.test(message) || (error instanceof RangeError && /memory|array buffer/i.test(message)))
    return new RunFailure('out-of-memory', full, { cause: error });
  if (DEVICE_LOST.test(message)) return new RunFailure('device-lost', full, { cause: error });
  return new RunFailure('internal', full, { cause: error });
}

/** What a session that lost its device needs to come back. */
async function reopen(lost: BackendSession | undefined, model: OnnxModel, backend: Backend) {
  await lost?.release().catch(() => undefined);
  await backend.renew();
  return backend.create(model.bytes);
}

/**
 * Creates a session. All sessions of a worker are created and run one at a time, through one queue that survives a
 * failed run. When the device is lost, the session is released, created again on a new device and the run repeated, once.
 *
 * @throws RunFailure `internal` with the model's name if the bytes are no ONNX graph that this runtime knows;
 *   `out-of-memory`; `device-lost`
 */
export async function openOnnx(
  model: OnnxModel,
  backend: Backend,
  queue: Queue = workerQueue,
): Promise<OnnxSession> {
  const wasLost = async (error: unknown) => DEVICE_LOST.test(messageOf(error)) || (await backend.wasLost());
  let session: BackendSession | undefined;

  const secondTry = async (): Promise<BackendSession> => {
    try {
      session = await reopen(session, model, backend);
      return session;
    } catch (error) {
      session = undefined;
      throw new RunFailure('device-lost', `${model.name}: ${messageOf(error)}`, { cause: error });
    }
  };

  const runGuarded = async (inputs: Tensors): Promise<Tensors> => {
    let tried = session ?? (await secondTry());
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await tried.run(inputs);
      } catch (error) {
        if (!(await wasLost(error))) throw nameFailure(error, `${model.name}: run`);
        if (attempt === 2) throw new RunFailure('device-lost', `${model.name}: lost twice`, { cause: error });
        tried = await secondTry();
      }
    }
  };

  await queue(async () => {
    try {
      session = await backend.create(model.bytes);
    } catch (error) {
      if (!(await wasLost(error))) throw nameFailure(error, `${model.name}: not a graph that can be opened`);
      await secondTry();
    }
  });
  return {
    device: backend.device,
    run: (inputs) => queue(() => runGuarded(inputs)),
    release: () => queue(async () => session?.release()),
  };
}
