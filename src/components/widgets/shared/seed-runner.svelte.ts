import type { BaseFrame, DeviceWish } from '~/runtime/loop';
import { RunClient } from './client';
import { leaveTurn, takeTurn } from './exclusive';
import type { Fields, ParamsOf } from './fields';
import type { SeedPair } from './further-seeds';
import type { Measures } from './reading';
import type { WidgetSetup } from './setup';
import type { Snapshot } from './snapshot';

/** One comparison, to be run with other seeds. */
export interface SeedTask<Params> {
  readonly sides: readonly Params[];
  readonly device: DeviceWish;
}

/**
 * Runs both settings of a comparison with one seed after another, beside the figure and without drawing. Like every run it
 * takes the page's turn, stands still in a hidden tab (no animation frame comes) and while it is out of sight.
 */
export class SeedRunner<F extends Fields, Frame extends BaseFrame> {
  pairs: readonly SeedPair[] = $state.raw([]);
  /** The seed that runs now. */
  seed: number | undefined = $state();
  snapshot: Snapshot<Frame> = $state.raw({} as Snapshot<Frame>);
  readonly #client: RunClient<ParamsOf<F>, Frame>;
  readonly #measure: (frame: Frame | undefined) => Measures;
  #task: SeedTask<ParamsOf<F>> | undefined;
  #last = 0;

  constructor(setup: WidgetSetup<F, Frame>, measure: (frame: Frame | undefined) => Measures) {
    this.#measure = measure;
    const around = {
      spawn: setup.spawn,
      schedule: (callback: () => void) => void requestAnimationFrame(callback),
      now: () => performance.now(),
    };
    this.#client = new RunClient(around, (snapshot) => this.#follow(snapshot));
    this.snapshot = this.#client.snapshot;
  }

  /** Runs the seeds from `first` to `last`; what was run before stays. */
  start(task: SeedTask<ParamsOf<F>>, first: number, last: number): void {
    takeTurn(this.#giveWay);
    this.#task = task;
    this.#last = last;
    this.#run(first);
  }

  /** Ends the seed that runs; the pairs that are complete stay. */
  stop(): void {
    this.#client.reset();
    this.seed = undefined;
    leaveTurn(this.#giveWay);
  }

  /** Nothing was run: the settings are others now. */
  clear(): void {
    this.stop();
    this.pairs = [];
  }

  /** Rests while the figure is out of sight. */
  see(visible: boolean): void {
    if (visible) this.#client.resume();
    else this.#client.pause();
  }

  readonly #giveWay = (): void => this.stop();

  #run(seed: number): void {
    if (!this.#task) return;
    const { sides, device } = this.#task;
    this.seed = seed;
    this.#client.start({ seed, sides, device });
  }

  #follow(snapshot: Snapshot<Frame>): void {
    this.snapshot = snapshot;
    const { seed } = this;
    if (snapshot.state === 'failed') {
      this.seed = undefined;
      leaveTurn(this.#giveWay);
    }
    if (snapshot.state !== 'done' || seed === undefined) return;
    this.pairs = [...this.pairs, this.#pairOf(seed, snapshot)];
    if (seed < this.#last) this.#run(seed + 1);
    else this.stop();
  }

  #pairOf(seed: number, { frames, reasons, costs }: Snapshot<Frame>): SeedPair {
    const seconds = (side: number) => ((costs[side] ?? NaN) * (frames[side]?.step ?? NaN)) / 1000;
    return {
      seed,
      measures: [this.#measure(frames[0]), this.#measure(frames[1])],
      reasons,
      seconds: [seconds(0), seconds(1)],
    };
  }
}
