import type { Key, Verdict } from '../judge.ts';
import type { Locale } from '../questions.text.ts';

/** What a kind with a script of its own gets from its card. */
export interface CardContext<Kind extends Key['kind'] = Key['kind']> {
  readonly card: HTMLElement;
  readonly key: Extract<Key, { kind: Kind }>;
  readonly locale: Locale;
  /** Judges at once, without a press of the button. */
  readonly settle: (verdict: Verdict) => void;
}

/** A kind at work on one card. */
export interface Handler {
  /** Called at each press of the button. */
  readonly check: () => Verdict;
}
