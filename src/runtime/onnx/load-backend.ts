import webgpuUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import * as files from 'virtual:onnx-runtime-files';
import { fetchChecked, type FetchOptions } from '~/runtime/model-store/model-store';
import type { Backend, OnnxDevice } from './backend';

const urls = { wasm: wasmUrl, webgpu: webgpuUrl } as const;

/** Bytes of ONNX Runtime for a device, not compressed: the total that `progress` counts to. */
export const runtimeBytes = (device: OnnxDevice): number => files[device].bytes;

/**
 * Downloads ONNX Runtime for a device, checks it, and makes it ready. Call it from a worker. Left to the browser's HTTP cache
 * between visits: its address holds its hash.
 *
 * @param origin any address of the site, against which the runtime's own (site-absolute) address is read
 * @throws RunFailure `download`, `checksum`, or `unsupported` where the device is absent
 */
export async function loadBackend(
  device: OnnxDevice,
  origin: string,
  options: FetchOptions,
): Promise<Backend> {
  const binary = await fetchChecked(new URL(urls[device], origin).href, files[device], options);
  if (device === 'webgpu') return (await import('./webgpu-backend')).openWebgpuBackend(binary);
  return (await import('./wasm-backend')).openWasmBackend(binary);
}
