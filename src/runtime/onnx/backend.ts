import type * as Ort from 'onnxruntime-web';
import { RunFailure } from '~/runtime/loop';

/** Where ONNX Runtime computes. */
export type OnnxDevice = 'wasm' | 'webgpu';

/** A float32 array in row-major order. */
export interface Tensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}
export type Tensors = Readonly<Record<string, Tensor>>;

/** A session of ONNX Runtime behind plain arrays. */
export interface BackendSession {
  run(inputs: Tensors): Promise<Tensors>;
  release(): Promise<void>;
}

/** One way to run ONNX graphs. Not queued and not guarded: use it through `openOnnx`. */
export interface Backend {
  readonly device: OnnxDevice;
  create(model: Uint8Array): Promise<BackendSession>;
  /**
   * Asked after an error: whether the device is gone, and every session on it with it. The runtime's error may come a moment before the
   * browser tells of the loss, so the answer may take that moment.
   */
  wasLost(): Promise<boolean>;
  /** Takes a new device after a loss. */
  renew(): Promise<void>;
}

/** Wraps a session of ONNX Runtime. `ort` is whichever entry of the package was loaded. */
export function wrapSession(ort: typeof Ort, session: Ort.InferenceSession): BackendSession {
  return {
    release: () => session.release(),
    async run(inputs) {
      const feeds: Record<string, Ort.Tensor> = {};
      for (const [name, { data, shape }] of Object.entries(inputs))
        feeds[name] = new ort.Tensor('float32', data, shape);
      const outputs: Record<string, Tensor> = {};
      for (const [name, tensor] of Object.entries(await session.run(feeds))) {
        if (!(tensor.data instanceof Float32Array))
          throw new RunFailure('internal', `output "${name}": expected float32, found ${tensor.type}`);
        outputs[name] = { data: tensor.data, shape: tensor.dims };
      }
      return outputs;
    },
  };
}
