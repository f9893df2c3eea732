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
    | 'trialCount'
    | 'trialRate'
    | 'steps'
    | 'highlight'
    | 'none'
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
    run: 'Read the stored run first: choose a loss under “highlight” and follow its line from 1 to the right. Then press Run with a seed of your own: new trials join the picture one by one, and you see whether its order holds.',
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
    run: 'Сначала прочтите записанный прогон: выберите потерю в поле «выделить» и проследите её линию от единицы вправо. Затем задайте своё зерно и нажмите «Запустить»: новые попытки будут появляться на рисунке по одной, и вы увидите, устоит ли порядок.',
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
