import type { ChoiceReason } from '~/runtime/loop';
import type { Localised } from './text';

/** Words of the parts that load when they are first used: comparison, export, the choice of a device. */
export type LateWords = Readonly<
  Record<
    | 'edit'
    | 'sideSame'
    | 'sideDiffers'
    | 'keep'
    | 'compareHint'
    | 'differences'
    | 'measure'
    | 'difference'
    | 'costSteps'
    | 'costTime'
    | 'costNote'
    | 'picture'
    | 'pictureNote'
    | 'data'
    | 'dataNote'
    | 'embed'
    | 'embedHide'
    | 'embedCopy'
    | 'embedCopied'
    | 'embedByHand'
    | 'nothingYet'
    | 'noFile'
    | 'json'
    | 'code'
    | 'codeNote'
    | 'drawingDataNote'
    | 'deviceSpeed'
    | `device_${ChoiceReason}`,
    string
  >
>;

export const lateText = {
  en: {
    edit: 'The controls edit',
    sideSame: '{side}: as A, so far. Change any setting.',
    sideDiffers: '{side}: {settings}',
    keep: 'Keep {side} only',
    compareHint:
      'A and B run in step: the same seed, as many steps before each picture, the same axes. Run and Reset act on both.',
    differences: 'B compared with A',
    measure: 'Quantity',
    difference: 'B − A',
    costSteps: 'Steps',
    costTime: 'Time for a step, ms',
    costNote:
      'Measured on this device while both ran, each in its own worker, its share of the pictures included.',
    picture: 'Picture (PNG)',
    pictureNote: 'The figure as it is shown now, with its settings and its link.',
    data: 'Data (CSV)',
    dataNote: 'The run’s history, one line for each picture shown; without a run, the table.',
    embed: 'To show this figure alone in another page',
    embedHide: 'Controls that are left out there',
    embedCopy: 'Copy the snippet',
    embedCopied: 'Snippet copied',
    embedByHand: 'The browser refused to copy. Mark the snippet above and copy it by hand.',
    nothingYet: 'There is nothing to save yet: press Run first.',
    noFile:
      'The browser made no file of this. Nothing is lost: the link holds the settings, and the table below can be copied.',
    json: 'Data (JSON)',
    code: 'Code (TypeScript)',
    codeNote: 'Code: the very files that compute this figure here.',
    drawingDataNote: 'CSV: the curves as drawn, point by point; JSON: the settings and the numbers too.',
    deviceSpeed: '{device}: {speed}',
    'device_fast-enough':
      'Chosen: {device}. It is so fast here that a graphics device was not tried. Measured, in programs run a second: {list}.',
    device_measured: 'Chosen by measurement: {device}. Measured, in programs run a second: {list}.',
    'device_only-one':
      'Chosen: {device}, for no other device runs this here. Measured, in programs run a second: {list}.',
  },
  ru: {
    edit: 'Настройки правят',
    sideSame: '{side}: пока как A. Измените любую настройку.',
    sideDiffers: '{side}: {settings}',
    keep: 'Оставить только {side}',
    compareHint:
      'A и B идут в ногу: одно зерно, поровну шагов до каждой картинки, одни и те же оси. «Запустить» и «В начало» действуют на обе стороны.',
    differences: 'B по сравнению с A',
    measure: 'Величина',
    difference: 'B − A',
    costSteps: 'Шаги',
    costTime: 'Время одного шага, мс',
    costNote:
      'Измерено на этом устройстве, пока шли обе стороны, каждая в своём потоке; доля картинок входит.',
    picture: 'Картинка (PNG)',
    pictureNote: 'Рисунок в нынешнем виде, с настройками и ссылкой.',
    data: 'Данные (CSV)',
    dataNote: 'Ход прогона, по строке на каждую показанную картинку; без прогона — таблица.',
    embed: 'Чтобы показать один этот рисунок на другой странице',
    embedHide: 'Настройки, которых там не будет',
    embedCopy: 'Скопировать вставку',
    embedCopied: 'Вставка скопирована',
    embedByHand: 'Браузер не дал скопировать. Выделите вставку выше и скопируйте её сами.',
    nothingYet: 'Сохранять пока нечего: сначала нажмите «Запустить».',
    noFile:
      'Браузер не сделал файла. Ничего не потеряно: настройки есть в ссылке, а таблицу внизу можно скопировать.',
    json: 'Данные (JSON)',
    code: 'Код (TypeScript)',
    codeNote: 'Код — те самые файлы, по которым здесь считается этот рисунок.',
    drawingDataNote: 'CSV: кривые, как они нарисованы, точка за точкой; JSON: ещё настройки и числа.',
    deviceSpeed: '{device}: {speed}',
    'device_fast-enough':
      'Выбрано: {device}. Здесь это так быстро, что видеокарту не пробовали. Измерено, программ в секунду: {list}.',
    device_measured: 'Выбрано по измерению: {device}. Измерено, программ в секунду: {list}.',
    'device_only-one':
      'Выбрано: {device}; другого устройства для этой задачи здесь нет. Измерено, программ в секунду: {list}.',
  },
} satisfies Localised<LateWords>;
