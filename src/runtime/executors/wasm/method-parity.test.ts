/** Methods that are built of graph nodes: values, first and second derivatives on WebAssembly beside the reference. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, sizeOf, type Node } from '~/autodiff/graph';
import { add, input, matmul, mean, multiply, square, sum, tanh } from '~/autodiff/ops';
import type { Program } from '~/autodiff/program';
import * as aae from '~/methods/aae/losses';
import * as acai from '~/methods/acai/losses';
import * as distillation from '~/methods/distillation/losses';
import * as grasp from '~/methods/grasp/grasp';
import { initVaeNets, weightsOf } from '~/methods/mlp-vae/networks';
import { vaeLoss, vaeTerms } from '~/methods/mlp-vae/objective';
import { createRng } from '~/methods/rng/create-rng';
import * as snip from '~/methods/snip/snip';
import * as subclass from '~/methods/subclass-distillation/losses';
import * as bounds from '~/methods/vae/bounds';
import * as kl from '~/methods/vae/kl';
import * as likelihoods from '~/methods/vae/likelihoods';
import { PARITY_TOLERANCE, trainingDeviation } from '../parity';
import { openWasmSession } from './session';

interface Case {
  readonly shapes: readonly (readonly number[])[];
  readonly build: (...inputs: Node[]) => Node | readonly Node[];
}
const [ROWS, SIZE] = [5, 3];
const matrix = [ROWS, SIZE] as const;
const row = [ROWS, 1] as const;
const layer = [SIZE, 2] as const;
/** The loss of a layer on a batch, for functions of a loss and its weights. */
const lossOf = (x: Node, weight: Node): Node => mean(square(tanh(matmul(x, weight))));
/** A function of as many matrices as it takes. */
const of = (shapes: Case['shapes'], build: (...inputs: never[]) => Node | readonly Node[]): Case => ({
  shapes,
  build: build as Case['build'],
});

/** Every exported function of nodes in these files, by name. */
const CASES: Readonly<Record<string, Case>> = {
  reparameterize: of([matrix, matrix, matrix], bounds.reparameterize),
  elbo: of([row, row], bounds.elbo),
  betaVaeLoss: of([row, row], (l: Node, k: Node) => bounds.betaVaeLoss(l, k, 4)),
  freeBits: of([matrix], (k: Node) => bounds.freeBits(multiply(k, k), 0.2)),
  importanceWeightedBound: of([matrix], bounds.importanceWeightedBound),
  standardNormalKlByDimension: of([matrix, matrix], kl.standardNormalKlByDimension),
  standardNormalKl: of([matrix, matrix], kl.standardNormalKl),
  gaussianKl: of([matrix, matrix, matrix, matrix], kl.gaussianKl),
  bernoulliLogLikelihood: of([matrix, matrix], likelihoods.bernoulliLogLikelihood),
  gaussianLogLikelihood: of([matrix, matrix, matrix], likelihoods.gaussianLogLikelihood),
  codeDiscriminatorLoss: of([row, row], aae.codeDiscriminatorLoss),
  encoderLoss: of([row], aae.encoderLoss),
  withLabel: of([matrix, row], aae.withLabel),
  labelLoss: of([matrix, matrix], aae.labelLoss),
  semiSupervisedLosses: of(
    [row, row, row, row, row, matrix, matrix],
    (e: Node, sp: Node, s: Node, cp: Node, c: Node, ll: Node, l: Node) =>
      Object.values(
        aae.semiSupervisedLosses({
          reconstructionError: e,
          stylePriorLogits: sp,
          styleLogits: s,
          classPriorLogits: cp,
          classLogits: c,
          labelledLogits: ll,
          labels: l,
        }),
      ) as Node[],
  ),
  halfSquaredError: of([matrix], aae.halfSquaredError),
  mixCodes: of([matrix, matrix, row], acai.mixCodes),
  mixWithReconstruction: of([matrix, matrix], (x: Node, r: Node) => acai.mixWithReconstruction(x, r)),
  acaiCriticLoss: of([row, row, row], acai.acaiCriticLoss),
  acaiAutoencoderLoss: of([row, row], (e: Node, g: Node) => acai.acaiAutoencoderLoss(e, g)),
  hessianGradient: of([matrix, layer], (x: Node, w: Node) => grasp.hessianGradient(lossOf(x, w), [w])),
  graspScoreNodes: of([matrix, layer], (x: Node, w: Node) => grasp.graspScoreNodes(lossOf(x, w), [w])),
  connectionSensitivityNodes: of([matrix, layer], (x: Node, w: Node) =>
    snip.connectionSensitivityNodes(lossOf(x, w), [w]),
  ),
  hardLabelLoss: of([matrix, matrix], distillation.hardLabelLoss),
  distillationLoss: of([matrix, matrix], (v: Node, z: Node) => distillation.distillationLoss(v, z, 3)),
  distillationKl: of([matrix, matrix], (v: Node, z: Node) => distillation.distillationKl(v, z, 3)),
  studentLoss: of([matrix, matrix, matrix], (v: Node, z: Node, y: Node) =>
    distillation.studentLoss(v, z, y, { alpha: 0.3, temperature: 2 }),
  ),
  penultimateLoss: of([matrix, matrix], distillation.penultimateLoss),
  classLogits: of([[ROWS, 6]], (v: Node) => subclass.classLogits(v, 2)),
  auxiliaryLoss: of([[ROWS, 6]], (v: Node) => subclass.auxiliaryLoss(v, 0.7)),
  teacherLoss: of([[ROWS, 6], matrix], (v: Node, y: Node) =>
    subclass.teacherLoss(v, y, { beta: 0.5, temperature: 1 }),
  ),
  subclassStudentLoss: of([[ROWS, 6], [ROWS, 6], matrix], (v: Node, z: Node, y: Node) =>
    subclass.subclassStudentLoss(v, z, y, { alpha: 0.3, temperature: 2 }),
  ),
  reconstructionError: of([matrix, matrix], (x: Node, r: Node) => acai.reconstructionError(x, r)),
};

/** Value, gradient of its weighted sum, and gradient of that gradient's squared length, by every input. */
function programOf({ shapes, build }: Case): Program {
  const graph = new Graph();
  const rng = createRng(11);
  const inputs = shapes.map((shape, i) =>
    input(
      graph,
      shape,
      `x${i}`,
      Float32Array.from({ length: sizeOf(shape) }, () => 0.7 * rng.normal()),
    ),
  );
  const built = build(...inputs);
  const values = (Array.isArray(built) ? built : [built]) as Node[];
  const scalar = values
    .map((value, i) => {
      const weights = Float32Array.from({ length: sizeOf(value.shape) }, () => rng.normal());
      return sum(multiply(value, input(graph, value.shape, `w${i}`, weights)));
    })
    .reduce((total, each) => add(total, each));
  const first = grad(scalar, inputs);
  const length = first.map((each) => sum(multiply(each, each))).reduce((total, each) => add(total, each));
  return compile({ outputs: [...values, ...first, ...grad(length, inputs)] });
}

describe('functions of nodes', () => {
  test('none is forgotten', () => {
    const root = fileURLToPath(new URL('../../../methods/', import.meta.url));
    const found = ['vae', 'aae', 'acai', 'snip', 'grasp', 'distillation', 'subclass-distillation'].flatMap(
      (folder) =>
        readdirSync(`${root}${folder}`)
          .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'shapes.ts')
          .flatMap((file) => {
            const source = readFileSync(`${root}${folder}/${file}`, 'utf8');
            return [...source.matchAll(/^export function (\w+)\(([^)]*)\)/gm)]
              .filter(([, , taken = '']) => /: (Node|SemiSupervised)\b/.test(taken))
              .map(([, name = '']) => name);
          }),
    );
    expect(found.length).toBeGreaterThan(15);
    expect(Object.keys(CASES).sort()).toEqual(found.sort());
  });

  test.each(Object.entries(CASES))('%s', async (name, each) => {
    const { error } = await trainingDeviation(openWasmSession, name, () => [programOf(each)], 1);
    expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
  });
});

// Not after steps of Adam: where a gradient is nearly 0, its first step turns rounding into a whole step.
test('the MLP VAE has the loss and the gradients of the reference', async () => {
  const make = (): Program[] => {
    const graph = new Graph();
    const rng = createRng(3);
    const nets = initVaeNets(graph, { pixels: 20, hidden: 9, code: 2 }, rng);
    const uniform = Float32Array.from({ length: 7 * 20 }, () => rng.uniform());
    const x = input(graph, [7, 20], 'x', uniform);
    const noise = input(
      graph,
      [7, 2],
      'noise',
      Float32Array.from({ length: 14 }, () => rng.normal()),
    );
    const loss = vaeLoss(vaeTerms(nets, x, noise), 4, 0.1);
    return [compile({ outputs: [loss, ...grad(loss, weightsOf(nets))] })];
  };
  const { error } = await trainingDeviation(openWasmSession, 'mlp-vae', make, 1);
  expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
});
