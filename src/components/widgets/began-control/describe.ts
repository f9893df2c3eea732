import type { DoneReason } from '~/runtime/loop';
import { SIDES, type SideWords } from '../shared/compare';
import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Frame } from './began-control.loop';
import type { Params } from './began-control.params';
import type { BeganWords } from './began-control.text';
import type { History } from './history';

/** Within this share of γ the ratio is called held. */
const TOLERANCE = 0.15;
/** k within this of an end of its range is at the end. */
const END = 0.005;
/** Errors of an untrained auto-encoder are about this; beyond it they have been blown up. */
const BLOWN_UP = 8;

/** M below this share of its first value is small; samples beyond so many floors of W₁ are far from the data. */
const SMALL = 0.2;
const FAR = 5;

/** The state of the balance in words: which side is ahead, and what k can do about it. */
export function describe(
  frame: Frame | undefined,
  { control, gamma }: Params,
  history: History,
  words: BeganWords,
  locale: Locale,
): string {
  if (!frame) return '';
  const mean = history.recent();
  if (frame.step === 0 || !mean) return words.before;
  const show = (value: number) => showNumber(value === 0 ? 0 : value, locale, 2);
  const ratio = mean.fake / mean.real;
  const sentences = [
    fill(words.ratio, { ratio: show(ratio), gamma: show(gamma), k: show(frame.k), n: mean.frames }),
  ];
  if (control === 'one') {
    sentences.push(words.heldOne);
    if (mean.real > BLOWN_UP) sentences.push(fill(words.blownUp, { real: show(mean.real) }));
  } else if (control === 'zero')
    sentences.push(ratio < gamma ? words.generatorAhead : words.judgeAhead, words.heldZero);
  else if (Math.abs(ratio / gamma - 1) <= TOLERANCE) sentences.push(words.held);
  else sentences.push(...(ratio < gamma ? generatorAhead(frame.k, words) : judgeAhead(frame.k, words)));
  sentences.push(fill(words.distance, { w1: show(frame.w1), floor: show(frame.w1Floor.mean) }));
  const before = history.firstM;
  if (frame.convergence < SMALL * before && frame.w1 > FAR * frame.w1Floor.mean)
    sentences.push(fill(words.blind, { before: show(before), now: show(frame.convergence) }));
  return sentences.join(' ');
}

function generatorAhead(k: number, words: BeganWords): string[] {
  return [words.generatorAhead, k > 1 - END ? words.kCeiling : words.kRises];
}

function judgeAhead(k: number, words: BeganWords): string[] {
  return [words.judgeAhead, k < END ? words.kFloor : words.kFalls];
}

interface End {
  readonly control: Params['control'];
  readonly reason: DoneReason | undefined;
}

/** Why the run has ended, of two sides for each that diverged; undefined while it has not. */
export function explainEnd(
  sides: readonly End[],
  reason: DoneReason | undefined,
  words: BeganWords,
): string | undefined {
  if (reason !== 'diverged') return reason && words[reason];
  return sides
    .flatMap((side, index) => {
      if (side.reason !== 'diverged') return [];
      const text = side.control === 'one' ? words.diverged : words.divergedRates;
      return [sides.length > 1 ? `${SIDES[index] ?? ''}: ${text}` : text];
    })
    .join(' ');
}

/** How a comparison names settings and measures. */
export function sideWordsOf(words: BeganWords, show: (value: number) => string): SideWords {
  const told: Readonly<Record<string, string>> = {
    ...{ real: words.real, fake: words.fake, ratio: words.tableRatio },
    ...{ k: words.k, convergence: words.convergence, w1: words.tableW1 },
  };
  return {
    setting: (key, value) => {
      const option = words[`${key}_${value}` as keyof BeganWords];
      const name = key === 'data' ? words.dataName : words[key as keyof BeganWords];
      return `${name}: ${option ?? show(Number(value))}`;
    },
    measure: (name) => told[name],
  };
}
