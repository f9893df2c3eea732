import type { Localised } from '../shared/text';
import type { Kind, Params, PresetName } from './denoise.params';
import type { Finding } from './describe';

export type DenoiseWords = Readonly<
  Record<
    | 'aim'
    | 'poster'
    | 'clean'
    | 'noisy'
    | 'denoiser'
    | 'denoiserMark'
    | 'autoencoder'
    | 'plain'
    | 'errorNote'
    | 'cleanLabel'
    | 'noisyLabel'
    | 'denoiserLabel'
    | 'autoencoderLabel'
    | 'error'
    | 'empty'
    | 'curve'
    | 'axis_gaussian'
    | 'axis_erased'
    | 'axisError'
    | 'trainedMark'
    | 'meanDigit'
    | 'progress'
    | keyof Params
    | `kind_${Kind}`
    | 'runtime_wasm'
    | 'runtime_webgpu'
    | `preset_${PresetName}`
    | 'idle'
    | `noise_${Kind}`
    | 'summary'
    | Finding
    | 'note_storage-full'
    | 'note_storage-unavailable'
    | 'note_kept-copy-damaged'
    | 'tableStrength'
    | 'tableThis'
    | 'predictHead'
    | 'predict'
    | 'runHead'
    | 'run'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'explain4'
    | 'display',
    string
  >
>;

export const denoiseText = {
  en: {
    poster:
      'Stored run: a 4, the 4 under Gaussian noise of σ = 0.5, a clean 4 after the denoiser, a blot after the plain autoencoder; below, errors over σ: the denoiser’s line lies lowest from about 0.15 on.',
    aim: 'Find out which noise a denoiser removes, and when the picture is better left alone.',
    clean: 'clean',
    noisy: 'noisy',
    denoiser: 'denoiser',
    denoiserMark: 'denoiser',
    autoencoder: 'plain autoencoder',
    plain: 'plain',
    errorNote: 'Error: the squared distance of a pixel to the clean picture, a mean over all 784.',
    cleanLabel: 'The clean test digit.',
    noisyLabel: 'The same digit with noise.',
    denoiserLabel: 'What the denoising autoencoder makes of the noisy digit.',
    autoencoderLabel: 'What the plain autoencoder makes of the noisy digit.',
    error: 'error {error}',
    empty: 'The pictures appear here after Run, and below them the curves grow.',
    curve:
      'Mean error over the strength of the noise: of the noisy pictures themselves, after the denoiser, after the plain autoencoder. The table has the numbers.',
    axis_gaussian: 'σ of the Gaussian noise',
    axis_erased: 'share of pixels erased',
    axisError: 'mean squared error of a pixel',
    trainedMark: 'training ended here',
    meanDigit: 'mean digit',
    progress:
      'Lines: mean of the first {digits} test digits, {done} of {all} strengths. Points: the digit above. Level: the mean digit as the answer to all.',
    digit: 'Test digit (0 … 499)',
    kind: 'Noise',
    kind_gaussian: 'Gaussian',
    kind_erased: 'pixels erased',
    sigma: 'σ deviation',
    erased: 'share erased',
    runtime: 'ONNX Runtime on',
    runtime_wasm: 'WebAssembly, one thread',
    runtime_webgpu: 'WebGPU',
    preset_trained: 'Gaussian, as trained',
    preset_erased: 'erased, as trained',
    preset_beyond: 'beyond training',
    preset_clean: 'a clean picture',
    preset_most: 'the most noise, σ = 2',
    idle: 'Run downloads {runtime} of ONNX Runtime ({compressed} where the server compresses it) and {models} of networks and test digits.',
    noise_gaussian: 'Gaussian noise of σ = {strength}',
    noise_erased: '{strength} of the pixels erased',
    summary:
      'Test digit {digit}, a {label}, {noise}. Error {noisy} as it is, {denoiser} after the denoiser, {autoencoder} after the plain autoencoder.',
    helps: 'The denoiser removes {removed} of the error.',
    harms: 'Left alone, the picture is nearer to the clean one than what the denoiser makes of it.',
    plainNearer: 'The plain autoencoder comes nearer than the denoiser.',
    beyond: 'In training the denoiser saw no noise as strong as this.',
    'note_storage-full': 'The browser’s storage is full: the models will be downloaded again next time.',
    'note_storage-unavailable':
      'The browser keeps no files for this page: the models will be downloaded again next time.',
    'note_kept-copy-damaged': 'The copy in the browser’s storage was damaged and has been fetched anew.',
    tableStrength: 'strength',
    tableThis: 'this digit, {strength}',
    predictHead: 'Predict.',
    predict:
      'Two networks of one size: one was trained to restore clean digits, the other to restore them from noisy ones. Both now see a noisy 4. What will the first one draw? And what does the second do to a picture without any noise?',
    runHead: 'Run.',
    run: 'Compare the four pictures. Then take the noise away, step by step: at which strength does the denoiser’s curve meet that of the pictures left alone? At last go beyond the mark where training ended.',
    explainHead: 'Explain, then compare',
    explain1:
      'The plain autoencoder has never seen a noisy picture. Its encoder answers with a code that stands for none of its digits, and the decoder draws what it has never been asked to draw. With weak Gaussian noise the picture comes out worse than it went in. With erased pixels it fares better: an erased digit still looks like a thin digit, and as a thin digit it is restored.',
    explain2:
      'The denoiser pays for its skill. Sixteen numbers cannot hold every detail of a clean picture, so without noise both networks do harm, the denoiser more than the other. Denoising pays only where the noise costs more than the bottleneck: on the mean of a hundred digits from a σ between 0.1 and 0.2 on.',
    explain3:
      'Beyond the mark nothing breaks at once. The curve of the denoiser goes on rising, steeply with erased pixels: where hardly a dot is left, its answers grow faint, and with nine tenths erased their error reaches that of the mean digit, which needs no input at all.',
    explain4:
      'At σ = 2 hardly anything can be seen, and yet the denoiser draws figures. Our digit classifier reads four in ten of the hundred as the digit that was there; at σ = 0.5 it reads more than nine in ten so. About a third of the answers are further from the clean picture than the mean digit would have been. Take another seed, and the same digit gets another answer. A picture that looks restored is no evidence of what was there.',
    display:
      'Ink is shown in equal steps from paper (0) to ink (1). Gaussian noise is added and the result held in [0, 1]; an erased pixel is set to 0; both as in training. The draws belong to the seed and the digit, so a stronger noise is more of the same. Dashed level: the error on the same {digits} digits of answering each with the mean of 400 other test digits.',
  },
  ru: {
    poster:
      'Сохранённый прогон: четвёрка, она же под гауссовским шумом σ = 0,5, чистая четвёрка после шумоподавляющего и клякса после простого автокодировщика; ниже ошибки в зависимости от σ: линия шумоподавляющего ниже всех примерно с 0,15.',
    aim: 'Узнайте, какой шум снимает шумоподавляющий автокодировщик и когда картинку лучше не трогать.',
    clean: 'чистая',
    noisy: 'с шумом',
    // With a soft hyphen: the word is wider than a picture on a telephone. Beside a line there is room for a short one.
    denoiser: 'шумо\u00adподавляющий',
    denoiserMark: 'очищающий',
    autoencoder: 'обычный',
    plain: 'обычный',
    errorNote: 'Ошибка: квадрат расстояния пикселя до чистой картинки, среднее по всем 784.',
    cleanLabel: 'Чистая тестовая цифра.',
    noisyLabel: 'Та же цифра с шумом.',
    denoiserLabel: 'Что делает из зашумлённой цифры шумоподавляющий автокодировщик.',
    autoencoderLabel: 'Что делает из зашумлённой цифры обычный автокодировщик.',
    error: 'ошибка {error}',
    empty: 'Картинки появятся здесь после запуска, а под ними вырастут кривые.',
    curve:
      'Средняя ошибка в зависимости от силы шума: самих зашумлённых картинок, после шумоподавляющего и после обычного автокодировщика. Числа — в таблице.',
    axis_gaussian: 'σ гауссовского шума',
    axis_erased: 'доля стёртых пикселей',
    axisError: 'средний квадрат ошибки пикселя',
    trainedMark: 'до сих пор учили',
    meanDigit: 'средняя цифра',
    progress:
      'Линии: среднее по первым {digits} тестовым цифрам, {done} из {all} значений силы. Точки: цифра сверху. Уровень: на всё отвечать средней цифрой.',
    digit: 'Тестовая цифра (0 … 499)',
    kind: 'Шум',
    kind_gaussian: 'гауссовский',
    kind_erased: 'стёртые пиксели',
    sigma: 'σ отклонение',
    erased: 'доля стёртых',
    runtime: 'ONNX Runtime на',
    runtime_wasm: 'WebAssembly, один поток',
    runtime_webgpu: 'WebGPU',
    preset_trained: 'гауссовский, как в обучении',
    preset_erased: 'стёртые, как в обучении',
    preset_beyond: 'сильнее, чем в обучении',
    preset_clean: 'чистая картинка',
    preset_most: 'самый сильный шум, σ = 2',
    idle: 'При запуске загрузится {runtime} ONNX Runtime ({compressed}, если сервер сжимает) и {models} сетей и тестовых цифр.',
    noise_gaussian: 'гауссовский шум с σ = {strength}',
    noise_erased: 'стёрто {strength} пикселей',
    summary:
      'Тестовая цифра номер {digit}, это {label}; {noise}. Ошибка {noisy} у неё самой, {denoiser} после шумоподавляющего, {autoencoder} после обычного автокодировщика.',
    helps: 'Шумоподавляющий убирает {removed} ошибки.',
    harms: 'Если картинку не трогать, она ближе к чистой, чем ответ шумоподавляющего.',
    plainNearer: 'Обычный автокодировщик ближе к чистой картинке, чем шумоподавляющий.',
    beyond: 'Такого сильного шума в обучении не было.',
    'note_storage-full': 'Хранилище браузера заполнено: в следующий раз модели загрузятся снова.',
    'note_storage-unavailable':
      'Браузер не хранит файлов этой страницы: в следующий раз модели загрузятся снова.',
    'note_kept-copy-damaged': 'Копия в хранилище браузера была повреждена и загружена заново.',
    tableStrength: 'сила шума',
    tableThis: 'эта цифра, {strength}',
    predictHead: 'Предскажите.',
    predict:
      'Две сети одного размера: одну учили восстанавливать чистые цифры, другую — восстанавливать их из зашумлённых. Обе видят четвёрку с шумом. Что нарисует первая? И что сделает вторая с картинкой, на которой шума нет вовсе?',
    runHead: 'Запустите.',
    run: 'Сравните четыре картинки. Затем понемногу убирайте шум: при какой силе кривая шумоподавляющего встречается с кривой нетронутых картинок? Наконец, зайдите за отметку, до которой учили.',
    explainHead: 'Объясните и сравните',
    explain1:
      'Обычный автокодировщик шума никогда не видел. Его кодировщик отвечает кодом, за которым не стоит ни одна из его цифр, и декодировщик рисует то, чего от него никогда не требовали. При слабом гауссовском шуме картинка выходит хуже, чем вошла. Со стёртыми пикселями дело лучше: такая цифра всё ещё похожа на тонкую цифру и восстанавливается как тонкая.',
    explain2:
      'За умение приходится платить. Шестнадцать чисел не вмещают всех подробностей чистой картинки, поэтому без шума вредят обе сети, и шумоподавляющая больше. Снимать шум выгодно лишь там, где он обходится дороже узкого места: в среднем по ста цифрам — начиная с σ между 0,1 и 0,2.',
    explain3:
      'За отметкой ничего не ломается сразу. Кривая шумоподавляющего растёт дальше, со стёртыми пикселями круто: где не осталось почти ни точки, ответы бледнеют, и при девяти стёртых из десяти их ошибка доходит до ошибки средней цифры, которой вход не нужен вовсе.',
    explain4:
      'При σ = 2 разглядеть почти ничего нельзя, а шумоподавляющий всё равно рисует фигуры. Наш классификатор узнаёт в четырёх из десяти ту цифру, что была; при σ = 0,5 — больше чем в девяти из десяти. Около трети ответов дальше от чистой картинки, чем была бы средняя цифра. Смените зерно, и та же цифра получит другой ответ. Картинка, похожая на восстановленную, не свидетельствует о том, что там было.',
    display:
      'Чернила показаны равными ступенями от бумаги (0) до чернил (1). Гауссовский шум прибавляется, а результат удерживается в [0, 1]; стёртый пиксель получает 0; то и другое — как в обучении. Случайные числа зависят от зерна и цифры, поэтому более сильный шум — это тот же шум, но сильнее. Пунктирный уровень: ошибка на тех же {digits} цифрах, если на каждую отвечать средним 400 других тестовых цифр.',
  },
} as const satisfies Localised<DenoiseWords>;
