/** What a student learns from, besides a few labels: nothing, the teacher's two classes, or its subclasses. */
export const STUDENTS = ['labels', 'classes', 'subclasses'] as const;
export type StudentName = (typeof STUDENTS)[number];

/** How a teacher and its students are trained. The same plan and seed give the same run on one executor. */
export interface SubclassPlan {
  /** K: outputs of every network, half of them for each class. */
  readonly subclasses: number;
  /** Units of the hidden layers. */
  readonly teacherHidden: readonly number[];
  readonly studentHidden: readonly number[];
  /** β: weight of the auxiliary loss; 0 trains without it. */
  readonly beta: number;
  /** T of the auxiliary loss. */
  readonly auxiliaryTemperature: number;
  readonly teacherSteps: number;
  readonly studentSteps: number;
  /** Training pictures that the students have. The teacher has all. */
  readonly pictures: number;
  /** α: weight of the teacher against the labels. */
  readonly alpha: number;
  /** T at which logits are softened. */
  readonly temperature: number;
  readonly batch: number;
  /** η at the first step; it falls along a half cosine to 0 at the end of each training. */
  readonly rate: number;
  readonly momentum: number;
}

/** As the figure and the table train unless told otherwise. */
export const SUBCLASS_PLAN: SubclassPlan = {
  subclasses: 10,
  teacherHidden: [128],
  studentHidden: [32],
  beta: 1,
  auxiliaryTemperature: 1,
  teacherSteps: 1000,
  studentSteps: 500,
  pictures: 500,
  alpha: 0.9,
  temperature: 4,
  batch: 100,
  rate: 0.1,
  momentum: 0.9,
};

const WHOLE = ['subclasses', 'teacherSteps', 'studentSteps', 'pictures', 'batch'] as const;

/**
 * Guards a plan before anything is computed.
 * @throws RangeError if a number is not what `SubclassPlan` says
 */
export function checkPlan(plan: SubclassPlan): void {
  for (const name of WHOLE)
    if (!Number.isInteger(plan[name]) || plan[name] < 1)
      throw new RangeError(`plan: ${name} must be a whole number of at least 1, found ${plan[name]}`);
  if (plan.subclasses < 2 || plan.subclasses % 2 !== 0)
    throw new RangeError(`plan: subclasses must be even, half for each class, found ${plan.subclasses}`);
  if (plan.batch > plan.pictures)
    throw new RangeError(`plan: ${plan.pictures} pictures do not fill a batch of ${plan.batch}`);
  if (!(plan.rate > 0 && plan.rate < Infinity))
    throw new RangeError(`plan: η must be above 0 and finite, found ${plan.rate}`);
  if (!(plan.momentum >= 0 && plan.momentum < 1))
    throw new RangeError(`plan: μ must be in [0, 1), found ${plan.momentum}`);
}
