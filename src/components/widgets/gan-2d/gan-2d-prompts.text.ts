import type { Localised } from '../shared/text';
import type { PresetName } from './gan-2d.params';

/** What to guess, what to do and what to say why, for one preset. */
export interface Prompts {
  readonly predict: string;
  readonly run: string;
  readonly explain: string;
}

export const promptsText = {
  en: {
    ring: {
      predict:
        'All samples start in one heap near the centre. Will they reach the eight spots one after another or all at once? And once a spot is reached, will it stay covered?',
      run: 'Watch the count of modes, the ground and JS above its floor: crosses drift to where the judge says “data”. Then stop, press “Step D” and “Step G” a few times in turn, and read what each of them changed.',
      explain:
        'What did a step of D change that a step of G needed? Why does the ground fade to the page’s colour when all spots are covered, although the judge goes on learning?',
    },
    moons: {
      predict:
        'Two moons have no modes to count. What in the charts will tell you that the samples have arrived?',
      run: 'Show the lattice of noise and watch which of its parts is stretched across the gap between the moons.',
      explain: 'Why do a few crosses always lie in the gap? (G is continuous, and its noise has one piece.)',
    },
    nonSaturating: {
      predict:
        'The same game with another loss for G. Its rest point is the same; will its way there be too?',
      run: 'Press Compare, give B the minimax loss, and run both on one seed. Look at the first 1,000 steps.',
      explain: 'Where on the way is D(x) on samples near 0, and which of the two slopes is the larger there?',
    },
    wasserstein: {
      predict: 'The critic gives scores without bounds. Will its loss tell you how far the samples are?',
      run: 'Show sliced W₁ beside the losses and compare their shapes. Then press Compare and give B the penalty λ = 10.',
      explain: 'Why does −L_D follow the distance here, while the judge’s loss of minimax does not?',
    },
    wassersteinClip: {
      predict: 'Now the weights are cut to [−c, c] instead of penalised. What shape can such a critic have?',
      run: 'Look at the contours: are they curved around the spots or nearly straight? Then move c by a factor of ten each way.',
      explain: 'How does c set the length of the gradients, and why does the generator’s pace hang on it?',
    },
    leastSquares: {
      predict:
        'D is to give data 1 and samples 0, and pays the square of the error. Can it be too sure here?',
      run: 'Show the gradients and compare them early and late in the run.',
      explain:
        'A sample far on the wrong side costs more with squares than with the logarithm: where do you see it?',
    },
    hinge: {
      predict:
        'The judge stops learning from points that are right by a margin of 1. Which points still teach it?',
      run: 'Watch the contours at −1 and 1: the points between them, or on the wrong side, are those that count.',
      explain: 'Why does L_D near 0 mean something else here than with minimax?',
    },
    dragan: {
      predict:
        'The slope of D is pulled to 1, but only around data. What will the ground look like far from them?',
      run: 'Press Compare, give B the plain non-saturating loss, and look at the contours of both.',
      explain: 'What does a slope of 1 near data spare the generator?',
    },
    ebgan: {
      predict:
        'The judge is an auto-encoder and its energy an error of rebuilding. Where can a bottleneck of one unit rebuild well?',
      run: 'Find the valley of low energy in the contours, and see whether the samples spread along it.',
      explain:
        'Samples with an energy beyond m no longer teach the judge. What holds the others together or apart?',
    },
    began: {
      predict: 'The control kₜ balances the two errors. Will it settle between 0 and 1 or run into an end?',
      run: 'Read kₜ and M below the picture, then move γ to 0.3 and to 0.9.',
      explain: 'Does a falling M mean that all modes are covered? Compare it with the count of modes.',
    },
    r1: {
      predict:
        'The penalty asks for a flat D at the data. What does the ground look like when the game rests?',
      run: 'Let it run to the end, then compare with B without the penalty (non-saturating).',
      explain: 'Why does a gradient of zero at the data let the players stay where they are?',
    },
    vanishing: {
      predict:
        'The judge learns fifty times as fast and takes five steps for one of G. Is a better judge a better teacher?',
      run: 'Watch the length of the gradient, and the crosses. Show the gradients: how far are they stretched?',
      explain: 'The judge’s loss is nearly zero. Why do the crosses stand still all the same?',
    },
    cured: {
      predict: 'The same strong judge, another loss for G. Will the crosses move? Where will they end?',
      run: 'Press Compare and give B the preset “strong judge, minimax loss”: one seed, equal steps.',
      explain: 'Why does this loss move the crosses at once, and why do they end in so few of the spots?',
    },
    collapse: {
      predict:
        'The strong judge again, but G follows it five times faster than before. How many spots will it hold?',
      run: 'Count the modes over the first 1,000 steps and show the lattice of noise: where is all of it drawn to?',
      explain:
        'The judge looks at one sample at a time. What would it have to see to know that all samples are alike?',
    },
    collapseCured: {
      predict:
        'The same judge and the same rates, with a penalty on the slope of D around the data (DRAGAN). What changes?',
      run: 'Press Compare and give B the preset “collapse”. Look at the modes of both after 1,000 steps.',
      explain:
        'Compare the contours of both near the spots. What does a gentler slope leave for a sample to follow?',
    },
    cycling: {
      predict:
        'One cluster of data, and Adam with inertia (β₁ = 0.9) on both sides. Will the samples come to rest in the cluster?',
      run: 'Follow the samples and the ½ contour for 3,000 steps. Does JS come down to its floor and stay there?',
      explain:
        'Each move is right against the opponent of a moment ago. Where in the losses do you see the chase?',
    },
    cyclingCured: {
      predict:
        'The same inertia with a penalty on the slope of D at the data (R1). Where does the chase end?',
      run: 'Press Compare and give B the preset “cycling”. Look at JS and the losses on equal axes.',
      explain: 'What does the penalty take away from D when G is near the data?',
    },
    imbalanced: {
      predict: 'Now G learns fifty times as fast as D. What does a judge that is always late teach?',
      run: 'Watch where the heap of crosses runs, and what the ground looks like when it arrives there. Show the modes.',
      explain: 'Why is a judge that is too weak as bad as one that is too strong?',
    },
    imbalancedCured: {
      predict: 'The rates turned round: D learns three times as fast as G. Will the heap stop hopping?',
      run: 'Press Compare and give B the preset “weak judge, fast generator”: one seed, equal steps.',
      explain: 'How far may the judge be ahead before its gradients vanish? Try η_D.',
    },
    diverging: {
      predict: 'Learning rates of 1: how many steps until it breaks?',
      run: 'Run, and look at the last picture.',
      explain: 'Adam moves each weight by about η a step. How large are the weights themselves?',
    },
  },
  ru: {
    ring: {
      predict:
        'Сначала все образцы лежат кучкой у центра. Дойдут ли они до восьми пятен по очереди или разом? И останется ли пятно покрытым, когда до него дошли?',
      run: 'Следите за числом мод, за фоном и за JS над порогом: крестики плывут туда, где судья говорит «данные». Потом остановите прогон, понажимайте по очереди «Шаг D» и «Шаг G» и прочтите, что изменил каждый.',
      explain:
        'Что изменил шаг D, без чего не было бы шага G? Почему фон бледнеет до цвета страницы, когда покрыты все пятна, хотя судья продолжает учиться?',
    },
    moons: {
      predict: 'У двух лун нет мод, которые можно сосчитать. По чему на графиках видно, что образцы дошли?',
      run: 'Покажите сетку шума и посмотрите, какая её часть растянута через промежуток между лунами.',
      explain:
        'Почему несколько крестиков всегда лежат в промежутке? (G непрерывен, а его шум — из одного куска.)',
    },
    nonSaturating: {
      predict: 'Та же игра с другой потерей G. Точка покоя та же; будет ли той же и дорога к ней?',
      run: 'Нажмите «Сравнить», дайте B минимаксную потерю и запустите обе на одном зерне. Смотрите на первую тысячу шагов.',
      explain: 'Где по дороге D(x) на образцах близок к нулю и чей наклон там больше?',
    },
    wasserstein: {
      predict: 'Оценки критика ничем не ограничены. Скажет ли его потеря, далеко ли образцы?',
      run: 'Покажите рядом с потерями W₁ по срезам и сравните их форму. Потом нажмите «Сравнить» и дайте B штраф λ = 10.',
      explain: 'Почему здесь −L_D следует за расстоянием, а потеря судьи у минимакса — нет?',
    },
    wassersteinClip: {
      predict: 'Теперь веса не штрафуются, а обрезаются до [−c, c]. Какой формы может быть такой критик?',
      run: 'Посмотрите на линии уровня: огибают они пятна или почти прямые? Потом сдвиньте c вдесятеро в обе стороны.',
      explain: 'Как c задаёт длину градиентов и почему от него зависит скорость генератора?',
    },
    leastSquares: {
      predict:
        'D должен давать данным 1, образцам 0 и платит квадрат ошибки. Может ли он здесь быть слишком уверен?',
      run: 'Покажите градиенты и сравните их в начале и в конце прогона.',
      explain: 'Образец далеко не на той стороне стоит у квадратов дороже, чем у логарифма: где это видно?',
    },
    hinge: {
      predict: 'Судья не учится на точках, которые верны с запасом 1. Какие точки ещё чему-то его учат?',
      run: 'Следите за линиями −1 и 1: считаются точки между ними и по чужую сторону.',
      explain: 'Почему L_D около нуля значит здесь не то, что у минимакса?',
    },
    dragan: {
      predict: 'Наклон D тянут к единице, но только вокруг данных. Каким будет фон вдали от них?',
      run: 'Нажмите «Сравнить», дайте B простую ненасыщающуюся потерю и сравните линии уровня.',
      explain: 'От чего избавляет генератор наклон 1 возле данных?',
    },
    ebgan: {
      predict:
        'Судья — автокодировщик, его энергия — ошибка восстановления. Где она может быть мала при узком месте из одного нейрона?',
      run: 'Найдите по линиям уровня долину низкой энергии и посмотрите, растекаются ли по ней образцы.',
      explain: 'Образцы с энергией больше m судью уже не учат. Что держит остальные вместе или врозь?',
    },
    began: {
      predict: 'Регулятор kₜ уравновешивает две ошибки. Остановится ли он между 0 и 1 или упрётся в край?',
      run: 'Читайте kₜ и M под картинкой, потом сдвиньте γ на 0,3 и на 0,9.',
      explain: 'Значит ли падающее M, что покрыты все моды? Сравните его с числом мод.',
    },
    r1: {
      predict: 'Штраф требует, чтобы у данных D был плоским. Каким станет фон, когда игра придёт в покой?',
      run: 'Дайте прогону дойти до конца, потом сравните с B без штрафа (ненасыщающаяся потеря).',
      explain: 'Почему нулевой градиент у данных позволяет игрокам остаться на месте?',
    },
    vanishing: {
      predict:
        'Судья учится в пятьдесят раз быстрее и делает пять шагов на один шаг G. Лучший судья — лучший учитель?',
      run: 'Следите за длиной градиента и за крестиками. Покажите градиенты: во сколько раз они растянуты?',
      explain: 'Потеря судьи почти нулевая. Почему же крестики стоят?',
    },
    cured: {
      predict: 'Тот же сильный судья, другая потеря G. Сдвинутся ли крестики? Где они кончат?',
      run: 'Нажмите «Сравнить» и дайте B опыт «сильный судья, минимакс»: одно зерно, поровну шагов.',
      explain: 'Почему эта потеря сразу сдвигает крестики и почему они кончают лишь в нескольких пятнах?',
    },
    collapse: {
      predict: 'Снова сильный судья, но G следует за ним впятеро быстрее прежнего. Сколько пятен он удержит?',
      run: 'Считайте моды первую тысячу шагов и покажите сетку шума: куда её всю стянуло?',
      explain:
        'Судья смотрит на образцы по одному. Что он должен видеть, чтобы узнать, что все они одинаковы?',
    },
    collapseCured: {
      predict:
        'Тот же судья и те же скорости, но со штрафом на наклон D вокруг данных (DRAGAN). Что изменится?',
      run: 'Нажмите «Сравнить» и дайте B опыт «коллапс». Сравните число мод после тысячи шагов.',
      explain: 'Сравните линии уровня возле пятен. За чем может идти образец там, где склон положе?',
    },
    cycling: {
      predict:
        'Данные — одно пятно, у обоих игроков Adam с инерцией (β₁ = 0,9). Успокоятся ли образцы в пятне?',
      run: 'Три тысячи шагов следите за образцами и линией ½. Опустится ли JS до порога и останется ли там?',
      explain: 'Каждый ход верен против соперника, каким тот был миг назад. Где эта погоня видна в потерях?',
    },
    cyclingCured: {
      predict: 'Та же инерция и штраф на наклон D у данных (R1). Чем кончится погоня?',
      run: 'Нажмите «Сравнить» и дайте B опыт «хождение по кругу»; смотрите на JS и потери в одних осях.',
      explain: 'Что отнимает штраф у D, когда G уже возле данных?',
    },
    imbalanced: {
      predict: 'Теперь G учится в пятьдесят раз быстрее D. Чему учит судья, который всегда опаздывает?',
      run: 'Следите, куда бежит кучка крестиков и каков фон, когда она туда прибегает. Покажите моды.',
      explain: 'Почему слишком слабый судья не лучше слишком сильного?',
    },
    imbalancedCured: {
      predict: 'Скорости наоборот: D учится втрое быстрее G. Перестанет ли кучка скакать?',
      run: 'Нажмите «Сравнить» и дайте B опыт «слабый судья, быстрый генератор»: одно зерно, поровну шагов.',
      explain: 'Насколько судья может быть впереди, пока его градиенты не затухли? Попробуйте η_D.',
    },
    diverging: {
      predict: 'Скорости обучения равны 1: через сколько шагов всё сломается?',
      run: 'Запустите и посмотрите на последнюю картинку.',
      explain: 'Adam за шаг сдвигает каждый вес примерно на η. А велики ли сами веса?',
    },
  },
} satisfies Localised<Readonly<Record<PresetName, Prompts>>>;
