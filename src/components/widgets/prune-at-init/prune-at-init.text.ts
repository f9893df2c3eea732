import type { Localised } from '../shared/text';
import type { Params, PresetName } from './prune-at-init.params';

export type PruneWords = Readonly<
  Record<
    | 'aim'
    | 'netPicture'
    | 'keptPlot'
    | 'truthPlot'
    | 'axisSparsity'
    | 'axisKept'
    | 'axisPredictedLoss'
    | 'axisRealLoss'
    | 'axisPredictedFlow'
    | 'axisRealFlow'
    | 'handle'
    | 'handleValue'
    | 'layer'
    | 'exact'
    | 'keeps'
    | 'collapsed'
    | 'collapsesAt'
    | 'never'
    | 'network'
    | 'ranks'
    | 'ranksFlow'
    | 'byHand'
    | 'byHandFlow'
    | 'nothingRemoved'
    | 'choose'
    | 'remove'
    | 'restore'
    | 'restoreAll'
    | 'weightAt'
    | 'weight'
    | 'snipScore'
    | 'graspScore'
    | 'kept'
    | 'yes'
    | 'no'
    | 'loss'
    | 'flow'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'note'
    | keyof Params
    | `option_${Params['score']}`
    | `preset_${PresetName}`,
    string
  >
>;

export const pruneAtInitText = {
  en: {
    aim: 'Find out how far the scores of SNIP and GraSP can be trusted: remove weights of an untrained network by hand, compare what was predicted with what happens, and find the sparsity at which a layer runs empty.',
    netPicture:
      'The network: a line for each weight, thicker for larger ones; dashed where the mask leaves it out, struck through where removed by hand.',
    keptPlot: 'Share of its connections that each layer keeps, by sparsity.',
    truthPlot:
      'Each weight removed by itself: the change predicted to first order, and the real one. On the line they agree.',
    axisSparsity: 'S, share of weights left out',
    axisKept: 'share kept',
    axisPredictedLoss: 'predicted change of the loss',
    axisRealLoss: 'real change of the loss',
    axisPredictedFlow: 'predicted change of ‖g‖²',
    axisRealFlow: 'real change of ‖g‖²',
    handle: 'sparsity',
    handleValue: 'S = {s}',
    layer: 'layer {n}',
    exact: 'as predicted',
    keeps: 'At S = {s} the layers keep {kept} of {all} connections.',
    collapsed:
      'Layer {layer} has collapsed: it keeps none, nothing passes, and the network says the same of every point.',
    collapsesAt: 'From S = {s} on a layer is empty.',
    never: 'No layer runs empty before the last weight.',
    network: 'Untrained and masked it has loss {loss} and tells {accuracy} right.',
    ranks:
      'Over all weights, one at a time, predicted and real change of the loss have a rank correlation of {r}.',
    ranksFlow:
      'Over all weights, one at a time, predicted and real change of ‖g‖² have a rank correlation of {r}.',
    byHand: 'By hand {n} removed: the loss was predicted to change by {predicted} and changes by {real}.',
    byHandFlow: '‖g‖²: predicted {predicted}, real {real}.',
    nothingRemoved: 'None is removed by hand.',
    choose: 'weight to remove',
    remove: 'Remove it',
    restore: 'Put it back',
    restoreAll: 'Put all back',
    weightAt: 'layer {layer}, {input} → {output}: {w}',
    weight: 'weight',
    snipScore: 'SNIP, |w g|',
    graspScore: 'GraSP, S',
    kept: 'in the mask',
    yes: 'yes',
    no: 'no',
    loss: 'change of the loss',
    flow: 'change of ‖g‖²',
    predictHead: 'Predict.',
    predict:
      'SNIP ranks all 50 weights together. Which of the three layers will be the first to run empty: the one with 15, with 25 or with 10 weights? And what becomes of its mask if the last layer is multiplied by 10?',
    tryHead: 'Try.',
    try: 'Drag S to the right until a layer has collapsed. Then remove the weight with the largest score by hand: does the loss do what was predicted? At last multiply the last layer by 10 and compare the masks by SNIP and by magnitude.',
    explainHead: 'Explain, then compare',
    explain1:
      'A first-order prediction is exact for a small change. Removing a whole weight is no small change: the points leave the line, though the order is mostly right. That order is all a mask needs.',
    explain2:
      'Multiplying the last layer by c multiplies its weights. Magnitude then keeps the last layer first. SNIP’s products w g change too, through the loss, but not by c: a gradient by a weight does not grow with that weight.',
    explain3:
      'GraSP’s score has a sign and predicts the flow ‖g‖², not the loss. It removes the highest: weights without which the gradient would be larger.',
    note: 'An untrained 3–5–5–2 network with tanh (two coordinates and a constant 1), 48 points of two half moons, cross-entropy. Scores and masks are those of the methods; H g is taken by a central difference of the gradient along itself. Masks keep (1 − S) 50 weights, rounded. Scales of the scatter follow the largest change.',
    score: 'score',
    sparsity: 'S, sparsity',
    seed: 'seed of weights and points',
    scale: 'c factor of the last layer',
    removed: 'removed by hand',
    option_snip: 'SNIP',
    option_grasp: 'GraSP',
    option_magnitude: 'magnitude',
    option_random: 'by lot',
    preset_snip: 'SNIP at 60%',
    preset_collapse: 'SNIP, a layer runs empty',
    preset_grasp: 'GraSP at 60%',
    preset_magnitude: 'magnitude at 60%',
    preset_scaledSnip: 'last layer × 10, SNIP',
    preset_scaledMagnitude: 'last layer × 10, magnitude',
    preset_byHand: 'two weights removed by hand',
  },
  ru: {
    aim: 'Выясните, насколько можно верить оценкам SNIP и GraSP: удаляйте веса необученной сети вручную, сравнивайте предсказанное с тем, что выходит, и найдите разреженность, при которой слой пустеет.',
    netPicture:
      'Сеть: линия на каждый вес, чем вес больше, тем она толще; пунктир — маска его не берёт, с крестом — удалён вручную.',
    keptPlot: 'Доля связей, остающаяся в каждом слое, в зависимости от разреженности.',
    truthPlot:
      'Каждый вес удалён по отдельности: изменение, предсказанное в первом порядке, и настоящее. На прямой они совпадают.',
    axisSparsity: 'S, доля убранных весов',
    axisKept: 'доля оставшихся',
    axisPredictedLoss: 'предсказанное изменение потерь',
    axisRealLoss: 'настоящее изменение потерь',
    axisPredictedFlow: 'предсказанное изменение ‖g‖²',
    axisRealFlow: 'настоящее изменение ‖g‖²',
    handle: 'разреженность',
    handleValue: 'S = {s}',
    layer: 'слой {n}',
    exact: 'как предсказано',
    keeps: 'При S = {s} в слоях остаётся связей: {kept} из {all}.',
    collapsed:
      'Слой {layer} опустел: связей в нём нет, ничто не проходит, и сеть говорит одно и то же о любой точке.',
    collapsesAt: 'Начиная с S = {s} один из слоёв пуст.',
    never: 'До последнего веса ни один слой не пустеет.',
    network: 'Без обучения сеть с маской даёт потери {loss} и верно узнаёт {accuracy}.',
    ranks:
      'По всем весам, удаляемым по одному, ранговая корреляция предсказанного и настоящего изменения потерь равна {r}.',
    ranksFlow:
      'По всем весам, удаляемым по одному, ранговая корреляция предсказанного и настоящего изменения ‖g‖² равна {r}.',
    byHand: 'Вручную удалено весов: {n}. Потерям предсказано изменение {predicted}, выходит {real}.',
    byHandFlow: '‖g‖²: предсказано {predicted}, выходит {real}.',
    nothingRemoved: 'Вручную ничего не удалено.',
    choose: 'какой вес удалить',
    remove: 'Удалить',
    restore: 'Вернуть',
    restoreAll: 'Вернуть все',
    weightAt: 'слой {layer}, {input} → {output}: {w}',
    weight: 'вес',
    snipScore: 'SNIP, |w g|',
    graspScore: 'GraSP, S',
    kept: 'в маске',
    yes: 'да',
    no: 'нет',
    loss: 'изменение потерь',
    flow: 'изменение ‖g‖²',
    predictHead: 'Предскажите.',
    predict:
      'SNIP ранжирует все 50 весов вместе. Какой из трёх слоёв опустеет первым: с 15, с 25 или с 10 весами? И что станет с маской, если последний слой умножить на 10?',
    tryHead: 'Попробуйте.',
    try: 'Сдвигайте S вправо, пока слой не опустеет. Затем удалите вручную вес с наибольшей оценкой: сделают ли потери то, что предсказано? Наконец, умножьте последний слой на 10 и сравните маски SNIP и по величине.',
    explainHead: 'Объясните, затем сверьте',
    explain1:
      'Предсказание первого порядка точно для малого изменения. Удаление целого веса не мало: точки сходят с прямой, хотя порядок по большей части верен. А маске только порядок и нужен.',
    explain2:
      'Множитель c умножает веса последнего слоя, и по величине первым уцелеет он. Произведения w g у SNIP тоже меняются, через потери, но не в c раз: градиент по весу не растёт вместе с этим весом.',
    explain3:
      'У оценки GraSP есть знак, и предсказывает она поток ‖g‖², а не потери. Убирает она наибольшие: веса, без которых градиент был бы больше.',
    note: 'Необученная сеть 3–5–5–2 с tanh (две координаты и постоянная 1), 48 точек двух полумесяцев, перекрёстная энтропия. Оценки и маски дают сами методы; H g берётся как центральная разность градиента вдоль него самого. Маски оставляют (1 − S) · 50 весов с округлением. Масштаб точечного графика следует за наибольшим изменением.',
    score: 'оценка',
    sparsity: 'S, разреженность',
    seed: 'зерно весов и точек',
    scale: 'c, множитель последнего слоя',
    removed: 'удалено вручную',
    option_snip: 'SNIP',
    option_grasp: 'GraSP',
    option_magnitude: 'величина',
    option_random: 'случайно',
    preset_snip: 'SNIP при 60 %',
    preset_collapse: 'SNIP, слой пустеет',
    preset_grasp: 'GraSP при 60 %',
    preset_magnitude: 'величина при 60 %',
    preset_scaledSnip: 'последний слой × 10, SNIP',
    preset_scaledMagnitude: 'последний слой × 10, величина',
    preset_byHand: 'два веса удалены вручную',
  },
} as const satisfies Localised<PruneWords>;
