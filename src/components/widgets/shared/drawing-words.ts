import { shellText, type ShellWords } from './shell.text';
import type { Locale } from './text';

const needed = [
  'undo',
  'copyLink',
  'copied',
  'copyByHand',
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
] as const satisfies readonly (keyof ShellWords)[];

/** The words of the shell that a figure without a run shows: an island's words are bytes of its page. */
export type DrawingWords = Pick<ShellWords, (typeof needed)[number]>;

export function drawingWords(locale: Locale): DrawingWords {
  const words = shellText[locale];
  return Object.fromEntries(needed.map((key) => [key, words[key]])) as DrawingWords;
}
