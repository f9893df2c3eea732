import type { ReadingCondition } from '~/schemas/question-active';
import type { Reading } from '~/components/widgets/shared/reading';

type Bounds = NonNullable<ReadingCondition['step']>;
type Setting = string | number;

/** One condition beside what the widget says now. */
export interface Check {
  readonly about: 'step' | 'seed' | 'param' | 'measure';
  /** Name of the setting or measure. */
  readonly name: string;
  readonly asked: Bounds | readonly Setting[];
  /** `undefined` before the first frame. */
  readonly now: Setting | undefined;
  readonly holds: boolean;
}

type Seen = Pick<Reading, 'step' | 'seed' | 'params' | 'measures'>;

/** Every condition of a goal against one reading, in the order in which they are shown. */
export function checkReading(where: ReadingCondition, reading: Seen | undefined): Check[] {
  const checks: Check[] = [];
  const add = (
    about: Check['about'],
    name: string,
    asked: Check['asked'],
    now: Setting | undefined,
  ): void => {
    checks.push({ about, name, asked, now, holds: holds(asked, now) });
  };
  for (const [name, asked] of Object.entries(where.params ?? {}))
    add('param', name, toAsked(asked), reading?.params[name]);
  if (where.seed !== undefined) add('seed', 'seed', [where.seed], reading?.seed);
  if (where.step) add('step', 'step', where.step, reading?.step);
  for (const [name, asked] of Object.entries(where.measures ?? {}))
    add('measure', name, asked, reading?.measures[name]);
  return checks;
}

/** Whether all conditions hold in this one reading. */
export function matchesReading(where: ReadingCondition, reading: Seen): boolean {
  return checkReading(where, reading).every((check) => check.holds);
}

function toAsked(asked: Setting | readonly Setting[] | Bounds): Check['asked'] {
  return typeof asked === 'string' || typeof asked === 'number' ? [asked] : asked;
}

function holds(asked: Check['asked'], now: Setting | undefined): boolean {
  if (now === undefined) return false;
  if (isList(asked)) return asked.includes(now);
  const { atLeast = -Infinity, atMost = Infinity } = asked;
  return typeof now === 'number' && now >= atLeast && now <= atMost;
}

export function isList(asked: Check['asked']): asked is readonly Setting[] {
  return Array.isArray(asked);
}

/**
 * How many goals are reached after one more reading. They are reached in their order and stay reached.
 * @param reached how many were before
 */
export function countReached(goals: readonly ReadingCondition[], reached: number, reading: Seen): number {
  let count = reached;
  for (let goal = goals[count]; goal && matchesReading(goal, reading); goal = goals[count]) count += 1;
  return count;
}
