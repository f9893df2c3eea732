/** How a comparison names what it compares: without it the keys themselves stand there. */
export interface SideWords {
  /** "L loss: Wasserstein" */
  readonly setting: (key: string, value: string | number) => string;
  /** "JS, nats"; `undefined` leaves the measure out of the table of differences. */
  readonly measure: (name: string) => string | undefined;
}

/** The letters of the sides, in every language. */
export const SIDES = ['A', 'B'] as const;
