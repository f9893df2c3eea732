/** What a page is asked about its executors. Runs in Node too. */
import * as tf from '@tensorflow/tfjs-core';
import type { OpName } from '~/autodiff/graph';
import { OP_CASES } from '~/autodiff/op-cases';
import type { ExecutorName } from '~/autodiff/program';
import { chooseExecutor, openSession } from '~/runtime/executors';
import { hasGpu } from '~/runtime/executors/tfjs/adapter';
import { openTfjsWebgpu } from '~/runtime/executors/tfjs/session';
import { opDeviations, trainingDeviation, type Deviation } from '~/runtime/executors/parity';
import { RunFailure, type DeviceReport } from '~/runtime/loop';
import { convCriticProgram } from './conv-programs';
import type { Extent } from './extent';
import { bothPrograms, ganPrograms, type GanKind } from './gan-programs';
import { REPRESENTATIVE } from './representative';

const KINDS: readonly GanKind[] = ['minimax', 'non-saturating', 'wgan-gp'];
const SMALL = { hidden: [9, 16], batch: 11, rows: 50 } as const;

/** Cases of every operation with its gradient, and two turns of representative programs, beside the reference. */
export async function deviations(
  executor: ExecutorName,
  { cases = Infinity, programs = Object.keys(REPRESENTATIVE) }: Extent = {},
): Promise<Deviation[]> {
  const open = openSession(executor);
  const found: Deviation[] = [];
  for (const op of Object.keys(OP_CASES) as OpName[]) found.push(...(await opDeviations(open, op, cases)));
  for (const name of programs) {
    const make = REPRESENTATIVE[name];
    if (!make) throw new Error(`no representative program is named ${name}`);
    found.push(await trainingDeviation(open, name, make, 2));
  }
  return found;
}

/** A fingerprint (FNV-1a) of all weights after 20 steps of each GAN on `wasm`: one seed, one number, in every browser. */
export async function fingerprint(): Promise<string> {
  let hash = 0x811c9dc5;
  for (const kind of KINDS) {
    const programs = bothPrograms(ganPrograms(kind, { ...SMALL, activation: 'tanh' }));
    const session = await openSession('wasm')({ seed: 3 });
    const steps = await Promise.all(programs.map((program) => session.compile(program)));
    for (let i = 0; i < 20; i++) for (const step of steps) await step.run();
    for (const { parameter } of programs.flatMap(({ updates }) => updates)) {
      const values = Float32Array.from(await session.read(parameter));
      for (const byte of new Uint8Array(values.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
    }
    session.dispose();
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What `auto` settles on for a network that is slow here, and whether the browser has a GPU that is no imitation. */
export async function settle(): Promise<{ report: DeviceReport; gpu: boolean }> {
  const program = convCriticProgram({ side: 32, channels: 64, batch: 64, rows: 64 });
  const reports: DeviceReport[] = [];
  const { openSession: open } = await chooseExecutor('auto', { told: (report) => reports.push(report) });
  const session = await open({ seed: 1 });
  const step = await session.compile(program);
  for (let i = 0; i < 20 && reports.length === 0; i++) await step.run();
  const [report] = reports;
  if (!report) throw new Error('auto has not settled after 20 steps');
  if (session.executor !== report.device)
    throw new Error(`auto told ${report.device}, but runs on ${session.executor}`);
  session.dispose();
  return { report, gpu: await hasGpu() };
}

/**
 * Loses the GPU in the middle of a session.
 * @returns the codes of what the step and a read then failed with, and whether a new session runs again
 */
export async function loseDevice(): Promise<{ codes: (string | undefined)[]; recovered: boolean }> {
  const { discriminator } = ganPrograms('minimax', SMALL);
  const [loss] = discriminator.outputs;
  if (!loss) throw new Error('the program has no output');
  const train = async () => {
    const session = await openTfjsWebgpu({ seed: 1 });
    const step = await session.compile(discriminator);
    await step.run();
    await step.read(loss);
    return step;
  };
  const codeOf = (act: () => unknown) =>
    Promise.resolve()
      .then(act)
      .then(
        () => undefined,
        (error: unknown) => (error instanceof RunFailure ? error.code : String(error)),
      );
  const step = await train();
  const backend = backendOf();
  const lost = backend.device.lost;
  await step.run(); // a value that was not downloaded yet
  backend.device.destroy();
  const pending = codeOf(() => step.read(loss));
  await lost;
  const codes = [await pending, await codeOf(() => step.run())];
  await train();
  return { codes, recovered: true };
}

/** TF.js's active backend, which is the one on WebGPU. */
function backendOf(): { readonly device: GPUDevice } {
  return tf.backend() as unknown as { readonly device: GPUDevice };
}
