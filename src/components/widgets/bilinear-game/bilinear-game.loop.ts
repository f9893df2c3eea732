import {
  alternatingStep,
  extragradientStep,
  penalizedStep,
  simultaneousStep,
  type Place,
} from '~/methods/game-dynamics/bilinear';
import type { BaseFrame, Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import { fields, type Params } from './bilinear-game.params';

export const rules = ['simultaneous', 'alternating', 'extragradient', 'penalized'] as const;
export type Rule = (typeof rules)[number];

/** An orbit that is farther than this from the equilibrium has flown off and is not followed further. */
export const FAR = 1000;

export interface Frame extends BaseFrame {
  /** x₀, y₀, x₁, y₁, … from the start, for each rule that is shown. */
  readonly orbits: Readonly<Partial<Record<Rule, Float64Array>>>;
}

const applyRule: Readonly<Record<Rule, (at: Place, params: Params) => Place>> = {
  simultaneous: (at, { rate }) => simultaneousStep(at, rate),
  alternating: (at, { rate }) => alternatingStep(at, rate),
  extragradient: (at, { rate }) => extragradientStep(at, rate),
  penalized: (at, { rate, weight }) => penalizedStep(at, rate, weight),
};

/** Which rules a setting shows: three side by side, or one. */
export function rulesOf(show: Params['show']): readonly Rule[] {
  return show === 'three' ? rules.slice(0, 3) : [show];
}

/** Settings that make another orbit; a change of one of them begins it anew, at the new start. */
function keyOf({ rate, x0, y0, show, weight }: Params): string {
  return [rate, x0, y0, show, weight].join();
}

/**
 * The game V = xy, one step of each rule a frame, all from one start. Ends `finished` after `steps` steps, `diverged` when
 * every orbit that is shown has flown off.
 * @throws RangeError if a setting is out of its range.
 */
export const bilinearGame: Loop<Params, Frame> = async function* ({ params, signal }) {
  let key = '';
  let step = 0;
  const places = new Map<Rule, number[]>();
  while (!signal.aborted) {
    const now = params();
    checkParams(fields, now);
    if (keyOf(now) === key) {
      if (step >= now.steps) return 'finished';
      step += 1;
      for (const [rule, orbit] of places) extend(orbit, (at) => applyRule[rule](at, now));
    } else {
      key = keyOf(now);
      step = 0;
      places.clear();
      for (const rule of rulesOf(now.show)) places.set(rule, [now.x0, now.y0]);
    }
    const orbits = [...places].map(([rule, orbit]) => [rule, Float64Array.from(orbit)] as const);
    yield { step, orbits: Object.fromEntries(orbits) };
    if ([...places.values()].every(hasLeft)) return 'diverged';
    await Promise.resolve();
  }
  return 'finished';
};

function hasLeft(orbit: readonly number[]): boolean {
  return Math.hypot(orbit.at(-2) ?? NaN, orbit.at(-1) ?? NaN) > FAR;
}

function extend(orbit: number[], move: (at: Place) => Place): void {
  if (hasLeft(orbit)) return;
  const { x, y } = move({ x: orbit.at(-2) ?? NaN, y: orbit.at(-1) ?? NaN });
  orbit.push(x, y);
}
