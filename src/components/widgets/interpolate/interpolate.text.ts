import type { StoreNote } from '~/runtime/model-store/model-store';
import type { Localised } from '../shared/text';
import type { Fields, PresetName, Way } from './interpolate.params';

export type InterpolateWords = Readonly<
  Record<
    | 'aim'
    | 'poster'
    | 'idle'
    | 'stripLabel'
    | 'hereLabel'
    | 'sees'
    | 'squares'
    | 'ends'
    | 'summary'
    | 'crowdTitle'
    | 'crowdWay'
    | 'crowdSure'
    | 'crowdThird'
    | 'crowdGrey'
    | 'crowdDigits'
    | 'crowdBusy'
    | 'crowdEmpty'
    | keyof Fields
    | 'path_line'
    | 'path_arc'
    | 'runtime_wasm'
    | 'runtime_webgpu'
    | `way_${Way}`
    | 'tableWay'
    | 'predictHead'
    | 'predict'
    | 'runHead'
    | 'run'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'note'
    | `note_${StoreNote}`
    | `preset_${PresetName}`,
    string
  >
>;

export const interpolateText = {
  en: {
    poster:
      'Stored run: from a 4 to a 9. The mixed pixels are a double exposure in the middle; the autoencoder’s, ACAI’s and the VAE’s pictures change from one digit to the other, the VAE’s with most blur.',
    aim: 'Find out what lies between two digits: in the pixels, and in the codes of an autoencoder, of one that was trained for good middles, and of a VAE.',
    idle: 'Run downloads three models, a classifier, and 500 test digits ({size}).',
    stripLabel: '{way}: nine pictures from the first digit to the second. The classifier sees {seen}.',
    hereLabel: '{way}: the picture at t.',
    sees: 'seen: {digit} ({share}); grey {grey}',
    squares: 'code’s squared length {here}; ends {from} and {to}',
    ends: 'From a {from} to a {to}.',
    summary: 'At t = {t} our classifier sees: {list}.',
    crowdTitle: 'Middles of random pairs',
    crowdWay: 'way',
    crowdSure: 'classifier’s certainty',
    crowdThird: 'third digit seen',
    crowdGrey: 'grey pixels',
    crowdDigits: 'test digits themselves',
    crowdBusy: '{n} of {of} pairs so far.',
    crowdEmpty: 'Here the middles of {of} random pairs of test digits will be measured, by each way.',
    first: 'from test digit',
    second: 'to test digit',
    t: 't, how far on the way',
    path: 'path of the codes',
    path_line: 'straight line',
    path_arc: 'arc (great circle)',
    runtime: 'Computed by',
    runtime_wasm: 'processor (WebAssembly)',
    runtime_webgpu: 'graphics card (WebGPU)',
    way_pixels: 'pixels mixed',
    way_ae: 'autoencoder',
    way_acai: 'ACAI',
    way_vae: 'VAE',
    tableWay: 'way; t',
    predictHead: 'Predict.',
    predict:
      'Halfway between a 4 and a 9, in codes of 16 numbers: which of the three models shows the sharpest picture? And does any of them show a third digit?',
    runHead: 'Run.',
    run: 'Drag t from 0 to 1. Then choose other digits, and watch the table of middles fill: one pair is one sample.',
    explainHead: 'Explain, then compare',
    explain1:
      'Mixed pixels are a double exposure: grey wherever one digit has ink and the other has none. Their middle is no digit, though a classifier may still call it one, and be less sure than of digits.',
    explain2:
      'The autoencoder’s loss asks nothing of places between codes. ACAI’s critic looks at just these, and its middles have hardly more grey than digits have. The VAE’s are grey, for its decoder answers a code with a mean of what fits.',
    explain3:
      'A sharp middle need not be a sensible one. The straight line between two codes may cross the region of a third digit: from a 7 to a 5 it leads through a 3. No row of pictures tells how often; the table does.',
    note: 'Pictures are of the first 500 MNIST test digits in 16 greys; codes are means. A pixel counts as grey between 20% and 80% of ink. Certainty is the largest share that our classifier gives; it was trained on digits alone, and no more is known of what it says of a picture that is none. The pixels’ row is the straight line, whatever the path.',
    'note_storage-full': 'The browser’s storage is full: the models will be downloaded again next time.',
    'note_storage-unavailable':
      'The browser keeps no files for this site: the models will be downloaded again next time.',
    'note_kept-copy-damaged': 'A copy in the browser’s storage was damaged and has been fetched anew.',
    preset_near: 'a 4 and a 9',
    preset_far: 'a 0 and a 1',
    preset_same: 'two 7s',
    preset_third: 'from a 7 to a 5',
    preset_arc: 'along the arc',
  },
  ru: {
    poster:
      'Сохранённый прогон: от 4 к 9. Смесь пикселей в середине — двойная экспозиция; картинки автокодировщика, ACAI и VAE переходят от одной цифры к другой, у VAE с наибольшим размытием.',
    aim: 'Выясните, что лежит между двумя цифрами: в пикселях и в кодах автокодировщика, автокодировщика, обученного хорошим серединам, и VAE.',
    idle: 'При запуске загрузятся три модели, классификатор и 500 тестовых цифр ({size}).',
    stripLabel: '{way}: девять картинок от первой цифры ко второй. Классификатор видит {seen}.',
    hereLabel: '{way}: картинка при t.',
    sees: 'видно: {digit} ({share}); серого {grey}',
    squares: 'квадрат длины кода {here}; на концах {from} и {to}',
    ends: 'От {from} к {to}.',
    summary: 'При t = {t} наш классификатор видит: {list}.',
    crowdTitle: 'Середины случайных пар',
    crowdWay: 'способ',
    crowdSure: 'уверенность классификатора',
    crowdThird: 'видна третья цифра',
    crowdGrey: 'серых пикселей',
    crowdDigits: 'сами тестовые цифры',
    crowdBusy: 'Пока {n} пар из {of}.',
    crowdEmpty: 'Здесь будут измерены середины {of} случайных пар тестовых цифр, каждым способом.',
    first: 'от тестовой цифры',
    second: 'к тестовой цифре',
    t: 't, доля пути',
    path: 'путь кодов',
    path_line: 'прямая',
    path_arc: 'дуга (большой круг)',
    runtime: 'Чем считать',
    runtime_wasm: 'процессором (WebAssembly)',
    runtime_webgpu: 'видеокартой (WebGPU)',
    way_pixels: 'смесь пикселей',
    way_ae: 'автокодировщик',
    way_acai: 'ACAI',
    way_vae: 'VAE',
    tableWay: 'способ; t',
    predictHead: 'Предскажите.',
    predict:
      'На полпути от 4 к 9, в кодах из 16 чисел: у какой из трёх моделей картинка самая чёткая? И покажет ли какая-нибудь третью цифру?',
    runHead: 'Запустите.',
    run: 'Двигайте t от 0 до 1. Затем возьмите другие цифры и следите, как заполняется таблица середин: одна пара — это один пример.',
    explainHead: 'Объясните, затем сравните',
    explain1:
      'Смесь пикселей — двойная экспозиция: серое всюду, где у одной цифры чернила, а у другой бумага. Середина её не цифра, хотя классификатор может назвать её цифрой, пусть и менее уверенно.',
    explain2:
      'Потери автокодировщика ничего не требуют от мест между кодами. Критик ACAI смотрит именно на них, и серого в его серединах почти не больше, чем в цифрах. У VAE середины серые: декодер отвечает на код средним того, что подходит.',
    explain3:
      'Чёткая середина не обязана быть разумной. Прямая между двумя кодами может пройти через область третьей цифры: от 7 к 5 она ведёт через 3. Как часто — ряд картинок не скажет, скажет таблица.',
    note: 'Картинки — первые 500 тестовых цифр MNIST в 16 оттенках; коды — средние. Серым считается пиксель от 20% до 80% чернил. Уверенность — наибольшая доля, которую даёт наш классификатор; учили его только на цифрах, и что он скажет о картинке, которая не цифра, неизвестно. Ряд пикселей — всегда прямая.',
    'note_storage-full': 'Хранилище браузера заполнено: в следующий раз модели загрузятся снова.',
    'note_storage-unavailable':
      'Браузер не хранит файлы этого сайта: в следующий раз модели загрузятся снова.',
    'note_kept-copy-damaged': 'Копия в хранилище браузера была повреждена и загружена заново.',
    preset_near: '4 и 9',
    preset_far: '0 и 1',
    preset_same: 'две семёрки',
    preset_third: 'от 7 к 5',
    preset_arc: 'по дуге',
  },
} satisfies Localised<InterpolateWords>;
