import type { Localised } from '../shared/text';
import type { Params, PresetName } from './debias.params';

export type DebiasWords = Readonly<
  Record<
    | 'aim'
    | 'histogram'
    | 'bargain'
    | 'axisUnit'
    | 'axisShare'
    | 'axisAlpha'
    | 'axisBoth'
    | 'before'
    | 'rare_ones'
    | 'rare_nines'
    | 'after'
    | 'rareShare'
    | 'worthShare'
    | 'alphaHandle'
    | 'alphaValue'
    | keyof Params
    | `collection_${Params['collection']}`
    | `by_${Params['by']}`
    | 'summary_ones'
    | 'summary_nines'
    | 'worth'
    | 'top'
    | 'state_few'
    | 'state_unused'
    | 'state_found'
    | 'state_blind'
    | 'state_some'
    | 'numberRare'
    | 'numberWorth'
    | 'numberMost'
    | 'numberSpread'
    | 'most'
    | 'tile'
    | 'tileRare'
    | 'times'
    | 'tableFrom'
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
    | 'exact'
    | `preset_${PresetName}`,
    string
  >
>;

export const debiasText = {
  en: {
    aim: 'Find out when rare codes are rare digits, and what it costs to draw them as often as the others.',
    histogram:
      'Histogram of one number of the code: the collection, its rare digits, and the draws after resampling.',
    bargain: 'Over α: the share of the draws that the rare digits get, and the worth of the draws.',
    axisUnit: 'number {unit} of the code',
    axisShare: 'share',
    axisAlpha: 'α',
    axisBoth: 'share of the draws; worth by number',
    before: 'collection',
    rare_ones: 'of these leaning',
    rare_nines: 'of these fours',
    after: 'drawn (dashed)',
    rareShare: 'draws of rare digits',
    worthShare: 'worth of the draws',
    alphaHandle: 'α, added to each share',
    alphaValue: 'α = {alpha}',
    collection: 'collection',
    collection_ones: 'ones: 285 upright, 15 leaning',
    collection_nines: '285 nines, 15 fours',
    unit: 'number of the code',
    by: 'weights follow',
    by_unit: 'this number',
    by_product: 'the product over all 16',
    by_largest: 'the largest factor of all 16',
    alpha: 'log₁₀ α',
    bins: 'bins',
    summary_ones: 'The leaning ones are {before} of the digits and get {after} of the draws.',
    summary_nines: 'The fours are {before} of the digits and get {after} of the draws.',
    worth: '{size} draws are worth {effective} equal ones.',
    top: 'The digit drawn most often is drawn {times} times as often as without weights.',
    state_few: 'A few digits carry every batch.',
    state_unused:
      'The model does not use this number: over the collection it varies by {spread}, where the prior varies by 1. The histogram stretches that out all the same, and who is rare in it is chance.',
    state_found: 'This number sees the rare group.',
    state_blind:
      'The weights do not see the rare group. They draw other digits more often, which are rare in another way.',
    state_some: 'The weights see something of the rare group.',
    numberRare: 'draws of rare digits',
    numberWorth: 'equal draws of the same worth',
    numberMost: 'times the most frequent digit',
    numberSpread: 'deviation of the number',
    most: 'Drawn most often',
    tile: 'digit {at} of the collection',
    tileRare: 'digit {at} of the collection, a rare one',
    times: '{n} times',
    tableFrom: 'bin from',
    predictHead: 'Predict.',
    predict:
      'Fifteen of 300 digits lean. With α at its least, what share of the draws will they get: a twentieth, a third, all?',
    tryHead: 'Try.',
    try: 'Drag α, and watch both curves. Then let the weights follow the product over all 16 numbers, as the paper has it, and look at who is drawn.',
    explainHead: 'Explain, then compare',
    explain1:
      'A digit’s weight is one over the share of its bin plus α. With α near 0 every occupied bin gets the same share of the draws, however few digits it holds; with α large all digits are equal.',
    explain2:
      'Bins have one width from the least value to the largest, so the ends hold few digits: outliers get a bin to themselves and are drawn the most.',
    explain3:
      'The product takes the 16 numbers as independent and multiplies 16 factors of up to 1/α. A digit that is at the edge in three or four of them outweighs all others together. The cure is more pictures, a larger α, or the largest factor instead of the product.',
    explain4:
      'Weights even out what the code sees. Slant has a number of its own in this model. What makes a four of a nine has not: it is spread over several.',
    note: 'Codes are the means of the shipped vae-mnist-16d-beta-1 for digits of the MNIST test set, to 0.01. The collections are uneven on purpose. What the training of a model would gain from such draws is not shown here.',
    exact: 'There is no chance in the numbers: they are probabilities of the weights.',
    preset_found: 'a number that sees the group',
    preset_few: 'α near 0, wide bins',
    preset_collapsed: 'a number that is not used',
    preset_blind: 'fours among nines',
    preset_all: 'the product over all 16',
  },
  ru: {
    aim: 'Выясните, когда редкие коды — это редкие цифры и чего стоит выбирать их так же часто, как остальные.',
    histogram: 'Гистограмма одного числа кода: собрание, его редкие цифры и выборка после взвешивания.',
    bargain: 'В зависимости от α: доля редких цифр в выборке и ценность выборки.',
    axisUnit: 'число {unit} кода',
    axisShare: 'доля',
    axisAlpha: 'α',
    axisBoth: 'доля в выборке; ценность к числу',
    before: 'собрание',
    rare_ones: 'из них наклонные',
    rare_nines: 'из них четвёрки',
    after: 'выборка (пунктир)',
    rareShare: 'доля редких цифр',
    worthShare: 'ценность выборки',
    alphaHandle: 'α, прибавка к каждой доле',
    alphaValue: 'α = {alpha}',
    collection: 'собрание',
    collection_ones: 'единицы: 285 прямых, 15 наклонных',
    collection_nines: '285 девяток, 15 четвёрок',
    unit: 'число кода',
    by: 'веса смотрят на',
    by_unit: 'это число',
    by_product: 'произведение по всем 16',
    by_largest: 'наибольший множитель из 16',
    alpha: 'log₁₀ α',
    bins: 'столбцов',
    summary_ones: 'Наклонных единиц {before}, а в выборке их {after}.',
    summary_nines: 'Четвёрок {before}, а в выборке их {after}.',
    worth: '{size} взвешенных выборов стоят {effective} равных.',
    top: 'Самая частая цифра выбирается в {times} раза чаще, чем без весов.',
    state_few: 'Всю выборку несут несколько цифр.',
    state_unused:
      'Этим числом модель не пользуется: по собранию оно меняется на {spread}, тогда как априорное — на 1. Гистограмма всё равно растягивает его, и кто в ней редок, решает случай.',
    state_found: 'Это число видит редкую группу.',
    state_blind: 'Редкой группы веса не видят. Чаще выбираются другие цифры, редкие в чём-то ином.',
    state_some: 'Кое-что от редкой группы веса видят.',
    numberRare: 'доля редких цифр',
    numberWorth: 'столько же стоят равных выборов',
    numberMost: 'раз самая частая цифра',
    numberSpread: 'отклонение числа',
    most: 'Чаще всего выбираются',
    tile: 'цифра {at} собрания',
    tileRare: 'цифра {at} собрания, редкая',
    times: '{n} раза',
    tableFrom: 'столбец от',
    predictHead: 'Предскажите.',
    predict:
      'Из 300 цифр наклонены пятнадцать. Какую долю выборки они получат при наименьшем α: двадцатую, треть, всю?',
    tryHead: 'Попробуйте.',
    try: 'Двигайте α и следите за обеими кривыми. Затем пусть веса смотрят на произведение по всем 16 числам, как в статье; посмотрите, кто выбирается.',
    explainHead: 'Объясните, затем сравните',
    explain1:
      'Вес цифры — единица, делённая на долю её столбца плюс α. При α около 0 каждый занятый столбец получает одинаковую долю выборки, сколько бы цифр в нём ни было; при большом α все цифры равны.',
    explain2:
      'Столбцы одной ширины идут от наименьшего значения до наибольшего, поэтому в крайних цифр мало: выбросам достаётся отдельный столбец, и выбирают их чаще всех.',
    explain3:
      'Произведение считает 16 чисел независимыми и перемножает 16 множителей величиной до 1/α. Цифра на краю в трёх или четырёх из них перевешивает все остальные вместе. Помогает больше картинок, большее α или наибольший множитель вместо произведения.',
    explain4:
      'Веса выравнивают то, что видит код. У наклона в этой модели есть своё число. У того, что отличает четвёрку от девятки, его нет: оно размазано по нескольким.',
    note: 'Коды — средние приложенной модели vae-mnist-16d-beta-1 для цифр тестового набора MNIST, с точностью 0,01. Собрания неравны нарочно. Что выиграло бы от такой выборки обучение, здесь не показано.',
    exact: 'Случайности в числах нет: это вероятности по весам.',
    preset_found: 'число, которое видит группу',
    preset_few: 'α около 0, широкие столбцы',
    preset_collapsed: 'число, которым не пользуются',
    preset_blind: 'четвёрки среди девяток',
    preset_all: 'произведение по всем 16',
  },
} satisfies Localised<DebiasWords>;
