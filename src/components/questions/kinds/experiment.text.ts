import type { Locale } from '../questions.text.ts';

interface ExperimentWords {
  readonly reached: string;
  readonly now: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly between: string;
  readonly one: string;
  readonly or: string;
  readonly unmeasured: string;
  readonly waits: string;
  readonly notRun: string;
  readonly notYet: string;
  readonly goalReached: string;
  readonly step: string;
  readonly seed: string;
  /** Names of measures; one that is missing here is shown as the widget calls it. */
  readonly measures: Readonly<Record<string, string>>;
}

/** Words of the experiments; they load with the first reading of the widget. */
export const experimentWords: Readonly<Record<Locale, ExperimentWords>> = {
  en: {
    reached: 'Reached.',
    now: 'Now',
    atLeast: 'asked: at least {a}',
    atMost: 'asked: at most {a}',
    between: 'asked: {a} to {b}',
    one: 'asked: {a}',
    or: ' or ',
    unmeasured: 'not measured yet',
    waits: 'Comes after the goal above.',
    notRun:
      'Run the figure first: this question is answered by what it measures. The link above leads to it.',
    notYet: 'Goal {a} is not reached yet.',
    goalReached: 'Goal {a} of {b} is reached.',
    step: 'step',
    seed: 'seed',
    measures: {
      covered: 'modes covered',
      modes: 'modes in the data',
      closeShare: 'share of points near a mode',
      js: 'JS',
      jsFloor: 'floor of JS',
      w1: 'sliced W₁',
      w1Floor: 'floor of sliced W₁',
      lossD: 'loss of D',
      lossG: 'loss of G',
      pull: 'mean gradient that the points feel',
      judgedReal: 'mean verdict on data',
      judgedFake: 'mean verdict on generated points',
      ratio: 'error on samples over error on data',
      convergence: 'BEGAN’s M',
      aboveLeastForward: 'KL(p ‖ q) above its least',
      reverseSlope: 'slope of KL(q ‖ p)',
      missed: 'share of p that is missed',
      wasted: 'share of q that is wasted',
      understands: 'guess “he understands” (1) or not (0)',
      biasPrior: 'mean error, samples of the prior (nats)',
      biasProposal: 'mean error, samples of q (nats)',
      varianceRatio: 'variance of the score function over pathwise',
      blind: 'pathwise mean is wrong (1) or right (0)',
      gap: 'gap, nats',
      leastGap: 'least gap of the family, nats',
      kl: 'KL to the prior, nats',
      inUse: 'units of the code in use',
      beta: 'β in force',
      unequal: 'most stamps minus fewest',
      uneven: 'darkest below brightest on a flat picture, share',
      fewest: 'fewest stamps on a place',
      distance: 'distance to the sources',
      squares: 'correlation of the squares',
      nearestA: 'nearest test code, the model',
      nearestB: 'nearest test code, beside it',
      rareDraws: 'share of rare digits in the draws',
      worthDraws: 'equal draws of the same worth',
      mostDrawn: 'times the most frequent digit',
      thirdAcai: 'share of a third digit, ACAI',
      straysVae: 'middles that are a third digit, VAE',
    },
  },
  ru: {
    reached: 'Достигнуто.',
    now: 'Сейчас',
    atLeast: 'нужно не меньше {a}',
    atMost: 'нужно не больше {a}',
    between: 'нужно от {a} до {b}',
    one: 'нужно: {a}',
    or: ' или ',
    unmeasured: 'ещё не измерено',
    waits: 'Следует за целью выше.',
    notRun: 'Сначала запустите рисунок: ответ на этот вопрос — то, что он измерит. Ссылка выше ведёт к нему.',
    notYet: 'Цель {a} ещё не достигнута.',
    goalReached: 'Цель {a} из {b} достигнута.',
    step: 'шаг',
    seed: 'зерно',
    measures: {
      covered: 'покрыто мод',
      modes: 'мод в данных',
      closeShare: 'доля точек вблизи мод',
      js: 'JS',
      jsFloor: 'нижняя граница JS',
      w1: 'W₁ по срезам',
      w1Floor: 'нижняя граница W₁ по срезам',
      lossD: 'потери D',
      lossG: 'потери G',
      pull: 'средний градиент, который чувствуют точки',
      judgedReal: 'средняя оценка данных',
      judgedFake: 'средняя оценка порождённых точек',
      ratio: 'ошибка на образцах к ошибке на данных',
      convergence: 'M из BEGAN',
      aboveLeastForward: 'KL(p ‖ q) сверх наименьшего',
      reverseSlope: 'наклон KL(q ‖ p)',
      missed: 'пропущенная доля p',
      wasted: 'доля q впустую',
      understands: 'решение «понимает» (1) или нет (0)',
      biasPrior: 'средняя ошибка, выборка из априорного (наты)',
      biasProposal: 'средняя ошибка, выборка из q (наты)',
      varianceRatio: 'дисперсия второй оценки к первой',
      blind: 'среднее вдоль пути неверно (1) или верно (0)',
      gap: 'зазор, наты',
      leastGap: 'наименьший зазор семейства, наты',
      kl: 'KL до априорной, наты',
      inUse: 'работающих координат кода',
      beta: 'действующее β',
      unequal: 'наибольшее число штампов минус наименьшее',
      uneven: 'насколько самое тёмное место ровной картинки темнее, доля',
      fewest: 'наименьшее число штампов на месте',
      distance: 'расстояние до источников',
      squares: 'корреляция квадратов',
      nearestA: 'до ближайшего тестового кода, модель',
      nearestB: 'до ближайшего тестового кода, рядом',
      rareDraws: 'доля редких цифр в выборке',
      worthDraws: 'столько же стоят равных выборов',
      mostDrawn: 'раз самая частая цифра',
      thirdAcai: 'доля третьей цифры, ACAI',
      straysVae: 'середины — третья цифра, VAE',
    },
  },
};
