import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { FigureWords } from './subclass-figure.text';
import { learning, SUBCLASSES, type Frame } from './subclass.frame';
import type { Params } from './subclass.params';

/** The state of the run in words. */
export function describe(
  frame: Frame | undefined,
  { pictures }: Pick<Params, 'pictures'>,
  words: FigureWords,
  locale: Locale,
): string {
  if (!frame) return '';
  const percent = (share: number) => fill(words.percent, { n: showNumber(100 * share, locale, 4) });
  const { teacher, students, purity, used } = frame;
  const sentences = [
    fill(frame.step === 0 ? words.before : words.teacher, { a: percent(teacher) }),
    fill(words.clusters, { n: used, all: SUBCLASSES, p: percent(purity) }),
  ];
  if (learning(frame))
    sentences.push(
      fill(words.students, {
        pictures: showNumber(pictures, locale, 5),
        subclasses: percent(students.subclasses),
        classes: percent(students.classes),
        labels: percent(students.labels),
      }),
    );
  return sentences.join(' ');
}
