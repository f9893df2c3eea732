/** Words of the model card and of a quoted metric. */
export const modelCardText = {
  en: {
    licence: 'Licence of the weights',
    data: 'Data',
    training: 'Training',
    trained: '{minutes} minutes on {device}, PyTorch {torch}, seed {seed}, code at {commit}',
    logged: 'of the batch at hand: {from} at step {first}, {to} at step {last}.',
    wholeLog: 'The whole log, {n} entries',
    metrics: 'Measured',
    by: 'by',
    allBy: 'All by',
    inputs: 'Input',
    outputs: 'Output',
    files: 'Files',
    golden: 'A run in the browser may differ from PyTorch by at most {tolerance} at the golden probe.',
    bytes: '{n} bytes',
    free: '{axis} (any)',
    sheet_grid:
      'Digits decoded from a square of codes, z₁ to the right and z₂ upwards, both from −2.2 to 2.2. Last two rows: the first eight test digits, and each encoded and decoded.',
    sheet_samples:
      'Thirty-two digits decoded from draws of the prior, not chosen. Last two rows: the first eight test digits, and each encoded and decoded.',
    'sheet_fitted-grid':
      'An autoencoder has no prior. Digits decoded from a square of the Gaussian fitted to the codes of 1,000 test digits, −2.2 to 2.2 standard deviations. Last two rows: the first eight test digits, and each encoded and decoded.',
    sheet_fitted:
      'An autoencoder has no prior. Thirty-two digits decoded from draws of the Gaussian fitted to the codes of 1,000 test digits, not chosen. Last two rows: the first eight test digits, and each encoded and decoded.',
    sheet_restored:
      'The first eight test digits; the same with Gaussian noise of deviation 0.5; what the model makes of the noisy ones.',
    sheet_asked:
      'Each row is one draw of the style, each column the digit that was asked for, 0 to 9. Not chosen.',
    readable: '✓ valid',
    unreadable: '✗ invalid',
    strings:
      'Twelve strings, each from a draw of the prior, written token by token, not chosen. Valid: the grammar and the valences are right, which is less than a chemistry toolkit asks for.',
  },
  ru: {
    licence: 'Лицензия весов',
    data: 'Данные',
    training: 'Обучение',
    trained: '{minutes} мин на {device}, PyTorch {torch}, зерно {seed}, код {commit}',
    logged: 'на текущем пакете: {from} на шаге {first}, {to} на шаге {last}.',
    wholeLog: 'Весь журнал, записей: {n}',
    metrics: 'Измерено',
    by: 'командой',
    allBy: 'Всё командой',
    inputs: 'Вход',
    outputs: 'Выход',
    files: 'Файлы',
    golden: 'Прогон в браузере отличается от PyTorch на эталонной пробе не больше чем на {tolerance}.',
    bytes: '{n} байт',
    free: '{axis} (любое)',
    sheet_grid:
      'Цифры, декодированные из квадрата кодов: z₁ вправо, z₂ вверх, оба от −2,2 до 2,2. Две нижние строки: первые восемь цифр тестового набора и они же после кодирования и декодирования.',
    sheet_samples:
      'Тридцать две цифры, декодированные из выборки априорного распределения, без отбора. Две нижние строки: первые восемь цифр тестового набора и они же после кодирования и декодирования.',
    'sheet_fitted-grid':
      'У автокодировщика нет априорного распределения. Цифры декодированы из квадрата гауссианы, подогнанной к кодам 1000 тестовых цифр, от −2,2 до 2,2 стандартных отклонений. Две нижние строки: первые восемь цифр тестового набора и они же после кодирования и декодирования.',
    sheet_fitted:
      'У автокодировщика нет априорного распределения. Тридцать две цифры декодированы из выборки гауссианы, подогнанной к кодам 1000 тестовых цифр, без отбора. Две нижние строки: первые восемь цифр тестового набора и они же после кодирования и декодирования.',
    sheet_restored:
      'Первые восемь цифр тестового набора; они же с гауссовским шумом с отклонением 0,5; то, что модель сделала из зашумлённых.',
    sheet_asked: 'В строке один случайный стиль, в столбце заказанная цифра, от 0 до 9. Без отбора.',
    readable: '✓ верна',
    unreadable: '✗ неверна',
    strings:
      'Двенадцать строк, каждая из своего кода априорного распределения, записаны по одному знаку, без отбора. Верна: соблюдены грамматика и валентности, а химическая программа требует большего.',
  },
} as const;
