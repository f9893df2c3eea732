import { RunFailure } from '~/runtime/loop';

/** What the compiled kernels export (see kernels/interpreter.ts). */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  /** First byte that the module does not use itself. */
  heapBase(): number;
  /** Address of the room for packed operands. */
  setWorkspace(address: number): void;
  /** How many indices of gatherRows or scatterAddRows named no row since the last call. */
  takeBadRows(): number;
  /** Runs `count` instructions at `start`, `times` times. */
  run(start: number, count: number, times: number): void;
}

/** A module with one function that makes a vector: valid only where WebAssembly has SIMD. */
const SIMD_PROBE = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // magic, version
  ...[1, 5, 1, 0x60, 0, 1, 0x7b], // a type: () → v128
  ...[3, 2, 1, 0], // one function of it
  ...[10, 8, 1, 6, 0, 0x41, 0, 0xfd, 0x11, 0x0b], // i32.const 0, i32x4.splat
);

/** Whether this engine has WebAssembly with 128-bit SIMD (every browser since 2023, Node since 16). */
export function hasWasmSimd(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(SIMD_PROBE);
}

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * A fresh instance of the kernels; the module is downloaded and compiled once.
 * @throws RunFailure `unsupported` without WebAssembly SIMD, `download` when the file cannot be fetched.
 */
export async function instantiateKernels(): Promise<Kernels> {
  if (!hasWasmSimd())
    throw new RunFailure(
      'unsupported',
      'The wasm executor needs WebAssembly with SIMD, which this browser lacks. Update it, or choose another device.',
    );
  compiled ??= compileKernels();
  compiled.catch(() => (compiled = undefined)); // a failed download may be tried again
  const instance = await WebAssembly.instantiate(await compiled);
  return instance.exports as unknown as Kernels;
}

async function compileKernels(): Promise<WebAssembly.Module> {
  const url = new URL('./kernels.wasm', import.meta.url);
  if (url.protocol === 'file:') {
    // Node (tests, bench). The name is a variable so that no bundler looks for the module.
    const fileSystem = 'node:fs/promises';
    const { readFile } = (await import(/* @vite-ignore */ fileSystem)) as typeof import('node:fs/promises');
    return WebAssembly.compile(await readFile(url));
  }
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.href}: HTTP ${String(response.status)}`);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw new RunFailure('download', `The WebAssembly kernels did not load from ${url.href}.`, { cause });
  }
}
