import type { Localised } from '../shared/text';
import type { Params, PresetName } from './sparse-lab.params';

type Option = Params['method'] | Params['net'] | Params['distribution'] | Params['data'];

/** What stands in the page before any run. */
export type SparseLabWords = Readonly<
  Record<
    | 'aim'
    | 'chartsEmpty'
    | 'predictHead'
    | 'predict'
    | 'runHead'
    | 'run'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'poster'
    | 'offFixed'
    | 'offDense'
    | 'offOneShot'
    | 'offTicket'
    | `preset_${PresetName}`
    | `name_${keyof Params}`
    | `option_${Option}`,
    string
  >
>;

export const sparseLabText = {
  en: {
    aim: 'Train a network that has only a few of its connections and find out which way of choosing them costs the least accuracy: drawn by lot and kept, moved while training, or picked by a score.',
    chartsEmpty: 'After Run: the connections of each layer stand here, accuracy and cost below.',
    predictHead: 'Predict.',
    predict:
      'The dense network has 266,200 weights. How many percent of test accuracy does it lose if 95% of them are left out from the start? And if 99% are? Does it matter whether the rest may move?',
    runHead: 'Run.',
    run: 'Take “RigL, 99%” and press Compare with “static, 99%” on the same seed. Watch the map of connections by pixel: which of the two comes to look like a garment?',
    explainHead: 'Explain, then compare',
    explain1:
      'Both networks have the same number of connections in each layer, the same initial weights and the same batches. The static one keeps the places that the lot gave it; many of these end at pixels that are black in every picture and can learn nothing. RigL drops the weakest connections and grows new ones where the gradient is largest; a pixel that is always black has gradient 0 and is never chosen.',
    explain2:
      'A gain on one seed is not a result. “More seeds” runs both settings again and shows the differences with their spread; the table of the chapter has five seeds for each method and sparsity.',
    explain3:
      'The second chart shows the same accuracies against the operations spent. Sparse steps cost a few percent of a dense one, so the sparse lines end where the dense one has hardly begun. The clock tells another story: products with few connections run slower for each operation than dense ones.',
    poster:
      'A stored run: connections of LeNet-300-100 after {step} steps on Fashion-MNIST, seed {seed}, “{preset}”. Run trains one of your own.',
    offFixed: 'This method never exchanges connections.',
    offDense: 'All connections are there.',
    offOneShot: 'The scores alone decide how many connections each layer keeps.',
    offTicket: 'For lottery tickets only.',
    preset_rigl: 'RigL, 95%',
    preset_static: 'static, 95%',
    preset_dense: 'dense',
    preset_riglExtreme: 'RigL, 99%',
    preset_staticExtreme: 'static, 99%',
    preset_set: 'SET, 99%',
    preset_snfs: 'SNFS, 99%',
    preset_snip: 'SNIP, 99%',
    preset_grasp: 'GraSP, 90%',
    preset_pruning: 'gradual pruning to 99%',
    preset_ticket: 'lottery ticket, 95%',
    preset_convRigl: 'convolutions, RigL, 95%',
    preset_convStatic: 'convolutions, static, 95%',
    preset_diverging: 'dense, far too high a rate',
    name_method: 'method',
    name_net: 'network',
    name_sparsity: 'S share of weights left out',
    name_distribution: 'connections among layers',
    name_every: 'ΔT steps between exchanges',
    name_alpha: 'α share exchanged at first',
    name_end: 'T_end share of the run with exchanges',
    name_rate: 'η learning rate at the start',
    name_rounds: 'rounds of pruning',
    name_rewind: 'k rewinding, share of a training',
    name_data: 'pictures',
    name_batch: 'pictures in a batch',
    name_stepsPerFrame: 'steps for one picture',
    name_steps: 'steps of a training',
    option_dense: 'dense',
    option_static: 'static (drawn by lot)',
    option_set: 'SET',
    option_rigl: 'RigL',
    option_snfs: 'SNFS',
    option_snip: 'SNIP',
    option_grasp: 'GraSP',
    option_pruning: 'gradual pruning',
    option_ticket: 'lottery ticket',
    option_lenet: 'LeNet-300-100',
    option_conv: 'small convolutional network',
    option_erk: 'Erdős–Rényi',
    option_uniform: 'uniform',
    option_clothes: 'Fashion-MNIST',
    option_digits: 'MNIST',
  },
  ru: {
    aim: 'Обучите сеть, у которой есть лишь малая часть связей, и выясните, какой способ их выбора обходится точности дешевле всего: связи случайные и неизменные, перемещаемые при обучении или отобранные по оценке.',
    chartsEmpty: 'После запуска здесь появятся связи каждого слоя, ниже — точность и затраты.',
    predictHead: 'Предскажите.',
    predict:
      'В плотной сети 266 200 весов. Сколько процентов точности на тесте она потеряет, если с самого начала убрать 95 % из них? А если 99 %? Важно ли, могут ли остальные перемещаться?',
    runHead: 'Запустите.',
    run: 'Возьмите «RigL, 99 %» и сравните рядом со «статической, 99 %» на том же зерне. Следите за картой связей по пикселям: какая из двух станет похожа на одежду?',
    explainHead: 'Объясните, затем сверьте',
    explain1:
      'У обеих сетей поровну связей в каждом слое, одни и те же начальные веса и пакеты. Статическая держится мест, доставшихся случайно; многие связи ведут к пикселям, чёрным на всех картинках, и научиться ничему не могут. RigL убирает самые слабые связи и выращивает новые там, где градиент больше всего; у всегда чёрного пикселя градиент равен 0, и его не выберут никогда.',
    explain2:
      'Выигрыш на одном зерне — ещё не результат. «Ещё зёрна» прогоняет обе настройки снова и показывает разности с разбросом; в таблице главы на каждый метод и каждую разреженность по пять зёрен.',
    explain3:
      'На втором графике те же точности отложены по затраченным операциям. Разреженный шаг стоит нескольких процентов плотного, поэтому разреженные кривые кончаются там, где плотная едва началась. Часы говорят иначе: произведения с немногими связями тратят на операцию больше времени, чем плотные.',
    poster:
      'Сохранённый прогон: связи LeNet-300-100 после {step} шагов на Fashion-MNIST, зерно {seed}, «{preset}». Кнопка запуска обучит вашу собственную сеть.',
    offFixed: 'Этот метод никогда не меняет связи.',
    offDense: 'Все связи на месте.',
    offOneShot: 'Сколько связей останется в слое, решают одни оценки.',
    offTicket: 'Только для лотерейных билетов.',
    preset_rigl: 'RigL, 95 %',
    preset_static: 'статическая, 95 %',
    preset_dense: 'плотная',
    preset_riglExtreme: 'RigL, 99 %',
    preset_staticExtreme: 'статическая, 99 %',
    preset_set: 'SET, 99 %',
    preset_snfs: 'SNFS, 99 %',
    preset_snip: 'SNIP, 99 %',
    preset_grasp: 'GraSP, 90 %',
    preset_pruning: 'постепенное прореживание до 99 %',
    preset_ticket: 'лотерейный билет, 95 %',
    preset_convRigl: 'свёрточная, RigL, 95 %',
    preset_convStatic: 'свёрточная, статическая, 95 %',
    preset_diverging: 'плотная, скорость обучения чрезмерна',
    name_method: 'метод',
    name_net: 'сеть',
    name_sparsity: 'S, доля убранных весов',
    name_distribution: 'связи по слоям',
    name_every: 'ΔT, шагов между обменами',
    name_alpha: 'α, доля связей в первом обмене',
    name_end: 'T_end, доля прогона с обменами',
    name_rate: 'η, скорость обучения в начале',
    name_rounds: 'раундов прореживания',
    name_rewind: 'k, откат, доля обучения',
    name_data: 'картинки',
    name_batch: 'картинок в пакете',
    name_stepsPerFrame: 'шагов на один кадр',
    name_steps: 'шагов одного обучения',
    option_dense: 'плотная',
    option_static: 'статическая (случайные места)',
    option_set: 'SET',
    option_rigl: 'RigL',
    option_snfs: 'SNFS',
    option_snip: 'SNIP',
    option_grasp: 'GraSP',
    option_pruning: 'постепенное прореживание',
    option_ticket: 'лотерейный билет',
    option_lenet: 'LeNet-300-100',
    option_conv: 'малая свёрточная сеть',
    option_erk: 'Эрдёш — Реньи',
    option_uniform: 'равномерно',
    option_clothes: 'Fashion-MNIST',
    option_digits: 'MNIST',
  },
} as const satisfies Localised<SparseLabWords>;
