import type { Localised } from '../shared/text';
import type { PresetName } from './gan-2d.params';

export type GanWords = Readonly<
  Record<
    | 'aim'
    | 'predict'
    | 'predictHead'
    | 'runHead'
    | 'runHint'
    | 'explainHead'
    | 'explain'
    | 'plane'
    | 'planeNote'
    | 'planeNoteCritic'
    | 'axisX'
    | 'axisY'
    | 'data'
    | 'samples'
    | 'discriminator'
    | 'generator'
    | 'chart'
    | 'chartNote'
    | 'lossAxis'
    | 'stepAxis'
    | 'beforeRun'
    | 'beforeStep'
    | 'modesCollapsed'
    | 'modesSome'
    | 'modesAll'
    | 'judgement'
    | 'judgementCritic'
    | 'noPull'
    | 'poster'
    | 'dataName'
    | 'data_ring'
    | 'data_moons'
    | 'lossName'
    | 'loss_minimax'
    | 'loss_nonSaturating'
    | 'loss_wassersteinGp'
    | 'rateG'
    | 'rateD'
    | 'k'
    | 'penalty'
    | 'penaltyOff'
    | 'batch'
    | 'hidden'
    | 'noise'
    | 'spread'
    | 'penaltyNote'
    | 'saysData'
    | 'saysFake'
    | 'highScore'
    | 'lowScore'
    | 'stepsPerFrame'
    | 'steps'
    | 'restartNote'
    | 'diverged'
    | 'finished'
    | 'tableQuantity'
    | 'tableValue'
    | 'tableLossD'
    | 'tableLossG'
    | 'tableReal'
    | 'tableFake'
    | 'tablePull'
    | 'tableMode'
    | 'tableClose'
    | `preset_${PresetName}`,
    string
  >
>;

export const ganText = {
  en: {
    aim: 'Find out how a generator that never sees the data comes to cover all of it, only by following the judge.',
    predictHead: 'Predict.',
    predict:
      'All samples start in one heap near the centre. Will they reach the eight spots one after another or all at once? And once a spot is reached, will it stay covered?',
    runHead: 'Run.',
    runHint:
      'Watch the count of modes and the colour of the ground: crosses drift to where the judge says “data”. Then choose the preset “strong judge, minimax loss”, and after it the same with the non-saturating loss.',
    explainHead: 'Explain.',
    explain:
      'Why do the crosses stand still under the strong judge although its loss is nearly zero, why does another loss with the same judge move them at once, and why do they end in so few of the spots?',
    plane:
      'The plane: data as circles, samples of the generator as crosses, the judge as the colour of the ground.',
    planeNote:
      'Ground: D(x) on 48 × 48 points, smoothly enlarged; the hue of the data where D > ½, of the judge where D < ½, the page’s colour at ½. 400 data points and 400 of 1,024 samples are drawn.',
    planeNoteCritic:
      'Ground: the critic’s score on 48 × 48 points, smoothly enlarged, minus its mean over the picture and divided by the largest deviation. 400 data points and 400 of 1,024 samples are drawn.',
    axisX: 'x₁',
    axisY: 'x₂',
    data: 'data',
    samples: 'samples of G',
    discriminator: 'judge D',
    generator: 'generator G',
    chart: 'Loss of the judge and of the generator by training step.',
    chartNote: 'One point for each frame, the loss of that step’s own batch, not smoothed.',
    lossAxis: 'loss (nats; critic: its own units)',
    stepAxis: 'generator steps',
    beforeRun: 'Losses appear after Run.',
    beforeStep: 'Before training: {n} samples of an untrained generator.',
    modesCollapsed: '{n} of {m} modes: collapsed.',
    modesSome: '{n} of {m} modes.',
    modesAll: '{n} of {m} modes: all covered.',
    judgement: 'The judge gives data {real} and samples {fake} on average (½ would be a draw).',
    judgementCritic: 'The critic gives data {real} and samples {fake} on average; the difference is {gap}.',
    noPull:
      'The judge is so sure of itself that a sample’s gradient has length {pull}: the generator learns next to nothing (vanishing gradient).',
    poster: 'A stored run of this figure: seed {seed}, step {step}, preset “{preset}”.',
    dataName: 'data',
    data_ring: 'ring of eight',
    data_moons: 'two moons',
    lossName: 'L loss',
    loss_minimax: 'minimax',
    loss_nonSaturating: 'non-saturating',
    loss_wassersteinGp: 'Wasserstein with gradient penalty',
    rateG: 'η learning rate of G',
    rateD: 'η learning rate of D',
    k: 'k steps of D for one of G',
    penalty: 'λ gradient penalty',
    penaltyOff: 'Only the Wasserstein loss has it.',
    batch: 'm batch size',
    hidden: 'h units in each hidden layer',
    noise: 'dimensions of the noise z',
    spread: 's width of the first heap of samples',
    penaltyNote:
      'The paper has λ = 10; here λ = 1 is the default: with 10 the ring takes several times as many steps.',
    saysData: 'D > ½',
    saysFake: 'D < ½',
    highScore: 'high score',
    lowScore: 'low score',
    stepsPerFrame: 'steps for one picture',
    steps: 'stop after so many steps',
    restartNote:
      'Data, loss, batch, units, noise and first width start the run again with the same seed; everything else is taken up at the next picture.',
    diverged:
      'Diverged: samples have flown more than 1,000 units away, or a loss is beyond a million. Adam moves every weight by about η in each step; that was more than the weights themselves, and three layers multiply it. Out there the judge is soon certain, its gradient becomes exactly zero, and nothing calls the samples back. Set both η to 0.001 and run again.',
    finished: 'The run has done all its steps. Run again repeats it exactly; another seed gives another run.',
    tableQuantity: 'Quantity',
    tableValue: 'Value',
    tableLossD: 'Loss of D',
    tableLossG: 'Loss of G',
    tableReal: 'Judged on data, mean',
    tableFake: 'Judged on samples, mean',
    tablePull: 'Length of a sample’s gradient, mean',
    tableMode: 'Samples within 3σ of mode {n} at {angle}°',
    tableClose: 'Share of samples within 3σ of some mode',
    preset_ring: 'ring, minimax loss',
    preset_moons: 'moons, non-saturating loss',
    preset_wasserstein: 'ring, Wasserstein loss',
    preset_vanishing: 'strong judge, minimax loss',
    preset_cured: 'strong judge, non-saturating loss',
    preset_diverging: 'absurd learning rates',
  },
  ru: {
    aim: 'Выясните, как генератор, который данных не видит, покрывает их все, лишь следуя за судьёй.',
    predictHead: 'Предскажите.',
    predict:
      'Сначала все образцы лежат кучкой у центра. Дойдут ли они до восьми пятен по очереди или разом? И останется ли пятно покрытым, когда до него дошли?',
    runHead: 'Запустите.',
    runHint:
      'Следите за числом мод и цветом фона: крестики плывут туда, где судья говорит «данные». Затем выберите опыт «сильный судья, минимакс», а после него то же с ненасыщающейся потерей.',
    explainHead: 'Объясните.',
    explain:
      'Почему при сильном судье крестики стоят, хотя его потеря почти нулевая, почему другая потеря при том же судье сразу их сдвигает и почему они кончают лишь в нескольких пятнах?',
    plane: 'Плоскость: данные — кружки, образцы генератора — крестики, судья — цвет фона.',
    planeNote:
      'Фон: D(x) в 48 × 48 точках, плавно увеличено; цвет данных там, где D > ½, цвет судьи там, где D < ½, цвет страницы при ½. Показаны 400 точек данных и 400 из 1024 образцов.',
    planeNoteCritic:
      'Фон: оценка критика в 48 × 48 точках, плавно увеличено; вычтено среднее по картинке, поделено на наибольшее отклонение. Показаны 400 точек данных и 400 из 1024 образцов.',
    axisX: 'x₁',
    axisY: 'x₂',
    data: 'данные',
    samples: 'образцы G',
    discriminator: 'судья D',
    generator: 'генератор G',
    chart: 'Потери судьи и генератора по шагам обучения.',
    chartNote: 'Одна точка на кадр: потеря на пакете этого шага, без сглаживания.',
    lossAxis: 'потеря (наты; у критика — свои единицы)',
    stepAxis: 'шаги генератора',
    beforeRun: 'Потери появятся после запуска.',
    beforeStep: 'До обучения: {n} образцов необученного генератора.',
    modesCollapsed: '{n} из {m} мод: коллапс.',
    modesSome: '{n} из {m} мод.',
    modesAll: '{n} из {m} мод: покрыты все.',
    judgement: 'Судья в среднем даёт данным {real}, образцам {fake} (½ означало бы ничью).',
    judgementCritic: 'Критик в среднем даёт данным {real}, образцам {fake}; разность {gap}.',
    noPull:
      'Судья так уверен, что градиент образца имеет длину {pull}: генератор почти ничему не учится (затухание градиента).',
    poster: 'Сохранённый прогон этого рисунка: зерно {seed}, шаг {step}, опыт «{preset}».',
    dataName: 'данные',
    data_ring: 'кольцо из восьми',
    data_moons: 'две луны',
    lossName: 'L функция потерь',
    loss_minimax: 'минимакс',
    loss_nonSaturating: 'ненасыщающаяся',
    loss_wassersteinGp: 'Вассерштейн со штрафом на градиент',
    rateG: 'η скорость обучения G',
    rateD: 'η скорость обучения D',
    k: 'k шагов D на один шаг G',
    penalty: 'λ штраф на градиент',
    penaltyOff: 'Есть только у потери Вассерштейна.',
    batch: 'm размер пакета',
    hidden: 'h нейронов в скрытом слое',
    noise: 'размерность шума z',
    spread: 's ширина первой кучки образцов',
    penaltyNote:
      'В статье λ = 10; здесь по умолчанию λ = 1: при 10 на кольцо уходит в несколько раз больше шагов.',
    saysData: 'D > ½',
    saysFake: 'D < ½',
    highScore: 'оценка выше',
    lowScore: 'оценка ниже',
    stepsPerFrame: 'шагов на один кадр',
    steps: 'остановиться после стольких шагов',
    restartNote:
      'Данные, потеря, пакет, число нейронов, шум и первая ширина запускают прогон заново с тем же зерном; остальное учитывается со следующего кадра.',
    diverged:
      'Расходимость: образцы улетели дальше 1000 единиц или потеря превысила миллион. Adam за шаг сдвигает каждый вес примерно на η; это больше самих весов, а три слоя такие сдвиги перемножают. Там, вдали, судья скоро уверен, его градиент становится точным нулём, и вернуть образцы нечему. Поставьте обе η = 0,001 и запустите снова.',
    finished: 'Все шаги сделаны. «Запустить снова» повторит прогон в точности; другое зерно даст другой.',
    tableQuantity: 'Величина',
    tableValue: 'Значение',
    tableLossD: 'Потеря D',
    tableLossG: 'Потеря G',
    tableReal: 'Оценка данных, среднее',
    tableFake: 'Оценка образцов, среднее',
    tablePull: 'Длина градиента образца, среднее',
    tableMode: 'Образцов в пределах 3σ от моды {n} ({angle}°)',
    tableClose: 'Доля образцов в пределах 3σ от какой-либо моды',
    preset_ring: 'кольцо, минимакс',
    preset_moons: 'луны, ненасыщающаяся потеря',
    preset_wasserstein: 'кольцо, потеря Вассерштейна',
    preset_vanishing: 'сильный судья, минимакс',
    preset_cured: 'сильный судья, ненасыщающаяся потеря',
    preset_diverging: 'нелепые скорости обучения',
  },
} satisfies Localised<GanWords>;
