import type { Localised } from '../shared/text';
import type { Fields, Foreign, Params, PresetName, Score } from './anomaly.params';

export type AnomalyWords = Readonly<
  Record<
    | 'aim'
    | 'poster'
    | 'idle'
    | 'histogram'
    | 'rocLabel'
    | 'axisPictures'
    | 'axisAlarms'
    | 'axisHits'
    | 'digits'
    | `strangers_${Foreign}`
    | 'threshold'
    | 'guessing'
    | `axis_${Score}`
    | 'falseAlarms'
    | 'misses'
    | 'mistaken'
    | 'mistakenNone'
    | 'picturesLabel'
    | 'restoredLabel'
    | 'summary'
    | 'area'
    | 'areas'
    | 'byInk'
    | 'verdict_good'
    | 'verdict_some'
    | 'verdict_none'
    | 'verdict_round'
    | 'noElbo'
    | 'busy'
    | keyof Fields
    | `foreign_${Foreign}`
    | `score_${Score}`
    | `model_${Params['model']}`
    | `runtime_${Params['runtime']}`
    | 'tableAlarms'
    | 'tableHits'
    | 'tableInk'
    | 'predictHead'
    | 'predict'
    | 'runHead'
    | 'run'
    | 'tryHead'
    | 'try'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'explain4'
    | 'note'
    | 'stored'
    | `preset_${PresetName}`,
    string
  >
>;

export const anomalyText = {
  en: {
    poster:
      'Stored run: histograms of the restoration error of digits, narrow near 0, and of clothes, wide and higher; the ROC curve close to the upper left corner; six false alarms and six missed clothes with their restorations.',
    aim: 'Find out which strangers among digits an autoencoder notices, by which score, and what a threshold costs.',
    idle: 'Run downloads a model, 500 test digits and 300 clothes ({size}).',
    histogram: 'Histograms of the score: digits, strangers, and the threshold as an upright line.',
    rocLabel:
      'ROC curve: share of strangers caught over share of false alarms; the point is the threshold. The dashed curve judges the same pictures by their ink alone.',
    axisPictures: 'pictures',
    axisAlarms: 'share of digits that raise a false alarm',
    axisHits: 'share of strangers caught',
    digits: 'digits',
    strangers_fashion: 'clothes',
    strangers_upside: 'turned digits',
    strangers_negative: 'negatives',
    strangers_speckle: 'speckle',
    strangers_faint: 'pale digits',
    threshold: 'threshold',
    guessing: 'guessing',
    axis_error: 'score: mean squared error per pixel',
    axis_elbo: 'score: −ELBO, nats',
    axis_ink: 'score: sum of the ink',
    falseAlarms: 'False alarms, the highest scores',
    misses: 'Missed strangers, the lowest scores',
    mistaken: '{n} in all; above the picture, below its restoration.',
    mistakenNone: 'None.',
    picturesLabel: '{what}: {n} pictures.',
    restoredLabel: '{what}: what the model makes of them.',
    summary:
      'At the threshold {threshold}: {alarms} of {digits} digits raise a false alarm, {caught} of {strangers} strangers are caught.',
    area: 'Area under the curve {area}.',
    areas: 'Area under the curve {area}; by the ink alone, without a model, {ink} (difference {difference}).',
    byInk: 'ink alone',
    verdict_good: 'The score parts the groups almost everywhere.',
    verdict_some: 'The score tells something; the groups overlap.',
    verdict_none: 'Hardly better than guessing.',
    verdict_round: 'Turned round: strangers look more normal to it than digits do.',
    noElbo: 'The autoencoder has no ELBO: its error is shown.',
    busy: 'Scored so far: {n} digits and {m} strangers.',
    foreign: 'strangers',
    foreign_fashion: 'clothes (Fashion-MNIST)',
    foreign_upside: 'digits turned by 180°',
    foreign_negative: 'negatives of digits',
    foreign_speckle: 'speckle: a digit’s pixels at random places',
    foreign_faint: 'pale: a third of the ink',
    score: 'score',
    score_error: 'restoration error',
    score_elbo: '−ELBO (VAE only)',
    score_ink: 'ink alone, no model',
    model: 'model',
    'model_vae-mnist-16d-beta-1': 'VAE, 16 numbers, β = 1',
    'model_autoencoder-mnist-16d': 'autoencoder, 16 numbers',
    alarm: 'false alarms allowed, %',
    runtime: 'Computed by',
    runtime_wasm: 'WebAssembly',
    runtime_webgpu: 'WebGPU',
    tableAlarms: 'false alarms',
    tableHits: 'caught at this threshold',
    tableInk: 'caught by the ink alone',
    predictHead: 'Predict.',
    predict:
      'The model has seen digits only. Of 300 clothes, 300 digits upside down and 300 pale digits: which will it notice best, and which not at all?',
    runHead: 'Run.',
    run: 'The figure begins with clothes. Move the allowed share of false alarms and follow the line and the point.',
    tryHead: 'Try.',
    try: 'Change the strangers, and look at those that are missed. The dashed curve is that of the ink alone: when is the model worth its download?',
    explainHead: 'Explain, then compare',
    explain1:
      'Clothes are easy: the error ranks a garment above a digit in more than 99% of pairs. But the sum of the ink, which needs no model, gets 89%. An alarm that is tested on easy strangers proves little.',
    explain2:
      'Turned digits are hard: at 5% false alarms about half are caught. Every 1 is missed: upside down it is a 1. Most 9s pass, too: they are 6s now. A digit the other way up may be a digit.',
    explain3:
      'Pale digits have a smaller error than digits: fewer grey values, less to get wrong. The area is below ½, and no threshold on a large error finds them. The error measures ink as well as strangeness.',
    explain4:
      '−ELBO also charges for the code. That helps with clothes and lifts pale digits from far below ½ to a little above. On turned digits it is worse than the plain error. No score is best for all strangers, and who sets the threshold does not know which will come.',
    note: 'Digits are the first 300 of the MNIST test set, clothes the first 300 of the Fashion-MNIST test set. The threshold is set on the same digits on which the false alarms are counted. −ELBO is taken at the mean code. Chance: only the places of the speckle.',
    stored: 'The browser could not keep the files; they will be downloaded again.',
    preset_fashion: 'clothes, by the error',
    preset_upside: 'digits upside down, by the error',
    preset_faint: 'pale digits, by the error',
    preset_ink: 'clothes, by the ink alone',
    preset_elbo: 'digits upside down, by −ELBO',
  },
  ru: {
    poster:
      'Сохранённый прогон: гистограммы ошибки восстановления цифр, узкая около нуля, и одежды, широкая и выше; кривая ROC у левого верхнего угла; шесть ложных тревог и шесть пропущенных вещей с восстановлениями.',
    aim: 'Выясните, каких чужаков среди цифр замечает автокодировщик, по какой оценке и чего стоит порог.',
    idle: 'Запуск загрузит модель, 500 тестовых цифр и 300 предметов одежды ({size}).',
    histogram: 'Гистограммы оценки: цифры, чужаки и порог в виде вертикальной линии.',
    rocLabel:
      'ROC-кривая: доля пойманных чужаков против доли ложных тревог; точка — порог. Штриховая кривая судит о тех же картинках по одним чернилам.',
    axisPictures: 'картинок',
    axisAlarms: 'доля цифр, поднявших ложную тревогу',
    axisHits: 'доля пойманных чужаков',
    digits: 'цифры',
    strangers_fashion: 'одежда',
    strangers_upside: 'перевёрнутые',
    strangers_negative: 'негативы',
    strangers_speckle: 'крап',
    strangers_faint: 'бледные',
    threshold: 'порог',
    guessing: 'наугад',
    axis_error: 'оценка: средний квадрат ошибки на пиксель',
    axis_elbo: 'оценка: −ELBO, нат',
    axis_ink: 'оценка: сумма чернил',
    falseAlarms: 'Ложные тревоги, самые высокие оценки',
    misses: 'Пропущенные чужаки, самые низкие оценки',
    mistaken: 'Всего {n}; сверху картинка, под ней её восстановление.',
    mistakenNone: 'Нет.',
    picturesLabel: '{what}: картинок {n}.',
    restoredLabel: '{what}: что сделала из них модель.',
    summary:
      'При пороге {threshold} ложную тревогу подняли {alarms} из {digits} цифр, поймано {caught} из {strangers} чужаков.',
    area: 'Площадь под кривой {area}.',
    areas: 'Площадь под кривой {area}; по одним чернилам, без модели, {ink} (разность {difference}).',
    byInk: 'одни чернила',
    verdict_good: 'Оценка разделяет группы почти всюду.',
    verdict_some: 'Оценка что-то видит, но группы перекрываются.',
    verdict_none: 'Почти то же, что гадать.',
    verdict_round: 'Всё наоборот: чужаки кажутся ей нормальнее цифр.',
    noElbo: 'У автокодировщика нет ELBO: показана его ошибка.',
    busy: 'Уже оценено: цифр {n}, чужаков {m}.',
    foreign: 'чужаки',
    foreign_fashion: 'одежда (Fashion-MNIST)',
    foreign_upside: 'цифры, повёрнутые на 180°',
    foreign_negative: 'негативы цифр',
    foreign_speckle: 'крап: пиксели цифры вразброс',
    foreign_faint: 'бледные: треть чернил',
    score: 'оценка',
    score_error: 'ошибка восстановления',
    score_elbo: '−ELBO (только VAE)',
    score_ink: 'одни чернила, без модели',
    model: 'модель',
    'model_vae-mnist-16d-beta-1': 'VAE, 16 чисел, β = 1',
    'model_autoencoder-mnist-16d': 'автокодировщик, 16 чисел',
    alarm: 'допустимо ложных тревог, %',
    runtime: 'Чем считать',
    runtime_wasm: 'WebAssembly',
    runtime_webgpu: 'WebGPU',
    tableAlarms: 'ложные тревоги',
    tableHits: 'поймано при таком пороге',
    tableInk: 'поймано по одним чернилам',
    predictHead: 'Предскажите.',
    predict:
      'Модель видела только цифры. Вот 300 предметов одежды, 300 перевёрнутых цифр и 300 бледных. Кого она заметит лучше всего, а кого не заметит вовсе?',
    runHead: 'Запустите.',
    run: 'Сначала чужаки — одежда. Меняйте допустимую долю ложных тревог и следите за линией и точкой.',
    tryHead: 'Попробуйте.',
    try: 'Смените чужаков и посмотрите, кого пропускают. Штриховая кривая — одни чернила: когда модель стоит своей загрузки?',
    explainHead: 'Объясните, затем сравните',
    explain1:
      'С одеждой легко: более чем в 99% пар ошибка у одежды выше, чем у цифры. Но и сумма чернил, без всякой модели, справляется в 89%. Сигнализация, проверенная на лёгких чужаках, мало что доказывает.',
    explain2:
      'С перевёрнутыми цифрами трудно: при 5% ложных тревог поймана примерно половина. Пропущены все единицы: вверх ногами они остаются единицами. Пропущено и большинство девяток: теперь это шестёрки. Перевёрнутая цифра может быть цифрой.',
    explain3:
      'У бледных цифр ошибка меньше, чем у обычных: чернил мало, и ошибиться почти не в чем. Площадь ниже ½, и никакой порог на большую ошибку их не найдёт. Ошибка измеряет не только странность, но и чернила.',
    explain4:
      '−ELBO берёт плату и за код. С одеждой это помогает, а у бледных цифр поднимает площадь чуть выше ½. На перевёрнутых цифрах она хуже простой ошибки. Лучшей оценки для всех чужаков нет, а кто придёт, тому, кто ставит порог, неизвестно.',
    note: 'Цифры — первые 300 из тестового набора MNIST, одежда — первые 300 из тестового набора Fashion-MNIST. Порог выбран по тем же цифрам, по которым считаются ложные тревоги. −ELBO берётся при среднем коде. Случайны только места пикселей крапа.',
    stored: 'Браузер не смог сохранить файлы, в следующий раз они загрузятся снова.',
    preset_fashion: 'одежда, по ошибке',
    preset_upside: 'перевёрнутые цифры, по ошибке',
    preset_faint: 'бледные цифры, по ошибке',
    preset_ink: 'одежда, по одним чернилам',
    preset_elbo: 'перевёрнутые цифры, по −ELBO',
  },
} satisfies Localised<AnomalyWords>;
