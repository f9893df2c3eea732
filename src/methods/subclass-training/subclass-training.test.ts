import { describe, expect, it } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import type { Pictures, PictureSet } from '~/methods/sparse-training/pictures';
import { openReference } from '~/runtime/executors/reference/session';
import { openWasmSession } from '~/runtime/executors/wasm/session';
import { clustersInUse, contingency, purity } from './clusters';
import { checkPlan, SUBCLASS_PLAN, type SubclassPlan } from './plan';
import { SubclassRun } from './run';
import { firstPictures, halves } from './two-by-five';

const PIXELS = 30;
/** Four patterns with noise; the first two make class 0. */
function patterns(seed: number): PictureSet {
  const rng = createRng(seed);
  const centres = Array.from({ length: 4 * PIXELS }, () => rng.integer(8));
  const draw = (count: number): Pictures => {
    const labels = Uint8Array.from({ length: count }, () => rng.integer(4));
    const pictures = Uint8Array.from({ length: count * PIXELS }, (_, at) => {
      const label = labels[Math.floor(at / PIXELS)] ?? 0;
      return rng.uniform() < 0.6 ? (centres[label * PIXELS + (at % PIXELS)] ?? 0) : rng.integer(8);
    });
    return { count, pictures, labels };
  };
  return { pixels: PIXELS, levels: 8, classes: 4, train: draw(400), test: draw(110) };
}

const DATA = patterns(3);
const PLAN: SubclassPlan = {
  ...SUBCLASS_PLAN,
  subclasses: 4,
  teacherHidden: [16],
  studentHidden: [6],
  teacherSteps: 120,
  studentSteps: 60,
  pictures: 40,
  batch: 20,
};

async function train(changes: Partial<SubclassPlan> = {}, seed = 1, open = openWasmSession) {
  const session = await open({ seed });
  const run = await SubclassRun.open(session, { plan: { ...PLAN, ...changes }, data: DATA, seed });
  const before = await run.measure();
  const losses = [await run.advance(70), await run.advance(70), await run.advance(1000)];
  const end = await run.advance(5);
  const after = await run.measure();
  session.dispose();
  return { run, before, losses, end, after };
}

describe('a run', () => {
  it('trains the teacher, then all students together, and is the same again', async () => {
    const { run, before, losses, end, after } = await train();
    expect(losses.map((each) => each.length)).toEqual([1, 1, 3]);
    expect([run.step, run.total, end]).toEqual([180, 180, []]);
    expect(after.teacher).toBeGreaterThan(0.9);
    expect(after.teacher).toBeGreaterThan(before.teacher);
    for (const accuracy of Object.values(after.students)) expect(accuracy).toBeGreaterThan(0.6);
    const again = await train();
    expect(again.after).toEqual(after);
    expect(again.losses).toEqual(losses);
    expect((await train({}, 2)).after).not.toEqual(after);
  });

  it('the student of the labels knows nothing of the teacher', async () => {
    const [one, two] = [await train({ beta: 0, alpha: 0.2 }), await train({ beta: 2, temperature: 1 })];
    expect(one.after.students.labels).toBe(two.after.students.labels);
    expect(one.losses[2]![0]).toBe(two.losses[2]![0]);
    expect(one.losses[2]![2]).not.toBe(two.losses[2]![2]);
  });

  it('all students begin alike; with α = 0 they stay so', async () => {
    const { before, after, losses } = await train({ alpha: 0 });
    expect(new Set(Object.values(before.students)).size).toBe(1);
    expect(new Set(Object.values(after.students)).size).toBe(1);
    losses[2]!.forEach((loss) => { expect(loss).toBeCloseTo(losses[2]![0]!, 5); }); // prettier-ignore
  });

  it('the auxiliary loss makes the teacher tell apart what nobody named', async () => {
    const [without, withIt] = await Promise.all(
      [0, 1].map(async (beta) =>
        (await Promise.all([1, 2, 3].map((seed) => train({ beta }, seed)))).map(({ after }) => after.table),
      ),
    );
    const mean = (tables: readonly Uint32Array[]) =>
      tables.reduce((sum, table) => sum + purity(table, 4), 0) / tables.length;
    expect(mean(withIt!)).toBeGreaterThan(mean(without!) + 0.1);
    expect(clustersInUse(withIt![0]!, 4)).toBe(4);
  });

  it('is that of double precision', async () => {
    const [fast, exact] = [await train(), await train({}, 1, openReference)];
    exact.losses.flat().forEach((loss, at) => { expect(fast.losses.flat()[at]).toBeCloseTo(loss, 2); }); // prettier-ignore
    expect(Math.abs(fast.after.teacher - exact.after.teacher)).toBeLessThan(0.03);
  });

  it('counts every test picture once', async () => {
    const { after } = await train();
    expect(after.table.reduce((sum, count) => sum + count, 0)).toBe(110);
    expect(contingency(DATA.test.labels, after.found, 4, 4)).toEqual(after.table);
    const right = after.found.filter(
      (found, at) => Number(found >= 2) === Number(DATA.test.labels[at]! >= 2),
    );
    // The largest subclass nearly always lies in the class with more probability.
    expect(Math.abs(right.length / 110 - after.teacher)).toBeLessThan(0.05);
  });
});

describe('a plan', () => {
  it.each([
    [{ subclasses: 5 }, 'subclasses must be even'],
    [{ pictures: 10 }, '10 pictures do not fill a batch of 20'],
    [{ studentSteps: 0 }, 'studentSteps must be a whole number of at least 1, found 0'],
    [{ rate: 0 }, 'η must be above 0'],
    [{ momentum: 1 }, 'μ must be in [0, 1)'],
    [{ beta: -1 }, 'β must be at least 0'],
    [{ alpha: 2 }, 'α must be in [0, 1]'],
    [{ temperature: 0 }, 'temperature must be above 0'],
    [{ pictures: 401 }, 'in 1 … 400 of pictures, found 401'],
  ] as const)('%o is refused', async (changes, message) => {
    const session = await openReference({ seed: 1 });
    const plan = { ...PLAN, ...changes };
    await expect(SubclassRun.open(session, { plan, data: DATA, seed: 1 })).rejects.toThrow(message);
  });

  it('of the course is sound', () => {
    expect(() => { checkPlan(SUBCLASS_PLAN); }).not.toThrow(); // prettier-ignore
  });
});

describe('two classes of four', () => {
  it('are the first two and the last two labels', () => {
    const two = halves(DATA);
    expect(two.classes).toBe(2);
    DATA.train.labels.forEach((label, at) => { expect(two.train.labels[at]).toBe(Number(label > 1)); }); // prettier-ignore
    expect(two.train.pictures).toBe(DATA.train.pictures);
    expect(() => halves({ ...DATA, classes: 3 })).toThrow('even number of classes, found 3');
  });

  it('fewer pictures are the first ones', () => {
    const few = firstPictures(DATA, 3);
    expect(few.train.count).toBe(3);
    expect(few.train.pictures).toEqual(DATA.train.pictures.slice(0, 3 * PIXELS));
    expect(few.test).toBe(DATA.test);
    expect(() => firstPictures(DATA, 0)).toThrow('found 0');
  });
});

describe('clusters', () => {
  it('purity: closed forms', () => {
    expect(purity([3, 1, 0, 4], 2)).toBe(7 / 8);
    expect(purity([5, 0, 0, 0, 5, 0], 3)).toBe(1);
    // All in one cluster: the share of the commonest class.
    expect(purity([7, 0, 3, 0], 2)).toBe(0.7);
    expect(purity([0, 0], 2)).toBeNaN();
    expect(() => purity([1, 2, 3], 2)).toThrow('no table of 2 clusters');
  });

  it('counts, and refuses what does not fit', () => {
    expect([...contingency([0, 0, 1], [2, 2, 0], 2, 3)]).toEqual([0, 0, 2, 1, 0, 0]);
    expect(() => contingency([0], [0, 1], 1, 2)).toThrow('1 labels, but 2 clusters');
    expect(() => contingency([2], [0], 2, 2)).toThrow('class 2 and cluster 0 of example 0 do not fit');
  });

  it('in use are those with a hundredth of all', () => {
    expect(clustersInUse([50, 0, 1, 49], 2)).toBe(2);
    expect(clustersInUse([500, 0, 499, 1], 2)).toBe(1);
    expect(clustersInUse([0, 0], 2)).toBe(0);
  });
});
