import type { Reading } from '~/components/widgets/shared/reading';
import type { Verdict } from '../judge.ts';
import { experimentWords } from './experiment.text.ts';
import type { CardContext, Handler } from './handler.ts';
import { checkReading, countReached, isList, matchesReading, type Check } from './reading-match.ts';

/** While a run goes on, its goals need not follow every frame. */
const REDRAW_MS = 200;

/** An experiment at work: it is told every reading of its widget. */
export interface Watcher extends Handler {
  readonly read: (reading: Reading) => void;
}

/**
 * Watches a widget until its goals are reached, one after another. Knows only what it is told by `read`.
 * @returns `check`, which says what is still open, and `read`
 */
export function mount(context: CardContext<'experiment'>): Watcher {
  const { key, settle } = context;
  let reached = 0;
  let last: Reading | undefined;
  let ran = false;
  let drawn = 0;
  drawGoals(context, reached, last);
  return {
    read: (reading) => {
      last = reading;
      ran ||= reading.step > 0;
      const before = reached;
      reached = countReached(key.goals, reached, reading);
      const now = performance.now();
      if (reached === before && reading.state === 'running' && now - drawn < REDRAW_MS) return;
      drawn = now;
      drawGoals(context, reached, last);
      if (reached === before) return;
      if (reached === key.goals.length) settle({ status: 'right' });
      else settle({ status: 'unclear', line: sayReached(context, reached) });
    },
    check: () => judgeExperiment(context, reached, ran ? last : undefined),
  };
}

/** What a press of the button is answered with. */
export function judgeExperiment(
  { key, locale }: Pick<CardContext<'experiment'>, 'key' | 'locale'>,
  reached: number,
  reading: Reading | undefined,
): Verdict {
  const words = experimentWords[locale];
  if (reached === key.goals.length) return { status: 'right' };
  if (!reading) return { status: 'unclear', line: words.notRun };
  const note = key.notes.findIndex((where) => matchesReading(where, reading));
  return {
    status: 'wrong',
    feedback: note < 0 ? [] : [note],
    missing: 0,
    lines: [
      words.notYet.replace('{a}', String(reached + 1)),
      showChecks(key.goals[reached] ?? {}, reading, locale),
    ],
  };
}

function sayReached({ key, locale }: CardContext<'experiment'>, reached: number): string {
  const sentence = experimentWords[locale].goalReached;
  return sentence.replace('{a}', String(reached)).replace('{b}', String(key.goals.length));
}

type Where = Parameters<typeof checkReading>[0];

/** What is measured now against what is asked, in a sentence. */
export function showChecks(
  where: Where,
  reading: Reading | undefined,
  locale: CardContext['locale'],
): string {
  const words = experimentWords[locale];
  if (!reading) return `${words.now}: ${words.unmeasured}.`;
  const parts = checkReading(where, reading).map((check) => showCheck(check, reading, locale));
  return `${words.now}: ${parts.join('; ')}.`;
}

function showCheck(check: Check, reading: Reading | undefined, locale: CardContext['locale']): string {
  const words = experimentWords[locale];
  const control = check.about === 'param' ? findControl(reading?.id, check.name) : undefined;
  const show = (value: string | number): string =>
    typeof value === 'number'
      ? new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }).format(value)
      : (control?.optionWord(value) ?? value);
  const name =
    check.about === 'measure'
      ? (words.measures[check.name] ?? check.name)
      : check.about === 'param'
        ? (control?.word ?? check.name)
        : words[check.about];
  const now = check.now === undefined ? words.unmeasured : show(check.now);
  return `${check.holds ? '✓' : '✗'} ${name} ${now} (${showAsked(check.asked, show, words)})`;
}

function showAsked(
  asked: Check['asked'],
  show: (value: string | number) => string,
  words: (typeof experimentWords)['en'],
): string {
  if (isList(asked)) return words.one.replace('{a}', asked.map(show).join(words.or));
  const { atLeast, atMost } = asked;
  if (atLeast !== undefined && atMost !== undefined)
    return words.between.replace('{a}', show(atLeast)).replace('{b}', show(atMost));
  return atLeast === undefined
    ? words.atMost.replace('{a}', show(atMost ?? 0))
    : words.atLeast.replace('{a}', show(atLeast));
}

/** The widget's own words for a setting, from its control. */
function findControl(id: string | undefined, name: string) {
  const root = id === undefined || typeof document === 'undefined' ? null : document.getElementById(id);
  const field = root?.querySelector(`[name="${CSS.escape(name)}"]`);
  if (!(field instanceof HTMLSelectElement || field instanceof HTMLInputElement)) return undefined;
  const options = field instanceof HTMLSelectElement ? [...field.options] : [];
  return {
    word: field.labels?.[0]?.textContent.trim() ?? name,
    optionWord: (value: string) => options.find((option) => option.value === value)?.text,
  };
}

function drawGoals(
  { card, key, locale }: CardContext<'experiment'>,
  reached: number,
  reading: Reading | undefined,
): void {
  const words = experimentWords[locale];
  card.querySelectorAll<HTMLElement>('[data-goal]').forEach((row, i) => {
    row.toggleAttribute('data-reached', i < reached);
    row.toggleAttribute('data-waits', i > reached);
    const mark = row.querySelector('[data-mark]');
    if (mark) mark.textContent = i < reached ? '✓' : '○';
    const now = row.querySelector('[data-now]');
    if (!now) return;
    if (i < reached) now.textContent = words.reached;
    else now.textContent = i > reached ? words.waits : showChecks(key.goals[i] ?? {}, reading, locale);
  });
}
