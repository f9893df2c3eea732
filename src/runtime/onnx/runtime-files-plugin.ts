import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** One WebAssembly file of ONNX Runtime as a server holds it. */
export interface RuntimeFile {
  readonly bytes: number;
  /** What travels where the server compresses by gzip. */
  readonly gzipBytes: number;
  readonly sha256: string;
}

const ID = 'virtual:onnx-runtime-files';
const FILES = { wasm: 'ort-wasm-simd-threaded.wasm', webgpu: 'ort-wasm-simd-threaded.asyncify.wasm' };

/** @param name a file of the package `onnxruntime-web` */
function describe(name: string): RuntimeFile {
  const content = readFileSync(createRequire(import.meta.url).resolve(`onnxruntime-web/${name}`));
  return {
    bytes: content.length,
    gzipBytes: gzipSync(content).length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

let described: string | undefined;

/**
 * Vite plugin: the module `virtual:onnx-runtime-files` exports length and hash of the WebAssembly files of the installed
 * ONNX Runtime, so that a page can say what it will download and a worker can check what it got. Add it to
 * `vite.plugins` and to `vite.worker.plugins`.
 */
export function onnxRuntimeFiles(): Plugin {
  return {
    name: 'onnx-runtime-files',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      described ??= Object.entries(FILES)
        .map(([device, name]) => `export const ${device} = ${JSON.stringify(describe(name))};`)
        .join('\n');
      return described;
    },
  };
}
