import { z } from 'astro/zod';

const tensor = z.strictObject({
  name: z.string().min(1),
  dtype: z.enum(['float32', 'int64', 'uint8']),
  /** A number for a fixed axis, a name ("batch") for a free one. */
  shape: z.array(z.union([z.int().positive(), z.string()])),
  /** One sentence: what it holds, units, range. */
  meaning: z.string().min(1),
});

const file = z.strictObject({
  /** Relative to the manifest's folder. */
  path: z.string().min(1),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `public/models/<id>/model.json`. Written only by `training/common`; every fact about a model stands here alone. */
export const modelSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  /** The first is the ONNX graph. */
  files: z.array(file).min(1),
  inputs: z.array(tensor).min(1),
  outputs: z.array(tensor).min(1),
  opset: z.int().positive(),
  /** Of the weights: an SPDX name. */
  licence: z.string().min(1),
  data: z.array(z.strictObject({ name: z.string(), licence: z.string(), source: z.string() })).min(1),
  training: z.strictObject({
    command: z.string(),
    commit: z.string(),
    seed: z.int(),
    minutes: z.number().positive(),
    device: z.string(),
    torch: z.string(),
    /** The whole run, in the order of its steps: "step", "seconds" since the start, and the numbers of that step's batch. */
    log: z.array(z.record(z.string(), z.number())).min(1),
  }),
  /** Name → value and the command that measured it. */
  metrics: z.record(
    z.string(),
    z.strictObject({ value: z.number(), meaning: z.string(), command: z.string() }),
  ),
  /** Probe inputs and PyTorch's outputs, and how far a run may be from them. */
  golden: z.strictObject({ path: z.string(), tolerance: z.number().positive() }),
});

export type ModelManifest = z.infer<typeof modelSchema>;

/** `golden.json`: flat row-major values of every input and output of one probe run. */
export const goldenSchema = z.strictObject({
  inputs: z.record(z.string(), z.strictObject({ shape: z.array(z.int()), values: z.array(z.number()) })),
  outputs: z.record(z.string(), z.strictObject({ shape: z.array(z.int()), values: z.array(z.number()) })),
});
