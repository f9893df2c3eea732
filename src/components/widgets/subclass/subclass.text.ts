import type { Localised } from '../shared/text';
import type { Params, PresetName } from './subclass.params';

/** What stands in the page before any run. */
export type SubclassWords = Readonly<
  Record<
    | 'aim'
    | 'chartsEmpty'
    | 'predictHead'
    | 'predict'
    | 'runHead'
    | 'run'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'poster'
    | 'note'
    | 'offAlpha'
    | 'offBeta'
    | `preset_${PresetName}`
    | `name_${keyof Params}`
    | `option_${Params['data']}`,
    string
  >
>;

export const subclassText = {
  en: {
    aim: 'Let a teacher of two classes invent subclasses that nobody named, and find out what a student with few pictures gains by being told of them.',
    chartsEmpty: 'After Run: accuracies of the teacher and its three students stand here.',
    predictHead: 'Predict.',
    predict:
      'Ten kinds of clothes are made into two classes of five; the teacher hears of the two only. With ten outputs, how many will it use? Will any of them be one kind of garment?',
    runHead: 'Run.',
    run: 'Watch the table while the teacher learns, then the three students. Compare with “without the auxiliary loss” on the same seed.',
    explainHead: 'Explain, then compare',
    explain1:
      'Labels ask only that the sum over the five subclasses of a class be right. How it is shared out among them costs nothing, so without the auxiliary loss a few outputs take everything. That loss is low when the examples of a batch have logits that differ, and so outputs come to stand for kinds.',
    explain2:
      'A label of two classes carries at most one bit. The softened probabilities of ten subclasses say in addition which pictures are alike, for every picture. A student with few pictures is told much more about each.',
    explain3:
      'The three students have the same initial weights, the same pictures and the same batches. One hears the labels only, one also the teacher’s two softened classes, one its ten softened subclasses. One seed is no result: the table of the chapter has ten.',
    poster:
      'A stored run: ten kinds of clothes by the ten subclasses that a teacher of two classes invented, after {step} steps, seed {seed}, “{preset}”. Run trains your own.',
    note: 'Teacher 784–128–10, students 784–32–10, ReLU; momentum 0.9, batches of 100; η falls along a half cosine to 0 at the end of each training. The teacher has all training pictures (20,000 of Fashion-MNIST, 10,000 of MNIST), the students the first few of them. Labels 0–4 make one class, 5–9 the other. Measured on all 10,000 test pictures. Purity: the share of test pictures that belong to the commonest kind of their subclass; with everything in one subclass it is a tenth.',
    offAlpha: 'With α = 0 the teacher is not heard.',
    offBeta: 'Only with the auxiliary loss, β > 0.',
    preset_invented: 'with the auxiliary loss',
    preset_without: 'without the auxiliary loss',
    preset_few: '200 pictures for the students',
    preset_many: '5,000 pictures for the students',
    preset_labelsOnly: 'α = 0: labels only',
    preset_digits: 'digits',
    preset_diverging: 'far too high a rate',
    name_beta: 'β auxiliary loss of the teacher',
    name_auxiliary: 'T of the auxiliary loss',
    name_pictures: 'pictures for the students',
    name_alpha: 'α weight of the teacher against the labels',
    name_temperature: 'T of the softening',
    name_rate: 'η learning rate at the start',
    name_data: 'pictures',
    name_teacherSteps: 'steps of the teacher',
    name_studentSteps: 'steps of the students',
    name_stepsPerFrame: 'steps for one picture',
    option_clothes: 'Fashion-MNIST',
    option_digits: 'MNIST',
  },
  ru: {
    aim: 'Дайте учителю двух классов придумать подклассы, которых никто не называл, и выясните, что выигрывает от них ученик, у которого мало картинок.',
    chartsEmpty: 'После запуска здесь появятся точности учителя и трёх его учеников.',
    predictHead: 'Предскажите.',
    predict:
      'Десять видов одежды сведены в два класса по пять; учитель слышит только об этих двух. Сколькими из десяти выходов он воспользуется? Окажется ли какой-нибудь из них одним видом одежды?',
    runHead: 'Запустите.',
    run: 'Следите за таблицей, пока учится учитель, затем за тремя учениками. Сравните с прогоном «без вспомогательных потерь» на том же зерне.',
    explainHead: 'Объясните, затем сверьте',
    explain1:
      'Метки требуют лишь, чтобы верной была сумма по пяти подклассам класса. Как она поделена между ними, ничего не стоит, и без вспомогательных потерь всё забирают несколько выходов. Эти потери малы, когда логиты примеров в пакете различаются, и поэтому выходы начинают означать виды.',
    explain2:
      'Метка одного из двух классов несёт не больше одного бита. Смягчённые вероятности десяти подклассов сверх того говорят о каждой картинке, на какие она похожа. Ученику, у которого картинок мало, о каждой рассказывают гораздо больше.',
    explain3:
      'У трёх учеников одни и те же начальные веса, картинки и пакеты. Один слышит только метки, другой ещё и два смягчённых класса учителя, третий — десять его смягчённых подклассов. Одно зерно — не результат: в таблице главы их десять.',
    poster:
      'Сохранённый прогон: десять видов одежды по десяти подклассам, придуманным учителем двух классов, после {step} шагов, зерно {seed}, «{preset}». Кнопка запуска обучит ваших собственных.',
    note: 'Учитель 784–128–10, ученики 784–32–10, ReLU; импульс 0,9, пакеты по 100; η падает по половине косинуса до 0 к концу каждого обучения. У учителя все учебные картинки (20 000 из Fashion-MNIST, 10 000 из MNIST), у учеников — несколько первых из них. Метки 0–4 составляют один класс, 5–9 — другой. Измерено на всех 10 000 тестовых картинках. Чистота — доля тестовых картинок, принадлежащих самому частому виду своего подкласса; если всё попало в один подкласс, она равна одной десятой.',
    offAlpha: 'При α = 0 учителя не слышно.',
    offBeta: 'Только со вспомогательными потерями, β > 0.',
    preset_invented: 'со вспомогательными потерями',
    preset_without: 'без вспомогательных потерь',
    preset_few: 'ученикам 200 картинок',
    preset_many: 'ученикам 5000 картинок',
    preset_labelsOnly: 'α = 0: только метки',
    preset_digits: 'цифры',
    preset_diverging: 'скорость обучения чрезмерна',
    name_beta: 'β, вспомогательные потери учителя',
    name_auxiliary: 'T вспомогательных потерь',
    name_pictures: 'картинок у учеников',
    name_alpha: 'α, вес учителя против меток',
    name_temperature: 'T смягчения',
    name_rate: 'η, скорость обучения в начале',
    name_data: 'картинки',
    name_teacherSteps: 'шагов учителя',
    name_studentSteps: 'шагов учеников',
    name_stepsPerFrame: 'шагов на один кадр',
    option_clothes: 'Fashion-MNIST',
    option_digits: 'MNIST',
  },
} as const satisfies Localised<SubclassWords>;
