import type { Localised } from '../shared/text';
import type { CLASSES, Params, PresetName } from './temperature.params';

type Option = Params['teacher'] | Params['student'] | Params['factor'];

export type TemperatureWords = Readonly<
  Record<
    | 'aim'
    | 'classTable'
    | 'class'
    | 'slope'
    | 'slopeLimit'
    | 'entropyPlot'
    | 'gradientPlot'
    | 'axisT'
    | 'axisEntropy'
    | 'axisGradient'
    | 'handle'
    | 'handleValue'
    | 'says'
    | 'alike'
    | 'lossSquared'
    | 'lossNone'
    | 'agrees'
    | 'gradientSquared'
    | 'gradientNone'
    | 'entropyTeacher'
    | 'entropyStudent'
    | 'loss'
    | 'excess'
    | 'size'
    | 'sizeLimit'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'note'
    | `name_${'teacher' | 'student' | 'squared' | 'none' | 'limit'}`
    | `class_${(typeof CLASSES)[number]}`
    | keyof Params
    | `option_${Option}`
    | `preset_${PresetName}`,
    string
  >
>;

export const temperatureText = {
  en: {
    aim: 'Find out at which temperatures the teacher tells the student that a coat is like a shirt, and what becomes of the gradient without the factor T².',
    classTable:
      'Softened probabilities, p of the teacher and q of the student; slope of the loss by each logit of the student, and the limit of this slope with T² at high T.',
    class: 'class',
    slope: 'slope',
    slopeLimit: 'limit',
    entropyPlot: 'Entropy of the softened probabilities of teacher and student over the temperature.',
    gradientPlot: 'Length of the gradient by the student’s logits over the temperature, with T² and without.',
    axisT: 'temperature T',
    axisEntropy: 'entropy (nats)',
    axisGradient: 'length of the gradient',
    handle: 'temperature',
    handleValue: 'T = {t}',
    says: 'T = {t}: the teacher gives shirt {first}, coat {second}, boot {third}, an entropy of {h} nats out of at most {most}.',
    alike: 'It finds coat and boot equally wrong, at every temperature.',
    lossSquared: 'T² CE is {loss} nats, {excess} above the least possible.',
    lossNone: 'CE is {loss} nats, {excess} above the least possible.',
    agrees:
      'The student’s logits are the teacher’s plus a constant, so the probabilities are the same and the gradient is 0.',
    gradientSquared: 'The gradient has length {g}; at high temperature it tends to {limit}.',
    gradientNone: 'The gradient has length {g}; the factor T² would make it {by} times as long.',
    entropyTeacher: 'entropy of p (nats)',
    entropyStudent: 'entropy of q (nats)',
    loss: 'loss (nats)',
    excess: 'loss above its least (nats)',
    size: 'length of the gradient',
    sizeLimit: 'its limit with T², T → ∞',
    predictHead: 'Predict.',
    predict:
      'This student has learnt from labels. It is a little surer of the shirt than the teacher, but thinks the boot likelier than the coat. How many times longer will its gradient be at T = 4 than at T = 1? And without T²?',
    tryHead: 'Try.',
    try: 'Drag the point from T = 1 upwards and watch the slopes of coat and boot. Then leave out T². Then take the teacher with smoothed labels and look for a temperature at which it tells coat from boot.',
    explainHead: 'Explain, then compare',
    explain1:
      'At T = 1 both rows are nearly the label, and being wrong about small probabilities costs little. Softened, they count: descent lifts the logit whose slope is negative, the coat’s, and lowers the boot’s.',
    explain2:
      'The slope of CE by a logit is (q − p)/T, and q − p itself shrinks like 1/T when T is high. The factor T² takes both back. What is left is ((z − z̄) − (v − v̄))/C: the student fits the teacher’s logits, up to a constant.',
    explain3:
      'A hot teacher comes close to the largest entropy, log 3, whatever it knows; only the factor keeps its small differences audible. A teacher of smoothed labels has no difference to tell: equal logits are equal at every T.',
    note: 'One example of three classes with logits chosen by hand: garments 5, 3, −1; certain 12, 4, −3; smoothed log 28, 0, 0, as label smoothing with ε = 0.1 asks. Students: hardly trained 0.3, −0.2, 0.1; of labels 4, −1, 1; agreeing, the teacher’s plus 2. Probabilities, losses and gradients are computed by the functions of the course. The dotted curve of the lower picture is the limit with T².',
    name_teacher: 'teacher',
    name_student: 'student',
    name_squared: 'with T²',
    name_none: 'without T²',
    name_limit: 'limit with T²',
    class_shirt: 'shirt',
    class_coat: 'coat',
    class_boot: 'boot',
    temperature: 'T temperature',
    teacher: 'teacher',
    student: 'student',
    factor: 'loss',
    option_garments: 'knows the garments',
    option_certain: 'certain of itself',
    option_smoothed: 'trained with smoothed labels',
    option_untrained: 'hardly trained',
    option_labels: 'has learnt from labels',
    option_shifted: 'agrees, logits + 2',
    option_squared: 'T² CE',
    option_none: 'CE, without T²',
    preset_cold: 'cold, T = 1',
    preset_warm: 'warm, T = 4',
    preset_hot: 'hot, T = 20',
    preset_certain: 'a certain teacher, T = 1',
    preset_smoothed: 'smoothed labels, T = 4',
    preset_unsquared: 'without T², T = 10',
    preset_agrees: 'the student agrees, T = 4',
  },
  ru: {
    aim: 'Выясните, при каких температурах учитель сообщает ученику, что пальто похоже на рубашку, и что станет с градиентом без множителя T².',
    classTable:
      'Смягчённые вероятности: p учителя, q ученика; наклон потерь по каждому логиту ученика и предел этого наклона с T² при высокой T.',
    class: 'класс',
    slope: 'наклон',
    slopeLimit: 'предел',
    entropyPlot: 'Энтропия смягчённых вероятностей учителя и ученика в зависимости от температуры.',
    gradientPlot:
      'Длина градиента по логитам ученика в зависимости от температуры, с множителем T² и без него.',
    axisT: 'температура T',
    axisEntropy: 'энтропия (наты)',
    axisGradient: 'длина градиента',
    handle: 'температура',
    handleValue: 'T = {t}',
    says: 'T = {t}: вероятности учителя — рубашка {first}, пальто {second}, сапог {third}; энтропия {h} из возможных {most} ната.',
    alike: 'Пальто и сапог для него одинаково неверны при любой температуре.',
    lossSquared: 'T² CE = {loss} ната, на {excess} выше наименьшего возможного.',
    lossNone: 'CE = {loss} ната, на {excess} выше наименьшего возможного.',
    agrees:
      'Логиты ученика отличаются от логитов учителя на константу, поэтому вероятности те же, а градиент равен 0.',
    gradientSquared: 'Длина градиента {g}; при высокой температуре она стремится к {limit}.',
    gradientNone: 'Длина градиента {g}; множитель T² умножил бы её на {by}.',
    entropyTeacher: 'энтропия p (наты)',
    entropyStudent: 'энтропия q (наты)',
    loss: 'потери (наты)',
    excess: 'потери сверх наименьших (наты)',
    size: 'длина градиента',
    sizeLimit: 'её предел с T², T → ∞',
    predictHead: 'Предскажите.',
    predict:
      'Этот ученик учился по меткам. В рубашке он уверен чуть больше учителя, но сапог считает вероятнее пальто. Во сколько раз его градиент при T = 4 длиннее, чем при T = 1? А без T²?',
    tryHead: 'Попробуйте.',
    try: 'Ведите точку от T = 1 вверх и следите за наклонами у пальто и сапога. Затем уберите T². Затем возьмите учителя со сглаженными метками и поищите температуру, при которой он отличит пальто от сапога.',
    explainHead: 'Объясните, потом сравните',
    explain1:
      'При T = 1 обе строки почти совпадают с меткой, и ошибка в малых вероятностях стоит мало. После смягчения они весомы: спуск поднимает логит с отрицательным наклоном, то есть логит пальто, и опускает логит сапога.',
    explain2:
      'Наклон CE по логиту равен (q − p)/T, а при высокой T и сама разность q − p убывает как 1/T. Множитель T² возмещает и то и другое. Остаётся ((z − z̄) − (v − v̄))/C: ученик подгоняет логиты учителя с точностью до константы.',
    explain3:
      'Энтропия горячего учителя близка к наибольшей, log 3, что бы он ни знал; его малые различия слышны лишь благодаря множителю. Учителю сглаженных меток различать нечего: равные логиты равны при любой T.',
    note: 'Один пример с тремя классами, логиты выбраны вручную. Учителя: знающий одежду 5, 3, −1; уверенный 12, 4, −3; сглаженный log 28, 0, 0, как требует сглаживание меток с ε = 0,1. Ученики: едва обученный 0,3, −0,2, 0,1; учившийся по меткам 4, −1, 1; согласный — логиты учителя плюс 2. Вероятности, потери и градиенты вычислены функциями курса. Точечная кривая нижнего рисунка — предел с T².',
    name_teacher: 'учитель',
    name_student: 'ученик',
    name_squared: 'с T²',
    name_none: 'без T²',
    name_limit: 'предел с T²',
    class_shirt: 'рубашка',
    class_coat: 'пальто',
    class_boot: 'сапог',
    temperature: 'T температура',
    teacher: 'учитель',
    student: 'ученик',
    factor: 'потери',
    option_garments: 'знает одежду',
    option_certain: 'уверен в себе',
    option_smoothed: 'обучен на сглаженных метках',
    option_untrained: 'едва обучен',
    option_labels: 'учился по меткам',
    option_shifted: 'согласен, логиты + 2',
    option_squared: 'T² CE',
    option_none: 'CE без T²',
    preset_cold: 'холодно, T = 1',
    preset_warm: 'тепло, T = 4',
    preset_hot: 'горячо, T = 20',
    preset_certain: 'уверенный учитель, T = 1',
    preset_smoothed: 'сглаженные метки, T = 4',
    preset_unsquared: 'без T², T = 10',
    preset_agrees: 'ученик согласен, T = 4',
  },
} as const satisfies Localised<TemperatureWords>;
