import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { FigureWords } from './loss-landscape-figure.text';
import { searching, type Frame } from './loss-landscape.frame';
import type { Params } from './loss-landscape.params';

/** A barrier lower than this is none, as the loss is measured: nats. */
const LOW = 0.02;

/** The state of the run in words. */
export function describe(
  frame: Frame | undefined,
  { space }: Pick<Params, 'space'>,
  words: FigureWords,
  locale: Locale,
): string {
  if (!frame) return '';
  const show = (value: number) => showNumber(value, locale, 3);
  const percent = (share: number) => fill(words.percent, { n: showNumber(100 * share, locale, 3) });
  const { accuracies, line, barrierLine, barrierCurve, shared, joint } = frame;
  const sentences = [
    fill(words.ends, {
      a: percent(accuracies[0]),
      b: percent(accuracies[1]),
      la: show(line[0] ?? NaN),
      lb: show(line.at(-1) ?? NaN),
    }),
    fill(words.shared, { n: showNumber(shared, locale, 6), all: showNumber(joint, locale, 6) }),
    barrierLine < LOW ? words.noBarrier : fill(words.barrier, { h: show(barrierLine) }),
  ];
  if (searching(frame))
    sentences.push(
      fill(space === 'sparse' ? words.inSparse : words.inDense, { h: show(Math.max(0, barrierCurve)) }),
      barrierCurve < LOW ? words.wayRound : words.noWayYet,
    );
  return sentences.join(' ');
}
