import { presets, type Params } from '~/components/widgets/gan-2d/gan-2d.params';

const run = (base: Params, change: Partial<Params>): Params => ({
  ...base,
  ...change,
  ...{ steps: 4000, stepsPerFrame: 100 },
});

/** EBGAN and BEGAN away from their presets, ten seeds each, for the chapter on energies (`npm run measure:loss-chapters`). */
export const energySettings = {
  twoUnits: run(presets.ebgan, { bottleneck: 2 }),
  pulled: run(presets.ebgan, { bottleneck: 2, pullingAway: 0.1 }),
  pulledHard: run(presets.ebgan, { bottleneck: 2, pullingAway: 1 }),
  eight: run(presets.ebgan, { noiseLaw: 'eight' }),
  beganEight: run(presets.began, { noiseLaw: 'eight' }),
} as const satisfies Readonly<Record<string, Params>>;

/** WGAN with clipped weights at other boxes than the preset's c = 0.2, for the chapter on losses. */
export const clipSettings = {
  clip001: run(presets.wassersteinClip, { clip: 0.01 }),
  clip005: run(presets.wassersteinClip, { clip: 0.05 }),
  clip01: run(presets.wassersteinClip, { clip: 0.1 }),
} as const satisfies Readonly<Record<string, Params>>;
