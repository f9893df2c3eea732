import type { Node } from '~/autodiff/graph';
import type { Session, Step } from '~/autodiff/program';
import type { MlpVae } from '~/methods/mlp-vae/mlp-vae';

/** What may be turned between steps. */
export interface Knobs {
  readonly rate: number;
  readonly beta: number;
  readonly lambda: number;
}

/** What a look sees of the test digits. */
export interface Seen {
  readonly reconstruction: number;
  readonly klByUnit: readonly number[];
  readonly mean: Float32Array;
  readonly reconstructions: Float32Array;
}

/** A VAE whose programs are compiled. */
export class Trainer {
  readonly #session: Session;
  readonly #vae: MlpVae;
  readonly #step: Step;
  readonly #look: Step;

  private constructor(session: Session, vae: MlpVae, step: Step, look: Step) {
    this.#session = session;
    this.#vae = vae;
    this.#step = step;
    this.#look = look;
  }

  /** Compiles in a session, which stays the caller's to dispose of. */
  static async open(session: Session, vae: MlpVae): Promise<Trainer> {
    return new Trainer(session, vae, await session.compile(vae.step), await session.compile(vae.look));
  }

  /** So many steps with these settings. */
  async train(steps: number, { rate, beta, lambda }: Knobs): Promise<void> {
    const { inputs } = this.#vae;
    this.#session.write(inputs.rate, [rate]);
    this.#session.write(inputs.beta, [beta]);
    this.#session.write(inputs.lambda, [lambda]);
    await this.#step.run(steps);
  }

  /** Of the latest step. */
  async readLoss(): Promise<number> {
    return (await this.#step.read(this.#vae.outputs.loss))[0] ?? NaN;
  }

  /** Encodes and decodes the test digits; `codes` are decoded in the same run, see `readPictures`. */
  async look(codes: Float32Array): Promise<Seen> {
    this.#session.write(this.#vae.inputs.codes, codes);
    await this.#look.run();
    const { outputs } = this.#vae;
    return {
      reconstruction: (await this.#read(outputs.reconstruction))[0] ?? NaN,
      klByUnit: Array.from(await this.#read(outputs.klByUnit)),
      mean: await this.#read(outputs.mean),
      reconstructions: await this.#read(outputs.reconstructions),
    };
  }

  /** [codes, pixels]: what the latest look decoded. */
  readPictures(): Promise<Float32Array> {
    return this.#read(this.#vae.outputs.pictures);
  }

  async #read(output: Node): Promise<Float32Array> {
    return Float32Array.from(await this.#look.read(output));
  }
}
