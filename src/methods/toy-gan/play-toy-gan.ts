import type { Session, Step } from '~/autodiff/program';
import type { Knobs } from './games';
import type { ToyGan } from './toy-gan';

/** Who moves in a turn: both (k steps of the judge, then one of the generator), or a single step of one player. */
export type Movers = 'both' | 'judge' | 'generator';

/** What a turn is told: all of it may change between turns. */
export type TurnSettings = { readonly [Name in keyof Knobs]: number } & {
  /** The judge's steps for one of the generator. */
  readonly k: number;
  readonly train: Movers;
};

/** What the latest steps left behind; NaN before the first. */
export interface Scores {
  readonly lossD: number;
  readonly lossG: number;
  readonly beganK: number;
  readonly beganM: number;
}

export interface Look {
  readonly generated: Float32Array;
  readonly manifold: Float32Array;
  readonly field: Float32Array;
  readonly gradients: Float32Array;
  readonly judgedReal: number;
  readonly judgedFake: number;
  readonly pull: number;
}

const KNOBS = ['rateG', 'rateD', 'penalty', 'radius', 'pullingAway', 'gamma', 'lambdaK'] as const;
const PICTURES = {
  generated: 'samples',
  manifold: 'manifold',
  field: 'field',
  gradients: 'gradients',
} as const;
const NUMBERS = ['judgedReal', 'judgedFake', 'pull'] as const;

/** A GAN whose programs are compiled: the moves of the game. */
export class ToyGame {
  readonly #session: Session;
  readonly #gan: ToyGan;
  readonly #judge: Step;
  readonly #constrain: Step | undefined;
  readonly #generator: Step;
  readonly #look: Step;
  judgeSteps = 0;
  generatorSteps = 0;

  private constructor(session: Session, gan: ToyGan, steps: Steps) {
    this.#session = session;
    this.#gan = gan;
    this.#judge = steps.judge;
    this.#constrain = steps.constrain;
    this.#generator = steps.generator;
    this.#look = steps.look;
  }

  /** Compiles the programs in a session, which stays the caller's to dispose of. */
  static async open(session: Session, gan: ToyGan): Promise<ToyGame> {
    return new ToyGame(session, gan, {
      judge: await session.compile(gan.judge),
      constrain: gan.constrain && (await session.compile(gan.constrain)),
      generator: await session.compile(gan.generator),
      look: await session.compile(gan.look),
    });
  }

  /** Plays so many turns with these settings. */
  async play(turns: number, settings: TurnSettings): Promise<void> {
    for (const name of KNOBS) this.#session.write(this.#gan.knobs[name], [settings[name]]);
    const judged = settings.train === 'generator' ? 0 : settings.train === 'judge' ? 1 : settings.k;
    const generated = settings.train === 'judge' ? 0 : 1;
    for (let turn = 0; turn < turns; turn++) {
      await this.#moveJudge(judged);
      if (generated) await this.#generator.run();
    }
    this.judgeSteps += turns * judged;
    this.generatorSteps += turns * generated;
  }

  async #moveJudge(steps: number): Promise<void> {
    if (!this.#constrain) {
      if (steps > 0) await this.#judge.run(steps);
      return;
    }
    for (let step = 0; step < steps; step++) {
      await this.#judge.run();
      await this.#constrain.run();
    }
  }

  async readScores(): Promise<Scores> {
    const { lossD, lossG, began } = this.#gan.outputs;
    const one = async (step: Step, node: Parameters<Step['read']>[0]) => (await step.read(node))[0] ?? NaN;
    const judged = this.judgeSteps > 0;
    return {
      lossD: judged ? await one(this.#judge, lossD) : NaN,
      lossG: this.generatorSteps > 0 ? await one(this.#generator, lossG) : NaN,
      beganK: judged && began ? await one(this.#judge, began.k) : NaN,
      beganM: judged && began ? await one(this.#judge, began.convergence) : NaN,
    };
  }

  /** What the game looks like now; the arrays are the caller's own. */
  async look(): Promise<Look> {
    const { outputs } = this.#gan;
    await this.#look.run();
    const seen: Record<string, Float32Array | number> = {};
    for (const [name, output] of Object.entries(PICTURES))
      seen[name] = Float32Array.from(await this.#look.read(outputs[output]));
    for (const name of NUMBERS) seen[name] = (await this.#look.read(outputs[name]))[0] ?? NaN;
    return seen as unknown as Look;
  }
}

interface Steps {
  readonly judge: Step;
  readonly constrain: Step | undefined;
  readonly generator: Step;
  readonly look: Step;
}
