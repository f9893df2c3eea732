import type { Localised } from '../shared/text';
import type { Params, PresetName } from './latent-ica.params';

export type IcaWords = Readonly<
  Record<
    | 'aim'
    | 'exactness'
    | 'mixedName'
    | 'whiteName'
    | 'turnedName'
    | 'mixedPicture'
    | 'whitePicture'
    | 'turnedPicture'
    | 'curvePlot'
    | 'axisAngle'
    | 'axisCurve'
    | 'lineContrast'
    | 'lineSquares'
    | 'handle'
    | 'handleValue'
    | 'go'
    | 'unmixed'
    | 'mixed'
    | 'spun'
    | 'normal'
    | 'ring'
    | 'icaFound'
    | 'icaLost'
    | 'icaRing'
    | 'over'
    | 'overChance'
    | 'angle'
    | 'sources'
    | `sources_${Params['sources']}`
    | 'mix'
    | 'draw'
    | 'quantityCorrelation'
    | 'quantitySquares'
    | 'quantityContrast'
    | 'quantityDistance'
    | 'quantityFound'
    | 'quantityMean'
    | 'quantityDeviation'
    | 'quantitySteps'
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
    | 'explain4'
    | 'note'
    | 'tableAngle'
    | 'tableContrast'
    | 'tableSquares'
    | `preset_${PresetName}`,
    string
  >
>;

export const latentIcaText = {
  en: {
    aim: 'Find out what is left to do once two mixed coordinates are uncorrelated, and for which sources it cannot be done.',
    exactness:
      'Both belong to the number of their draw; mean and deviation are over the same ten further draws, 1,000 points each.',
    mixedName: 'mixed, x = As',
    whiteName: 'white, y',
    turnedName: 'turned, u = Ry',
    mixedPicture: 'A scatter of the two mixed coordinates.',
    whitePicture: 'The same points made white: uncorrelated, variance 1 in every direction.',
    turnedPicture: 'The white points turned by the angle that is set.',
    curvePlot:
      'Over the angle: the sum of both excess kurtoses in size, and the correlation of squares in size.',
    axisAngle: 'turn θ of the white points, degrees',
    axisCurve: 'contrast and dependence',
    lineContrast: '|κ₁| + |κ₂|',
    lineSquares: '|corr(u₁², u₂²)|',
    handle: 'turn θ of the white points',
    handleValue: '{n} degrees',
    go: 'Turn as FastICA does',
    unmixed:
      'Unmixed, as well as {points} points allow: at {angle}° the coordinates are the sources (distance {distance}); uncorrelated as at every angle, ρ = {rho}, and their squares hardly correlate either, {squares}.',
    mixed:
      'Uncorrelated and still mixed: at {angle}° ρ = {rho}, yet the squares correlate with {squares}, and the distance to the sources is {distance}.',
    spun: 'Nothing was mixed, m = 0, and still the distance is {distance} at {angle}°: of sources with equal variances every rotation is white, and whitening has taken the one that chance made the main axes. Turn back.',
    normal:
      'Normal sources: at every angle the points are as white and as independent (squares {squares}), and the solid curve is flat but for chance, {low} to {high}. At {angle}° the distance to the true sources is {distance}, and nothing in the points tells.',
    ring: 'The ring: uncorrelated at {angle}° as at every angle (ρ = {rho}), and never independent: the squares correlate with {squares}. The solid curve is high and flat, {low} to {high}: far from normal, and no angle better than another.',
    icaFound: 'FastICA settles at {found}° after {steps} steps, distance {foundDistance}.',
    icaLost: 'FastICA has not settled after {steps} steps; it stands at {found}°, distance {foundDistance}.',
    icaRing: 'FastICA stands at {found}° after {steps} steps; there are no sources to be near to.',
    overChance:
      'Over {draws} further draws its distance is {mean} ± {deviation}: it settles, each time on an accident.',
    over: 'Over {draws} further draws its distance is {mean} ± {deviation}.',
    angle: 'θ turn of the white points, degrees',
    sources: 'sources',
    sources_uniform: 'two uniform',
    sources_laplace: 'two Laplace (heavy tails)',
    sources_one: 'one uniform, one normal',
    sources_normal: 'two normal',
    sources_ring: 'none: points of a ring',
    mix: 'm mixing, A = [[1, m], [m/2, 1]]',
    draw: 'number of the draw',
    quantityCorrelation: 'correlation of u₁ and u₂',
    quantitySquares: 'correlation of their squares',
    quantityContrast: '|κ₁| + |κ₂|',
    quantityDistance: 'distance to the sources',
    quantityFound: 'the same, FastICA',
    quantityMean: 'FastICA, mean of 10 draws',
    quantityDeviation: 'FastICA, standard deviation',
    quantitySteps: 'steps of FastICA',
    predictHead: 'Predict.',
    predict:
      'Whitening has taken all correlation away. Are the coordinates of the white points independent? What would show it?',
    tryHead: 'Try.',
    try: 'Turn the points until the square stands on its side. Where is the solid curve then, and where the dashed one?',
    breakHead: 'Break it.',
    break:
      'Take two normal sources: look for an angle that is better than another. Then the ring, one normal source beside a uniform one, and two sources that were never mixed.',
    explainHead: 'Explain, then compare',
    explain1:
      'Whitening fixes every linear map but a rotation. For that last angle second moments say nothing: the covariance is I at every turn. ICA reads it off the fourth (or others), where sums of independent variables lie nearer to a normal than the variables do.',
    explain2:
      'Two normal sources: the density of white points depends on |y| only, so every turn gives the same points. One normal source is no harm: the other one fixes the angle.',
    explain3:
      'The ring is no mixture of independent sources. It has no angle to find, and its coordinates stay dependent: u₁² + u₂² is constant.',
    explain4:
      'Sources that were never mixed come out of whitening turned: their covariance is I already, and main axes of equal variances are an accident of the draw. Whitening knows no more of the sources than ρ does.',
    note: '1,000 points are computed with, 250 of them are drawn, none beyond three standard deviations; the mixed ones in units of their wider coordinate. Distance: Amari’s, 0 if the unmixing undoes A up to order, sign and scale, at most 1. FastICA: fixed point with u³, symmetric decorrelation, at most 200 steps. For the ring A maps the circle to the mixed points; there is no true source to be near to.',
    tableAngle: 'θ, degrees',
    tableContrast: '|κ₁| + |κ₂|',
    tableSquares: '|corr(u₁², u₂²)|',
    preset_uniform: 'two uniform sources',
    preset_laplace: 'two Laplace sources',
    preset_one: 'one normal source',
    preset_unmixed: 'two uniform sources, never mixed',
    preset_normal: 'two normal sources',
    preset_ring: 'the ring',
  },
  ru: {
    aim: 'Выясните, что остаётся сделать, когда две смешанные координаты уже некоррелированы, и для каких источников это невозможно.',
    exactness:
      'То и другое — для своей выборки; среднее и отклонение — по одним и тем же десяти другим выборкам, по 1000 точек.',
    mixedName: 'смесь, x = As',
    whiteName: 'белые, y',
    turnedName: 'повёрнуты, u = Ry',
    mixedPicture: 'Точки в двух смешанных координатах.',
    whitePicture: 'Те же точки после отбеливания: корреляции нет, дисперсия в любом направлении 1.',
    turnedPicture: 'Белые точки, повёрнутые на заданный угол.',
    curvePlot: 'По углу: сумма модулей эксцессов и модуль корреляции квадратов.',
    axisAngle: 'поворот θ белых точек, градусы',
    axisCurve: 'контраст и зависимость',
    lineContrast: '|κ₁| + |κ₂|',
    lineSquares: '|corr(u₁², u₂²)|',
    handle: 'поворот θ белых точек',
    handleValue: '{n} градусов',
    go: 'Повернуть, как FastICA',
    unmixed:
      'Разделены, насколько позволяют {points} точек: при {angle}° координаты и есть источники (расстояние {distance}); корреляции нет, как и при любом угле, ρ = {rho}, почти нет её и у квадратов: {squares}.',
    mixed:
      'Корреляции нет, а смесь осталась: при {angle}° ρ = {rho}, но корреляция квадратов {squares}, расстояние до источников {distance}.',
    spun: 'Ничего не смешивали, m = 0, а при {angle}° расстояние {distance}: если дисперсии источников равны, любой поворот оставляет их белыми, и отбеливание взяло тот, чьи главные оси выпали случайно. Поверните обратно.',
    normal:
      'Нормальные источники: при любом угле точки одинаково белые и одинаково независимые (квадраты {squares}), а сплошная кривая ровная с точностью до случайности: от {low} до {high}. При {angle}° расстояние до истинных источников {distance}, и по точкам этого не узнать.',
    ring: 'Кольцо: при {angle}°, как и при любом угле, корреляции нет (ρ = {rho}), а независимости не бывает: корреляция квадратов {squares}. Сплошная кривая высокая и ровная, от {low} до {high}: до нормального распределения далеко, а лучшего угла нет.',
    icaFound: 'FastICA останавливается на {found}°, шагов {steps}, расстояние {foundDistance}.',
    icaLost: 'FastICA не остановилась, шагов {steps}; сейчас {found}°, расстояние {foundDistance}.',
    icaRing: 'FastICA стоит на {found}°, шагов {steps}; источников, к которым можно приблизиться, здесь нет.',
    overChance:
      'Ещё на {draws} выборках её расстояние {mean} ± {deviation}: она всякий раз останавливается, и всякий раз случайно.',
    over: 'Ещё на {draws} выборках её расстояние {mean} ± {deviation}.',
    angle: 'θ поворот белых точек, градусы',
    sources: 'источники',
    sources_uniform: 'два равномерных',
    sources_laplace: 'два лапласовских (тяжёлые хвосты)',
    sources_one: 'равномерный и нормальный',
    sources_normal: 'два нормальных',
    sources_ring: 'их нет: точки кольца',
    mix: 'm смешивание, A = [[1, m], [m/2, 1]]',
    draw: 'номер выборки',
    quantityCorrelation: 'корреляция u₁ и u₂',
    quantitySquares: 'корреляция квадратов',
    quantityContrast: '|κ₁| + |κ₂|',
    quantityDistance: 'расстояние до источников',
    quantityFound: 'то же, FastICA',
    quantityMean: 'FastICA, среднее по 10 выборкам',
    quantityDeviation: 'FastICA, стандартное отклонение',
    quantitySteps: 'шагов FastICA',
    predictHead: 'Предскажите.',
    predict:
      'Отбеливание убрало всю корреляцию. Независимы ли координаты белых точек? По чему это было бы видно?',
    tryHead: 'Попробуйте.',
    try: 'Поворачивайте точки, пока квадрат не встанет на сторону. Где тогда сплошная кривая и где штриховая?',
    breakHead: 'Сломайте.',
    break:
      'Возьмите два нормальных источника и поищите угол, который лучше других. Потом кольцо, один нормальный источник рядом с равномерным и два источника, которых никто не смешивал.',
    explainHead: 'Объясните, потом сравните',
    explain1:
      'Отбеливание определяет линейное отображение с точностью до поворота. Об угле вторые моменты молчат: ковариация равна I при любом повороте. ICA узнаёт его по четвёртым (или другим): сумма независимых величин ближе к нормальной, чем они сами.',
    explain2:
      'Два нормальных источника: плотность белых точек зависит только от |y|, и любой поворот даёт то же самое. Один нормальный не мешает: угол определяет второй.',
    explain3:
      'Кольцо — не смесь независимых источников. Угла у него нет, и координаты остаются зависимыми: u₁² + u₂² постоянно.',
    explain4:
      'Источники, которых не смешивали, отбеливание поворачивает: их ковариация и так I, а главные оси при равных дисперсиях — случайность выборки. Об источниках отбеливание знает не больше, чем ρ.',
    note: 'Вычисляется по 1000 точек, нарисовано 250, без тех, что дальше трёх стандартных отклонений; смесь — в единицах более широкой координаты. Расстояние — по Амари: 0, если разделение обращает A с точностью до порядка, знака и масштаба, наибольшее 1. FastICA: неподвижная точка с u³, симметричная декорреляция, не больше 200 шагов. У кольца A переводит окружность в смесь; истинных источников там нет.',
    tableAngle: 'θ, градусы',
    tableContrast: '|κ₁| + |κ₂|',
    tableSquares: '|corr(u₁², u₂²)|',
    preset_uniform: 'два равномерных источника',
    preset_laplace: 'два лапласовских источника',
    preset_one: 'один источник нормальный',
    preset_unmixed: 'два равномерных, не смешанных',
    preset_normal: 'два нормальных источника',
    preset_ring: 'кольцо',
  },
} satisfies Localised<IcaWords>;
