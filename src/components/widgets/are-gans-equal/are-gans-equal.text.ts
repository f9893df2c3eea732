import type { LossName } from '~/methods/toy-gan/options';
import type { Localised } from '../shared/text';
import type { Params, PresetName } from './are-gans-equal.params';

/** Words of the controls and prompts; those of the pictures are in figure.text.ts and load with them. */
export type EqualWords = Readonly<
  Record<
    | 'aim'
    | 'predictHead'
    | 'predict'
    | 'seeHead'
    | 'runHead'
    | 'run'
    | 'explainHead'
    | 'explain'
    | 'dataName'
    | `data_${Params['data']}`
    | 'trials'
    | 'trialCount'
    | 'trialRate'
    | 'steps'
    | 'highlight'
    | 'none'
    | 'against'
    | 'bestOther'
    | `preset_${PresetName}`
    | `see_${PresetName}`
    | `loss_${LossName}`,
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
    seeHead: 'Look.',
    run: 'Then press Run with a seed of your own: new trials join the picture one by one, and you see whether its order holds.',
    explainHead: 'Explain.',
    explain:
      'Why does every line fall, and the floor with them, although its generator is perfect? Two losses whose lines cross: which of them would a paper call better that tried one setting of each? And which losses do not catch up, and is it their idea that fails or the plane?',
    dataName: 'data',
    data_ring: 'ring of eight',
    data_grid: 'grid of 25',
    data_spiral: 'spiral',
    trials: 'trials to make, all losses together',
    trialCount: 'trial {step}',
    trialRate: '{rate} trials/s',
    steps: 'gradient steps in a trial',
    highlight: 'highlight',
    none: 'none',
    against: 'against',
    bestOther: 'the best of the others',
    preset_all: 'all losses, the stored run',
    preset_caughtUp: 'a gap that tuning closes',
    preset_leftBehind: 'a gap that it does not close',
    preset_short: 'a tenth of the training (Run)',
    see_all: 'Choose a loss under “highlight” and follow its line from 1 to the right.',
    see_caughtUp:
      'Non-saturating stands out, against DRAGAN. With one trial each it is far behind; read below the picture what is left of that with ten, in units of its own ±.',
    see_leftBehind:
      'BEGAN stands out, against minimax. Its line falls as well, and ten trials do not bring it near: how often is the better of the two its?',
    see_short:
      'Press Run: 1,000 steps to every trial instead of 10,000. Is the loss that is first here the one that is first after long training? A budget has two sides, trials and steps.',
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
  },
  ru: {
    aim: 'Выясните, что остаётся от различий между функциями потерь GAN, если каждую настраивать одинаково долго.',
    predictHead: 'Предскажите.',
    predict:
      'Каждая точка — небольшая GAN, у которой скорости обучения, k, β₁, ширина и штраф выбраны по жребию. Что окажется шире: промежуток между двумя потерями или разброс внутри одной? И будет ли порядок потерь одним и тем же при бюджете в одну попытку и в пятьдесят?',
    runHead: 'Запустите.',
    seeHead: 'Посмотрите.',
    run: 'Затем задайте своё зерно и нажмите «Запустить»: новые попытки будут появляться на рисунке по одной, и вы увидите, устоит ли порядок.',
    explainHead: 'Объясните.',
    explain:
      'Почему все линии идут вниз, а с ними и пол, хотя его генератор безупречен? Если линии двух потерь пересекаются, какую из них назвала бы лучшей статья, где каждую испытали с одной настройкой? И какие потери не догоняют остальных: подводит сама идея или то, что дело происходит на плоскости?',
    dataName: 'данные',
    data_ring: 'кольцо из восьми',
    data_grid: 'решётка из 25',
    data_spiral: 'спираль',
    trials: 'сколько попыток сделать, по всем потерям вместе',
    trialCount: 'попытка {step}',
    trialRate: '{rate} попыток/с',
    steps: 'шагов градиента в попытке',
    highlight: 'выделить',
    none: 'ничего',
    against: 'сравнить с',
    bestOther: 'лучшей из остальных',
    preset_all: 'все потери, записанный прогон',
    preset_caughtUp: 'разрыв, который закрывает подбор',
    preset_leftBehind: 'разрыв, который он не закрывает',
    preset_short: 'десятая часть обучения («Запустить»)',
    see_all: 'Выберите потерю в поле «выделить» и проследите её линию от единицы вправо.',
    see_caughtUp:
      'Выделена ненасыщаемая, против DRAGAN. С одной попыткой она далеко позади; прочтите под рисунком, что остаётся от разрыва при десяти, в единицах его собственного ±.',
    see_leftBehind:
      'Выделена BEGAN, против минимакса. Её линия тоже идёт вниз, но и десять попыток не подводят её близко: как часто лучшая из двух попыток принадлежит ей?',
    see_short:
      'Нажмите «Запустить»: по 1000 шагов на попытку вместо 10 000. Первой окажется та же потеря, что и после долгого обучения? У бюджета две стороны: попытки и шаги.',
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
  },
} as const satisfies Localised<EqualWords>;
