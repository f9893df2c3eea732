import type { Localised } from '../shared/text';
import type { Params, PresetName } from './loss-landscape.params';

/** What stands in the page before any run. */
export type LandscapeWords = Readonly<
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
    | 'note'
    | `preset_${PresetName}`
    | `name_${keyof Params}`
    | `option_${Params['method'] | Params['curve'] | Params['space']}`,
    string
  >
>;

export const lossLandscapeText = {
  en: {
    aim: 'Find out what lies between a static sparse network and one whose connections moved: a hill on the straight line, and perhaps a way around it.',
    chartsEmpty: 'After Run: losses of both networks and the barriers stand here.',
    predictHead: 'Predict.',
    predict:
      'Both networks begin with the same weights and see the same batches; only the connections of the second may move. Half-way between them, is the loss lower or higher than at either end?',
    runHead: 'Run.',
    run: 'Watch the hill grow while the networks part. Then the curve is trained: does it find a way through the weights that one of them has, or does it need all?',
    explainHead: 'Explain, then compare',
    explain1:
      'The networks have few connections in common. Half-way each of the others has half its weight, and ReLU layers that were tuned to whole weights no longer fit together.',
    explain2:
      'A Bézier curve has inner points that are free. They are trained so that the mean loss along the curve falls. In the sparse space they may use the connections of both networks, in the dense space all.',
    explain3:
      'A static network cannot walk the curve: it may only use its own connections. That a low way exists shows that what keeps it where it is may be its mask more than a hill.',
    poster:
      'A stored run: loss between a static network and one trained by RigL, after {step} steps, seed {seed}, “{preset}”. Run trains your own.',
    note: 'LeNet-300-100 on Fashion-MNIST, momentum 0.9, η = 0.1 along a half cosine; exchanges until three quarters of the training. The loss is that of 1,000 training pictures, at 21 points. The curve is trained with momentum 0.9 on random places and other batches. The barrier is how far the loss rises above the straight line between the losses of the ends.',
    preset_rigl: 'static and RigL, 98%',
    preset_extreme: 'static and RigL, 99%',
    preset_dense: 'the same in the dense space',
    preset_set: 'static and SET, 98%',
    preset_twin: 'twins: one mask, other batches',
    preset_mild: 'static and RigL, 80%',
    name_method: 'the other network',
    name_sparsity: 'S share of weights left out',
    name_curve: 'curve',
    name_space: 'weights for the curve',
    name_rate: 'η of the curve',
    name_steps: 'steps of the networks',
    name_curveSteps: 'steps of the curve',
    name_stepsPerFrame: 'steps for one picture',
    option_rigl: 'RigL',
    option_set: 'SET',
    option_twin: 'static too, other batches',
    option_quadratic: 'quadratic Bézier',
    option_cubic: 'cubic Bézier',
    option_sparse: 'those of either network',
    option_dense: 'all',
  },
  ru: {
    aim: 'Выясните, что лежит между статической разреженной сетью и сетью, чьи связи перемещались: холм на прямой и, быть может, путь в обход.',
    chartsEmpty: 'После запуска здесь появятся потери обеих сетей и барьеры.',
    predictHead: 'Предскажите.',
    predict:
      'Обе сети начинают с одних и тех же весов и видят одни и те же пакеты; перемещаться могут только связи второй. На полпути между ними потери ниже или выше, чем на концах?',
    runHead: 'Запустите.',
    run: 'Следите, как растёт холм, пока сети расходятся. Затем обучается кривая: найдёт ли она путь по весам, которые есть хотя бы у одной сети, или ей нужны все?',
    explainHead: 'Объясните, затем сверьте',
    explain1:
      'Общих связей у сетей мало. На полпути у каждой из остальных лишь половина веса, и слои ReLU, настроенные на целые веса, друг к другу уже не подходят.',
    explain2:
      'У кривой Безье внутренние точки свободны. Их обучают так, чтобы падали средние потери вдоль кривой. В разреженном пространстве им доступны связи обеих сетей, в плотном — все.',
    explain3:
      'Статическая сеть по кривой пройти не может: ей доступны лишь собственные связи. Если низкий путь есть, значит, держит её на месте скорее маска, чем холм.',
    poster:
      'Сохранённый прогон: потери между статической сетью и сетью, обученной RigL, после {step} шагов, зерно {seed}, «{preset}». Кнопка запуска обучит ваши собственные.',
    note: 'LeNet-300-100 на Fashion-MNIST, импульс 0,9, η = 0,1 по половине косинуса; обмены до трёх четвертей обучения. Потери измерены на 1000 учебных картинок в 21 точке. Кривую обучают с импульсом 0,9 в случайных местах на других пакетах. Барьер — насколько потери поднимаются над прямой между потерями концов.',
    preset_rigl: 'статическая и RigL, 98 %',
    preset_extreme: 'статическая и RigL, 99 %',
    preset_dense: 'то же в плотном пространстве',
    preset_set: 'статическая и SET, 98 %',
    preset_twin: 'двойники: одна маска, другие пакеты',
    preset_mild: 'статическая и RigL, 80 %',
    name_method: 'другая сеть',
    name_sparsity: 'S, доля убранных весов',
    name_curve: 'кривая',
    name_space: 'веса для кривой',
    name_rate: 'η кривой',
    name_steps: 'шагов сетей',
    name_curveSteps: 'шагов кривой',
    name_stepsPerFrame: 'шагов на один кадр',
    option_rigl: 'RigL',
    option_set: 'SET',
    option_twin: 'тоже статическая, другие пакеты',
    option_quadratic: 'квадратичная Безье',
    option_cubic: 'кубическая Безье',
    option_sparse: 'имеющиеся хотя бы у одной сети',
    option_dense: 'все',
  },
} as const satisfies Localised<LandscapeWords>;
