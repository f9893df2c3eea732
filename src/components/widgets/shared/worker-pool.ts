import type { BaseFrame, FromWorker, ToWorker } from '~/runtime/loop';

/** What the page does with its one worker; a pool answers to the same. */
type Answer<Frame> = Extract<FromWorker<Frame>, { type: 'frame' | 'done' }>;

/** One of the pool's workers. */
interface Member<Frame> {
  readonly worker: Worker;
  /** Computed ahead, oldest first. */
  readonly answers: Answer<Frame>[];
}

/**
 * Several workers that look like one to the page: each runs the same loop on its own share of numbered work, and their frames
 * come out in the order of the numbers, whichever worker is faster. So a run is the same with any number of workers.
 *
 * The loop's first frame must tell of no work yet (its picture before the first piece), every later one of one piece: worker w of
 * n makes the pieces w, w + n, …. `step` counts the pieces that came out of the pool. While the page does not pull, each worker finishes
 * the piece it is at and waits.
 * @example new WorkerPool(4, spawn, (params, first, stride) => ({ ...params, first, stride }))
 */
export class WorkerPool<Params, Share, Frame extends BaseFrame> implements Pick<
  Worker,
  'postMessage' | 'terminate'
> {
  onmessage: ((event: MessageEvent<FromWorker<Frame>>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly #members: readonly Member<Frame>[];
  readonly #share: (params: Params, first: number, stride: number) => Share;
  /** Pulls of the page that are not answered yet. */
  #wanted = 0;
  /** Frames given to the page: the first is the one before all work. */
  #given = 0;

  constructor(
    size: number,
    spawn: () => Worker,
    share: (params: Params, first: number, stride: number) => Share,
  ) {
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`WorkerPool: size must be a whole number of at least 1, found ${size}`);
    this.#share = share;
    this.#members = Array.from({ length: size }, () => ({ worker: spawn(), answers: [] }));
    this.#members.forEach((member, place) => this.#listen(member, place));
  }

  postMessage(message: ToWorker<Params>): void {
    if (message.type === 'pull') {
      this.#wanted += 1;
      return this.#give();
    }
    const stride = this.#members.length;
    this.#members.forEach(({ worker }, first) => {
      worker.postMessage({ ...message, params: this.#share(message.params, first, stride) });
      // Every worker is always one piece ahead.
      if (message.type === 'start') worker.postMessage({ type: 'pull', runId: message.runId });
    });
  }

  terminate(): void {
    for (const { worker } of this.#members) worker.terminate();
  }

  #listen(member: Member<Frame>, place: number): void {
    member.worker.onmessage = ({ data }: MessageEvent<FromWorker<Frame>>) => {
      if (data.type === 'frame' || data.type === 'done') {
        const before = data.type === 'frame' && data.frame.step === 0;
        if (before) member.worker.postMessage({ type: 'pull', runId: data.runId });
        // All of them have the same picture before the first piece.
        if (!before || place === 0) member.answers.push(data);
        return this.#give();
      }
      // The device is the same for all; a failure of one ends the run.
      if (data.type !== 'device' || place === 0) this.#say(data);
    };
    member.worker.onerror = (event) => this.onerror?.(event);
  }

  #give(): void {
    while (this.#wanted > 0) {
      const place = this.#given === 0 ? 0 : (this.#given - 1) % this.#members.length;
      const member = this.#members[place];
      const answer = member?.answers.shift();
      if (!member || !answer) return;
      this.#wanted -= 1;
      if (answer.type === 'done') return this.#say(answer);
      if (this.#given > 0) member.worker.postMessage({ type: 'pull', runId: answer.runId });
      this.#say({ ...answer, frame: { ...answer.frame, step: this.#given } });
      this.#given += 1;
    }
  }

  #say(data: FromWorker<Frame>): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
}
