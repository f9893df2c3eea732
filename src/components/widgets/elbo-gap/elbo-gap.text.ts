import type { Localised } from '../shared/text';
import type { Params, PresetName } from './elbo-gap.params';

export type GapWords = Readonly<
  Record<
    | 'aim'
    | 'exactness'
    | 'densityPlot'
    | 'planePlot'
    | 'termsPlot'
    | 'climbPlot'
    | 'axisZ'
    | 'axisZ1'
    | 'axisZ2'
    | 'axisDensity'
    | 'axisTerms'
    | 'axisNats'
    | 'axisBound'
    | 'axisK'
    | 'prior'
    | 'posterior'
    | 'q'
    | 'elbo'
    | 'evidence'
    | 'gapName'
    | 'klName'
    | 'likelihood'
    | 'meanHandle'
    | 'widthHandle'
    | 'handleMean'
    | 'handleWidth'
    | 'codes'
    | `codes_${Params['codes']}`
    | 'family'
    | `family_${Params['family']}`
    | 'x'
    | 'noise'
    | 'm1'
    | 'w1'
    | 'm2'
    | 'w2'
    | 'rho'
    | 'draw'
    | 'close'
    | 'closed'
    | 'stuck'
    | 'atPrior'
    | 'open'
    | 'sum'
    | 'climbed'
    | 'noVariance'
    | 'nats'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'breakHead'
    | 'break'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'note'
    | 'tableQuantity'
    | 'tableValue'
    | 'tableLikelihood'
    | 'tableKl'
    | 'tableElbo'
    | 'tableEvidence'
    | 'tableGap'
    | 'tableLeast'
    | 'tableCorrelation'
    | 'tableEffective'
    | 'tableBound'
    | 'bound128'
    | `preset_${PresetName}`,
    string
  >
>;

export const elboGapText = {
  en: {
    exactness: 'All but L_K is exact; L_K is of samples, with their draw of the noise.',
    aim: 'Find out what the bound falls short of log p(x) by, and when no q of the family can make up for it.',
    densityPlot: 'Three densities of the code: prior, exact posterior, and q.',
    planePlot: 'The code plane: contours at one and two standard deviations of prior, posterior and q.',
    termsPlot: 'log p(x), the ELBO, and the two divergences as bars on one axis in nats.',
    climbPlot: 'The importance-weighted bound over K, below log p(x).',
    axisZ: 'z',
    axisZ1: 'z₁',
    axisZ2: 'z₂',
    axisDensity: 'density',
    axisTerms: 'two divergences of q',
    axisNats: 'nats',
    axisBound: 'L_K (nats)',
    axisK: 'K samples (doubling)',
    prior: 'prior p(z)',
    posterior: 'posterior p(z|x)',
    q: 'q(z|x)',
    elbo: 'ELBO',
    evidence: 'log p(x)',
    gapName: 'KL(q ‖ posterior): the gap',
    klName: 'KL(q ‖ prior), in the ELBO',
    likelihood: 'E_q log p(x|z)',
    meanHandle: 'mean of q',
    widthHandle: 'standard deviation of q, from its mean to the handle',
    handleMean: 'm = {n}',
    handleWidth: 'σ_q = {n}',
    codes: 'the model',
    codes_one: 'x = z + ε (one coordinate)',
    codes_two: 'x = z₁ + z₂ + ε (only the sum is seen)',
    family: 'family of q (two coordinates)',
    family_diagonal: 'diagonal, as in a VAE',
    family_full: 'with a correlation',
    x: 'x what was seen',
    noise: 's noise of the model',
    m1: 'm₁ mean of q',
    w1: 'σ₁ of q',
    m2: 'm₂ mean of q',
    w2: 'σ₂ of q',
    rho: 'ρ correlation in q',
    draw: 'noise, number of the draw',
    close: 'Move q to the best of its family',
    closed:
      'The gap is closed: q is the posterior, the bound is log p(x) itself, and KL to the prior is {kl}, not 0.',
    stuck:
      'q is the best of the diagonal family, and a gap of {gap} is left: the posterior has correlation {rho}, and −½ log(1 − ρ²) = {least}.',
    atPrior:
      'q is the prior: its KL to the prior is 0, and still the bound is {gap} too low. The code says nothing about x.',
    open: 'The bound is {gap} too low: KL(q ‖ posterior). The best q of this family would leave {least}.',
    sum: 'ELBO = {rec} − {kl} = {elbo}; log p(x) = {evidence}.',
    climbed: 'With K = 128 weights the bound is {bound} ± {error}.',
    noVariance:
      'q is so narrow that the weights have no finite variance: the climb is slow, and its error bar is not to be trusted.',
    nats: '{n} nats',
    predictHead: 'Predict.',
    predict:
      'Where must the mean and the width of q stand so that ELBO and log p(x) meet? Is KL(q ‖ prior) 0 there?',
    tryHead: 'Try.',
    try: 'Drag the mean (●) and the width (○) until the gap is gone. Then take the model of two coordinates and close it again.',
    breakHead: 'Break it.',
    break:
      'Make s small with a diagonal q: the gap that is left grows. Make q narrow and see what the weights do.',
    explainHead: 'Explain, then compare',
    explain1:
      'log p(x) = ELBO + KL(q ‖ p(z|x)) for every q. Raising the bound in q and closing the gap are one thing. The other divergence, KL(q ‖ p(z)), is inside the ELBO, and where the gap is closed it says how many nats x has told about z.',
    explain2:
      'Two coordinates: x fixes z₁ + z₂ up to s and leaves z₁ − z₂ to the prior. A diagonal q must fit inside this ridge, whose correlation is −1/(1 + s²).',
    explain3:
      'L_K needs no better family, only more samples. But a q with less than half of the posterior’s variance in some direction misses what carries p(x).',
    note: 'Everything but L_K is exact. L_K is the mean over groups of K of the same 2,048 weights; the bars are two standard errors. The axis of nats doubles when something would leave it.',
    tableQuantity: 'quantity',
    tableValue: 'value',
    tableLikelihood: 'E_q log p(x|z)',
    tableKl: 'KL(q ‖ p(z))',
    tableElbo: 'ELBO',
    tableEvidence: 'log p(x)',
    tableGap: 'gap KL(q ‖ p(z|x))',
    tableLeast: 'least gap of the family',
    tableCorrelation: 'correlation under the posterior',
    tableEffective: 'effective sample size of 2,048 weights',
    bound128: 'L_K at K = 128',
    tableBound: 'L_K at K = {k}, with its standard error',
    preset_off: 'q in the wrong place',
    preset_closed: 'q = posterior',
    preset_prior: 'q = prior (collapsed)',
    preset_narrow: 'q too narrow',
    preset_diagonal: 'two coordinates, best diagonal q',
    preset_full: 'two coordinates, q with correlation',
  },
  ru: {
    exactness: 'Всё, кроме L_K, точно; L_K — по точкам, шум взят по его номеру.',
    aim: 'Выясните, насколько нижняя граница не достаёт до log p(x) и когда ни одна q из семейства этого не исправит.',
    densityPlot: 'Три плотности кода: априорная, точная апостериорная и q.',
    planePlot:
      'Плоскость кода: линии одного и двух стандартных отклонений для априорной, апостериорной плотности и q.',
    termsPlot: 'log p(x), ELBO и две дивергенции полосами на одной оси, в натах.',
    climbPlot: 'Граница с весами важности в зависимости от K, под log p(x).',
    axisZ: 'z',
    axisZ1: 'z₁',
    axisZ2: 'z₂',
    axisDensity: 'плотность',
    axisTerms: 'две дивергенции от q',
    axisNats: 'наты',
    axisBound: 'L_K (наты)',
    axisK: 'K точек (с удвоением)',
    prior: 'априорная p(z)',
    posterior: 'апостериорная p(z|x)',
    q: 'q(z|x)',
    elbo: 'ELBO',
    evidence: 'log p(x)',
    gapName: 'KL(q ‖ апостер.): зазор',
    klName: 'KL(q ‖ априорная), в ELBO',
    likelihood: 'E_q log p(x|z)',
    meanHandle: 'среднее q',
    widthHandle: 'стандартное отклонение q, от среднего до ручки',
    handleMean: 'm = {n}',
    handleWidth: 'σ_q = {n}',
    codes: 'модель',
    codes_one: 'x = z + ε (одна координата)',
    codes_two: 'x = z₁ + z₂ + ε (видна лишь сумма)',
    family: 'семейство q (две координаты)',
    family_diagonal: 'диагональное, как в VAE',
    family_full: 'с корреляцией',
    x: 'x наблюдение',
    noise: 's шум модели',
    m1: 'm₁ среднее q',
    w1: 'σ₁ у q',
    m2: 'm₂ среднее q',
    w2: 'σ₂ у q',
    rho: 'ρ корреляция в q',
    draw: 'номер шума',
    close: 'Поставить лучшую q семейства',
    closed:
      'Зазора нет: q совпала с апостериорной, граница равна log p(x), а KL до априорной — {kl}, а не 0.',
    stuck:
      'q — лучшая в диагональном семействе, и всё же остался зазор {gap}: корреляция апостериорной {rho}, −½ log(1 − ρ²) = {least}.',
    atPrior: 'q равна априорной: KL до априорной 0, а граница ниже на {gap}. Код ничего не говорит об x.',
    open: 'Граница ниже на {gap}: это KL(q ‖ апостериорная). Лучшая q семейства оставила бы {least}.',
    sum: 'ELBO = {rec} − {kl} = {elbo}; log p(x) = {evidence}.',
    climbed: 'При K = 128 весах граница {bound} ± {error}.',
    noVariance:
      'q настолько узка, что дисперсия весов бесконечна: подъём медленный, и указанной ошибке верить нельзя.',
    nats: '{n} нат',
    predictHead: 'Предскажите.',
    predict:
      'Где должны стоять среднее и ширина q, чтобы ELBO и log p(x) сошлись? Равна ли там KL(q ‖ априорная) нулю?',
    tryHead: 'Попробуйте.',
    try: 'Тащите среднее (●) и ширину (○), пока зазор не исчезнет. Затем возьмите модель с двумя координатами и закройте его снова.',
    breakHead: 'Сломайте.',
    break:
      'Уменьшайте s при диагональной q: оставшийся зазор растёт. Сузьте q и посмотрите, что станет с весами.',
    explainHead: 'Объясните, потом сравните',
    explain1:
      'log p(x) = ELBO + KL(q ‖ p(z|x)) при любой q. Поднять границу по q и закрыть зазор — одно и то же. Другая дивергенция, KL(q ‖ p(z)), стоит внутри ELBO; когда зазора нет, она говорит, сколько натов x сообщил о z.',
    explain2:
      'Две координаты: x определяет z₁ + z₂ с точностью до s и оставляет z₁ − z₂ априорной плотности. Диагональная q должна уместиться внутри этого гребня с корреляцией −1/(1 + s²).',
    explain3:
      'L_K не требует другого семейства, только больше точек. Но если у q в каком-то направлении меньше половины апостериорной дисперсии, она пропускает то, из чего складывается p(x).',
    note: 'Всё, кроме L_K, вычислено точно. L_K — среднее по группам из K одних и тех же 2048 весов; отрезки — две стандартные ошибки. Ось натов удваивается, если что-то в неё не помещается.',
    tableQuantity: 'величина',
    tableValue: 'значение',
    tableLikelihood: 'E_q log p(x|z)',
    tableKl: 'KL(q ‖ p(z))',
    tableElbo: 'ELBO',
    tableEvidence: 'log p(x)',
    tableGap: 'зазор KL(q ‖ p(z|x))',
    tableLeast: 'наименьший зазор семейства',
    tableCorrelation: 'корреляция апостериорной',
    tableEffective: 'эффективное число из 2048 весов',
    bound128: 'L_K при K = 128',
    tableBound: 'L_K при K = {k} и её стандартная ошибка',
    preset_off: 'q не на месте',
    preset_closed: 'q = апостериорная',
    preset_prior: 'q = априорная (коллапс)',
    preset_narrow: 'q слишком узка',
    preset_diagonal: 'две координаты, лучшая диагональная q',
    preset_full: 'две координаты, q с корреляцией',
  },
} satisfies Localised<GapWords>;
