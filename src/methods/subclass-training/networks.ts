import { Graph, type Node } from '~/autodiff/graph';
import { input, transpose } from '~/autodiff/ops';
import type { Update } from '~/autodiff/program';
import { hardLabelLoss, studentLoss } from '~/methods/distillation/losses';
import { applyMlp, initMlp, parametersOf, type Mlp } from '~/methods/mlp/mlp';
import { momentum } from '~/methods/optimizers/updates';
import type { Rng } from '~/methods/rng/rng';
import { classLogits, subclassStudentLoss, teacherLoss } from '~/methods/subclass-distillation/losses';
import { STUDENTS, type StudentName, type SubclassPlan } from './plan';

/** What one network learns by and says. */
export interface Trained {
  /** Subclass logits, [batch, K] */
  readonly logits: Node;
  /** [] */
  readonly loss: Node;
  readonly updates: readonly Update[];
}

/** The teacher and its students in one graph. */
export interface SubclassNetworks {
  /** Pictures [pixels, batch], one-hot classes [2, batch] and η []. */
  readonly x: Node;
  readonly labels: Node;
  readonly rate: Node;
  readonly teacher: Trained;
  readonly students: Readonly<Record<StudentName, Trained>>;
}

/**
 * Multilayer perceptrons with ReLU. All students begin with the same weights; they differ in what they minimise.
 *
 * - `labels`: cross-entropy of the two classes;
 * - `classes`: distillation of the teacher's two class logits, with α and T as below;
 * - `subclasses`: distillation of its K subclass logits (`subclassStudentLoss`).
 * @param rngs draw the initial weights; `student` is asked once for each student
 * @throws RangeError as the losses
 */
export function buildNetworks(
  plan: SubclassPlan,
  pixels: number,
  rngs: { readonly teacher: Rng; readonly student: () => Rng },
): SubclassNetworks {
  const graph = new Graph();
  const { batch, subclasses, alpha, temperature } = plan;
  const [x, labels, rate] = [
    input(graph, [pixels, batch], 'x'),
    input(graph, [2, batch], 'labels'),
    input(graph, [], 'rate'),
  ];
  const [pictures, targets] = [transpose(x, [1, 0]), transpose(labels, [1, 0])];
  const make = (hidden: readonly number[], rng: Rng, name: string): Mlp =>
    initMlp(graph, [pixels, ...hidden, subclasses], rng, { activation: 'relu', name });
  const train = (net: Mlp, lossOf: (logits: Node) => Node): Trained => {
    const logits = applyMlp(net, pictures, 'relu');
    const loss = lossOf(logits);
    return { logits, loss, updates: momentum(loss, parametersOf(net), { rate, momentum: plan.momentum }) };
  };
  const teacher = train(make(plan.teacherHidden, rngs.teacher, 'teacher'), (logits) =>
    teacherLoss(logits, targets, { beta: plan.beta, temperature: plan.auxiliaryTemperature }),
  );
  const losses: Readonly<Record<StudentName, (logits: Node) => Node>> = {
    labels: (logits) => hardLabelLoss(classLogits(logits, 2), targets),
    classes: (logits) =>
      studentLoss(classLogits(teacher.logits, 2), classLogits(logits, 2), targets, { alpha, temperature }),
    subclasses: (logits) => subclassStudentLoss(teacher.logits, logits, targets, { alpha, temperature }),
  };
  const students = Object.fromEntries(
    STUDENTS.map((name) => [name, train(make(plan.studentHidden, rngs.student(), name), losses[name])]),
  ) as Record<StudentName, Trained>;
  return { x, labels, rate, teacher, students };
}
