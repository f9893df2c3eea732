import { showNumber } from '../shared/format';
import { showDifference } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import type { Frame } from './anomaly.frame';
import type { Params } from './anomaly.params';
import type { AnomalyWords } from './anomaly.text';

/** What a frame measures: area under the ROC curve, the same by the ink alone, share of the strangers that is caught, share of the digits that is not let by. */
export function measuresOf(frame: Frame | undefined): Record<string, number> {
  if (!frame) return {};
  const { normal, foreign, area, baseline, falseAlarms, misses } = frame;
  return {
    auc: area,
    aucInk: baseline.area,
    caught: 1 - misses.count / foreign.length,
    falseAlarms: falseAlarms.count / normal.length,
  };
}

/** Areas from which on the words call a score good, no better than guessing, and turned round. */
const [GOOD, NONE, ROUND] = [0.95, 0.6, 0.4];

export function verdictOf(area: number): 'good' | 'some' | 'none' | 'round' {
  if (area >= GOOD) return 'good';
  if (area > NONE) return 'some';
  return area >= ROUND ? 'none' : 'round';
}

/** Counts at the threshold, the area, and what it means. */
export function describe(frame: Frame, params: Params, words: AnomalyWords, locale: Locale): string {
  const { normal, foreign, threshold, area, baseline, falseAlarms, misses } = frame;
  const three = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return [
    fill(words.summary, {
      threshold: showNumber(threshold, locale, 3),
      alarms: falseAlarms.count,
      digits: normal.length,
      caught: foreign.length - misses.count,
      strangers: foreign.length,
    }),
    frame.score === 'ink'
      ? fill(words.area, { area: three.format(area) })
      : fill(words.areas, {
          area: three.format(area),
          ink: three.format(baseline.area),
          difference: showDifference(area, baseline.area, locale),
        }),
    words[`verdict_${verdictOf(area)}`],
    ...(params.score === frame.score ? [] : [words.noElbo]),
  ].join(' ');
}
