import type { Localised } from '../shared/text';

export type DigitLatentsWords = Readonly<
  Record<
    | 'aim'
    | 'planeLabel'
    | 'posterAlt'
    | 'poster_hole'
    | 'poster_traverse'
    | 'digitLabel'
    | 'digitCaption'
    | 'digitEmpty'
    | 'stripLabel'
    | 'stripCaption'
    | 'nearest'
    | 'near'
    | 'grey'
    | 'handle'
    | 'from'
    | 'handleHelp'
    | 'handleRole'
    | 'position'
    | 'axis1'
    | 'axis2'
    | 'sigma'
    | 'z1'
    | 'z2'
    | 'from1'
    | 'from2'
    | 'show'
    | 'show_both'
    | 'show_digits'
    | 'show_codes'
    | 'runtime'
    | 'runtime_wasm'
    | 'runtime_webgpu'
    | 'preset_walk'
    | 'preset_between'
    | 'preset_outside'
    | 'idle'
    | 'summary'
    | 'meet'
    | 'empty'
    | 'note_storage-full'
    | 'note_storage-unavailable'
    | 'note_kept-copy-damaged'
    | 'promptsTitle'
    | 'predict'
    | 'run'
    | 'explain'
    | 'explanation1'
    | 'explanation2'
    | 'explanation3'
    | 'tableStep'
    | 'tablePrior'
    | 'tableNear'
    | 'tableGrey'
    | 'display'
    | 'aimRows'
    | 'aimTwo'
    | 'planeEmpty'
    | 'planeLabelAe'
    | 'sigmaAe'
    | 'code'
    | 'least'
    | 'model'
    | 'against'
    | 'size'
    | 'size_2'
    | 'size_16'
    | 'digit'
    | 'unit'
    | 'value'
    | 'model_none'
    | 'model_vae-digits'
    | 'model_vae-1'
    | 'model_vae-0.25'
    | 'model_vae-4'
    | 'model_vae-16'
    | 'model_ae'
    | 'preset_hole'
    | 'preset_betas'
    | 'preset_traverse'
    | 'preset_traverseAe'
    | 'rowsOf'
    | 'rowsEmpty'
    | 'rowsLabel'
    | 'rowsCaption'
    | 'rowsCaptionAe'
    | 'start'
    | 'startLabel'
    | 'moved'
    | 'movedLabel'
    | 'strength'
    | 'strengthUnit'
    | 'hole'
    | 'apart'
    | 'summaryRows'
    | 'deaf'
    | 'summaryAe'
    | 'tableModel'
    | 'tableLeast'
    | 'tableUnit'
    | 'tableStrength'
    | 'tableValue'
    | 'tableReach'
    | 'explanation4'
    | 'explanation5'
    | 'source'
    | 'source_test'
    | 'source_drawing'
    | 'drawTitle'
    | 'drawHelp'
    | 'drawIdle'
    | 'drawBlank'
    | 'drawInk'
    | 'drawAgain'
    | 'drawnPlace'
    | 'drawnPlaceAe'
    | 'drawnCode'
    | 'drawnOutside'
    | 'drawnError'
    | 'drawnJudging'
    | 'odd'
    | 'usual'
    | 'unusual'
    | 'goThere'
    | 'rowsOfDrawing'
    | 'noDrawing'
    | 'apartDrawn'
    | 'aHole'
    | 'predictTwo'
    | 'runTwo'
    | 'predictRows'
    | 'runRows'
    | 'padLabel'
    | 'padPicture'
    | 'padHow'
    | 'padUndo'
    | 'padClear'
    | 'padCleared'
    | 'padFull'
    | 'padAt'
    | 'padDrawn'
    | 'padDown'
    | 'padUp'
    | 'example_three'
    | 'example_seven'
    | 'example_house',
    string
  >
>;

export const digitLatentsText = {
  en: {
    aim: 'Find out what a decoder draws between the digits it has learnt, and what it draws where no digit has ever been.',
    planeLabel:
      'The latent plane: a grid of decoded digits, the codes of 1,000 test digits written as their digit, circles of the prior, and the line between the two handles.',
    posterAlt:
      'The latent plane before it runs here: decoded digits, codes of test digits and circles of the prior.',
    poster_hole:
      'The planes of the autoencoder and of the VAE before they run here: codes of test digits in colours, the handle at the same place in both, and the digits decoded there.',
    poster_traverse:
      'A test digit decoded with each of sixteen numbers moved from −3 to 3, before it runs here: six rows change, ten do not.',
    digitLabel: 'The digit decoded at the handle.',
    digitCaption: 'decoded at ●',
    digitEmpty: 'the digit at ● appears here',
    stripLabel: 'Digits decoded along the line from ○ to ●, eight of them, equally spaced.',
    stripCaption:
      'From ○ to ● in equal steps. Below: the digit of most of the 10 nearest test codes, and the share of grey pixels.',
    nearest: '{digit} ({votes} of {asked})',
    near: 'test codes near: {nearest}',
    grey: '{share} grey',
    handle: 'Handle ●, the code that is decoded',
    from: 'Handle ○, where the line begins',
    handleHelp: 'Arrow keys move by 0.1, with Shift by 0.5; Home goes to the origin.',
    handleRole: 'point in the plane',
    position: 'z₁ {z1}, z₂ {z2}',
    axis1: 'z₁',
    axis2: 'z₂',
    sigma: '{n}σ {mass}',
    z1: 'z₁ of ●',
    z2: 'z₂ of ●',
    from1: 'z₁ of ○',
    from2: 'z₂ of ○',
    show: 'In the plane',
    show_both: 'decoded digits and test codes',
    show_digits: 'decoded digits',
    show_codes: 'codes of 1,000 test digits',
    runtime: 'ONNX Runtime on',
    runtime_wasm: 'WebAssembly, one thread',
    runtime_webgpu: 'WebGPU',
    preset_walk: 'walk from a 7 to a 0',
    preset_between: 'where classes meet',
    preset_outside: 'where no digit is',
    idle: 'Run downloads {runtime} of ONNX Runtime ({compressed} where the server compresses it) and {model} of model and test codes.',
    summary:
      'At z = ({z1}, {z2}): {mass} of the prior lies nearer to the origin. The nearest test codes belong to {nearest}. {grey} of the pixels are grey.',
    meet: 'Several digits meet here, so the picture is a mixture.',
    empty:
      'No test digit was encoded near here (the tenth nearest is {radius} away): whatever is drawn, no training image asked for it.',
    'note_storage-full': 'The browser’s storage is full: the model will be downloaded again next time.',
    'note_storage-unavailable':
      'The browser keeps no files for this page: the model will be downloaded again next time.',
    'note_kept-copy-damaged': 'The copy in the browser’s storage was damaged and has been fetched anew.',
    promptsTitle: 'Predict, run, explain',
    predict:
      'Predict: on the straight line from the 7 (○) to the 0 (●), does the picture jump from one digit to the other, fade from one into the other, or pass through other digits?',
    run: 'Run, and read the strip from left to right. Then drag ● to the place where it is greyest, and at last as far out as the plane goes.',
    explain: 'Explain, then compare',
    explanation1:
      'In training each image was decoded from a cloud of codes, q(z|x), not from a point: the decoder had to draw nearly the same picture everywhere in the cloud. Therefore neighbours look alike, and the line passes through the classes whose clouds lie on it.',
    explanation2:
      'Where clouds of several classes overlap, one code stands for different images. The best picture is then their weighted mean, pixel by pixel: a mixture, grey where they disagree.',
    explanation3:
      'Far outside no cloud ever lay, so that no image disagrees with any other: the numbers inside the decoder only grow with the distance, and its last sigmoid turns them into black and white: some strokes stay as they are, others tear. A picture without grey is no evidence that such a digit exists.',
    tableStep: 'picture',
    tablePrior: 'prior nearer to the origin',
    tableNear: 'nearest test codes',
    tableGrey: 'grey pixels',
    display:
      'Dashed circles: 1, 2 and 3 standard deviations of the prior N(0, I), with the share of it that lies inside; of an autoencoder, which has no prior, of its test codes, and coordinates and distances then count such deviations from their mean, axis by axis. Ink is the probability that a pixel is black, shown in equal steps from paper to ink; a pixel is grey between 0.1 and 0.9. The grid is decoded at the middle of each cell.',
    aimTwo: 'Find out whose codes leave holes, and what a decoder draws in one.',
    aimRows: 'Find out which of sixteen numbers a decoder listens to, and what each of them means.',
    planeEmpty: 'The plane appears here after Run.',
    planeLabelAe:
      'The plane of codes: a grid of decoded digits, the codes of 1,000 test digits written as their digit, circles of 1, 2 and 3 standard deviations of these codes, and the line between the two handles.',
    sigmaAe: '{n}σ',
    code: 'code ({z1}, {z2})',
    least: 'nearest test code: {distance}',
    model: 'Model',
    against: 'Compare with',
    size: 'Numbers of a code',
    size_2: '2: a plane',
    size_16: '16: traversals',
    digit: 'Test digit (0 … 99)',
    unit: 'Row: which number moves',
    value: 'Value of that number',
    model_none: 'nothing',
    'model_vae-digits': 'VAE, β = 1, wide',
    'model_vae-1': 'VAE, β = 1',
    'model_vae-0.25': 'VAE, β = 0.25',
    'model_vae-4': 'VAE, β = 4',
    'model_vae-16': 'VAE, β = 16',
    model_ae: 'autoencoder',
    preset_hole: 'a hole of the autoencoder, filled in the VAE',
    preset_betas: 'β = 0.25 against β = 16',
    preset_traverse: 'sixteen numbers, β = 4',
    preset_traverseAe: 'sixteen numbers, with and without a prior',
    rowsOf: 'a test digit {digit}',
    rowsEmpty: 'Sixteen rows of digits appear here after Run.',
    rowsLabel:
      'A grid of digits: one row for each number of the code, strongest first; in each row that number goes from −3 to 3 while the others stay.',
    rowsCaption:
      'One row for each number of the code, named by its place and its KL from the prior (nats for a test image, from the model’s card). In each row that number alone goes from −3 to 3.',
    rowsCaptionAe:
      'One row for each number of the code, named by its place and the standard deviation of its test codes. In each row that number alone goes from −3 to 3 such deviations from its mean.',
    start: 'as encoded',
    startLabel: 'The test digit, decoded from its code.',
    moved: '{name} = {value}: a pixel changes by {change} on average',
    movedLabel: 'The same code with the chosen number at the chosen value.',
    strength: '{name} · {strength}',
    strengthUnit: 'z{index}',
    hole: 'A hole: the nearest of 1,000 test codes is {distance} away.',
    apart: '{name}: nearest test code {distance} away, {grey} of the pixels grey.{hole}',
    summaryRows:
      '{model}: {alive} of {all} numbers change some pixel by the traversal ({reach} on average or more). {name} at {value} changes a pixel by {change} on average.',
    deaf: 'The decoder does not listen to this number: training has given it up, and its code is the prior whatever the image.',
    summaryAe:
      'At {z1} and {z2} standard deviations from the mean of the codes: the nearest test codes belong to {nearest}. {grey} of the pixels are grey.',
    tableModel: 'model',
    tableLeast: 'nearest test code',
    tableUnit: 'number',
    tableStrength: 'KL, or deviation of the codes',
    tableValue: 'value in this code',
    tableReach: 'largest mean change of a pixel',
    explanation4:
      'An autoencoder pays nothing for where its codes lie: they spread over tens of units and leave land between the classes on which no image was ever put. A VAE pays the divergence from N(0, I) for every image, so codes of all classes are drawn into one cloud without room between them. The larger β, the tighter the cloud, and the less it says of the image.',
    explanation5:
      'Of sixteen numbers, only those stay in use whose gain in reconstruction exceeds their divergence; the others are set to the prior and the decoder learns to ignore them. The larger β, the fewer remain. An autoencoder has no such price and uses all.',
    source: 'Code to traverse',
    source_test: 'of a test digit',
    source_drawing: 'of my drawing',
    drawTitle: 'Draw your own digit',
    drawHelp:
      'The encoder of each model places your digit, and 500 test digits are there to judge it by: {bytes}, downloaded when you draw.',
    drawIdle: 'Run the figure, and the models will read what you draw.',
    drawBlank:
      'The sheet is blank: draw a digit, large and in the middle, and each model says where it puts it.',
    drawInk: 'your digit, as the encoder gets it',
    drawAgain: 'drawn again from its code',
    drawnPlace: 'code ({z1} ± {sd1}, {z2} ± {sd2})',
    drawnPlaceAe: 'code ({z1}, {z2}) standard deviations from the mean',
    drawnCode: 'Its code has sixteen numbers; the rows can traverse it (more settings).',
    drawnOutside: 'It lies outside the plane shown.',
    drawnError: 'error of a pixel {error}: larger than that of {share} of {n} test digits',
    drawnJudging: 'error of a pixel {error}; test digits judged so far: {judged} of {n}',
    odd: 'So badly is hardly any test digit restored: to this model your drawing is an anomaly.',
    usual: 'An error like this is common among test digits: to this model your drawing is no anomaly.',
    unusual: 'An error like this is rare among test digits, but not unheard of.',
    goThere: 'Move ● to its code',
    rowsOfDrawing: 'your drawing',
    noDrawing: 'There is no drawing: the test digit is traversed.',
    aHole: 'Its codes leave a hole there.',
    apartDrawn: 'Your drawing, {name}: {finding}.',
    predictTwo:
      'Predict: ● stands at the same place in both planes, counted in standard deviations. In which of them do you expect a digit at places where no test code is near?',
    runTwo:
      'Run, compare the digits at ● and the distances to the nearest test code, then drag ● through the gaps between the colours of the one plane and watch the other.',
    predictRows:
      'Predict: of sixteen numbers, how many does the decoder need to draw a digit, and will one of them be the slant, one the thickness?',
    runRows:
      'Run, and read the rows from the top. Press a picture to choose its row and value; then choose another β, and another test digit.',
    padLabel: 'A sheet to draw a digit on',
    padPicture: 'Your drawing: strokes {n}.',
    padHow:
      'Draw with a finger, a mouse or a pen. By keyboard: arrows move the cross (Shift: faster), Space puts the pen down and lifts it, Backspace takes back a stroke. The drawing is scaled and centred as MNIST was.',
    padUndo: 'Undo stroke',
    padClear: 'Clear',
    padCleared: 'The sheet is blank.',
    padFull: 'No more than {most} points fit into a link.',
    padAt: 'column {column}, row {row} of 64',
    padDrawn: 'drawn to column {column}, row {row}',
    padDown: 'pen down',
    padUp: 'pen up',
    example_three: 'a three',
    example_seven: 'a seven',
    example_house: 'no digit: a house',
  },
  ru: {
    aim: 'Выясните, что декодер рисует между выученными цифрами и что — там, где ни одной цифры никогда не было.',
    planeLabel:
      'Латентная плоскость: сетка декодированных цифр, коды 1000 тестовых цифр, подписанные своей цифрой, окружности априорного распределения и отрезок между двумя ручками.',
    posterAlt:
      'Латентная плоскость до запуска: декодированные цифры, коды тестовых цифр и окружности априорного распределения.',
    poster_hole:
      'Плоскости автокодировщика и VAE до запуска: коды тестовых цифр разных цветов, ручка в одном и том же месте и цифры, декодированные там.',
    poster_traverse:
      'Тестовая цифра, декодированная со сдвигом каждого из шестнадцати чисел от −3 до 3, до запуска: шесть строк меняются, десять нет.',
    digitLabel: 'Цифра, декодированная в точке ручки.',
    digitCaption: 'декодировано в ●',
    digitEmpty: 'здесь появится цифра из ●',
    stripLabel: 'Восемь цифр, декодированных через равные шаги на отрезке от ○ до ●.',
    stripCaption:
      'От ○ до ● равными шагами. Снизу: цифра большинства из 10 ближайших тестовых кодов и доля серых пикселей.',
    nearest: '{digit} ({votes} из {asked})',
    near: 'тестовые коды рядом: {nearest}',
    grey: 'серых {share}',
    handle: 'Ручка ●, декодируемый код',
    from: 'Ручка ○, начало отрезка',
    handleHelp: 'Стрелки сдвигают на 0,1, с Shift — на 0,5; Home возвращает в начало координат.',
    handleRole: 'точка на плоскости',
    position: 'z₁ {z1}, z₂ {z2}',
    axis1: 'z₁',
    axis2: 'z₂',
    sigma: '{n}σ {mass}',
    z1: 'z₁ точки ●',
    z2: 'z₂ точки ●',
    from1: 'z₁ точки ○',
    from2: 'z₂ точки ○',
    show: 'На плоскости',
    show_both: 'цифры декодера и тестовые коды',
    show_digits: 'цифры декодера',
    show_codes: 'коды 1000 тестовых цифр',
    runtime: 'ONNX Runtime на',
    runtime_wasm: 'WebAssembly, один поток',
    runtime_webgpu: 'WebGPU',
    preset_walk: 'путь от 7 к 0',
    preset_between: 'где встречаются классы',
    preset_outside: 'где нет ни одной цифры',
    idle: 'При запуске загрузятся {runtime} ONNX Runtime ({compressed}, если сервер сжимает) и {model} модели с тестовыми кодами.',
    summary:
      'В точке z = ({z1}; {z2}): {mass} априорного распределения лежит ближе к началу координат. Ближайшие тестовые коды принадлежат цифре {nearest}. Серых пикселей {grey}.',
    meet: 'Здесь встречаются несколько цифр, поэтому картинка — смесь.',
    empty:
      'Рядом нет ни одного тестового кода (до десятого по близости {radius}): что бы ни было нарисовано, ни одно обучающее изображение этого не требовало.',
    'note_storage-full': 'Хранилище браузера заполнено: в следующий раз модель загрузится снова.',
    'note_storage-unavailable':
      'Браузер не хранит файлов этой страницы: в следующий раз модель загрузится снова.',
    'note_kept-copy-damaged': 'Копия в хранилище браузера была повреждена и загружена заново.',
    promptsTitle: 'Предскажите, запустите, объясните',
    predict:
      'Предскажите: на прямой от 7 (○) к 0 (●) картинка перескочит от одной цифры к другой, плавно перейдёт из одной в другую или пройдёт через другие цифры?',
    run: 'Запустите и прочтите ленту слева направо. Затем перетащите ● туда, где картинка серее всего, и наконец как можно дальше от центра.',
    explain: 'Объясните, затем сравните',
    explanation1:
      'При обучении изображение декодировалось не из точки, а из облака кодов q(z|x): всюду в облаке декодер должен был рисовать почти одно и то же. Поэтому соседи похожи, а прямая проходит через те классы, чьи облака лежат на ней.',
    explanation2:
      'Где облака разных классов перекрываются, один код отвечает разным изображениям. Лучшая картинка там — их взвешенное среднее по пикселям: смесь, серая там, где они расходятся.',
    explanation3:
      'Далеко снаружи облаков не было, и изображениям не с чем расходиться: числа внутри декодера лишь растут с расстоянием, и последняя сигмоида превращает их в чёрное и белое: одни штрихи застывают, другие рвутся. Картинка без серого — ещё не свидетельство, что такая цифра бывает.',
    tableStep: 'картинка',
    tablePrior: 'априорного ближе к началу координат',
    tableNear: 'ближайшие тестовые коды',
    tableGrey: 'серых пикселей',
    display:
      'Пунктирные окружности: 1, 2 и 3 стандартных отклонения априорного N(0, I) и его доля внутри; у автокодировщика, где априорного нет, — отклонения тестовых кодов, и координаты с расстояниями считаются в них от среднего по каждой оси. Чернила — вероятность того, что пиксель чёрный, равными ступенями от бумаги к чернилам; серый пиксель — от 0,1 до 0,9. Сетка декодирована в серединах клеток.',
    aimTwo: 'Выясните, чьи коды оставляют дыры и что рисует в них декодер.',
    aimRows: 'Выясните, к каким из шестнадцати чисел прислушивается декодер и что значит каждое из них.',
    planeEmpty: 'Плоскость появится здесь после запуска.',
    planeLabelAe:
      'Плоскость кодов: сетка декодированных цифр, коды 1000 тестовых цифр, подписанные своей цифрой, окружности в 1, 2 и 3 стандартных отклонения этих кодов и отрезок между двумя ручками.',
    sigmaAe: '{n}σ',
    code: 'код ({z1}; {z2})',
    least: 'до ближайшего тестового кода: {distance}',
    model: 'Модель',
    against: 'Сравнить с',
    size: 'Чисел в коде',
    size_2: '2: плоскость',
    size_16: '16: обходы',
    digit: 'Тестовая цифра (0 … 99)',
    unit: 'Строка: какое число меняется',
    value: 'Значение этого числа',
    model_none: 'ни с чем',
    'model_vae-digits': 'VAE, β = 1, широкий',
    'model_vae-1': 'VAE, β = 1',
    'model_vae-0.25': 'VAE, β = 0,25',
    'model_vae-4': 'VAE, β = 4',
    'model_vae-16': 'VAE, β = 16',
    model_ae: 'автокодировщик',
    preset_hole: 'дыра автокодировщика, заполненная в VAE',
    preset_betas: 'β = 0,25 против β = 16',
    preset_traverse: 'шестнадцать чисел, β = 4',
    preset_traverseAe: 'шестнадцать чисел, с априорным и без него',
    rowsOf: 'тестовая цифра {digit}',
    rowsEmpty: 'Шестнадцать строк цифр появятся здесь после запуска.',
    rowsLabel:
      'Таблица цифр: по строке на каждое число кода, сначала самые сильные; в строке это число идёт от −3 до 3, остальные стоят.',
    rowsCaption:
      'По строке на каждое число кода; подписаны его место и его KL от априорного (нат на тестовое изображение, из карточки модели). В строке только это число идёт от −3 до 3.',
    rowsCaptionAe:
      'По строке на каждое число кода; подписаны его место и стандартное отклонение по тестовым кодам. В строке только это число отходит от своего среднего на −3 … 3 таких отклонения.',
    start: 'как закодирована',
    startLabel: 'Тестовая цифра, декодированная из её кода.',
    moved: '{name} = {value}: пиксель меняется в среднем на {change}',
    movedLabel: 'Тот же код с выбранным числом при выбранном значении.',
    strength: '{name} · {strength}',
    strengthUnit: 'z{index}',
    hole: 'Дыра: до ближайшего из 1000 тестовых кодов {distance}.',
    apart: '{name}: до ближайшего тестового кода {distance}, серых пикселей {grey}.{hole}',
    summaryRows:
      '{model}: при обходе картинку меняют {alive} из {all} чисел (пиксель в среднем на {reach} или больше). {name} при значении {value} меняет пиксель в среднем на {change}.',
    deaf: 'Декодер не слышит этого числа: обучение от него отказалось, и его код равен априорному, каким бы ни было изображение.',
    summaryAe:
      'На {z1} и {z2} стандартного отклонения от среднего кодов: ближайшие тестовые коды принадлежат цифре {nearest}. Серых пикселей {grey}.',
    tableModel: 'модель',
    tableLeast: 'до ближайшего тестового кода',
    tableUnit: 'число',
    tableStrength: 'KL или отклонение кодов',
    tableValue: 'значение в этом коде',
    tableReach: 'наибольшее среднее изменение пикселя',
    explanation4:
      'Автокодировщик не платит за то, где лежат его коды: они расходятся на десятки единиц и оставляют между классами землю, на которую не попало ни одно изображение. VAE платит за каждое изображение расхождением с N(0, I), и коды всех классов стягиваются в одно облако, где между ними нет места. Чем больше β, тем теснее облако и тем меньше оно говорит об изображении.',
    explanation5:
      'Из шестнадцати чисел в ходу остаются лишь те, чей выигрыш в восстановлении больше их расхождения; остальные равны априорному, и декодер учится их не замечать. Чем больше β, тем меньше таких чисел. Автокодировщик этой цены не знает и пользуется всеми.',
    source: 'Чей код обходить',
    source_test: 'тестовой цифры',
    source_drawing: 'моего рисунка',
    drawTitle: 'Нарисуйте свою цифру',
    drawHelp:
      'Кодировщик каждой модели найдёт место вашей цифре, а сравнят её с 500 тестовыми: {bytes} загрузятся, когда вы нарисуете.',
    drawIdle: 'Запустите фигуру, и модели прочтут ваш рисунок.',
    drawBlank: 'Лист пуст: нарисуйте цифру, крупно и посередине, и каждая модель скажет, где её место.',
    drawInk: 'ваша цифра, какой её видит кодировщик',
    drawAgain: 'нарисована заново по коду',
    drawnPlace: 'код ({z1} ± {sd1}; {z2} ± {sd2})',
    drawnPlaceAe: 'код ({z1}; {z2}) стандартных отклонений от среднего',
    drawnCode: 'В её коде шестнадцать чисел; строки могут его обойти (см. другие настройки).',
    drawnOutside: 'Он лежит за пределами показанной плоскости.',
    drawnError: 'ошибка пикселя {error}: больше, чем у {share} из {n} тестовых цифр',
    drawnJudging: 'ошибка пикселя {error}; сравнено тестовых цифр: {judged} из {n}',
    odd: 'Так плохо не восстанавливается почти ни одна тестовая цифра: для этой модели ваш рисунок — аномалия.',
    usual: 'Такая ошибка у тестовых цифр обычна: для этой модели ваш рисунок не аномалия.',
    unusual: 'Такая ошибка у тестовых цифр редка, но бывает.',
    goThere: 'Переместить ● к её коду',
    rowsOfDrawing: 'ваш рисунок',
    noDrawing: 'Рисунка нет: обходится код тестовой цифры.',
    aHole: 'Здесь в её кодах дыра.',
    apartDrawn: 'Ваш рисунок, {name}: {finding}.',
    predictTwo:
      'Предскажите: ● стоит в обеих плоскостях в одном и том же месте, если считать в стандартных отклонениях. В какой из них вы ждёте цифру там, где рядом нет ни одного тестового кода?',
    runTwo:
      'Запустите, сравните цифры в ● и расстояния до ближайшего тестового кода, затем проведите ● через просветы между цветами одной плоскости и следите за другой.',
    predictRows:
      'Предскажите: сколько из шестнадцати чисел нужно декодеру, чтобы нарисовать цифру, и окажется ли одно из них наклоном, другое толщиной?',
    runRows:
      'Запустите и прочтите строки сверху вниз. Нажмите на картинку, чтобы выбрать её строку и значение; потом выберите другое β и другую цифру.',
    padLabel: 'Лист, на котором рисуют цифру',
    padPicture: 'Ваш рисунок: штрихов {n}.',
    padHow:
      'Рисуйте пальцем, мышью или пером. С клавиатуры: стрелки двигают крест (с Shift — быстрее), пробел опускает и поднимает перо, Backspace убирает штрих. Рисунок масштабируется и центрируется так же, как MNIST.',
    padUndo: 'Убрать штрих',
    padClear: 'Очистить',
    padCleared: 'Лист пуст.',
    padFull: 'В ссылку помещается не больше {most} точек.',
    padAt: 'столбец {column}, строка {row} из 64',
    padDrawn: 'проведено до столбца {column}, строки {row}',
    padDown: 'перо опущено',
    padUp: 'перо поднято',
    example_three: 'тройка',
    example_seven: 'семёрка',
    example_house: 'не цифра: дом',
  },
} satisfies Localised<DigitLatentsWords>;
