import * as ort from 'onnxruntime-web/webgpu';
import { RunFailure } from '~/runtime/loop';
import { wrapSession, type Backend } from './backend';

/** So long after an error a loss of the device may still be told, in milliseconds. */
const GRACE = 500;

interface OwnDevice {
  readonly device: GPUDevice;
  readonly wasLost: () => Promise<boolean>;
}

async function requestDevice(): Promise<OwnDevice> {
  // The types promise `navigator.gpu`; not every browser keeps it.
  const { navigator } = globalThis as { navigator?: { gpu?: GPU } };
  const adapter = await navigator?.gpu?.requestAdapter();
  if (!adapter) throw new RunFailure('unsupported', 'WebGPU: expected an adapter, this browser offers none');
  const device = await adapter.requestDevice();
  const lost = device.lost.then(() => true);
  const wasLost = () =>
    Promise.race([lost, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), GRACE))]);
  return { device, wasLost };
}

/**
 * ONNX Runtime by WebGPU. The device is our own, so that its loss is seen; it must be set in `env` *and* named by
 * each session, else the runtime silently takes another one. Import this from a worker only.
 *
 * @param runtime the bytes of `ort-wasm-simd-threaded.asyncify.wasm`
 * @throws RunFailure `unsupported` where there is no adapter
 */
export async function openWebgpuBackend(runtime: Uint8Array): Promise<Backend> {
  let current = await requestDevice();
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmBinary = runtime;
  ort.env.webgpu.device = current.device;
  return {
    device: 'webgpu',
    wasLost: () => current.wasLost(),
    async renew() {
      current = await requestDevice();
      ort.env.webgpu.device = current.device;
    },
    async create(model) {
      const provider = { name: 'webgpu', device: current.device } as const;
      return wrapSession(ort, await ort.InferenceSession.create(model, { executionProviders: [provider] }));
    },
  };
}
