import type { ClientDirective } from 'astro';

/** What a reader did before the script was there, in order; only the last value of each control counts. */
type Missed = Map<EventTarget, { readonly type: string; readonly value: string | undefined }>;

function replay(missed: Missed): void {
  for (const [target, { type, value }] of missed) {
    if (type === 'click' && target instanceof HTMLElement) target.click();
    else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
      if (value !== undefined) target.value = value;
      target.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}

/**
 * `client:interest="id"`: the island's page is complete as it was built; its script loads when the reader turns to it
 * (pointer over it, finger or focus on it) or when the page's address sets something of it (`?id.key=…`). What she did
 * with native controls in the meantime is done again once the script has taken over.
 */
const interest: ClientDirective = (load, { value: id }, island) => {
  const missed: Missed = new Map();
  const asked = new AbortController();
  const note = ({ type, target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      missed.set(target, { type, value: target.value });
    else {
      const button = target instanceof Element ? target.closest('button') : null;
      if (type === 'click' && button) missed.set(button, { type, value: undefined });
    }
  };
  const wake = async (): Promise<void> => {
    asked.abort();
    const watched = ['input', 'change', 'click'];
    for (const type of watched) island.addEventListener(type, note);
    const hydrate = await load();
    await hydrate();
    for (const type of watched) island.removeEventListener(type, note);
    replay(missed);
  };
  if (location.search.includes(`${id}.`)) return void wake();
  for (const type of ['pointerover', 'pointerdown', 'focusin'])
    island.addEventListener(type, () => void wake(), { signal: asked.signal, passive: true });
};

export default interest;
