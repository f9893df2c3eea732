import { judge, type Key, type Verdict } from './judge.ts';
import { prepareKind, type LazyKind } from './lazy-kinds.ts';
import type { ScriptWords } from './questions.text.ts';
import { markGaps, readAnswer, type PlainKey } from './read-answer.ts';

export type Confidence = 'sure' | 'unsure';

/** `detail` of the event `question-answered`, sent at each attempt until the question is done. */
export interface QuestionAnswered {
  chapter: string;
  id: string;
  correct: boolean;
  confidence: Confidence | null;
  /** 1 at the first attempt. */
  attempts: number;
  /** The question had been missed and came back at the end of the page. */
  returned: boolean;
}

interface CardEvents {
  onAttempt: (attempt: Omit<QuestionAnswered, 'chapter' | 'returned'>) => void;
  /** Answered rightly, or its answer was opened. `missed`: the first attempt was wrong. */
  onDone: (missed: boolean) => void;
}

/** Judges one question of the page: reads its form, writes its verdict, guards its answer. */
export class QuestionCard {
  readonly #card: HTMLElement;
  readonly #words: ScriptWords;
  readonly #events: CardEvents;
  readonly #key: Key;
  readonly #form: HTMLFormElement;
  readonly #lazy: LazyKind | undefined;
  /** A question that has come back does not come back again. */
  readonly #comesBack: boolean;
  #attempts = 0;
  #missed = false;
  #done = false;

  constructor(card: HTMLElement, words: ScriptWords, comesBack: boolean, events: CardEvents) {
    this.#card = card;
    this.#words = words;
    this.#comesBack = comesBack;
    this.#events = events;
    this.#key = JSON.parse(card.dataset['key'] ?? '') as Key;
    this.#form = find(card, 'form', HTMLFormElement);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check();
    });
    this.#setUp();
    this.#lazy = prepareKind(card, this.#key, (verdict) => this.#settle(verdict));
  }

  #setUp(): void {
    const answer = find(this.#card, '[data-answer]', HTMLDetailsElement);
    answer.hidden = true;
    answer.addEventListener('toggle', () => {
      if (answer.open && this.#attempts > 0) this.#finish();
    });
    const [first, second] = this.#card.querySelectorAll<HTMLDetailsElement>('[data-hint]');
    if (first && second) {
      second.hidden = true;
      first.addEventListener('toggle', () => (second.hidden = false));
    }
    this.#card.querySelector('[data-order]')?.addEventListener('click', (event) => this.#move(event));
  }

  /** Moves the neighbour past the item, so the pressed button keeps the focus. */
  #move(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-by]') : null;
    const item = button?.closest('li');
    if (!button || !item || this.#done) return;
    if (button.dataset['by'] === '-1' && item.previousElementSibling) item.after(item.previousElementSibling);
    else if (button.dataset['by'] === '1' && item.nextElementSibling) item.before(item.nextElementSibling);
    const items = [...(item.parentElement?.children ?? [])];
    this.#say('', [fill(this.#words.place, items.indexOf(item) + 1, items.length)]);
  }

  async #check(): Promise<void> {
    if (this.#done) return;
    try {
      this.#settle(
        this.#lazy
          ? await this.#lazy.check()
          : judge(this.#key, readAnswer((this.#key as PlainKey).kind, this.#form)),
      );
    } catch {
      this.#say('', [this.#words.loadFailed]);
    }
  }

  #settle(verdict: Verdict): void {
    if (this.#done) return;
    if (this.#key.kind === 'cloze') this.#markGaps(this.#key.right, verdict);
    const confidence = this.#readConfidence();
    if (verdict.status === 'unclear') {
      const asks = 'reason' in verdict;
      this.#say('', [asks ? this.#words.unclear[verdict.reason] : verdict.line]);
      if (asks) this.#form.querySelector<HTMLElement>('[aria-invalid], [name=answer]')?.focus();
      return;
    }
    if (confidence === 'unsaid') {
      this.#say('', [this.#words.chooseConfidence]);
      this.#form.querySelector<HTMLElement>('[name=confidence]')?.focus();
      return;
    }
    const correct = verdict.status === 'right';
    this.#attempts += 1;
    if (!correct && this.#attempts === 1) this.#missed = true;
    find(this.#card, '[data-answer]').hidden = false;
    this.#sayVerdict(verdict, confidence);
    const id = this.#card.dataset['question'] ?? '';
    this.#events.onAttempt({ id, correct, confidence, attempts: this.#attempts });
    if (correct || verdict.final) this.#finish();
  }

  #readConfidence(): Confidence | null | 'unsaid' {
    if (!this.#form.querySelector('[data-confidence]')) return null;
    const value = this.#form.querySelector<HTMLInputElement>('[name=confidence]:checked')?.value;
    return value === 'sure' || value === 'unsure' ? value : 'unsaid';
  }

  /** The wrong gaps; where nothing was judged, the open ones. */
  #markGaps(right: readonly number[], { status }: Verdict): void {
    markGaps(this.#form, (gap, value) =>
      status === 'unclear' ? value === '' : Number(value) !== right[gap],
    );
  }

  #sayVerdict(verdict: Exclude<Verdict, { status: 'unclear' }>, confidence: Confidence | null): void {
    const words = this.#words;
    const section = copyOf(this.#card, '[data-section]');
    if (verdict.status === 'right') {
      const lead = confidence === 'unsure' ? words.rightUnsure : words.right;
      this.#say('right', [
        lead,
        ...(verdict.lines ?? []),
        ...copyOf(this.#card, '[data-why]'),
        ...section,
        ...this.#returnNote(),
      ]);
      return;
    }
    const feedback: (string | Node)[] = verdict.feedback.flatMap((i) =>
      copyOf(this.#card, `[data-feedback="${String(i)}"]`),
    );
    if (verdict.lines) feedback.unshift(...verdict.lines);
    else if (verdict.feedback.length === 0)
      feedback.push(verdict.missing > 0 ? fill(words.missing, verdict.missing) : words.unknownNumber);
    if (verdict.final) {
      this.#say('wrong', [
        ...feedback,
        ...copyOf(this.#card, '[data-why]'),
        ...section,
        ...this.#returnNote(),
      ]);
      return;
    }
    const lead = confidence === 'sure' ? words.wrongSure : words.wrong;
    this.#say('wrong', [
      lead,
      ...this.#sayPart(verdict),
      ...feedback,
      ...section,
      words.tryAgain,
      ...this.#returnNote(),
    ]);
  }

  /** "2 of 3 gaps are right." */
  #sayPart(verdict: Verdict): string[] {
    if (this.#key.kind !== 'cloze' || verdict.status !== 'wrong') return [];
    const total = this.#key.right.length;
    return [fill(this.#words.gapsRight, total - verdict.feedback.length, total)];
  }

  #returnNote(): string[] {
    return this.#missed && this.#comesBack ? [this.#words.returns] : [];
  }

  #say(state: '' | 'right' | 'wrong', lines: (string | Node)[]): void {
    const box = find(this.#card, '[data-verdict]');
    box.dataset['state'] = state;
    box.replaceChildren(
      ...lines
        .filter((line) => line !== '')
        .map((line) => {
          const paragraph = document.createElement('p');
          paragraph.append(line);
          return paragraph;
        }),
    );
  }

  #finish(): void {
    if (this.#done) return;
    this.#done = true;
    find(this.#form, '[data-inputs]', HTMLFieldSetElement).disabled = true;
    find(this.#form, '[data-check]').setAttribute('aria-disabled', 'true');
    this.#events.onDone(this.#missed);
  }
}

/** `{n}` and `{total}` of a sentence, filled in. */
export function fill(sentence: string, n: number, total = 0): string {
  return sentence.replace('{n}', String(n)).replace('{total}', String(total));
}

function find(root: ParentNode, selector: string): HTMLElement;
function find<Part extends HTMLElement>(root: ParentNode, selector: string, type: new () => Part): Part;
function find(root: ParentNode, selector: string, type: new () => HTMLElement = HTMLElement): HTMLElement {
  const part = root.querySelector(selector);
  if (part instanceof type) return part;
  throw new Error(`course-questions: expected ${type.name} ${selector} in a question, found none`);
}

/** The children of a part of the page, for the verdict; a link as itself. */
function copyOf(root: ParentNode, selector: string): Node[] {
  const part = find(root, selector);
  if (part instanceof HTMLAnchorElement) return [part.cloneNode(true)];
  const copy = document.createDocumentFragment();
  copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
  return [copy];
}
