import { presets, type Params } from '~/components/widgets/gan-2d/gan-2d.params';

interface Settings {
  readonly params: Params;
  readonly seeds: readonly number[];
}

/** A look every 100 turns, as in the table of presets. */
const run = (base: Params, change: Partial<Params>, seeds: number): Settings => ({
  params: { ...base, steps: 4000, stepsPerFrame: 100, ...change },
  seeds: Array.from({ length: seeds }, (_, seed) => seed),
});

/** What the chapter's text quotes besides the presets: a stored run of each (`npm run measure:gan-chapter`). */
export const chapterSettings = {
  /** The generator of the first figure: one number for noise. */
  curve: run(presets.ring, { noise: 1, steps: 20_000 }, 10),
  /** Noise in eight clusters of its own. */
  eight: run(presets.ring, { noiseLaw: 'eight' }, 10),
  /** The judge learns at a tenth of the generator's rate. */
  slowJudge: run(presets.ring, { rateD: 1e-4 }, 10),
  /** The judge learns four times as fast as the generator. */
  fastJudge: run(presets.nonSaturating, { rateD: 4e-3 }, 10),
  /** The strong judge that loses clusters, told how alike the samples of a batch are. */
  seesBatch: run(presets.cured, { minibatch: 'on', batch: 64 }, 5),
} as const satisfies Readonly<Record<string, Settings>>;
