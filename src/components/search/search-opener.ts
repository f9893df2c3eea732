import type { SearchDialog } from './search-dialog.ts';

/** `<course-search>`: the button is in every page; what searches loads when it is first pressed. */
class CourseSearch extends HTMLElement {
  #dialog: Promise<SearchDialog> | undefined;

  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-search="open"]');
    button?.addEventListener('click', () => this.#open());
    document.addEventListener('keydown', (event) => this.#shortcut(event));
    if (button) button.disabled = false;
  }

  #open(): void {
    // Shown at once, so that what is typed while the script loads is not lost.
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    this.#dialog ??= import('./search-dialog.ts').then(({ SearchDialog: Dialog }) => new Dialog(this));
    this.#dialog.then(
      (opened) => opened.start(),
      () => {
        this.#dialog = undefined;
        const problem = this.querySelector<HTMLElement>('[data-search="problem"]');
        if (problem) problem.hidden = false;
      },
    );
  }

  #shortcut(event: KeyboardEvent): void {
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const letter = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!slash && !letter) return;
    event.preventDefault();
    this.#open();
  }
}

customElements.define('course-search', CourseSearch);
