/** What a figure needs only once it runs or is unfolded, in a file of its own that loads once. */
export class LatePart<Part> {
  part: Part | undefined = $state.raw();
  /** It did not arrive; `rouse` tries again. */
  lost = $state(false);
  readonly #fetch: () => Promise<Part>;

  /** @param fetch `() => import('./late')` */
  constructor(fetch: () => Promise<Part>) {
    this.#fetch = fetch;
  }

  /** For a run, which fails if the part does not arrive. */
  readonly wake = async (): Promise<void> => {
    try {
      this.part ??= await this.#fetch();
      this.lost = false;
    } catch (error) {
      this.lost = true;
      throw error;
    }
  };

  /** For a wish that is no run: what is missing then is said beside the picture (`PartLost`). */
  readonly rouse = (): void => void this.wake().catch(() => undefined);
}
