import {
  alternatingStep,
  extragradientStep,
  penalizedStep,
  simultaneousStep,
  spectralRadius,
} from '~/methods/game-dynamics/bilinear';
import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import { rules, type Frame, type Rule } from './bilinear-game.loop';
import type { Params } from './bilinear-game.params';
import type { GameWords } from './bilinear-game.text';

/** What has become of one orbit. */
export interface Fate {
  readonly rule: Rule;
  /** Steps that it was followed. */
  readonly steps: number;
  /** How often the gradients of both players were computed for them: extragradient asks twice a step. */
  readonly gradients: number;
  /** Distance from the equilibrium at the start and now. */
  readonly start: number;
  readonly radius: number;
  /** Mean factor a step so far, (radius / start)^(1 / steps); NaN before the first. */
  readonly measured: number;
  /** The same in the long run, by the eigenvalues of the rule. */
  readonly predicted: number;
}

export function fatesOf(frame: Frame | undefined, { rate, weight }: Params): Fate[] {
  if (!frame) return [];
  const steppers = {
    simultaneous: simultaneousStep,
    alternating: alternatingStep,
    extragradient: extragradientStep,
    penalized: (at: { x: number; y: number }, eta: number) => penalizedStep(at, eta, weight),
  };
  return rules.flatMap((rule) => {
    const orbit = frame.orbits[rule];
    if (!orbit) return [];
    const steps = orbit.length / 2 - 1;
    const start = Math.hypot(orbit[0] ?? NaN, orbit[1] ?? NaN);
    const radius = Math.hypot(orbit.at(-2) ?? NaN, orbit.at(-1) ?? NaN);
    const measured = steps > 0 ? (radius / start) ** (1 / steps) : NaN;
    const gradients = rule === 'extragradient' ? 2 * steps : steps;
    const predicted = spectralRadius(steppers[rule], rate);
    return [{ rule, steps, gradients, start, radius, measured, predicted }];
  });
}

/** A factor within this of 1 is called 1: the rounding of a number of 64 bits in 2,000 steps is far smaller. */
const ONE = 1e-9;

/** The state of the game in words: for each rule its distance, and where its factor leads. */
export function describe(frame: Frame | undefined, params: Params, words: GameWords, locale: Locale): string {
  const fates = fatesOf(frame, params);
  const [first] = fates;
  if (!first) return words.idle;
  if (first.start === 0) return words.atRest;
  const show = (value: number) => showNumber(value, locale, 3);
  if (frame?.step === 0) return fill(words.before, { radius: show(first.start) });
  return fates
    .map(({ rule, radius, predicted }) => {
      const fate = predicted > 1 + ONE ? words.flies : predicted < 1 - ONE ? words.rests : words.circles;
      const factor = showNumber(predicted, locale, 4);
      return fill(fate, { rule: words[`rule_${rule}`], radius: show(radius), factor });
    })
    .join(' ');
}

/** Why a run ended for which every orbit shown has flown off, and what would help: each rule has its own reason. */
export function explainEnd({ show }: Params, words: GameWords): string {
  if (show === 'extragradient') return words.divergedLook;
  return show === 'penalized' ? words.divergedPenalty : words.diverged;
}
