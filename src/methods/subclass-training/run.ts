import { compile } from '~/autodiff/compile';
import type { Session, Step } from '~/autodiff/program';
import { createRng } from '~/methods/rng/create-rng';
import { Batches, type PictureSet } from '~/methods/sparse-training/pictures';
import { contingency } from './clusters';
import { buildNetworks, type SubclassNetworks } from './networks';
import { checkPlan, STUDENTS, type StudentName, type SubclassPlan } from './plan';
import { firstPictures, halves } from './two-by-five';

const STREAMS = { teacher: 0x61, student: 0x62, batches: 0x63, few: 0x64 } as const;
const streamOf = (seed: number, stream: number) => createRng((seed ^ (stream << 20)) >>> 0);

export interface SubclassOptions {
  readonly plan: SubclassPlan;
  /** With its true classes, which no network is told. */
  readonly data: PictureSet;
  /** 0 … 2³² − 1 */
  readonly seed: number;
}

/** What the test pictures say of all networks. */
export interface Measured {
  /** Shares of the test pictures whose class (of two) is told right. */
  readonly teacher: number;
  readonly students: Readonly<Record<StudentName, number>>;
  /** Counts of true class × subclass of the teacher, row-major [classes, K]. */
  readonly table: Uint32Array;
  /** The teacher's subclass of each test picture. */
  readonly found: Uint8Array;
}

/** A teacher of two classes that invents subclasses, and three students of it: from the seed to the test. */
export class SubclassRun {
  readonly plan: SubclassPlan;
  /** Steps of the teacher and then of the students, who take theirs together. */
  readonly total: number;
  #step = 0;
  readonly #data: PictureSet;
  readonly #networks: SubclassNetworks;
  readonly #session: Session;
  readonly #steps: Readonly<Record<'teach' | 'learn' | 'judge', Step>>;
  readonly #all: Batches;
  readonly #few: Batches;

  private constructor(
    session: Session,
    { plan, data, seed }: SubclassOptions,
    networks: SubclassNetworks,
    steps: Readonly<Record<'teach' | 'learn' | 'judge', Step>>,
  ) {
    this.plan = plan;
    this.total = plan.teacherSteps + plan.studentSteps;
    this.#data = data;
    this.#networks = networks;
    this.#session = session;
    this.#steps = steps;
    const two = halves(data);
    this.#all = new Batches(two, plan.batch, streamOf(seed, STREAMS.batches));
    this.#few = new Batches(firstPictures(two, plan.pictures), plan.batch, streamOf(seed, STREAMS.few));
  }

  /**
   * Compiles the networks into a session, which stays the caller's.
   * @throws RangeError as `checkPlan`, or if there are fewer pictures than the plan wants
   */
  static async open(session: Session, options: SubclassOptions): Promise<SubclassRun> {
    const { plan, data, seed } = options;
    checkPlan(plan);
    const networks = buildNetworks(plan, data.pixels, {
      teacher: streamOf(seed, STREAMS.teacher),
      student: () => streamOf(seed, STREAMS.student),
    });
    const students = STUDENTS.map((name) => networks.students[name]);
    const steps = {
      teach: await session.compile(
        compile({ outputs: [networks.teacher.loss], updates: networks.teacher.updates }),
      ),
      learn: await session.compile(
        compile({
          outputs: students.map(({ loss }) => loss),
          updates: students.flatMap(({ updates }) => updates),
        }),
      ),
      judge: await session.compile(
        compile({ outputs: [networks.teacher.logits, ...students.map(({ logits }) => logits)] }),
      ),
    };
    return new SubclassRun(session, options, networks, steps);
  }

  /** Steps done. */
  get step(): number {
    return this.#step;
  }

  /** Whether the students are at work. */
  get learning(): boolean {
    return this.#step >= this.plan.teacherSteps;
  }

  /**
   * Trains for some steps, at most to the end of the present phase: the teacher's or the students'.
   * @returns mean losses of the steps, nats: the teacher's, or one for each student in the order of `STUDENTS`; empty at the end
   */
  async advance(steps: number): Promise<number[]> {
    const { teacherSteps, studentSteps, rate } = this.plan;
    const learning = this.learning;
    const [begin, length] = learning ? [teacherSteps, studentSteps] : [0, teacherSteps];
    const { students, teacher } = this.#networks;
    const nodes = learning ? STUDENTS.map((name) => students[name].loss) : [teacher.loss];
    const step = learning ? this.#steps.learn : this.#steps.teach;
    const sums = nodes.map(() => 0);
    let count = 0;
    for (; count < steps && this.#step < begin + length; count++, this.#step++) {
      const { x, labels } = (learning ? this.#few : this.#all).next();
      this.#session.write(this.#networks.x, x);
      this.#session.write(this.#networks.labels, labels);
      const phase = (Math.PI * (this.#step - begin)) / length;
      this.#session.write(this.#networks.rate, [(rate / 2) * (1 + Math.cos(phase))]);
      await step.run();
      for (const [at, node] of nodes.entries()) sums[at]! += (await step.read(node))[0] ?? NaN;
    }
    return count === 0 ? [] : sums.map((sum) => sum / count);
  }

  /** Measures all networks on all test pictures. */
  async measure(): Promise<Measured> {
    const { test, classes } = this.#data;
    const { batch, subclasses } = this.plan;
    const { teacher, students, x } = this.#networks;
    const nodes = [teacher.logits, ...STUDENTS.map((name) => students[name].logits)];
    const right = nodes.map(() => 0);
    const found = new Uint8Array(test.count);
    for (let from = 0; from < test.count; from += batch) {
      this.#session.write(x, this.#all.test(from));
      await this.#steps.judge.run();
      const labels = test.labels.subarray(from, Math.min(test.count, from + batch));
      for (const [at, node] of nodes.entries()) {
        const logits = await this.#steps.judge.read(node);
        labels.forEach((label, place) => {
          const row = logits.subarray(place * subclasses, (place + 1) * subclasses);
          if (at === 0) found[from + place] = largestOf(row);
          right[at]! += Number(classOf(row) === Number(label >= classes / 2));
        });
      }
    }
    const [ofTeacher = NaN, ...ofStudents] = right.map((count) => count / test.count);
    return {
      teacher: ofTeacher,
      students: Object.fromEntries(STUDENTS.map((name, at) => [name, ofStudents[at] ?? NaN])) as Record<
        StudentName,
        number
      >,
      table: contingency(test.labels, found, classes, subclasses),
      found,
    };
  }
}

/** Where the largest of some numbers stands; of equal ones the first. */
function largestOf(values: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if (values[at]! > values[best]!) best = at;
  return best;
}

/** The class (0 or 1) whose half of the subclasses has more probability. */
function classOf(logits: ArrayLike<number>): number {
  const most = logits[largestOf(logits)]!;
  let difference = 0;
  for (let at = 0; at < logits.length; at++)
    difference += (at < logits.length / 2 ? -1 : 1) * Math.exp(logits[at]! - most);
  return Number(difference > 0);
}
