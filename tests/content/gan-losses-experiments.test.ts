/** The experiments of the chapters on losses and on energies can be done: with the seed and the presets of the page, the figures' own loops reach each goal. */
import { expect, it } from 'vitest';
import { beganControl } from '~/components/widgets/began-control/began-control.loop';
import { presets as balances } from '~/components/widgets/began-control/began-control.params';
import beganPoster from '~/components/widgets/began-control/poster.json';
import { gan2d } from '~/components/widgets/gan-2d/gan-2d.loop';
import { presets } from '~/components/widgets/gan-2d/gan-2d.params';
import ganPoster from '~/components/widgets/gan-2d/poster.json';
import { createRng } from '~/methods/rng/create-rng';
import { openWasm } from '~/runtime/executors/wasm/session';
import type { Loop } from '~/runtime/loop';
import type { QuestionOf } from '~/schemas/question';
import { readQuestionFiles } from './read-content.ts';

type Experiment = QuestionOf<'experiment'>;
type Where = Experiment['goals'][number]['where'];

function goals(id: string): Where[] {
  const found = readQuestionFiles()
    .flatMap(({ questions }) => questions)
    .find((question) => question.id === id);
  if (found?.kind !== 'experiment') throw new Error(`no experiment "${id}"`);
  return found.goals.map(({ where }) => where);
}

/** The first frame, while the loop runs at most so many steps, in which the goal's step and measures hold. */
async function firstFrame<Params extends { readonly steps: number }, Frame extends { readonly step: number }>(
  loop: Loop<Params, Frame>,
  seed: number,
  params: Params,
  { step, measures = {} }: Where,
  measure: (frame: Frame) => Record<string, number>,
): Promise<Frame | undefined> {
  const run = loop({
    seed,
    rng: createRng(seed),
    params: () => params,
    openSession: openWasm,
    progress: () => undefined,
    changed: () => Promise.resolve(),
    signal: new AbortController().signal,
  });
  for (let next = await run.next(); !next.done; next = await run.next()) {
    const frame = next.value;
    const values: Record<string, number> = { ...measure(frame) };
    const holds = Object.entries(measures).every(
      ([name, { atLeast = -Infinity, atMost = Infinity }]) =>
        (values[name] ?? NaN) >= atLeast && (values[name] ?? NaN) <= atMost,
    );
    if (holds && frame.step >= (step?.atLeast ?? 0)) {
      await run.return('finished');
      return frame;
    }
  }
  return undefined;
}

it('clipping makes the push vanish, the penalty brings it back and covers the ring', async () => {
  const [vanished, back, covered] = goals('gan-losses-run-clip');
  if (!vanished || !back || !covered) throw new Error('three goals');
  const see = ({ pull, covered: modes }: { pull: number; covered: number }) => ({ pull, covered: modes });
  const clipped = { ...presets.wassersteinClip, clip: 0.01, steps: 600, stepsPerFrame: 100 };
  const frame = await firstFrame(gan2d, ganPoster.seed, clipped, vanished, see);
  // The chapter's bound of the slope, 5793 c³.
  expect(frame?.pull).toBeLessThan(0.0058);
  const penalised = { ...presets.wasserstein, steps: 1500, stepsPerFrame: 100 };
  expect(await firstFrame(gan2d, ganPoster.seed, penalised, back, see)).toBeDefined();
  expect(await firstFrame(gan2d, ganPoster.seed, penalised, covered, see)).toBeDefined();
}, 120_000);

it('the controller: off, on, and a small M far from the data', async () => {
  const [away, held, blind] = goals('gan-energies-run-began');
  if (!away || !held || !blind) throw new Error('three goals');
  const see = ({ real, fake, convergence, w1 }: { real: number; fake: number; convergence: number; w1: number }) => ({ ratio: fake / real, convergence, w1 }); // prettier-ignore
  const run = (preset: keyof typeof balances, where: Where, steps: number) =>
    firstFrame(
      beganControl,
      beganPoster.seed,
      { ...balances[preset], steps, stepsPerFrame: 100 },
      where,
      see,
    );
  expect(await run('zero', away, 600)).toBeDefined();
  expect(await run('balance', held, 3000)).toBeDefined();
  expect(await run('ring', blind, 3000)).toBeDefined();
}, 120_000);

it('EBGAN with one code unit leaves clusters empty; with two all are covered at some moment', async () => {
  const [empty, all] = goals('gan-energies-run-units');
  if (!empty || !all) throw new Error('two goals');
  const see = ({ covered }: { covered: number }) => ({ covered });
  const run = (bottleneck: number, steps: number, where: Where) =>
    firstFrame(gan2d, 0, { ...presets.ebgan, bottleneck, steps, stepsPerFrame: 100 }, where, see);
  expect(await run(1, 4000, empty)).toBeDefined();
  expect(await run(2, 1000, all)).toBeDefined();
}, 120_000);

it('R1 with γ = 30: D is ½ everywhere and, with seed 3, the ring not complete at turn 2,000; with 0.3 it is', async () => {
  const end = { step: { atLeast: 2000 } };
  const see = () => ({});
  const run = (penalty: number) =>
    firstFrame(gan2d, 3, { ...presets.r1, penalty, steps: 2000, stepsPerFrame: 200 }, end, see);
  const [strong, right] = [await run(30), await run(presets.r1.penalty)];
  expect(strong?.covered).toBeLessThan(8);
  expect(strong?.judgedReal).toBeCloseTo(0.5, 1);
  expect(strong?.judgedFake).toBeCloseTo(0.5, 1);
  expect(presets.r1.penalty).toBe(0.3);
  expect(right?.covered).toBe(8);
}, 120_000);
