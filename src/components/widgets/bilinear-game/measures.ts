import { SIDES, type SideWords } from '../shared/compare';
import type { Rows } from '../shared/export';
import type { Measures } from '../shared/reading';
import { rules, type Frame, type Rule } from './bilinear-game.loop';
import type { Params } from './bilinear-game.params';
import type { GameWords } from './bilinear-game.text';
import { fatesOf } from './describe';

type Quantity = 'radius' | 'factor';
const nameOf = (quantity: Quantity, rule: Rule) =>
  `${quantity}${rule.charAt(0).toUpperCase()}${rule.slice(1)}`;

/**
 * What the page may ask of a frame, by name: `radiusSimultaneous`, `factorSimultaneous`, … of each rule that is shown;
 * where it is one rule alone also `radius`, `factor` and `gradients`, the gradients that its orbit took so far.
 */
export function measuresOf(frame: Frame | undefined, params: Params): Measures {
  const fates = fatesOf(frame, params);
  const [first] = fates;
  const own = fates.flatMap(({ rule, radius, measured }) => [
    [nameOf('radius', rule), radius],
    [nameOf('factor', rule), measured],
  ]);
  const single = first && fates.length === 1;
  return {
    ...(single && { radius: first.radius, factor: first.measured, gradients: first.gradients }),
    ...(Object.fromEntries(own) as Measures),
  };
}

/** How a comparison names settings and measures. Two different rules, one a side, are compared with each other. */
export function sideWordsOf(
  words: GameWords,
  sides: readonly Params[],
  show: (value: number) => string,
): SideWords {
  const single = sides.every((side) => side.show !== 'three');
  const told: Readonly<Record<string, string>> = single
    ? { radius: words.tableRadius, factor: words.tableMeasured, gradients: words.tableGradients }
    : Object.fromEntries(
        rules.flatMap((rule) => [
          [nameOf('radius', rule), `${words.tableRadius}, ${words[`short_${rule}`]}`],
          [nameOf('factor', rule), `${words.tableMeasured}, ${words[`short_${rule}`]}`],
        ]),
      );
  return {
    setting: (key, value) =>
      key === 'show'
        ? `${words.show}: ${value === 'three' ? words.show_three : words[`rule_${value as Rule}`]}`
        : `${words[key as 'rate' | 'weight']}: ${show(Number(value))}`,
    measure: (name) => told[name],
  };
}

/** Every state of every orbit, for a file. */
export function rowsOf(frames: readonly (Frame | undefined)[]): Rows {
  const rows = frames.flatMap((frame, side) =>
    rules.flatMap((rule) => {
      const orbit = frame?.orbits[rule] ?? new Float64Array();
      return Array.from({ length: orbit.length / 2 }, (_, step) => {
        const [x, y] = [orbit[2 * step]!, orbit[2 * step + 1]!];
        return [SIDES[side] ?? '', rule, step, x, y, Math.hypot(x, y)];
      });
    }),
  );
  return [['side', 'rule', 'step', 'x', 'y', 'distance'], ...rows];
}
