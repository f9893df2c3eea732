/** The WebGPU adapter of this browser; no part of TF.js is downloaded to ask. */
async function findAdapter(): Promise<GPUAdapter | null> {
  if (typeof navigator === 'undefined' || !('gpu' in navigator)) return null;
  return navigator.gpu.requestAdapter().catch(() => null);
}

/** Whether a WebGPU adapter is there, a software one included. */
export async function hasWebgpu(): Promise<boolean> {
  return (await findAdapter()) !== null;
}

/** Names of GPUs that are computed on the processor. */
const IMITATIONS = /swiftshader|llvmpipe|lavapipe|softpipe|basic render/i;

/** Whether an adapter is there that is a GPU, not an imitation on the processor, which is slower than WebAssembly. */
export async function hasGpu(): Promise<boolean> {
  const adapter = await findAdapter();
  if (!adapter) return false;
  // Browsers of 2023 and 2024 have the flag on the adapter itself.
  const flags: readonly { readonly isFallbackAdapter?: boolean }[] = [adapter.info, adapter];
  const { vendor, architecture, device, description } = adapter.info;
  const named = [vendor, architecture, device, description].join(' ');
  return flags.every(({ isFallbackAdapter }) => isFallbackAdapter !== true) && !IMITATIONS.test(named);
}
