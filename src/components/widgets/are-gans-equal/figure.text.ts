import type { LossName } from '~/methods/toy-gan/options';
import type { Localised } from '../shared/text';
import { equalText } from './are-gans-equal.text';

/** Words of the pictures, the table and the summary. */
export type FigureWords = Readonly<
  Record<
    | 'strips'
    | 'rim'
    | 'stripsTitle'
    | 'axisDistance'
    | 'floor'
    | 'floorMean'
    | 'floorBest'
    | 'keyStored'
    | 'keyLive'
    | 'keyBox'
    | 'keyBand'
    | 'keyRim'
    | 'budget'
    | 'budgetTitle'
    | 'axisBudget'
    | 'recorded'
    | 'repeats'
    | 'tooFew'
    | 'one'
    | 'many'
    | 'level'
    | 'levelAll'
    | 'levelNone'
    | 'duel'
    | 'tableChance'
    | 'tableLoss'
    | 'tableTrials'
    | 'tableMedian'
    | 'tableTen'
    | 'tableBest'
    | 'tableModes'
    | 'tableLost'
    | 'otherGround'
    | 'waiting'
    | 'finished'
    | 'note'
    | `loss_${LossName}`,
    string
  >
>;

const losses = ({ en, ru }: typeof equalText) => {
  const only = (words: typeof en | typeof ru) =>
    Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith('loss_'))) as Readonly<
      Record<`loss_${LossName}`, string>
    >;
  return { en: only(en), ru: only(ru) };
};
const names = losses(equalText);

export const figureText = {
  en: {
    ...names.en,
    strips: 'Distance of every trial to the held-out data, by loss',
    stripsTitle: 'Each trial: distance to held-out data',
    axisDistance: '← better · sliced W₁, logarithmic',
    rim: 'No better than a single point, so counted as its {nothing} at the right rim: {list}.',
    floor: 'floor: new data in the place of samples, mean {mean}',
    floorMean: 'floor: mean {mean}',
    floorBest: 'floor: best of n',
    keyStored: 'stored trial',
    keyLive: 'made now',
    keyBox: 'median and middle half',
    keyBand: '10%–90% of the floor',
    keyRim: '▸n: n more at the rim, no better than a single point and counted as its {nothing}',
    budget: 'Expected best distance against the number of trials that one may make, by loss',
    budgetTitle: 'Expected best of n trials: sliced W₁, logarithmic',
    axisBudget: 'budget: trials n of one loss',
    recorded: 'A stored run of this figure, seed {seed}.',
    repeats: 'This is the seed of the stored run: {same} of {made} trials came out the same to the last bit.',
    tooFew: '{n} trials so far, not yet two of every loss.',
    one: '{n} trials. One of each, settings drawn by lot: the expected distance runs from {first} ({firstLoss}) to {last} ({lastLoss}); the floor, data drawn anew in the place of samples, is {floor} on average.',
    many: 'The best of {n}: from {first} ({firstLoss}) to {last} ({lastLoss}); the floor’s own best of {n} is {floor}.',
    level: 'At that budget the first overlaps with {losses}; not with {others}.',
    levelAll: 'At that budget the first overlaps with all the others.',
    levelNone: 'At that budget the first overlaps with no other loss.',
    duel: 'Highlighted: {loss} against {against}, {steps} gradient steps to every trial. One trial each: {one}. Best of {n}: {many} (± of resampled trials). With {n} trials each, {loss} has the better one in {chance} of all pairs of choices.',
    tableChance: '{loss} has the better of {n}',
    tableLoss: 'loss',
    tableTrials: 'trials',
    tableMedian: 'median distance',
    tableTen: 'best of {n}: mean (10%–90%)',
    tableBest: 'best of all',
    tableModes: 'trials with all modes',
    tableLost: 'no better than one point',
    otherGround:
      'The stored run has other data or another number of steps, so it is not shown beside these trials.',
    waiting: 'The first trials are under way; each takes a second or so.',
    finished: 'All the trials asked for are made. Raise their number or change the seed for more.',
    note: 'A trial no better than a generator that gives one point alone, or one that has run away, counts as that point everywhere here. Equal cost: each trial has the same number of gradient steps, those of the judge and of the generator together, so a larger k means fewer turns. Drawn by lot, in equal ratios: both learning rates 10⁻⁴ … 10⁻², penalty 0.01 … 10, clipping 0.01 … 0.5, DRAGAN’s noise 0.05 … 1, EBGAN’s margin 0.1 … 3 and pulling-away weight 0.001 … 1, BEGAN’s γ 0.2 … 1 and gain 0.001 … 0.1; as likely each: k 1, 2, 5; β₁ 0, 0.5, 0.9; 16, 32, 64 units in two hidden layers; a code of 1, 2, 8 units. Batch 128, Adam, leaky ReLU. The trials are spread over up to four workers; with one seed they are the same, bit for bit, on any number of them.',
  },
  ru: {
    ...names.ru,
    strips: 'Расстояние каждой попытки до отложенных данных, по функциям потерь',
    stripsTitle: 'Каждая попытка: расстояние до отложенных данных',
    axisDistance: '← лучше · W₁ по срезам, логарифмическая шкала',
    rim: 'Не лучше одной точки и потому приравнены к её {nothing}, у правого края: {list}.',
    floor: 'пол: новые данные на месте выборки, среднее {mean}',
    floorMean: 'пол: среднее {mean}',
    floorBest: 'пол: лучшее из n',
    keyStored: 'записанная попытка',
    keyLive: 'сделана сейчас',
    keyBox: 'медиана и средняя половина',
    keyBand: '10%–90% пола',
    keyRim: '▸n: ещё n у края, не лучше одной точки и приравнены к её {nothing}',
    budget: 'Ожидаемое лучшее расстояние в зависимости от числа разрешённых попыток, по функциям потерь',
    budgetTitle: 'Ожидаемая лучшая из n попыток: W₁ по срезам, логарифмическая шкала',
    axisBudget: 'бюджет: n попыток на одну функцию потерь',
    recorded: 'Записанный прогон этого рисунка, зерно {seed}.',
    repeats: 'Это зерно записанного прогона: {same} из {made} попыток совпали до последнего бита.',
    tooFew: 'Попыток пока {n}: не у каждой потери есть хотя бы две.',
    one: 'Попыток: {n}. С одной настройкой по жребию ожидаемое расстояние — от {first} ({firstLoss}) до {last} ({lastLoss}); пол, новые данные на месте выборки, в среднем {floor}.',
    many: 'Лучшая из {n}: от {first} ({firstLoss}) до {last} ({lastLoss}); лучшее из {n} для пола — {floor}.',
    level: 'При таком бюджете с первой перекрываются: {losses}; не перекрываются: {others}.',
    levelAll: 'При таком бюджете с первой перекрываются все остальные.',
    levelNone: 'При таком бюджете с первой не перекрывается ни одна из остальных.',
    duel: 'Выделено: {loss} против {against}, по {steps} шагов градиента на каждую попытку. По одной попытке: {one}. Лучшая из {n}: {many} (± по перевыборке попыток). При {n} попытках у каждой лучшую имеет {loss} в {chance} всех пар выборов.',
    tableChance: 'лучшую из {n} имеет {loss}',
    tableLoss: 'потеря',
    tableTrials: 'попыток',
    tableMedian: 'медиана расстояния',
    tableTen: 'лучшая из {n}: среднее (10%–90%)',
    tableBest: 'лучшая из всех',
    tableModes: 'попыток со всеми модами',
    tableLost: 'не лучше одной точки',
    otherGround:
      'В записанном прогоне другие данные или другое число шагов, поэтому рядом с этими попытками он не показан.',
    waiting: 'Идут первые попытки; на каждую уходит около секунды.',
    finished: 'Все заказанные попытки сделаны. Чтобы получить новые, увеличьте их число или смените зерно.',
    note: 'Попытка не лучше генератора, который даёт одну точку, или разошедшаяся всюду здесь приравнена к этой точке. Цена одинакова: в каждой попытке одно и то же число шагов градиента, у судьи и генератора вместе, поэтому при большем k ходов меньше. По жребию, равномерно по логарифму: обе скорости обучения 10⁻⁴ … 10⁻², штраф 0,01 … 10, обрезка 0,01 … 0,5, шум DRAGAN 0,05 … 1, зазор EBGAN 0,1 … 3 и вес расталкивания 0,001 … 1, γ у BEGAN 0,2 … 1 и его усиление 0,001 … 0,1; равновероятно: k 1, 2, 5; β₁ 0, 0,5, 0,9; 16, 32, 64 нейрона в двух скрытых слоях; код из 1, 2, 8 чисел. Пакет 128, Adam, leaky ReLU. Попытки распределены между рабочими потоками, их не больше четырёх; при одном зерне результаты совпадают до бита, сколько бы потоков ни было.',
  },
} as const satisfies Localised<FigureWords>;
