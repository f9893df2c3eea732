import * as ort from 'onnxruntime-web/wasm';
import { RunFailure } from '~/runtime/loop';
import { wrapSession, type Backend } from './backend';

/**
 * ONNX Runtime by WebAssembly on one thread, which needs no cross-origin isolation (two threads were not faster).
 * Import this from a worker only: a second import from the page would ship the runtime twice.
 *
 * @param runtime the bytes of `ort-wasm-simd-threaded.wasm`, downloaded by the caller so that progress can be shown
 * @throws RunFailure `unsupported` where there is no WebAssembly
 */
export function openWasmBackend(runtime: Uint8Array): Backend {
  if (typeof WebAssembly === 'undefined')
    throw new RunFailure(
      'unsupported',
      'ONNX Runtime: expected WebAssembly, this browser has none or forbids it',
    );
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmBinary = runtime;
  return {
    device: 'wasm',
    wasLost: () => Promise.resolve(false),
    renew: () => Promise.resolve(),
    create: async (model) =>
      wrapSession(ort, await ort.InferenceSession.create(model, { executionProviders: ['wasm'] })),
  };
}
