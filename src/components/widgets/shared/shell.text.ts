import type { FailureCode } from '~/runtime/loop';
import type { WidgetState } from './machine';
import type { Localised } from './text';

/** Words that every widget shows. */
export type ShellWords = Readonly<
  Record<
    | 'run'
    | 'runBytes'
    | 'pause'
    | 'resume'
    | 'again'
    | 'step'
    | 'reset'
    | 'retry'
    | 'undo'
    | 'copyLink'
    | 'copied'
    | 'copyByHand'
    | 'compare'
    | 'share'
    | 'seed'
    | 'seedNote'
    | 'preset'
    | 'ownPreset'
    | 'more'
    | 'table'
    | 'controls'
    | 'device'
    | 'device_auto'
    | 'device_wasm'
    | 'device_tfjs-webgpu'
    | 'device_tfjs-wasm'
    | 'device_reference'
    | 'kind_live'
    | 'kind_recorded'
    | 'kind_drawing'
    | 'kindNote_live'
    | 'kindNote_recorded'
    | 'kindNote_drawing'
    | 'noScript'
    | 'loadingBytes'
    | 'heldOutOfSight'
    | 'heldOtherWidget'
    | 'rate'
    | 'stepCount'
    | 'failureDetail'
    | 'outOfRange'
    | 'issues'
    | 'issueValue'
    | 'issueUnknown'
    | 'issueVersion'
    | 'kilobytes'
    | 'megabytes'
    | `state_${WidgetState}`
    | `failure_${FailureCode}`,
    string
  >
>;

export const shellText = {
  en: {
    run: 'Run',
    runBytes: 'downloads {size}',
    pause: 'Pause',
    resume: 'Resume',
    again: 'Run again',
    step: 'Step',
    reset: 'Reset',
    retry: 'Retry',
    undo: 'Undo change',
    copyLink: 'Copy link',
    copied: 'Link copied',
    compare: 'Compare',
    share: 'Export, embed',
    copyByHand: 'The browser refused to copy. The link to this experiment:',
    seed: 'seed',
    seedNote: 'One seed gives one run; Reset keeps it.',
    preset: 'Preset',
    ownPreset: 'own settings',
    more: 'More settings',
    table: 'The figure as a table',
    controls: 'Settings',
    device: 'Device',
    device_auto: 'choose for me',
    device_wasm: 'WebAssembly, this course’s kernels',
    'device_tfjs-webgpu': 'WebGPU, TensorFlow.js',
    'device_tfjs-wasm': 'WebAssembly, TensorFlow.js',
    device_reference: 'plain TypeScript, 64-bit',
    kind_live: 'live',
    kind_recorded: 'recorded',
    kind_drawing: 'drawing',
    kindNote_live: 'Computed now, in this page.',
    kindNote_recorded: 'A stored run of this same code.',
    kindNote_drawing: 'Computed from formulas as you change the settings; nothing is trained.',
    noScript:
      'This figure computes in your browser and needs scripts, which are off. The picture is a stored run.',
    loadingBytes: '{loaded} of {total}',
    heldOutOfSight: 'it goes on when the figure is in view',
    heldOtherWidget: 'another figure runs now',
    rate: '{rate} steps/s',
    stepCount: 'step {step}',
    failureDetail: 'What the program said: {message}',
    outOfRange: 'Not taken: {found}. Expected {expected}.',
    issues: 'This link asks for something that the figure cannot do:',
    issueValue: '{key}: “{found}” is not one of {expected}; used instead: {used}',
    issueUnknown: '{key}: there is no such setting; it was left out',
    issueVersion:
      'the link has format {found}, this page reads format {expected}; what it understood was used',
    kilobytes: '{n}\u00a0KB',
    megabytes: '{n}\u00a0MB',
    state_idle: 'Not started',
    state_loading: 'Loading',
    state_running: 'Running',
    state_paused: 'Paused',
    state_done: 'Finished',
    state_failed: 'Failed',
    failure_unsupported:
      'This browser or device cannot run this. Choose another device under “More settings”, or use a current Firefox, Chrome, Edge or Safari.',
    failure_download: 'The download broke off. Check the connection, then press Retry.',
    failure_checksum:
      'The downloaded file is damaged; the bad copy has been dropped. Press Retry to fetch it again.',
    'failure_device-lost':
      'The graphics device was lost (driver reset, sleep, or another program). Press Retry, or choose WebAssembly under “More settings”.',
    'failure_out-of-memory':
      'There was not enough memory. Close other tabs or choose a smaller network or batch, then press Retry.',
    failure_internal:
      'The program made a mistake, not you. Press Retry or Reset; a report with this link helps.',
  },
  ru: {
    run: 'Запустить',
    runBytes: 'загрузит {size}',
    pause: 'Пауза',
    resume: 'Продолжить',
    again: 'Запустить снова',
    step: 'Шаг',
    reset: 'В начало',
    retry: 'Повторить',
    undo: 'Отменить правку',
    copyLink: 'Скопировать ссылку',
    copied: 'Ссылка скопирована',
    compare: 'Сравнить',
    share: 'Сохранить, встроить',
    copyByHand: 'Браузер не дал скопировать. Ссылка на этот опыт:',
    seed: 'зерно',
    seedNote: 'Одному зерну отвечает один прогон; «В начало» его сохраняет.',
    preset: 'Опыт',
    ownPreset: 'свои настройки',
    more: 'Другие настройки',
    table: 'Рисунок в виде таблицы',
    controls: 'Настройки',
    device: 'Устройство',
    device_auto: 'выбрать за меня',
    device_wasm: 'WebAssembly, ядра этого курса',
    'device_tfjs-webgpu': 'WebGPU, TensorFlow.js',
    'device_tfjs-wasm': 'WebAssembly, TensorFlow.js',
    device_reference: 'обычный TypeScript, 64 бита',
    kind_live: 'вживую',
    kind_recorded: 'запись',
    kind_drawing: 'рисунок',
    kindNote_live: 'Вычисляется сейчас, на этой странице.',
    kindNote_recorded: 'Сохранённый прогон этого же кода.',
    kindNote_drawing: 'Вычисляется по формулам при каждой перемене настроек; ничто не обучается.',
    noScript: 'Этот рисунок считает в браузере, а скрипты выключены. На картинке — сохранённый прогон.',
    loadingBytes: '{loaded} из {total}',
    heldOutOfSight: 'продолжится, когда рисунок будет на экране',
    heldOtherWidget: 'сейчас считает другой рисунок',
    rate: '{rate} шагов/с',
    stepCount: 'шаг {step}',
    failureDetail: 'Сообщение программы: {message}',
    outOfRange: 'Не принято: {found}. Допустимо: {expected}.',
    issues: 'Ссылка просит то, чего рисунок не умеет:',
    issueValue: '{key}: «{found}» не подходит (допустимо: {expected}); взято {used}',
    issueUnknown: '{key}: такой настройки нет, она пропущена',
    issueVersion: 'формат ссылки — {found}, страница читает формат {expected}; взято то, что удалось понять',
    kilobytes: '{n}\u00a0КБ',
    megabytes: '{n}\u00a0МБ',
    state_idle: 'Не запущено',
    state_loading: 'Загрузка',
    state_running: 'Идёт',
    state_paused: 'Пауза',
    state_done: 'Закончено',
    state_failed: 'Сбой',
    failure_unsupported:
      'Этот браузер или устройство с такой задачей не справится. Выберите другое устройство в разделе «Другие настройки» или возьмите свежий Firefox, Chrome, Edge или Safari.',
    failure_download: 'Загрузка прервалась. Проверьте соединение и нажмите «Повторить».',
    failure_checksum: 'Загруженный файл повреждён, негодная копия удалена. Нажмите «Повторить».',
    'failure_device-lost':
      'Графическое устройство потеряно (сброс драйвера, сон или другая программа). Нажмите «Повторить» или выберите WebAssembly в разделе «Другие настройки».',
    'failure_out-of-memory':
      'Не хватило памяти. Закройте лишние вкладки или уменьшите сеть или пакет и нажмите «Повторить».',
    failure_internal:
      'Ошибка в программе, не у вас. Нажмите «Повторить» или «В начало»; поможет сообщение с этой ссылкой.',
  },
} satisfies Localised<ShellWords>;
