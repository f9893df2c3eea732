import { goToWidget } from './go-to-widget.ts';
import { fill, QuestionCard, type QuestionAnswered } from './question-card.ts';
import { questionWords, type ScriptWords } from './questions.text.ts';

/**
 * Judges the questions of a chapter. Sends `question-answered` ({@link QuestionAnswered}, bubbles) at every attempt; nothing is
 * stored.
 * @param root the element with the cards
 * @param answers the chapter's page of answers, as HTML
 */
export function judgeQuestions(root: HTMLElement, answers: string): void {
  placeAnswers(root, answers);
  new QuestionList(root).start();
}

/** Puts hints and answer into each card; links back to the chapter become links within the page. */
function placeAnswers(root: HTMLElement, answers: string): void {
  const page = new DOMParser().parseFromString(answers, 'text/html');
  for (const part of page.querySelectorAll<HTMLElement>('[data-of]')) {
    for (const link of part.querySelectorAll('a')) link.setAttribute('href', link.hash);
    const card = root.querySelector(`[data-question="${CSS.escape(part.dataset['of'] ?? '')}"]`);
    const help = card?.querySelector('[data-help]');
    const answer = part.querySelector('[data-answer]');
    if (!card || !help || !answer) continue;
    help.append(...part.querySelectorAll('[data-hint]'));
    card.append(answer);
  }
}

class QuestionList {
  readonly #root: HTMLElement;
  readonly #words: ScriptWords;
  readonly #cards: readonly HTMLElement[];
  #answered = 0;
  #waiting = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#words = questionWords[root.lang === 'ru' ? 'ru' : 'en'].script;
    this.#cards = [...root.querySelectorAll<HTMLElement>('[data-question]')];
  }

  start(): void {
    for (const card of this.#cards) this.#enhance(card);
    this.#root.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('[data-to-widget]') : null;
      const id = link?.getAttribute('href')?.slice(1);
      if (id !== undefined && goToWidget(id)) event.preventDefault();
    });
    this.#showProgress();
  }

  #enhance(card: HTMLElement): void {
    const pristine = copyFresh(card);
    new QuestionCard(card, this.#words, true, {
      onAttempt: (attempt) => this.#tell({ ...attempt, returned: false }),
      onDone: (missed) => {
        this.#answered += 1;
        if (missed) this.#bringBack(pristine);
        this.#showProgress();
      },
    });
  }

  /** A missed question stands at the end once more, its options in another order. */
  #bringBack(card: HTMLElement): void {
    for (const part of [card, ...card.querySelectorAll<HTMLElement>('[id]')]) part.id += '-again';
    for (const part of [card, ...card.querySelectorAll<HTMLElement>('[aria-labelledby],[aria-describedby]')])
      for (const name of ['aria-labelledby', 'aria-describedby']) {
        const target = part.getAttribute(name);
        if (target !== null) part.setAttribute(name, `${target}-again`);
      }
    const options = card.querySelector('[data-options]');
    if (options?.firstElementChild) options.append(options.firstElementChild);
    this.#waiting += 1;
    const again = this.#root.querySelector<HTMLElement>('[data-again]');
    // In the page before it is judged: a card asks the element around it for the language.
    again?.append(card);
    if (again) again.hidden = false;
    new QuestionCard(card, this.#words, false, {
      onAttempt: (attempt) => this.#tell({ ...attempt, returned: true }),
      onDone: () => {
        this.#waiting -= 1;
        this.#showProgress();
      },
    });
  }

  #tell(answer: Omit<QuestionAnswered, 'chapter'>): void {
    const detail: QuestionAnswered = { chapter: this.#root.dataset['chapter'] ?? '', ...answer };
    this.#root.dispatchEvent(new CustomEvent('question-answered', { bubbles: true, detail }));
  }

  #showProgress(): void {
    const line = this.#root.querySelector<HTMLElement>('[data-progress]');
    if (!line) return;
    const words = this.#words;
    const parts = [fill(words.progress, this.#answered, this.#cards.length)];
    if (this.#waiting > 0) parts.push(fill(words.progressAgain, this.#waiting));
    if (this.#waiting === 0 && this.#answered === this.#cards.length) parts.push(words.allDone);
    line.textContent = parts.join(' ');
    line.hidden = false;
  }
}

/** A card as the page brought it: the reader may have chosen something while the script was loading. */
function copyFresh(card: HTMLElement): HTMLElement {
  const copy = card.cloneNode(true) as HTMLElement;
  for (const form of copy.querySelectorAll('form')) form.reset();
  return copy;
}
