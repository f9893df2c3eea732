import type { Localised } from '../shared/text';
import type { Params, PresetName } from './marginal-likelihood.params';

export type MarginalWords = Readonly<
  Record<
    | 'aim'
    | 'errorPlot'
    | 'neededPlot'
    | 'axisCount'
    | 'axisError'
    | 'axisDimension'
    | 'axisNeeded'
    | 'priorName'
    | 'proposalName'
    | 'exactName'
    | 'handle'
    | 'handleValue'
    | keyof Params
    | 'priorIs'
    | 'priorNeeds'
    | 'proposalIs'
    | 'proposalNeeds'
    | 'tooNarrow'
    | 'everyWeight'
    | 'infinite'
    | 'biasPrior'
    | 'biasProposal'
    | 'essPrior'
    | 'essProposal'
    | 'elbo'
    | 'nats'
    | 'tableCount'
    | 'tableMean'
    | 'tableRange'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'explain4'
    | 'note'
    | 'kind'
    | 'exact'
    | `preset_${PresetName}`,
    string
  >
>;

export const marginalLikelihoodText = {
  en: {
    aim: 'Find out how many samples of the prior it takes to average p(x|z) into p(x), when the code has 1, 8 or 24 dimensions.',
    errorPlot:
      'Error of the estimated log p(x) over the number of samples, for samples of the prior and of a proposal.',
    neededPlot: 'Samples needed for a relative error of a tenth over the dimension of the code.',
    axisCount: 'samples n',
    axisError: 'estimate − log p(x) (nats)',
    axisDimension: 'dimension k of the code',
    axisNeeded: 'samples for an error of 10%',
    priorName: 'z from the prior',
    proposalName: 'z from q',
    exactName: 'exact',
    handle: 'dimension of the code',
    handleValue: 'k = {k}',
    k: 'k: dimensions of the code',
    noise: 's: noise of x around z',
    at: 'every coordinate of x',
    shift: 'q: off the posterior’s mean (its σ)',
    spread: 'q: width (posterior = 1)',
    seed: 'seed',
    priorIs:
      'k = {k}, log p(x) = {exact} nats. 1,000 samples of the prior are off by {bias} on average of 20 repeats (± {spread} from one to the next).',
    priorNeeds: 'For an error of 10% it takes {n} of them.',
    proposalIs: '1,000 samples of q: {bias} (± {spread}).',
    proposalNeeds: 'For 10%: {n}.',
    tooNarrow:
      'q is so narrow that the variance of its weights is infinite: however small the error looks, no number of samples bounds it.',
    everyWeight: 'q is the posterior: every single weight is p(x).',
    infinite: 'no number',
    biasPrior: 'mean error, prior, n = 1,000',
    biasProposal: 'mean error, q, n = 1,000',
    essPrior: 'samples that count of 1,000, prior',
    essProposal: 'samples that count of 1,000, q',
    elbo: 'mean of log w under q (ELBO)',
    nats: '{n} nats',
    tableCount: 'samples',
    tableMean: 'mean error, {name} (nats)',
    tableRange: 'lowest and highest of 20, {name}',
    predictHead: 'Predict.',
    predict:
      'In one dimension 300 samples of the prior give p(x) to 10%. In eight dimensions every coordinate has the same law. How many then: 8 times as many?',
    tryHead: 'Try.',
    try: 'Move k from 1 to 24 and watch where the estimates from the prior lie at n = 1,000. Then let q be the posterior, and then too narrow.',
    explainHead: 'Explain, then compare',
    explain1:
      'p(x|z) is large only where z lies within about s of x in every coordinate. If a share ρ of the prior does so in one, ρᵏ does in k: the number of samples needed grows like a power.',
    explain2:
      'The average of p(x|z) has no bias, its logarithm has: most sets of samples miss the few z that count and come out too low, one in a great many comes out far too high. So more samples raise the curve.',
    explain3:
      'Importance sampling draws z where p(x|z) p(z) lies and divides by q(z). With q the posterior every weight is p(x); with a q that is slightly off the number still grows like a power of k, of a base near 1.',
    explain4:
      'A q narrower than 0.71 of the posterior has weights of infinite variance. Most repeats then come out too low, and a single one now and then far too high: a few weights hold most of the sum.',
    note: 'The model is x = z + noise in k coordinates, z from N(0, I), where log p(x) is known. Thin lines: lowest and highest of 20 repeats. Estimates below the axis are cut off. Samples needed and log p(x) are computed without sampling.',
    kind: 'Computed here from the seed and the settings, anew at each change; nothing is trained.',
    exact:
      'Both sides use the same seed; 20 repeats say how much chance enters: see the spread in the summary.',
    preset_eight: '8 dimensions',
    preset_one: '1 dimension',
    preset_many: '24 dimensions',
    preset_exact: 'q is the posterior',
    preset_narrow: 'q too narrow',
  },
  ru: {
    aim: 'Выясните, сколько выборок из априорного распределения нужно, чтобы усреднить p(x|z) до p(x), если у кода 1, 8 или 24 измерения.',
    errorPlot:
      'Ошибка оценки log p(x) в зависимости от числа выборок, из априорного распределения и из предложения.',
    neededPlot:
      'Сколько выборок нужно для относительной ошибки в одну десятую, в зависимости от размерности кода.',
    axisCount: 'число выборок n',
    axisError: 'оценка − log p(x) (наты)',
    axisDimension: 'размерность кода k',
    axisNeeded: 'выборок для ошибки 10%',
    priorName: 'z из априорного',
    proposalName: 'z из q',
    exactName: 'точно',
    handle: 'размерность кода',
    handleValue: 'k = {k}',
    k: 'k: размерность кода',
    noise: 's: шум x вокруг z',
    at: 'каждая координата x',
    shift: 'q: сдвиг от среднего (в его σ)',
    spread: 'q: ширина (апостериорное = 1)',
    seed: 'зерно',
    priorIs:
      'k = {k}, log p(x) = {exact} ната. 1000 выборок из априорного ошибаются в среднем по 20 повторам на {bias} (± {spread} от повтора к повтору).',
    priorNeeds: 'Для ошибки 10% их нужно {n}.',
    proposalIs: '1000 выборок из q: {bias} (± {spread}).',
    proposalNeeds: 'Для 10%: {n}.',
    tooNarrow:
      'q так узко, что дисперсия весов бесконечна: какой бы малой ни казалась ошибка, никакое число выборок её не ограничивает.',
    everyWeight: 'q — апостериорное распределение: каждый отдельный вес равен p(x).',
    infinite: 'никакого числа не хватит',
    biasPrior: 'средняя ошибка, априорное, n = 1000',
    biasProposal: 'средняя ошибка, q, n = 1000',
    essPrior: 'значащих выборок из 1000, априорное',
    essProposal: 'значащих выборок из 1000, q',
    elbo: 'среднее log w по q (ELBO)',
    nats: '{n} нат',
    tableCount: 'выборок',
    tableMean: 'средняя ошибка, {name} (наты)',
    tableRange: 'наименьшая и наибольшая из 20, {name}',
    predictHead: 'Предскажите.',
    predict:
      'В одном измерении 300 выборок из априорного дают p(x) с точностью 10%. В восьми измерениях все координаты устроены так же. Сколько нужно тогда: в 8 раз больше?',
    tryHead: 'Попробуйте.',
    try: 'Ведите k от 1 до 24 и следите, где лежат оценки из априорного при n = 1000. Затем возьмите в качестве q апостериорное, а потом слишком узкое.',
    explainHead: 'Объясните, затем сравните',
    explain1:
      'p(x|z) велико лишь там, где z во всех координатах ближе к x, чем примерно s. Если в одной это удаётся доле ρ априорного, то в k — доле ρᵏ: нужное число выборок растёт как степень.',
    explain2:
      'У среднего p(x|z) смещения нет, у его логарифма есть: большинство наборов не попадает в немногие важные z и даёт слишком мало, один из очень многих — слишком много. Поэтому с числом выборок кривая растёт.',
    explain3:
      'Выборка по важности берёт z там, где лежит p(x|z) p(z), и делит на q(z). Если q апостериорное, каждый вес равен p(x); если q чуть ошибается, нужное число всё ещё растёт как степень с показателем k, но с основанием около 1.',
    explain4:
      'У q уже 0,71 апостериорного дисперсия весов бесконечна. Тогда большинство повторов занижено, а изредка один сильно завышен: почти вся сумма приходится на несколько весов.',
    note: 'Модель: x = z + шум в k координатах, z из N(0, I), и log p(x) известен. Тонкие линии — наименьшая и наибольшая из 20 оценок. Оценки ниже оси обрезаны. Нужное число выборок и log p(x) вычислены без выборок.',
    kind: 'Вычисляется здесь из зерна и настроек заново при каждой перемене; ничто не обучается.',
    exact: 'Зерно у обеих сторон одно; сколько вносит случай, говорит разброс 20 повторов в строке итога.',
    preset_eight: '8 измерений',
    preset_one: '1 измерение',
    preset_many: '24 измерения',
    preset_exact: 'q — апостериорное',
    preset_narrow: 'q слишком узкое',
  },
} satisfies Localised<MarginalWords>;
