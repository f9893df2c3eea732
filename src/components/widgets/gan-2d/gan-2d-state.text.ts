import type { DoneReason } from '~/runtime/loop';
import type { VerdictKind } from '~/methods/toy-gan/options';
import type { Localised } from '../shared/text';

/** What the figure says of the state it is in. */
export type StateWords = Readonly<
  Record<
    | 'before'
    | 'modesNone'
    | 'modesCollapsed'
    | 'modesSome'
    | 'modesAll'
    | 'stray'
    | 'js'
    | 'jsFloor'
    | 'distances'
    | `judged_${VerdictKind}`
    | 'noPull_probability'
    | 'noPull_clip'
    | 'noPull_other'
    | 'cycling'
    | 'rest'
    | 'beganControl'
    | 'steppedJudge'
    | 'steppedGenerator'
    | 'side'
    | 'noDrawing'
    | DoneReason,
    string
  >
>;

export const stateText = {
  en: {
    before: 'Before training: {n} samples of an untrained generator.',
    modesNone: '0 of {m} modes: the samples are on their way.',
    modesCollapsed: '{n} of {m} modes: collapsed.',
    modesSome: '{n} of {m} modes.',
    modesAll: '{n} of {m} modes: all covered.',
    stray: '{share} of the samples lie near no mode.',
    js: 'JS of samples and data is {js} nats; data against data reach {floor}.',
    jsFloor:
      'JS is {js} nats, at its sampling floor ({floor} ± {spread}): no test of this size can tell the samples from data.',
    distances: 'Sliced W₁ is {w1} (floor {floor}).',
    judged_probability: 'On average the judge gives data {real} and samples {fake} (½ would be a draw).',
    judged_score: 'On average the critic gives data {real} and samples {fake}; the difference is {gap}.',
    judged_energy:
      'On average the judge gives data the energy {real} and samples {fake}: it rebuilds the lower one better.',
    noPull_probability:
      'The judge is so sure of itself that a sample’s gradient has length {pull}: the generator learns next to nothing (vanishing gradient).',
    rest: 'The judge can hardly tell them apart, so a sample’s gradient is short ({pull}): the game is near its rest.',
    noPull_clip:
      'A sample’s gradient has length {pull}: cutting the weights has made the critic nearly flat (vanishing gradient, of another cause than a sure judge). Try a larger c or the gradient penalty.',
    noPull_other: 'A sample’s gradient has length {pull}: the generator learns next to nothing.',
    cycling:
      'No rest: over the last {n} pictures the centre of the samples has walked {path} units and never got farther than {reach} from where it was. The players chase each other instead of settling.',
    beganControl: 'kₜ is {k}, BEGAN’s convergence measure M is {m}.',
    steppedJudge:
      'One step of D: it now gives data {realBefore} → {real} and samples {fakeBefore} → {fake} on average. The samples have not moved. D’s loss {before} → {after}, each on its own batch.',
    steppedGenerator:
      'One step of G: the samples moved by {moved} on average; the judge gives them {fakeBefore} → {fake}. D has not changed. G’s loss {before} → {after}, each on its own batch.',
    side: '{side}: {text}',
    noDrawing: 'Draw some points, then press Run.',
    diverged:
      'Diverged: samples have flown more than 1,000 units away, or a loss is beyond a million. The steps were larger than the weights themselves, and the layers multiply them. Out there the judge is soon certain, its gradient becomes exactly zero, and nothing calls the samples back. Set both η to 0.001 and run again.',
    finished: 'The run has done all its steps. Run again repeats it exactly; another seed gives another run.',
  },
  ru: {
    before: 'До обучения: {n} образцов необученного генератора.',
    modesNone: '0 из {m} мод: образцы ещё в пути.',
    modesCollapsed: '{n} из {m} мод: коллапс.',
    modesSome: '{n} из {m} мод.',
    modesAll: '{n} из {m} мод: покрыты все.',
    stray: '{share} образцов лежат вдали от всех мод.',
    js: 'JS между образцами и данными — {js} ната; данные против данных дают {floor}.',
    jsFloor:
      'JS — {js} ната, на уровне порога выборки ({floor} ± {spread}): никакая проверка такого объёма не отличит образцы от данных.',
    distances: 'W₁ по срезам — {w1} (порог {floor}).',
    judged_probability: 'Судья в среднем даёт данным {real}, образцам {fake} (½ означало бы ничью).',
    judged_score: 'Критик в среднем даёт данным {real}, образцам {fake}; разность {gap}.',
    judged_energy:
      'Судья в среднем даёт данным энергию {real}, образцам {fake}: у кого она ниже, тех он восстанавливает лучше.',
    noPull_probability:
      'Судья так уверен, что градиент образца имеет длину {pull}: генератор почти ничему не учится (затухание градиента).',
    rest: 'Судья их почти не различает, поэтому градиент образца короток ({pull}): игра близка к покою.',
    noPull_clip:
      'Градиент образца имеет длину {pull}: из-за обрезки весов критик почти плоский (градиент затух, но не от уверенности судьи). Попробуйте c побольше или штраф на градиент.',
    noPull_other: 'Градиент образца имеет длину {pull}: генератор почти ничему не учится.',
    cycling:
      'Покоя нет: за последние {n} картинок центр образцов прошёл {path} единиц, ни разу не отойдя дальше чем на {reach} от того места, где был. Игроки гоняются друг за другом и не сходятся.',
    beganControl: 'kₜ равно {k}, мера сходимости BEGAN M равна {m}.',
    steppedJudge:
      'Один шаг D: теперь в среднем он даёт данным {realBefore} → {real}, образцам {fakeBefore} → {fake}. Образцы не сдвинулись. Его потеря {before} → {after}, каждая на своём пакете.',
    steppedGenerator:
      'Один шаг G: образцы сдвинулись в среднем на {moved}; судья даёт им {fakeBefore} → {fake}. D не изменился. Потеря G {before} → {after}, каждая на своём пакете.',
    side: '{side}: {text}',
    noDrawing: 'Нарисуйте несколько точек и нажмите «Запустить».',
    diverged:
      'Расходимость: образцы улетели дальше 1000 единиц или потеря превысила миллион. Шаги были больше самих весов, а слои их перемножают. Там, вдали, судья скоро уверен, его градиент становится точным нулём, и вернуть образцы нечему. Поставьте обе η = 0,001 и запустите снова.',
    finished: 'Все шаги сделаны. «Запустить снова» повторит прогон в точности; другое зерно даст другой.',
  },
} satisfies Localised<StateWords>;
