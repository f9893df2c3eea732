import { fill, QuestionCard, type QuestionAnswered } from './question-card.ts';
import type { ScriptWords } from './questions.text.ts';

/**
 * Judges the questions of a chapter. The page is complete without it. Sends `question-answered`
 * ({@link QuestionAnswered}, bubbles) at every attempt; nothing is stored.
 */
class CourseQuestions extends HTMLElement {
  #words: ScriptWords | undefined;
  #total = 0;
  #answered = 0;
  #waiting = 0;

  connectedCallback(): void {
    if (this.#words) return;
    this.#words = JSON.parse(this.dataset['words'] ?? '') as ScriptWords;
    const cards = [...this.querySelectorAll<HTMLElement>('[data-question]')];
    this.#total = cards.length;
    for (const card of cards) this.#enhance(card, this.#words);
    this.#showProgress();
  }

  #enhance(card: HTMLElement, words: ScriptWords): void {
    const pristine = card.cloneNode(true) as HTMLElement;
    new QuestionCard(card, words, true, {
      onAttempt: (attempt) => this.#tell({ ...attempt, returned: false }),
      onDone: (missed) => {
        this.#answered += 1;
        if (missed) this.#bringBack(pristine, words);
        this.#showProgress();
      },
    });
  }

  /** A missed question stands at the end once more, its options in another order. */
  #bringBack(card: HTMLElement, words: ScriptWords): void {
    for (const part of [card, ...card.querySelectorAll<HTMLElement>('[id]')]) part.id += '-again';
    card.setAttribute('aria-labelledby', `${card.getAttribute('aria-labelledby') ?? ''}-again`);
    const options = card.querySelector('[data-options]');
    if (options?.firstElementChild) options.append(options.firstElementChild);
    this.#waiting += 1;
    new QuestionCard(card, words, false, {
      onAttempt: (attempt) => this.#tell({ ...attempt, returned: true }),
      onDone: () => {
        this.#waiting -= 1;
        this.#showProgress();
      },
    });
    const again = this.querySelector<HTMLElement>('[data-again]');
    again?.append(card);
    if (again) again.hidden = false;
  }

  #tell(answer: Omit<QuestionAnswered, 'chapter'>): void {
    const detail: QuestionAnswered = { chapter: this.dataset['chapter'] ?? '', ...answer };
    this.dispatchEvent(new CustomEvent('question-answered', { bubbles: true, detail }));
  }

  #showProgress(): void {
    const words = this.#words;
    const line = this.querySelector<HTMLElement>('[data-progress]');
    if (!words || !line) return;
    const parts = [fill(words.progress, this.#answered, this.#total)];
    if (this.#waiting > 0) parts.push(fill(words.progressAgain, this.#waiting));
    if (this.#waiting === 0 && this.#answered === this.#total) parts.push(words.allDone);
    line.textContent = parts.join(' ');
    line.hidden = false;
  }
}

customElements.define('course-questions', CourseQuestions);
