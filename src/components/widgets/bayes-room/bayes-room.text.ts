import type { Localised } from '../shared/text';
import type { Params, PresetName } from './bayes-room.params';

export type RoomWords = Readonly<
  Record<
    | 'aim'
    | 'mosaic'
    | 'ratioPlot'
    | 'axisPrior'
    | 'axisLikelihood'
    | 'axisRatio'
    | 'axisPosterior'
    | 'does'
    | 'doesNot'
    | 'flips'
    | 'handle'
    | 'handleValue'
    | keyof Params
    | `seen_${Params['seen']}`
    | 'posteriorIs'
    | 'guess_understands'
    | 'guess_not'
    | 'guess_tie'
    | 'ratioIs'
    | 'nothing'
    | 'needed'
    | 'never'
    | 'posterior'
    | 'evidence'
    | 'ratio'
    | 'flipRatio'
    | 'flipPrior'
    | 'lossNot'
    | 'lossDoes'
    | 'tableAnswers'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'note'
    | `preset_${PresetName}`,
    string
  >
>;

export const bayesRoomText = {
  en: {
    aim: 'Find out how much better an answer must fit “he understands” before you should say so against a prior of 0.8.',
    mosaic: 'All rooms as a square: width is the prior, the filled height how often such an answer comes.',
    ratioPlot: 'Posterior over the likelihood ratio, with the point where the decision flips.',
    axisPrior: 'share of the rooms (prior)',
    axisLikelihood: 'share in which this was seen',
    axisRatio: 'likelihood ratio',
    axisPosterior: 'P(U | seen)',
    does: 'U',
    doesNot: 'not U',
    flips: 'flips',
    handle: 'prior that he understands, P(U)',
    handleValue: 'P(U) = {p}',
    prior: 'P(U): he understands',
    a: 'a = P(correct | U)',
    b: 'b = P(correct | not U)',
    seen: 'answer seen',
    seen_correct: 'correct',
    seen_wrong: 'wrong',
    answers: 'answers in a row',
    price: 'price of a false “he understands”',
    posteriorIs: 'P(U) goes from {prior} to {posterior}.',
    guess_understands: 'That is above {threshold}: guess “he understands”.',
    guess_not: 'That is below {threshold}: guess “he does not”.',
    guess_tie: 'That is {threshold} itself: both guesses are equally good.',
    ratioIs: 'Likelihood ratio {ratio}; the guess flips at {flip}.',
    nothing: 'Both hypotheses foretell this answer equally well, so it says nothing and the prior stands.',
    needed: 'Answers of this kind in a row that it takes: {n}.',
    never: 'No number of such answers will do.',
    posterior: 'P(U | seen)',
    evidence: 'P(seen)',
    ratio: 'likelihood ratio',
    flipRatio: 'ratio at the flip',
    flipPrior: 'P(U) at the flip',
    lossNot: 'mean loss of “not”',
    lossDoes: 'mean loss of “he does”',
    tableAnswers: 'answers of this kind seen',
    predictHead: 'Predict.',
    predict:
      'Of those who understand 90% answer correctly, of those who do not 30%. The answer was correct. Is it now more likely than not that he understands?',
    tryHead: 'Try.',
    try: 'Compare the two filled areas. Lower b until the guess flips and read the likelihood ratio there. Then ask for a second answer instead.',
    explainHead: 'Explain, then compare',
    explain1:
      'Of all rooms only the filled ones remain: P(U | seen) is the left area over both. Prior times likelihood, made to sum to 1.',
    explain2:
      'Odds multiply: posterior odds = likelihood ratio × prior odds. Prior odds of 0.2 : 0.8 = 1 : 4 need a ratio above 4, however large the likelihoods themselves.',
    explain3:
      'Two answers that are independent given the state multiply their ratios: 3 × 3 = 9 > 4. With a phrase book the ratio is 1, and 1 × 1 × … is still 1.',
    note: 'Several answers count as independent once the state is known, which a man who repeats one memorised sentence is not. Ratios beyond 1/100 and 100 are drawn at the edge.',
    preset_room: 'the room: ratio 3',
    preset_convinced: 'ratio 6',
    preset_phrasebook: 'phrase book: ratio 1',
    preset_edge: 'on the edge: ratio 4',
    preset_again: 'two correct answers',
    preset_rare: 'a rare thing: P(U) = 0.01',
  },
  ru: {
    aim: 'Выясните, насколько лучше ответ должен подходить к «он понимает», чтобы стоило так сказать вопреки априорным 0,8.',
    mosaic:
      'Все комнаты в виде квадрата: ширина — априорная доля, закрашенная высота — как часто бывает такой ответ.',
    ratioPlot:
      'Апостериорная вероятность в зависимости от отношения правдоподобий и точка, где меняется решение.',
    axisPrior: 'доля комнат (априорная)',
    axisLikelihood: 'доля с таким ответом',
    axisRatio: 'отношение правдоподобий',
    axisPosterior: 'P(U | ответ)',
    does: 'U',
    doesNot: 'не U',
    flips: 'перелом',
    handle: 'априорная вероятность того, что он понимает, P(U)',
    handleValue: 'P(U) = {p}',
    prior: 'P(U): он понимает',
    a: 'a = P(верно | U)',
    b: 'b = P(верно | не U)',
    seen: 'ответ',
    seen_correct: 'верный',
    seen_wrong: 'неверный',
    answers: 'ответов подряд',
    price: 'цена ложного «понимает»',
    posteriorIs: 'P(U) меняется с {prior} на {posterior}.',
    guess_understands: 'Это выше {threshold}: ответ «понимает».',
    guess_not: 'Это ниже {threshold}: ответ «не понимает».',
    guess_tie: 'Это ровно {threshold}: оба ответа одинаково хороши.',
    ratioIs: 'Отношение правдоподобий {ratio}; решение меняется при {flip}.',
    nothing:
      'Обе гипотезы предсказывают такой ответ одинаково хорошо: он ничего не сообщает, и решает априорная вероятность.',
    needed: 'Таких ответов подряд потребуется: {n}.',
    never: 'Никакого числа таких ответов не хватит.',
    posterior: 'P(U | ответ)',
    evidence: 'P(ответ)',
    ratio: 'отношение правдоподобий',
    flipRatio: 'отношение на переломе',
    flipPrior: 'P(U) на переломе',
    lossNot: 'средние потери «не понимает»',
    lossDoes: 'средние потери «понимает»',
    tableAnswers: 'таких ответов получено',
    predictHead: 'Предскажите.',
    predict:
      'Из понимающих верно отвечают 90%, из непонимающих — 30%. Ответ верный. Стало ли вероятнее, что он понимает, чем что нет?',
    tryHead: 'Попробуйте.',
    try: 'Сравните две закрашенные площади. Уменьшайте b, пока решение не изменится, и прочтите отношение правдоподобий. Затем вместо этого попросите второй ответ.',
    explainHead: 'Объясните, затем сравните',
    explain1:
      'Из всех комнат остаются только закрашенные: P(U | ответ) — левая площадь, делённая на обе. Априорная вероятность умножается на правдоподобие, и сумма доводится до 1.',
    explain2:
      'Шансы перемножаются: апостериорные шансы = отношение правдоподобий × априорные шансы. При априорных 0,2 : 0,8 = 1 : 4 нужно отношение больше 4, как бы велики ни были сами правдоподобия.',
    explain3:
      'У двух ответов, независимых при известном состоянии, отношения перемножаются: 3 × 3 = 9 > 4. С разговорником отношение равно 1, и 1 × 1 × … — всё ещё 1.',
    note: 'Несколько ответов считаются независимыми при известном состоянии; у того, кто повторяет одну заученную фразу, это не так. Отношения за пределами 1/100 и 100 нарисованы на краю.',
    preset_room: 'комната: отношение 3',
    preset_convinced: 'отношение 6',
    preset_phrasebook: 'разговорник: отношение 1',
    preset_edge: 'на переломе: отношение 4',
    preset_again: 'два верных ответа',
    preset_rare: 'редкость: P(U) = 0,01',
  },
} satisfies Localised<RoomWords>;
