import type { Localised } from '~/components/widgets/shared/text';

export type FigureWords = Readonly<
  Record<
    | 'autoencoder'
    | 'variational'
    | 'ring'
    | 'autoencoderLabel'
    | 'variationalLabel'
    | 'model'
    | 'modelOf'
    | 'reconstruction'
    | 'kl'
    | 'elbo'
    | 'weighted'
    | 'mse'
    | 'fid'
    | 'active'
    | 'ofCode'
    | 'tableLabel'
    | 'barsLabel'
    | 'barsAxis',
    string
  >
>;

export const figureText = {
  en: {
    autoencoder: 'autoencoder',
    variational: 'variational autoencoder',
    ring: 'N(0, I), two σ',
    autoencoderLabel:
      'Codes of the autoencoder, each drawn as its digit: long streaks up to {reach} from the origin with empty land between; the ring of two standard deviations of N(0, I) is a dot in the middle.',
    variationalLabel:
      'Codes of the variational autoencoder: they fill a round patch about the origin, most of them inside the ring of two standard deviations of N(0, I).',
    model: 'code, β',
    modelOf: '{code} numbers, β = {beta}',
    reconstruction: 'E log p(x|z)',
    kl: 'KL to the prior',
    elbo: 'ELBO',
    weighted: 'L₁₀₀',
    mse: 'squared error of a pixel',
    fid: 'Fréchet distance of samples',
    active: 'coordinates in use',
    ofCode: '{n} of {code}',
    tableLabel: 'Trained variational autoencoders of digits by β',
    barsLabel: 'KL of each coordinate at β = {beta}, from the largest: {values} nats.',
    barsAxis: 'nats by coordinate, β = {beta}',
  },
  ru: {
    autoencoder: 'автокодировщик',
    variational: 'вариационный автокодировщик',
    ring: 'N(0, I), две σ',
    autoencoderLabel:
      'Коды автокодировщика, каждый нарисован своей цифрой: длинные полосы до {reach} от начала, между ними пустота; кольцо двух стандартных отклонений N(0, I) — точка посередине.',
    variationalLabel:
      'Коды вариационного автокодировщика: круглое пятно вокруг начала, большинство внутри кольца двух стандартных отклонений N(0, I).',
    model: 'код, β',
    modelOf: '{code} чисел, β = {beta}',
    reconstruction: 'E log p(x|z)',
    kl: 'KL до априорной',
    elbo: 'ELBO',
    weighted: 'L₁₀₀',
    mse: 'квадрат ошибки пикселя',
    fid: 'расстояние Фреше до образцов',
    active: 'координаты в деле',
    ofCode: '{n} из {code}',
    tableLabel: 'Обученные вариационные автокодировщики цифр по β',
    barsLabel: 'KL каждой координаты при β = {beta}, от большей: {values} нат.',
    barsAxis: 'наты по координатам, β = {beta}',
  },
} satisfies Localised<FigureWords>;
