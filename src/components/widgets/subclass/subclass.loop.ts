import type { PictureSet } from '~/methods/sparse-training/pictures';
import { clustersInUse, purity } from '~/methods/subclass-training/clusters';
import { SUBCLASS_PLAN, type SubclassPlan } from '~/methods/subclass-training/plan';
import { SubclassRun } from '~/methods/subclass-training/run';
import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import type { OpenedPictures, OpenPictures } from '../shared/training-pictures';
import { SUBCLASSES, type Frame } from './subclass.frame';
import { fields, type Params } from './subclass.params';

/** A loss beyond this means that the weights grow without bound: guessing costs ln 2, times T² at most 280 nats. */
export const LOSS_LIMIT = 1e4;

/** The plan that the reader's settings mean. */
export function planOf(params: Params): SubclassPlan {
  const { beta, auxiliary, pictures, alpha, temperature, rate, teacherSteps, studentSteps } = params;
  return {
    ...SUBCLASS_PLAN,
    ...{ beta, pictures, alpha, temperature, rate, teacherSteps, studentSteps },
    subclasses: SUBCLASSES,
    auxiliaryTemperature: auxiliary,
  };
}

/**
 * A teacher learns to tell two classes of real pictures apart, each of which is five; then three students learn from a few of the pictures. The first frame is the
 * state before training. Ends `finished` after the students' last step, `diverged` when a loss is not finite or beyond `LOSS_LIMIT`.
 * @throws RangeError if a setting is out of its range; RunFailure if the pictures do not arrive as they should.
 */
export function makeSubclass(open: OpenPictures): Loop<Params, Frame> {
  return async function* subclass({ seed, params, openSession, signal, progress }) {
    const first = params();
    checkParams(fields, first);
    // The executor is on its way while the pictures are; why it does not come is told where it is awaited.
    const opening = openSession({ seed });
    opening.catch(() => undefined);
    const opened = await open(first.data, { progress, signal });
    const session = await opening;
    try {
      const run = await SubclassRun.open(session, { plan: planOf(first), data: opened.set, seed });
      const look = observer(run, opened);
      let losses: number[] = [];
      while (!signal.aborted) {
        // False for NaN too.
        const sound = losses.every((loss) => Math.abs(loss) <= LOSS_LIMIT);
        yield await look(losses);
        if (!sound) return 'diverged';
        const now = params();
        checkParams(fields, now);
        if (run.step >= run.total) return 'finished';
        losses = await run.advance(now.stepsPerFrame);
      }
      return 'finished';
    } finally {
      session.dispose();
    }
  };
}

/** Makes the frames of a run. */
function observer(run: SubclassRun, { set, notes }: OpenedPictures) {
  const classes = meansOf(set, set.test.labels, set.classes);
  return async (losses: readonly number[]): Promise<Frame> => {
    const { teacher, students, table, found } = await run.measure();
    const means = new Uint8Array(classes.length + SUBCLASSES * set.pixels);
    means.set(classes);
    means.set(meansOf(set, found, SUBCLASSES), classes.length);
    return {
      step: run.step,
      total: run.total,
      teacherSteps: run.plan.teacherSteps,
      losses,
      teacher,
      students,
      table,
      purity: purity(table, SUBCLASSES),
      used: clustersInUse(table, SUBCLASSES),
      means,
      notes,
    };
  };
}

/** The mean test picture of each group, 0 … 255, one after the other; blank for a group without pictures. */
export function meansOf({ test, pixels, levels }: PictureSet, groups: Uint8Array, count: number): Uint8Array {
  const sums = new Float64Array(count * pixels);
  const sizes = new Float64Array(count);
  groups.forEach((group, picture) => {
    sizes[group]! += 1;
    const [from, to] = [picture * pixels, group * pixels];
    for (let pixel = 0; pixel < pixels; pixel++) sums[to + pixel]! += test.pictures[from + pixel]!;
  });
  return Uint8Array.from(sums, (sum, at) => {
    const size = sizes[Math.floor(at / pixels)]!;
    return size === 0 ? 0 : Math.round((255 * sum) / (size * (levels - 1)));
  });
}
