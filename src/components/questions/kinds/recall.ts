import type { Verdict } from '../judge.ts';
import type { CardContext, Handler } from './handler.ts';
import { recallWords } from './recall.text.ts';

/** Fewer letters than these are no attempt. */
const LEAST_LETTERS = 8;

/** Whether something was written that can be compared. */
export function isAttempt(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length >= LEAST_LETTERS;
}

/** The reader's own verdict: right when every point is ticked; the sentence says the share. */
export function judgePoints(ticked: number, total: number, locale: CardContext['locale']): Verdict {
  const line = recallWords[locale].share.replace('{n}', String(ticked)).replace('{total}', String(total));
  return ticked === total
    ? { status: 'right', lines: [line] }
    : { status: 'wrong', feedback: [], missing: 0, lines: [line], final: true };
}

/** First press: the model answer and its points; second: the reader's own verdict. Nothing leaves the page. */
export function mount({ card, key, locale }: CardContext<'recall'>): Handler {
  const words = recallWords[locale];
  const text = card.querySelector('textarea');
  const box = card.querySelector('[data-points]');
  const button = card.querySelector('[data-check]');
  let shown = false;
  return {
    check: () => {
      if (!shown && !isAttempt(text?.value ?? '')) return { status: 'unclear', line: words.short };
      if (shown) return judgePoints(box?.querySelectorAll(':checked').length ?? 0, key.points, locale);
      shown = true;
      if (text) text.readOnly = true;
      if (button) button.textContent = words.done;
      if (box) revealAnswer(card, box, words);
      return { status: 'unclear', line: '' };
    },
  };
}

function revealAnswer(card: HTMLElement, box: Element, words: (typeof recallWords)['en']): void {
  const model = document.createElement('div');
  model.className = 'model';
  const title = document.createElement('strong');
  title.textContent = words.model;
  const answer = document.createElement('p');
  answer.append(...copyChildren(card.querySelector('[data-model]')));
  model.append(title, answer);
  const points = [...card.querySelectorAll('[data-point]')].map((point, i) => {
    const label = document.createElement('label');
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.name = 'point';
    tick.value = String(i);
    const said = document.createElement('span');
    said.append(...copyChildren(point));
    label.append(tick, said);
    return label;
  });
  const ticks = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = words.tick;
  ticks.append(legend, ...points);
  box.append(model, ticks);
  points[0]?.querySelector('input')?.focus();
}

function copyChildren(part: Element | null): Node[] {
  return [...(part?.childNodes ?? [])].map((node) => node.cloneNode(true));
}
