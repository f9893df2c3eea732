import { RunFailure } from '~/runtime/loop';
import type { Tensors } from './backend';

/** One probe run of a model by PyTorch: values of every input and of every output. */
export interface Golden {
  readonly inputs: Tensors;
  readonly outputs: Tensors;
}

type Stored = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>
>;

function readTensors(stored: unknown, where: string): Tensors {
  if (typeof stored !== 'object' || stored === null)
    throw new RunFailure('checksum', `${where}: expected tensors, found ${typeof stored}`);
  return Object.fromEntries(
    Object.entries(stored as Stored).map(([name, { shape, values }]) => {
      const size = shape.reduce((product, axis) => product * axis, 1);
      if (values.length !== size)
        throw new RunFailure(
          'checksum',
          `${where}: ${name}: expected ${size} values, found ${values.length}`,
        );
      return [name, { data: Float32Array.from(values), shape }];
    }),
  );
}

/**
 * Reads a `golden.json` (`goldenSchema` in ~/schemas/model).
 * @param text the file
 * @param id the model, named in errors
 * @throws RunFailure `checksum` if it is cut short or does not hold what it should
 */
export function readGolden(text: string, id: string): Golden {
  let stored: { inputs?: unknown; outputs?: unknown };
  try {
    stored = JSON.parse(text) as typeof stored;
  } catch (error) {
    throw new RunFailure('checksum', `${id}: golden.json is no JSON`, { cause: error });
  }
  return {
    inputs: readTensors(stored.inputs, `${id}: golden inputs`),
    outputs: readTensors(stored.outputs, `${id}: golden outputs`),
  };
}

/**
 * The largest absolute difference of a run's outputs from the golden ones.
 * @returns `values`: how many numbers were compared; `worst` ≥ 0, and ∞ where an output is missing, has another length or is no number
 * @example compareTensors({ y: { data: [1.5], shape: [1] } }, { y: { data: [1], shape: [1] } }) // { values: 1, worst: 0.5 }
 */
export function compareTensors(found: Tensors, golden: Tensors): { values: number; worst: number } {
  let [values, worst] = [0, 0];
  for (const [name, { data }] of Object.entries(golden)) {
    const answer = found[name]?.data;
    values += data.length;
    if (answer?.length !== data.length) return { values, worst: Infinity };
    data.forEach((value, at) => {
      const away = Math.abs((answer[at] ?? NaN) - value);
      // NaN must not hide behind Math.max.
      worst = Number.isNaN(away) ? Infinity : Math.max(worst, away);
    });
  }
  return { values, worst };
}
