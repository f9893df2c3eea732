import { drawingText, type DrawingOwnWords } from './drawing.text';
import { shellText, type ShellWords } from './shell.text';
import type { Locale } from './text';

const needed = [
  'undo',
  'reset',
  'retry',
  'copyLink',
  'copied',
  'copyByHand',
  'share',
  'preset',
  'ownPreset',
  'more',
  'table',
  'controls',
  'kind_drawing',
  'kindNote_drawing',
  'outOfRange',
  'issues',
  'issueValue',
  'issueUnknown',
  'issueVersion',
  'failure_download',
] as const satisfies readonly (keyof ShellWords)[];

/** The words that a figure without a run shows: an island's words are bytes of its page. */
export type DrawingWords = Pick<ShellWords, (typeof needed)[number]> & DrawingOwnWords;

export function drawingWords(locale: Locale): DrawingWords {
  const words = shellText[locale];
  const common = Object.fromEntries(needed.map((key) => [key, words[key]]));
  return { ...common, ...drawingText[locale] } as DrawingWords;
}
