import { READING } from '~/components/widgets/shared/reading';

const TOUCHES = ['pointerover', 'pointerdown', 'focusin'] as const;

/**
 * The questions of a chapter, which are complete without a script. What judges them, and their hints and answers, load when the
 * reader first comes near one, so that they cost nothing to those who only read; what she presses meanwhile is done then.
 */
class CourseQuestions extends HTMLElement {
  #state: 'new' | 'loading' | 'ready' = 'new';
  /** Pressed while loading, in that order. */
  #pressed: HTMLElement[] = [];

  connectedCallback(): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-check],[data-confidence],[data-move]'))
      part.hidden = false;
    for (const part of this.querySelectorAll<HTMLElement>('[data-no-script]')) part.hidden = true;
    for (const touch of TOUCHES) this.addEventListener(touch, this.#start);
    this.addEventListener('submit', this.#wait, true);
    this.addEventListener('click', this.#wait, true);
    if (this.querySelector('[data-goals]')) document.addEventListener(READING, this.#start);
  }

  readonly #wait = (event: Event): void => {
    if (this.#state === 'ready' || !(event.target instanceof Element)) return;
    const pressed =
      event.type === 'submit'
        ? event.target
        : event.target.closest<HTMLElement>('[data-by],[data-to-widget]');
    if (!(pressed instanceof HTMLElement)) return;
    event.preventDefault();
    this.#pressed.push(pressed);
    this.#start();
  };

  readonly #start = (): void => {
    if (this.#state !== 'new') return;
    this.#state = 'loading';
    this.#load().then(
      () => {
        this.#state = 'ready';
        for (const touch of TOUCHES) this.removeEventListener(touch, this.#start);
        document.removeEventListener(READING, this.#start);
        for (const pressed of this.#pressed)
          if (pressed instanceof HTMLFormElement) pressed.requestSubmit();
          else pressed.click();
      },
      () => {
        this.#state = 'new';
        this.#pressed = [];
        const line = this.querySelector<HTMLElement>('[data-progress]');
        if (!line) return;
        line.hidden = false;
        line.textContent = this.dataset['failed'] ?? '';
      },
    );
  };

  async #load(): Promise<void> {
    const [{ judgeQuestions }, answers] = await Promise.all([
      import('./question-list.ts'),
      fetch(this.dataset['answersAt'] ?? '').then((response) => {
        if (!response.ok)
          throw new Error(`answers: expected the page, found status ${String(response.status)}`);
        return response.text();
      }),
    ]);
    judgeQuestions(this, answers);
  }
}

customElements.define('course-questions', CourseQuestions);
