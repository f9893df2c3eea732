import type { Localised } from '../shared/text';
import type { Params, PresetName } from './vae-train.params';

/** What stands in the page before any run. */
export type VaeTrainWords = Readonly<
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
    | `preset_${PresetName}`
    | `name_${keyof Params}`,
    string
  >
>;

export const vaeTrainText = {
  en: {
    aim: 'Find out what each of the two terms of the loss does to the code: what happens when the KL term is all but left out, when it is so heavy that the code falls silent (posterior collapse), and what brings a silent code back.',
    chartsEmpty: 'After Run: what the decoder draws stands here, both terms of the loss below.',
    predictHead: 'Predict.',
    predict:
      'The code has two numbers. Where will the ten digits lie with β = 1? With β = 0.02? And what will every digit turn into with β = 8?',
    runHead: 'Run.',
    run: 'Watch the classes come apart while R falls and KL grows. Then drag β to 8 in mid-run: the units fall silent. Drag it back to 1: they come back. At last the presets “one unit falls silent” and “the same β, reached slowly”, side by side with Compare.',
    explainHead: 'Explain, then compare',
    explain1:
      'A unit pays β nats for each nat of KL and earns what it takes off R. As long as the decoder does not know how to use the code it earns little, so a heavy KL term empties the code before it has become worth anything: that is posterior collapse. R then stands where it would stand without any code (the level in the chart), and every digit comes back as the same blurred picture.',
    explain2:
      'With seed 1 after 1,500 steps: β = 1 uses both units and lies within the prior; β = 0.02 pays more than twice the KL for a nat or two of R, and its codes leave the region that the prior draws from. At β = 5 one unit falls silent. If β rises to 5 over 1,000 steps, both stay: the decoder has learnt to use them before they cost anything much. This is so for each of the seeds 0 to 4.',
    explain3:
      'At β = 8 a slow rise does not help: what is lowest at the end has an empty code. Free bits do help, for they change what is lowest: up to λ nats a unit pays the same whether it speaks or not, so nothing is gained by silence.',
    poster:
      'A stored run: codes of 512 test digits after {step} steps, seed {seed}, preset “{preset}”. Run trains one of your own.',
    preset_balanced: 'β = 1',
    preset_small: 'β = 0.02, nearly an autoencoder',
    preset_collapse: 'posterior collapse, β = 8',
    preset_freeBits: 'collapse cured by free bits',
    preset_asleep: 'one unit falls silent, β = 5',
    preset_annealed: 'the same β, reached slowly',
    preset_wide: 'a code of 16 units, β = 1',
    name_beta: 'β weight of the KL term',
    name_lambda: 'λ free bits (nats a unit)',
    name_warmUp: 'steps over which β rises from 0',
    name_code: 'd units of the code',
    name_rate: 'η learning rate',
    name_hidden: 'units in each hidden layer',
    name_batch: 'digits in a batch',
    name_stepsPerFrame: 'steps for one picture',
    name_steps: 'steps in all',
  },
  ru: {
    aim: 'Выясните, что делает с кодом каждое из двух слагаемых функции потерь: что будет, если почти убрать KL, если сделать его таким весомым, что код умолкнет (коллапс апостериорного распределения), и что возвращает умолкший код к жизни.',
    chartsEmpty:
      'После запуска здесь будет видно, что рисует декодер, а ниже — оба слагаемых функции потерь.',
    predictHead: 'Предскажите.',
    predict:
      'В коде два числа. Как расположатся десять цифр при β = 1? При β = 0,02? И во что превратится любая цифра при β = 8?',
    runHead: 'Запустите.',
    run: 'Посмотрите, как классы расходятся, пока R падает, а KL растёт. Затем прямо на ходу сдвиньте β к 8: координаты кода умолкают. Верните β к 1: они оживают. Наконец, сравните рядом наборы «одна координата умолкает» и «то же β, но постепенно».',
    explainHead: 'Объясните, затем сверьте',
    explain1:
      'За каждый нат KL координата платит β натов, а зарабатывает столько, на сколько снижает R. Пока декодер не умеет пользоваться кодом, заработок мал, и весомое слагаемое KL опустошает код прежде, чем тот начал чего-то стоить: это и есть коллапс апостериорного распределения. R тогда стоит там, где стояло бы вовсе без кода (уровень на графике), и любая цифра возвращается одной и той же размытой картинкой.',
    explain2:
      'При зерне 1 после 1500 шагов: с β = 1 работают обе координаты, и коды лежат в пределах априорного распределения; с β = 0,02 за один-два ната в R платят более чем вдвое бо́льшим KL, и коды выходят из области, откуда берёт образцы априорное распределение. При β = 5 одна координата умолкает. Если же β растёт до 5 за 1000 шагов, остаются обе: декодер успевает научиться ими пользоваться, пока они стоят недорого. Так при каждом зерне от 0 до 4.',
    explain3:
      'При β = 8 постепенный рост не помогает: самые низкие потери в конце и есть потери с пустым кодом. Свободные биты помогают, потому что меняют сам минимум: до λ натов координата платит одно и то же, говорит она или молчит, и молчанием ничего не выиграть.',
    poster:
      'Сохранённый прогон: коды 512 тестовых цифр после {step} шагов, зерно {seed}, набор «{preset}». Кнопка запуска обучит вашу собственную модель.',
    preset_balanced: 'β = 1',
    preset_small: 'β = 0,02: почти автокодировщик',
    preset_collapse: 'коллапс, β = 8',
    preset_freeBits: 'коллапс, вылеченный свободными битами',
    preset_asleep: 'одна координата умолкает, β = 5',
    preset_annealed: 'то же β, но постепенно',
    preset_wide: 'код из 16 координат, β = 1',
    name_beta: 'β, вес слагаемого KL',
    name_lambda: 'λ, свободные биты (натов на координату)',
    name_warmUp: 'за сколько шагов β растёт от 0',
    name_code: 'd, координат в коде',
    name_rate: 'η, скорость обучения',
    name_hidden: 'нейронов в скрытом слое',
    name_batch: 'цифр в пакете',
    name_stepsPerFrame: 'шагов на одну картинку',
    name_steps: 'шагов всего',
  },
} as const satisfies Localised<VaeTrainWords>;
