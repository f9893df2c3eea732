/** Written by `runtime-files-plugin.ts`. */
declare module 'virtual:onnx-runtime-files' {
  type RuntimeFile = import('./runtime-files-plugin').RuntimeFile;
  /** `ort-wasm-simd-threaded.wasm` */
  export const wasm: RuntimeFile;
  /** `ort-wasm-simd-threaded.asyncify.wasm` */
  export const webgpu: RuntimeFile;
}
