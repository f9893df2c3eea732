import { fill, type Locale } from '../shared/text';
import type { Errors, Frame } from './denoise.frame';
import { TRAINED } from './denoise.params';
import type { DenoiseWords } from './denoise.text';

/** What the errors say; several may hold. */
export type Finding = 'helps' | 'harms' | 'plainNearer' | 'beyond';

/** Which of the three is nearest to the clean picture, and whether training has shown such noise. */
export function findingsOf({
  errors,
  kind,
  strength,
}: Pick<Frame, 'errors' | 'kind' | 'strength'>): Finding[] {
  const { noisy, denoiser, autoencoder } = errors;
  const all: [Finding, boolean][] = [
    ['helps', denoiser < noisy],
    ['harms', denoiser >= noisy],
    ['plainNearer', autoencoder < denoiser],
    ['beyond', strength > TRAINED[kind]],
  ];
  return all.filter(([, holds]) => holds).map(([finding]) => finding);
}

/** How the figure writes numbers. */
export function makeWriter(locale: Locale) {
  const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    /** An error, with as many digits as in the chapter's table. */
    error: (value: number) => exact.format(value),
    number: (value: number) => plain.format(value),
    /** A strength by its kind. */
    strength: ({ kind, strength }: Pick<Frame, 'kind' | 'strength'>) =>
      kind === 'gaussian' ? plain.format(strength) : percent.format(strength),
    share: (value: number) => percent.format(value),
  };
}

export type Writer = ReturnType<typeof makeWriter>;

/** The state of the figure in words. */
export function describe(frame: Frame, words: DenoiseWords, write: Writer): string {
  const { digit, label, kind, errors } = frame;
  const noise = fill(words[`noise_${kind}`], { strength: write.strength(frame) });
  const told = fill(words.summary, {
    ...{ digit, label, noise },
    noisy: write.error(errors.noisy),
    denoiser: write.error(errors.denoiser),
    autoencoder: write.error(errors.autoencoder),
  });
  const removed = write.share(1 - errors.denoiser / errors.noisy);
  return [told, ...findingsOf(frame).map((finding) => fill(words[finding], { removed }))].join(' ');
}

/** Squared errors of a pixel at the setting. */
export function measuresOf(errors: Errors | undefined): Record<string, number> {
  if (!errors) return {};
  const { noisy, denoiser, autoencoder } = errors;
  return { errorNoisy: noisy, errorDenoiser: denoiser, errorAutoencoder: autoencoder };
}
