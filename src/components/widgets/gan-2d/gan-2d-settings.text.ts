import type { Localised } from '../shared/text';
import type { Params } from './gan-2d.params';

/** Names of the settings, each with its symbol where it has one, and of what they can be. */
export type SettingWords = Readonly<
  Record<
    | `name_${keyof Params}`
    | 'penalty_wassersteinGp'
    | 'penalty_dragan'
    | 'penalty_r1'
    | 'beta1_momentum'
    | 'beta1_off'
    | 'group_loss'
    | 'group_loss_none'
    | 'group_training'
    | 'group_networks'
    | 'group_run'
    | `optimizer_${Params['optimizer']}`
    | `activation_${Params['activation']}`
    | `noiseLaw_${Params['noiseLaw']}`
    | `train_${Params['train']}`
    | 'off'
    | 'on'
    | 'spectralNote'
    | 'restartNote'
    | 'penaltyNote_wassersteinGp'
    | 'note_wassersteinClip'
    | 'note_ebgan'
    | 'note_began',
    string
  >
>;

export const settingsText = {
  en: {
    name_data: 'data',
    name_drawn: 'drawing',
    name_loss: 'L loss',
    name_rateG: 'η_G learning rate of G',
    name_rateD: 'η_D learning rate of D',
    name_k: 'k steps of D for one of G',
    name_penalty: 'penalty',
    penalty_wassersteinGp: 'λ gradient penalty',
    penalty_dragan: 'λ gradient penalty around data',
    penalty_r1: 'γ penalty R1 (times ½)',
    name_clip: 'c weights of D cut to [−c, c]',
    name_radius: 's radius around data where the slope is penalised',
    name_margin: 'm margin: samples of higher energy are left alone',
    name_pullingAway: 'λ_PT weight of the pulling-away term',
    name_bottleneck: 'units in the bottleneck of D',
    name_gamma: 'γ energy of samples over that of data, the aim of kₜ',
    name_lambdaK: 'λ_k gain of the control of kₜ',
    name_optimizer: 'optimiser',
    name_beta1: 'β₁ of Adam',
    beta1_momentum: 'μ momentum',
    beta1_off: 'Plain gradient descent has none.',
    name_spectralNorm: 'spectral norm: weights of D over their largest singular value',
    name_minibatch: 'minibatch discrimination: D sees how alike a batch is',
    name_batch: 'batch size',
    name_hidden: 'h units in each hidden layer',
    name_layers: 'hidden layers',
    name_activation: 'activation',
    name_noise: 'dimensions of the noise z',
    name_noiseLaw: 'law of the noise z',
    name_spread: 'width of the first heap of samples',
    name_train: 'who moves in a step',
    name_stepsPerFrame: 'steps for one picture',
    name_steps: 'stop after so many steps',
    group_loss: 'Settings of this loss',
    group_loss_none: 'This loss has no setting of its own.',
    group_training: 'Training',
    group_networks: 'Networks and noise',
    group_run: 'The run',
    optimizer_adam: 'Adam',
    optimizer_momentum: 'momentum',
    optimizer_sgd: 'plain gradient descent',
    activation_leakyRelu: 'leaky ReLU',
    activation_relu: 'ReLU',
    activation_tanh: 'tanh',
    noiseLaw_gaussian: 'Gaussian',
    noiseLaw_uniform: 'uniform',
    noiseLaw_eight: 'eight clusters of its own',
    train_both: 'both: k of D, then one of G',
    train_judge: 'D only',
    train_generator: 'G only',
    off: 'off',
    on: 'on',
    spectralNote: 'It applies to the judge’s weights in every loss; with energies, to its auto-encoder.',
    restartNote:
      'Data, loss, c, m, optimiser and everything under “Networks and noise” start the run again with the same seed; the rest is taken up at the next picture.',
    penaltyNote_wassersteinGp:
      'The paper has λ = 10; here λ = 1 is the default: with 10 the ring takes several times as many steps.',
    note_wassersteinClip:
      'The smaller c, the flatter the critic and the shorter the gradients; the paper’s c = 0.01 was for deep networks.',
    note_ebgan: 'The judge is an auto-encoder; its energy is the error with which it rebuilds a point.',
    note_began:
      'The judge is an auto-encoder. kₜ, between 0 and 1, is how much it also cares to rebuild samples badly; the control raises it while the samples’ error is below γ times the data’s.',
  },
  ru: {
    name_data: 'данные',
    name_drawn: 'рисунок точек',
    name_loss: 'L функция потерь',
    name_rateG: 'η_G скорость обучения G',
    name_rateD: 'η_D скорость обучения D',
    name_k: 'k шагов D на один шаг G',
    name_penalty: 'штраф',
    penalty_wassersteinGp: 'λ штраф на градиент',
    penalty_dragan: 'λ штраф на градиент вокруг данных',
    penalty_r1: 'γ штраф R1 (с множителем ½)',
    name_clip: 'c веса D обрезаются до [−c, c]',
    name_radius: 's радиус вокруг данных, где штрафуется наклон',
    name_margin: 'm зазор: образцы с большей энергией не трогаются',
    name_pullingAway: 'λ_PT вес расталкивающего слагаемого',
    name_bottleneck: 'нейронов в узком месте D',
    name_gamma: 'γ энергия образцов к энергии данных, цель kₜ',
    name_lambdaK: 'λ_k усиление регулятора kₜ',
    name_optimizer: 'оптимизатор',
    name_beta1: 'β₁ у Adam',
    beta1_momentum: 'μ инерция',
    beta1_off: 'У простого градиентного спуска её нет.',
    name_spectralNorm: 'спектральная норма: веса D делятся на наибольшее сингулярное число',
    name_minibatch: 'дискриминация пакета: D видит, насколько похожи образцы пакета',
    name_batch: 'размер пакета',
    name_hidden: 'h нейронов в скрытом слое',
    name_layers: 'скрытых слоёв',
    name_activation: 'функция активации',
    name_noise: 'размерность шума z',
    name_noiseLaw: 'закон шума z',
    name_spread: 'ширина первой кучки образцов',
    name_train: 'кто ходит за шаг',
    name_stepsPerFrame: 'шагов на одну картинку',
    name_steps: 'остановиться после стольких шагов',
    group_loss: 'Настройки этой потери',
    group_loss_none: 'У этой потери своих настроек нет.',
    group_training: 'Обучение',
    group_networks: 'Сети и шум',
    group_run: 'Прогон',
    optimizer_adam: 'Adam',
    optimizer_momentum: 'спуск с инерцией',
    optimizer_sgd: 'простой градиентный спуск',
    activation_leakyRelu: 'ReLU с утечкой',
    activation_relu: 'ReLU',
    activation_tanh: 'tanh',
    noiseLaw_gaussian: 'нормальный',
    noiseLaw_uniform: 'равномерный',
    noiseLaw_eight: 'восемь своих сгустков',
    train_both: 'оба: k шагов D, затем шаг G',
    train_judge: 'только D',
    train_generator: 'только G',
    off: 'выкл.',
    on: 'вкл.',
    spectralNote: 'Касается весов судьи при любой потере; у энергий — весов его автокодировщика.',
    restartNote:
      'Данные, потеря, c, m, оптимизатор и всё из раздела «Сети и шум» запускают прогон заново с тем же зерном; остальное учитывается со следующей картинки.',
    penaltyNote_wassersteinGp:
      'В статье λ = 10; здесь по умолчанию λ = 1: при 10 на кольцо уходит в несколько раз больше шагов.',
    note_wassersteinClip:
      'Чем меньше c, тем площе критик и короче градиенты; c = 0,01 из статьи — для глубоких сетей.',
    note_ebgan: 'Судья — автокодировщик; его энергия — ошибка, с которой он восстанавливает точку.',
    note_began:
      'Судья — автокодировщик. kₜ от 0 до 1 — насколько ему важно ещё и плохо восстанавливать образцы; регулятор повышает kₜ, пока ошибка на образцах меньше, чем γ, умноженное на ошибку на данных.',
  },
} satisfies Localised<SettingWords>;
