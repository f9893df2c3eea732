import type { Localised } from '../shared/text';

export type DigitPlaneWords = Readonly<
  Record<
    | 'aim'
    | 'planeLabel'
    | 'posterAlt'
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
    | 'display',
    string
  >
>;

export const digitPlaneText = {
  en: {
    aim: 'Find out what a decoder draws between the digits it has learnt, and what it draws where no digit has ever been.',
    planeLabel:
      'The latent plane: a grid of decoded digits, the codes of 1,000 test digits written as their digit, circles of the prior, and the line between the two handles.',
    posterAlt:
      'The latent plane before it runs here: decoded digits, codes of test digits and circles of the prior.',
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
      'Dashed circles: 1, 2 and 3 standard deviations of the prior N(0, I), with the share of it that lies inside. Ink is the probability that a pixel is black, shown in equal steps from paper to ink; a pixel is grey between 0.1 and 0.9. The grid is decoded at the middle of each cell.',
  },
  ru: {
    aim: 'Выясните, что декодер рисует между выученными цифрами и что — там, где ни одной цифры никогда не было.',
    planeLabel:
      'Латентная плоскость: сетка декодированных цифр, коды 1000 тестовых цифр, подписанные своей цифрой, окружности априорного распределения и отрезок между двумя ручками.',
    posterAlt:
      'Латентная плоскость до запуска: декодированные цифры, коды тестовых цифр и окружности априорного распределения.',
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
      'Пунктирные окружности: 1, 2 и 3 стандартных отклонения априорного N(0, I) и его доля внутри. Чернила — вероятность того, что пиксель чёрный, равными ступенями от бумаги к чернилам; серый пиксель — от 0,1 до 0,9. Сетка декодирована в серединах клеток.',
  },
} satisfies Localised<DigitPlaneWords>;
