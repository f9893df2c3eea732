import { judge, type Answer, type Key, type Verdict } from './judge.ts';
import type { ScriptWords } from './questions.text.ts';

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
      this.#check();
    });
    this.#setUp();
  }

  #setUp(): void {
    for (const part of this.#card.querySelectorAll<HTMLElement>('[data-check],[data-confidence],[data-move]'))
      part.hidden = false;
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

  #readAnswer(): Answer {
    const picked = [...this.#form.querySelectorAll<HTMLInputElement>('[name=answer]:checked')].map((input) =>
      Number(input.value),
    );
    switch (this.#key.kind) {
      case 'choice':
        return { kind: 'choice', picked: picked[0] ?? null };
      case 'select-all':
        return { kind: 'select-all', picked };
      case 'numeric':
        return { kind: 'numeric', text: find(this.#form, '[name=answer]', HTMLInputElement).value };
      case 'order':
        return {
          kind: 'order',
          order: [...this.#form.querySelectorAll<HTMLElement>('[data-item]')].map((item) =>
            Number(item.dataset['item']),
          ),
        };
    }
  }

  #check(): void {
    if (this.#done) return;
    const verdict = judge(this.#key, this.#readAnswer());
    const confidence = this.#readConfidence();
    if (verdict.status === 'unclear') {
      this.#say('', [this.#words.unclear[verdict.reason]]);
      this.#form.querySelector<HTMLElement>('[name=answer]')?.focus();
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
    if (correct) this.#finish();
  }

  #readConfidence(): Confidence | null | 'unsaid' {
    if (!this.#form.querySelector('[data-confidence]')) return null;
    const value = this.#form.querySelector<HTMLInputElement>('[name=confidence]:checked')?.value;
    return value === 'sure' || value === 'unsure' ? value : 'unsaid';
  }

  #sayVerdict(verdict: Exclude<Verdict, { status: 'unclear' }>, confidence: Confidence | null): void {
    const words = this.#words;
    const section = copyOf(this.#card, '[data-section]');
    if (verdict.status === 'right') {
      const lead = confidence === 'unsure' ? words.rightUnsure : words.right;
      this.#say('right', [lead, ...copyOf(this.#card, '[data-why]'), ...section, ...this.#returnNote()]);
      return;
    }
    const feedback: (string | Node)[] = verdict.feedback.flatMap((i) =>
      copyOf(this.#card, `[data-feedback="${String(i)}"]`),
    );
    if (verdict.feedback.length === 0)
      feedback.push(verdict.missing > 0 ? fill(words.missing, verdict.missing) : words.unknownNumber);
    const lead = confidence === 'sure' ? words.wrongSure : words.wrong;
    this.#say('wrong', [lead, ...feedback, ...section, words.tryAgain, ...this.#returnNote()]);
  }

  #returnNote(): string[] {
    return this.#missed && this.#comesBack ? [this.#words.returns] : [];
  }

  #say(state: '' | 'right' | 'wrong', lines: (string | Node)[]): void {
    const box = find(this.#card, '[data-verdict]');
    box.dataset['state'] = state;
    box.replaceChildren(
      ...lines.map((line) => {
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
