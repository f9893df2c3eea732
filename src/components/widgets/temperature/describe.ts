import type { Rows } from '../shared/export';
import { makeShow, type Quantity } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import { GRID, limitOf, sizeOf, type Curves, type Logits, type Softened } from './softened';
import { CLASSES, type Params } from './temperature.params';
import type { TemperatureWords } from './temperature.text';

/** The lines of both plots, in the order of their names. */
export const LINES = {
  entropy: [
    { name: 'teacher', role: 'data', dash: '' },
    { name: 'student', role: 'model', dash: '7 4' },
  ],
  gradient: [
    { name: 'squared', role: 'gradient', dash: '' },
    { name: 'none', role: 'judge', dash: '7 4' },
    { name: 'limit', role: 'quiet', dash: '2 3' },
  ],
} as const;

/** What the figure shows at the temperature, in words. */
export function describe(
  { p, teacherEntropy, loss, excess, gradient }: Softened,
  logits: Logits,
  { temperature, teacher, factor }: Params,
  words: TemperatureWords,
  locale: Locale,
): string {
  const show = makeShow(locale);
  const [first, second, third] = Array.from(p, show);
  const sentences = [
    fill(words.says, {
      t: show(temperature),
      ...{ first: first ?? '', second: second ?? '', third: third ?? '' },
      h: show(teacherEntropy),
      most: show(Math.log(CLASSES.length)),
    }),
  ];
  if (teacher === 'smoothed') sentences.push(words.alike);
  sentences.push(
    fill(factor === 'squared' ? words.lossSquared : words.lossNone, {
      loss: show(loss),
      excess: show(excess),
    }),
  );
  const limit = sizeOf(limitOf(logits));
  sentences.push(
    limit === 0
      ? words.agrees
      : fill(factor === 'squared' ? words.gradientSquared : words.gradientNone, {
          g: show(sizeOf(gradient)),
          limit: show(limit),
          by: show(temperature ** 2),
        }),
  );
  return sentences.join(' ');
}

/** The numbers in view. */
export function quantitiesOf(now: Softened, logits: Logits, words: TemperatureWords): Quantity[] {
  return [
    { name: words.entropyTeacher, value: now.teacherEntropy },
    { name: words.entropyStudent, value: now.studentEntropy },
    { name: words.loss, value: now.loss },
    { name: words.excess, value: now.excess },
    { name: words.size, value: sizeOf(now.gradient) },
    { name: words.sizeLimit, value: sizeOf(limitOf(logits)) },
  ];
}

/** The curves as a table for a file. */
export function rowsOf(curves: Curves): Rows {
  return [
    [
      'T',
      'entropy of the teacher',
      'entropy of the student',
      'gradient with T²',
      'gradient without',
      'limit of high T',
    ],
    ...GRID.map((T, at) => [
      T,
      curves.teacher[at] ?? NaN,
      curves.student[at] ?? NaN,
      curves.squared[at] ?? NaN,
      curves.none[at] ?? NaN,
      curves.limit[at] ?? NaN,
    ]),
  ];
}
