// What the card of a model of molecule strings shows: strings that its shipped decoder writes, each read by our own checker.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';
import { checkSmiles } from '~/methods/molecule-metrics/smiles.ts';
import { createRng } from '~/methods/rng/create-rng.ts';
import type { Rng } from '~/methods/rng/rng.ts';
import type { ModelManifest } from '~/schemas/model.ts';

const COUNT = 12;
const SEED = 11;
const DATA = 'public/data/nci-smiles/data.json';

/** One string that a model wrote. */
export interface Written {
  readonly smiles: string;
  /** Whether `checkSmiles` can read it, an upper bound of what a chemistry toolkit accepts. */
  readonly valid: boolean;
}

/** Whether a model writes strings token by token (its inputs: the token before, a state, a code). */
export const writesStrings = ({ inputs }: Pick<ModelManifest, 'inputs'>): boolean =>
  inputs.map(({ name }) => name).join() === 'token,hidden,z';

/** An index drawn with probability proportional to exp(logit). */
function drawFrom(logits: Float32Array, rng: Rng): number {
  const top = Math.max(...logits);
  const weights = Array.from(logits, (logit) => Math.exp(logit - top));
  let left = rng.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}

/**
 * Draws codes of the prior and writes each, token by token by the decoder's probabilities. Nothing is chosen.
 * @throws Error if the model does not write strings (see `writesStrings`)
 */
export async function writeStrings(manifest: ModelManifest): Promise<Written[]> {
  if (!writesStrings(manifest)) throw new Error(`${manifest.id}: it writes no strings`);
  const [kinds, states, width] = manifest.inputs.map(({ shape }) => Number(shape[1])) as [
    number,
    number,
    number,
  ];
  const { tokens, longest } = JSON.parse(readFileSync(DATA, 'utf8')) as { tokens: string[]; longest: number };
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(
    readFileSync(join('public/models', manifest.id, 'model.onnx')),
    { executionProviders: ['wasm'] },
  );
  const rng = createRng(SEED);
  const row = (values: Float32Array) => new ort.Tensor('float32', values, [1, values.length]);
  const write = async (): Promise<string> => {
    const z = row(Float32Array.from({ length: width }, () => rng.normal()));
    let token = new Float32Array(kinds);
    let hidden: ort.Tensor = row(new Float32Array(states));
    let smiles = '';
    for (let place = 0; place <= longest; place += 1) {
      const { logits, state } = await session.run({ token: row(token), hidden, z });
      if (!logits || !state) throw new Error(`${manifest.id}: no logits or no state`);
      const next = drawFrom(logits.data as Float32Array, rng);
      // Token 0 is the stop.
      if (next === 0) break;
      smiles += tokens[next - 1] ?? '';
      token = Float32Array.from({ length: kinds }, (_, at) => Number(at === next));
      hidden = state;
    }
    return smiles;
  };
  const all: Written[] = [];
  for (let at = 0; at < COUNT; at += 1) {
    const smiles = await write();
    all.push({ smiles, valid: checkSmiles(smiles).valid });
  }
  return all;
}
