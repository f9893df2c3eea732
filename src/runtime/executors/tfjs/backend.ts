import { RunFailure } from '~/runtime/loop';
import { hasWebgpu } from './adapter';

/** TensorFlow.js's core, which is downloaded only when a session is opened. */
export type Tf = typeof import('@tensorflow/tfjs-core');

export type TfjsName = 'tfjs-wasm' | 'tfjs-webgpu' | 'tfjs-cpu';
type BackendName = 'wasm' | 'webgpu' | 'cpu';

/** A backend that is ready, and the news that its device is gone. */
export interface Backend {
  readonly tf: Tf;
  readonly name: BackendName;
  /** Resolves when the GPU is lost; never for the others. */
  readonly lost: Promise<unknown>;
}

const ADVICE = 'Choose another device.';

/**
 * Loads TF.js with one backend and starts it.
 * @throws RunFailure `unsupported` when the browser lacks what the backend needs or forbids it.
 */
export async function startBackend(executor: TfjsName): Promise<Backend> {
  const tf = await import('@tensorflow/tfjs-core');
  if (executor === 'tfjs-webgpu') return startWebgpu(tf);
  if (executor === 'tfjs-cpu') await import('@tensorflow/tfjs-backend-cpu');
  else await loadWasm(tf);
  const name = executor === 'tfjs-cpu' ? 'cpu' : 'wasm';
  await choose(
    tf,
    name,
    `TensorFlow.js could not start WebAssembly here: this browser lacks it, or the page's policy forbids it. ${ADVICE}`,
  );
  return { tf, name, lost: new Promise(() => undefined) };
}

/** Whether TF.js knows where its files lie; it may be told only before it starts. */
let located = false;

async function loadWasm(tf: Tf): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  // Its threads need a page isolated from others, and hang when a bundler has renamed their files.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (import.meta.env.SSR) return; // Node finds the files in the package
  if (located) return;
  const [plain, simd] = await Promise.all([
    import('@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url&no-inline'),
    import('@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url&no-inline'),
  ]);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain.default,
    'tfjs-backend-wasm-simd.wasm': simd.default,
    'tfjs-backend-wasm-threaded-simd.wasm': simd.default, // asked for, never used: see above
  });
  located = true;
}

async function startWebgpu(tf: Tf): Promise<Backend> {
  const missing = `This browser offers no WebGPU adapter. Update the browser or its graphics driver. ${ADVICE}`;
  if (!(await hasWebgpu())) throw new RunFailure('unsupported', missing);
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  // By default small values are computed on the CPU; this executor is to show what the GPU does.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  if (webgpuLost) renewWebgpu(tf);
  // The adapter is there, so what fails now is the device.
  await choose(tf, 'webgpu', missing).catch(() => {
    throw deviceLost();
  });
  const backend = tf.backend();
  if (!(backend instanceof WebGPUBackend)) throw new RunFailure('unsupported', missing);
  const lost = backend.device.lost.then(() => (webgpuLost = true));
  return { tf, name: 'webgpu', lost };
}

/** The failure of everything that touches a GPU which is gone. */
export function deviceLost(): RunFailure {
  return new RunFailure('device-lost', 'The GPU was lost: start the run again, or choose another device.');
}

/** Whether the backend that was started has lost its device. */
let webgpuLost = false;

/** Makes TF.js forget the backend, so that the next start asks for a new device. */
function renewWebgpu(tf: Tf): void {
  const factory = tf.findBackendFactory('webgpu');
  tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', factory);
  webgpuLost = false;
}

/** `setBackend` fails without an error where the page's policy forbids WebAssembly: what is active counts. */
async function choose(tf: Tf, name: BackendName, message: string): Promise<void> {
  try {
    if ((await tf.setBackend(name)) && tf.getBackend() === name) return;
  } catch (cause) {
    throw new RunFailure('unsupported', message, { cause });
  }
  throw new RunFailure('unsupported', message);
}
