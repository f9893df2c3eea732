import type { SideWords } from '../shared/compare';
import { SIDES } from '../shared/compare';
import type { DoneReason } from '~/runtime/loop';
import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import { describe } from './describe';
import type { Frame } from './gan-2d.frame';
import type { Params } from './gan-2d.params';
import type { GanWords } from './gan-2d.text';
import { figureText } from './gan-2d-figure.text';
import { promptsText } from './gan-2d-prompts.text';
import { settingsText } from './gan-2d-settings.text';
import { stateText } from './gan-2d-state.text';
import type { History } from './history';

/** What the figure says in one language, once its words are here. */
export function speak(locale: Locale, first: GanWords) {
  const voice = { words: stateText[locale], locale };
  const settings = settingsText[locale];
  const figure = figureText[locale];

  /** The state of the one side, or of both. */
  const summary = (
    frames: readonly (Frame | undefined)[],
    sides: readonly Params[],
    histories: readonly History[],
  ): string => {
    const texts = sides.map((params, side) => describe(frames[side], params, histories[side], voice));
    if (texts.length < 2) return texts[0] ?? '';
    return texts.map((text, side) => fill(voice.words.side, { side: SIDES[side] ?? '', text })).join('\n');
  };

  const verdict = (reasons: readonly (DoneReason | undefined)[]): string | undefined => {
    const texts = reasons.map((reason) => reason && voice.words[reason]);
    if (texts.length < 2 || texts[0] === texts[1]) return texts[0];
    return texts
      .flatMap((text, side) => (text ? [fill(voice.words.side, { side: SIDES[side] ?? '', text })] : []))
      .join('\n');
  };

  const value = (key: string, of: string | number): string => {
    if (typeof of === 'number') return showNumber(of, locale, 4);
    const word = first[`${key}_${of}` as keyof GanWords] ?? settings[`${key}_${of}` as keyof typeof settings];
    return word ?? settings[of as keyof typeof settings] ?? '…';
  };
  const sideWords: SideWords = {
    setting: (key, of) => `${settings[`name_${key as keyof Params}`]}: ${value(key, of)}`,
    measure: (name) => (name === 'modes' ? undefined : figure[`m_${name}` as keyof typeof figure]),
  };
  return { summary, verdict, sideWords, prompts: promptsText[locale] };
}
