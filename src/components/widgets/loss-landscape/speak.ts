import type { DoneReason } from '~/runtime/loop';
import { SIDES, type SideWords } from '../shared/compare';
import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import { describe } from './describe';
import { figureText } from './loss-landscape-figure.text';
import type { Frame } from './loss-landscape.frame';
import type { Params } from './loss-landscape.params';
import type { LandscapeWords } from './loss-landscape.text';

/** What the figure says in one language, once its words are here. */
export function speak(locale: Locale, first: LandscapeWords) {
  const words = figureText[locale];
  const join = (texts: readonly (string | undefined)[]) =>
    texts.length < 2
      ? texts[0]
      : texts
          .flatMap((text, side) => (text ? [fill(words.side, { side: SIDES[side] ?? '', text })] : []))
          .join('\n');

  const summary = (frames: readonly (Frame | undefined)[], sides: readonly Params[]): string =>
    join(sides.map((params, side) => describe(frames[side], params, words, locale))) ?? '';

  const verdict = (reasons: readonly (DoneReason | undefined)[]): string | undefined => {
    const texts = reasons.map((reason) => reason && words[reason]);
    return texts[0] === texts[1] ? texts[0] : join(texts);
  };

  const sideWords: SideWords = {
    setting: (key, value) => {
      const shown =
        typeof value === 'number'
          ? showNumber(value, locale, 4)
          : first[`option_${value}` as keyof LandscapeWords];
      return `${first[`name_${key as keyof Params}`]}: ${shown}`;
    },
    measure: (name) => words[`m_${name}` as keyof typeof words],
  };
  return { summary, verdict, sideWords };
}
