import type { Localised } from '../shared/text';
import type { Params, PresetName } from './transposed-conv.params';

export type ConvWords = Readonly<
  Record<
    | 'aim'
    | 'exactness'
    | 'inputName'
    | 'kernelName'
    | 'resultName'
    | 'countsName'
    | 'otherName'
    | 'inputPicture'
    | 'kernelPicture'
    | 'resultPicture'
    | 'countsPicture'
    | 'otherPicture'
    | 'rowPlot'
    | 'axisPlace'
    | 'axisRow'
    | 'lineTransposed'
    | 'lineResized'
    | 'stampSlider'
    | 'stampValue'
    | 'next'
    | 'finish'
    | 'blank'
    | 'stamped'
    | 'sized'
    | 'unmoved'
    | 'holes'
    | 'checkers'
    | 'balanced'
    | 'even'
    | 'learned'
    | 'overDraws'
    | 'lowered'
    | 'stamps'
    | 'kernel'
    | 'stride'
    | 'padding'
    | 'size'
    | 'input'
    | `input_${Params['input']}`
    | 'weights'
    | `weights_${Params['weights']}`
    | 'draw'
    | 'resize'
    | `resize_${Params['resize']}`
    | 'quantityStamps'
    | 'quantitySize'
    | 'quantityLargest'
    | 'quantityUneven'
    | 'quantityMedian'
    | 'quantityResized'
    | 'quantityLeft'
    | 'quantityRight'
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
    | 'tablePlace'
    | 'tableCount'
    | 'tableValue'
    | 'tableOther'
    | `preset_${PresetName}`,
    string
  >
>;

export const transposedConvText = {
  en: {
    aim: 'Find out which kernel and stride draw a checkerboard on a flat picture, and why equal counts are not yet a cure.',
    exactness:
      'Both are computed exactly; random weights and the random picture u belong to the number of the draw.',
    inputName: 'input x',
    kernelName: 'kernel w',
    resultName: 'result so far, Aᵀx',
    countsName: 'stamps on each place',
    otherName: 'resized, then convolved',
    inputPicture: 'The input, {n} × {n}; the value whose stamp is the last is framed.',
    kernelPicture: 'The kernel, {n} × {n}.',
    resultPicture: 'The sum of the stamps so far, {n} × {n}; the last stamp is framed.',
    countsPicture: 'How many stamps fall on each of {n} × {n} places.',
    otherPicture: 'The same input enlarged to {n} × {n} and convolved with a 3 × 3 kernel of stride 1.',
    rowPlot:
      'The middle row of both results, each divided by what its kernel makes of a flat picture on average.',
    axisPlace: 'column of the result',
    axisRow: 'value ÷ gain, middle row',
    lineTransposed: 'transposed',
    lineResized: 'resized',
    stampSlider: 'stamps put down',
    stampValue: '{i} of {n}',
    next: 'Next stamp',
    finish: 'All stamps',
    blank: 'No stamp yet: {all} are to come, one for each value of the input.',
    stamped:
      'Stamp {i} of {all}: the value {v} (row {row}, column {column}) times the whole kernel, added where it lies.',
    sized: 'Size: ({n} − 1)·{s} − 2·{p} + {k} = {out}.',
    unmoved: 'Stride 1: far from the border every place gets {most} stamps, and nothing is enlarged.',
    holes:
      'The stride is wider than the kernel: some places get no stamp at all and stay 0, whatever the weights.',
    checkers:
      'Checkerboard: far from the border a place gets {fewest} to {most} stamps, and on a flat picture the darkest is {uneven}% below the brightest.',
    balanced:
      'Places get {fewest} to {most} stamps, yet these weights make up for it: a flat picture stays flat.',
    even: 'Far from the border every place gets {most} stamps, and with these weights a flat picture stays flat.',
    learned:
      'Every place gets {most} stamps, and still a flat picture comes out uneven, the darkest {uneven}% below the brightest: counts are equal, weights are not.',
    overDraws:
      'Over all {draws} draws of weights it is {median}% at the median, {least}% at the least and {largest}% at the most.',
    lowered: 'With p = {asked} nothing would be left; p = {p} is shown.',
    stamps: 'stamps put down',
    kernel: 'k side of the kernel',
    stride: 's stride',
    padding: 'p cut off each edge',
    size: 'n side of the input',
    input: 'input',
    input_ramp: 'rising to the right',
    input_flat: 'flat, all 1',
    input_spot: 'one pixel',
    weights: 'weights',
    weights_ones: 'all 1',
    weights_bell: 'bell (binomial)',
    weights_random: 'random, 0.1 to 1',
    draw: 'random weights, number of the draw',
    resize: 'the other way resizes by',
    resize_nearest: 'nearest pixel',
    resize_bilinear: 'bilinear, edges aligned',
    resize_corners: 'bilinear, corners aligned',
    quantityStamps: 'stamps down',
    quantitySize: 'side of the result',
    quantityLargest: 'largest value so far',
    quantityUneven: 'flat picture, darkest below brightest',
    quantityMedian: 'the same, median over all draws',
    quantityResized: 'the same, resized',
    quantityLeft: '⟨Au, x⟩',
    quantityRight: '⟨u, Aᵀx⟩',
    predictHead: 'Predict.',
    predict:
      'A 3 × 3 kernel of ones, put down every second place: how many stamps fall on a place, and do all places get as many?',
    tryHead: 'Try.',
    try: 'Put the stamps down one by one, then take the preset “checkerboard”. Find a k with which stride 2 gives equal counts.',
    breakHead: 'Break it.',
    break:
      'Equal counts, then random weights: the pattern is back. Draw other weights; the resized row stays flat inside.',
    explainHead: 'Explain, then compare',
    explain1:
      'A place sees only the weights a with a ≡ its own place modulo s. There are s² such groups; a flat picture comes out flat exactly if the groups have equal sums.',
    explain2:
      'If s divides k the groups are equally large. Equal sums are up to the weights, and nothing in a loss makes training keep them equal.',
    explain3:
      '⟨Au, x⟩ and ⟨u, Aᵀx⟩ are one number for every random u: the map is the transpose of the convolution A with the same kernel, stride and padding. It is not its inverse.',
    note: 'Shades go from 0 to the largest value of each picture; numbers are left out where they have no room, in pictures of more than eleven columns or with more than four signs; the table has those of the middle row, the exported data all. The resize has a kernel of its own, always 3 × 3, with zeros around: its border is darker too.',
    tablePlace: 'middle row, column',
    tableCount: 'stamps',
    tableValue: 'value',
    tableOther: 'resized, then convolved',
    preset_stamping: 'stamping, sixth stamp',
    preset_checkers: 'checkerboard, k = 3, s = 2',
    preset_even: 'equal counts, k = 4, s = 2',
    preset_learned: 'equal counts, random weights',
    preset_holes: 'holes, k = 2, s = 3',
    preset_unmoved: 'stride 1',
  },
  ru: {
    aim: 'Выясните, при каком ядре и шаге ровная картинка покрывается шахматной доской и почему равного числа штампов ещё мало.',
    exactness:
      'То и другое вычислено точно; случайные веса и случайная картинка u определены номером выборки.',
    inputName: 'вход x',
    kernelName: 'ядро w',
    resultName: 'результат, Aᵀx',
    countsName: 'штампов на каждом месте',
    otherName: 'растянуто и свёрнуто',
    inputPicture: 'Вход, {n} × {n}; в рамке значение, чей штамп поставлен последним.',
    kernelPicture: 'Ядро, {n} × {n}.',
    resultPicture: 'Сумма поставленных штампов, {n} × {n}; последний штамп в рамке.',
    countsPicture: 'Сколько штампов приходится на каждое из {n} × {n} мест.',
    otherPicture: 'Тот же вход, растянутый до {n} × {n} и свёрнутый с ядром 3 × 3 с шагом 1.',
    rowPlot:
      'Средняя строка обоих результатов, делённая на то, во что ядро в среднем переводит ровную картинку.',
    axisPlace: 'столбец результата',
    axisRow: 'значение ÷ усиление, средняя строка',
    lineTransposed: 'транспонированная',
    lineResized: 'растянутая',
    stampSlider: 'поставлено штампов',
    stampValue: '{i} из {n}',
    next: 'Следующий штамп',
    finish: 'Все штампы',
    blank: 'Штампов ещё нет: их будет {all}, по одному на каждое значение входа.',
    stamped:
      'Штамп {i} из {all}: значение {v} (строка {row}, столбец {column}) умножено на всё ядро и прибавлено на своём месте.',
    sized: 'Размер: ({n} − 1)·{s} − 2·{p} + {k} = {out}.',
    unmoved: 'Шаг 1: вдали от края на каждом месте {most} шт., и ничего не увеличивается.',
    holes: 'Шаг больше ядра: на некоторые места не попадает ни один штамп, там 0 при любых весах.',
    checkers:
      'Шахматная доска: вдали от края на место приходится от {fewest} до {most} штампов, и на ровной картинке самое тёмное место на {uneven}% темнее самого светлого.',
    balanced:
      'На место приходится от {fewest} до {most} штампов, но эти веса всё уравнивают: ровная картинка остаётся ровной.',
    even: 'Вдали от края штампов на каждом месте {most}, и с этими весами ровная картинка остаётся ровной.',
    learned:
      'Штампов на каждом месте {most}, а ровная картинка всё же стала неровной: самое тёмное место на {uneven}% темнее. Число штампов одинаково, веса нет.',
    overDraws:
      'По всем {draws} выборкам весов медиана {median}%, наименьшее {least}%, наибольшее {largest}%.',
    lowered: 'При p = {asked} ничего бы не осталось; показано p = {p}.',
    stamps: 'поставлено штампов',
    kernel: 'k сторона ядра',
    stride: 's шаг',
    padding: 'p срезано с каждого края',
    size: 'n сторона входа',
    input: 'вход',
    input_ramp: 'растёт вправо',
    input_flat: 'ровный, всюду 1',
    input_spot: 'один пиксель',
    weights: 'веса',
    weights_ones: 'все 1',
    weights_bell: 'колокол (биномиальные)',
    weights_random: 'случайные, от 0,1 до 1',
    draw: 'случайные веса, номер выборки',
    resize: 'другой способ растягивает',
    resize_nearest: 'по ближайшему пикселю',
    resize_bilinear: 'билинейно, совмещая края',
    resize_corners: 'билинейно, совмещая углы',
    quantityStamps: 'поставлено штампов',
    quantitySize: 'сторона результата',
    quantityLargest: 'наибольшее значение',
    quantityUneven: 'ровная картинка, разброс',
    quantityMedian: 'то же, медиана по всем выборкам',
    quantityResized: 'то же при растяжении',
    quantityLeft: '⟨Au, x⟩',
    quantityRight: '⟨u, Aᵀx⟩',
    predictHead: 'Предскажите.',
    predict:
      'Ядро 3 × 3 из единиц ставят на каждое второе место. Сколько штампов придётся на место, и всюду ли поровну?',
    tryHead: 'Попробуйте.',
    try: 'Поставьте штампы один за другим, потом возьмите «шахматную доску». Найдите k, при котором шаг 2 даёт равное число штампов.',
    breakHead: 'Сломайте.',
    break:
      'Равное число штампов, потом случайные веса: узор вернулся. Возьмите другие веса; растянутая строка внутри остаётся ровной.',
    explainHead: 'Объясните, потом сравните',
    explain1:
      'Место видит только веса с номерами a, сравнимыми с ним по модулю s. Таких групп s²; ровная картинка остаётся ровной, только если суммы групп равны.',
    explain2:
      'Если s делит k, группы одинаковы по величине. Равны ли суммы, зависит от весов, и потери не заставляют обучение держать их равными.',
    explain3:
      '⟨Au, x⟩ и ⟨u, Aᵀx⟩ — одно число при любом случайном u: отображение транспонировано к свёртке A с тем же ядром, шагом и отступом. Обратным к ней оно не является.',
    note: 'Оттенки идут от 0 до наибольшего значения каждой картинки; если столбцов больше одиннадцати или в числах больше четырёх знаков, им нет места: средняя строка есть в таблице, остальное — в сохранённых данных. У растяжения своё ядро, всегда 3 × 3, вокруг нули: его край тоже темнее.',
    tablePlace: 'средняя строка, столбец',
    tableCount: 'штампов',
    tableValue: 'значение',
    tableOther: 'растянуто и свёрнуто',
    preset_stamping: 'штампы, шестой',
    preset_checkers: 'шахматная доска, k = 3, s = 2',
    preset_even: 'поровну, k = 4, s = 2',
    preset_learned: 'поровну, веса случайны',
    preset_holes: 'дыры, k = 2, s = 3',
    preset_unmoved: 'шаг 1',
  },
} satisfies Localised<ConvWords>;
