import { READING, type Reading } from '~/components/widgets/shared/reading';
import type { Key, Verdict } from './judge.ts';
import type { CardContext, Handler } from './kinds/handler.ts';
import type { Watcher } from './kinds/experiment.ts';
import type { Locale } from './questions.text.ts';

/** A kind whose script (for formulas mathjs with it) loads when the reader first touches its card. */
export interface LazyKind {
  /** Loads what is missing, then judges. */
  readonly check: () => Promise<Verdict>;
}

/** The language of the questions; the element's own `lang`, since a page may stand in for a missing translation. */
const localeOf = (card: HTMLElement): Locale =>
  card.closest<HTMLElement>('course-questions')?.lang === 'ru' ? 'ru' : 'en';

function load(context: Omit<CardContext, 'key'>, key: Key): Promise<Handler> | undefined {
  switch (key.kind) {
    case 'formula':
      return import('./kinds/formula.ts').then(({ mount }) => mount({ ...context, key }));
    case 'recall':
      return import('./kinds/recall.ts').then(({ mount }) => mount({ ...context, key }));
    case 'experiment':
      return import('./kinds/experiment.ts').then(({ mount }) => mount({ ...context, key }));
    default:
      return undefined;
  }
}

/** @returns `undefined` for a kind that `judge.ts` judges alone */
export function prepareKind(
  card: HTMLElement,
  key: Key,
  settle: (verdict: Verdict) => void,
): LazyKind | undefined {
  if (key.kind !== 'formula' && key.kind !== 'recall' && key.kind !== 'experiment') return undefined;
  let handler: Promise<Handler> | undefined;
  const ready = (): Promise<Handler> => {
    handler ??= load({ card, locale: localeOf(card), settle }, key)?.catch((error: unknown) => {
      handler = undefined;
      throw error;
    });
    return handler ?? Promise.reject(new Error(`question: no script for the kind ${key.kind}`));
  };
  const begin = (): void => void ready().catch(() => undefined);
  card.addEventListener('focusin', begin, { once: true });
  if (key.kind === 'experiment') watch(key.widget, ready as () => Promise<Watcher>);
  return { check: async () => (await ready()).check() };
}

/** Hands on what the widget measures from its first frame; until then nothing needs to load. */
function watch(widget: string, ready: () => Promise<Watcher>): void {
  document.addEventListener(READING, (event) => {
    const reading: Reading | undefined = event instanceof CustomEvent ? (event.detail as Reading) : undefined;
    if (reading?.id !== widget) return;
    ready().then(
      (watcher) => watcher.read(reading),
      () => undefined,
    );
  });
}
