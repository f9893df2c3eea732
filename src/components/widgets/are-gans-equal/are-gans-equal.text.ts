import type { LossName } from '~/methods/toy-gan/options';
import type { Localised } from '../shared/text';
import type { Params } from './are-gans-equal.params';

/** Words of the controls and prompts; those of the pictures are in figure.text.ts and load with them. */
export type EqualWords = Readonly<
  Record<
    | 'aim'
    | 'predictHead'
    | 'predict'
    | 'runHead'
    | 'run'
    | 'explainHead'
    | 'explain'
    | 'dataName'
    | `data_${Params['data']}`
    | 'trials'
    | 'steps'
    | 'highlight'
    | 'none'
    | `loss_${LossName}`
    | 'otherGround'
    | 'waiting'
    | 'finished'
    | 'note',
    string
  >
>;

export const equalText = {
  en: {
    aim: 'Find out how much of the difference between GAN losses is left once each of them may be tuned equally long.',
    predictHead: 'Predict.',
    predict:
      'Every dot is one small GAN whose learning rates, k, β₁, width and penalty were drawn by lot. Which will be wider: the gap between two losses, or the spread within one? And will the losses stand in the same order for a budget of one trial and of fifty?',
    runHead: 'Run.',
    run: 'Read the stored run first: choose a loss under “highlight” and follow its line from 1 to the right. Then press Run with a seed of your own: new trials join the picture one by one, and you see whether its order holds.',
    explainHead: 'Explain.',
    explain:
      'Why does every line fall, and the floor with them, although its generator is perfect? Two losses whose lines cross: which of them would a paper call better that tried one setting of each? And which losses do not catch up, and is it their idea that fails or the plane?',
    dataName: 'data',
    data_ring: 'ring of eight',
    data_grid: 'grid of 25',
    data_spiral: 'spiral',
    trials: 'trials to make, all losses together',
    steps: 'gradient steps in a trial',
    highlight: 'highlight',
    none: 'none',
    loss_minimax: 'minimax',
    loss_nonSaturating: 'non-saturating',
    loss_wassersteinGp: 'WGAN-GP',
    loss_wassersteinClip: 'WGAN clipped',
    loss_leastSquares: 'least squares',
    loss_hinge: 'hinge',
    loss_dragan: 'DRAGAN',
    loss_ebgan: 'EBGAN',
    loss_began: 'BEGAN',
    loss_r1: 'NS + R₁',
    otherGround:
      'The stored run has other data or another number of steps, so it is not shown beside these trials.',
    waiting: 'The first trials are under way; each takes a second or so.',
    finished: 'All the trials asked for are made. Raise their number or change the seed for more.',
    note: 'Equal cost: each trial has the same number of gradient steps, those of the judge and of the generator together, so a larger k means fewer turns. Drawn by lot, in equal ratios: both learning rates 10⁻⁴ … 10⁻², penalty 0.01 … 10, clipping 0.01 … 0.5, DRAGAN’s noise 0.05 … 1, EBGAN’s margin 0.1 … 3 and pulling-away weight 0.001 … 1, BEGAN’s γ 0.2 … 1 and gain 0.001 … 0.1; as likely each: k 1, 2, 5; β₁ 0, 0.5, 0.9; 16, 32, 64 units in two hidden layers; a code of 1, 2, 8 units. Batch 128, Adam, leaky ReLU. The trials are spread over up to four workers; with one seed they are the same, bit for bit, on any number of them.',
  },
  ru: {
    aim: 'Выясните, что остаётся от различий между функциями потерь GAN, если каждую настраивать одинаково долго.',
    predictHead: 'Предскажите.',
    predict:
      'Каждая точка — небольшая GAN, у которой скорости обучения, k, β₁, ширина и штраф выбраны по жребию. Что окажется шире: промежуток между двумя потерями или разброс внутри одной? И будет ли порядок потерь одним и тем же при бюджете в одну попытку и в пятьдесят?',
    runHead: 'Запустите.',
    run: 'Сначала прочтите записанный прогон: выберите потерю в поле «выделить» и проследите её линию от единицы вправо. Затем задайте своё зерно и нажмите «Запустить»: новые попытки будут появляться на рисунке по одной, и вы увидите, устоит ли порядок.',
    explainHead: 'Объясните.',
    explain:
      'Почему все линии идут вниз, а с ними и пол, хотя его генератор безупречен? Если линии двух потерь пересекаются, какую из них назвала бы лучшей статья, где каждую испытали с одной настройкой? И какие потери не догоняют остальных: подводит сама идея или то, что дело происходит на плоскости?',
    dataName: 'данные',
    data_ring: 'кольцо из восьми',
    data_grid: 'решётка из 25',
    data_spiral: 'спираль',
    trials: 'сколько попыток сделать, по всем потерям вместе',
    steps: 'шагов градиента в попытке',
    highlight: 'выделить',
    none: 'ничего',
    loss_minimax: 'минимакс',
    loss_nonSaturating: 'ненасыщаемая',
    loss_wassersteinGp: 'WGAN-GP',
    loss_wassersteinClip: 'WGAN-обрезка',
    loss_leastSquares: 'LSGAN',
    loss_hinge: 'hinge',
    loss_dragan: 'DRAGAN',
    loss_ebgan: 'EBGAN',
    loss_began: 'BEGAN',
    loss_r1: 'NS + R₁',
    otherGround:
      'В записанном прогоне другие данные или другое число шагов, поэтому рядом с этими попытками он не показан.',
    waiting: 'Идут первые попытки; на каждую уходит около секунды.',
    finished: 'Все заказанные попытки сделаны. Чтобы получить новые, увеличьте их число или смените зерно.',
    note: 'Цена одинакова: в каждой попытке одно и то же число шагов градиента, у судьи и генератора вместе, поэтому при большем k ходов меньше. По жребию, равномерно по логарифму: обе скорости обучения 10⁻⁴ … 10⁻², штраф 0,01 … 10, обрезка 0,01 … 0,5, шум DRAGAN 0,05 … 1, зазор EBGAN 0,1 … 3 и вес расталкивания 0,001 … 1, γ у BEGAN 0,2 … 1 и его усиление 0,001 … 0,1; равновероятно: k 1, 2, 5; β₁ 0, 0,5, 0,9; 16, 32, 64 нейрона в двух скрытых слоях; код из 1, 2, 8 чисел. Пакет 128, Adam, leaky ReLU. Попытки распределены между рабочими потоками, их не больше четырёх; при одном зерне результаты совпадают до бита, сколько бы потоков ни было.',
  },
} as const satisfies Localised<EqualWords>;
