import type { ClientDirective } from 'astro';

type Control = HTMLInputElement | HTMLSelectElement;

/** What a reader did before the script was there, in order: how each control was left, or a button pressed. */
interface Missed {
  readonly target: Control | HTMLButtonElement;
  readonly value: string;
  readonly checked: boolean;
}

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

function replay({ target, value, checked }: Missed): void {
  if (target instanceof HTMLButtonElement) return target.click();
  target.value = value;
  if (target instanceof HTMLInputElement) target.checked = checked;
  for (const type of ['input', 'change']) target.dispatchEvent(new Event(type, { bubbles: true }));
}

/**
 * `client:interest="id"`: the island's page is complete as it was built; its script loads when the reader turns to it
 * (pointer over it, finger or focus on it) or when the page's address sets something of it (`?id.key=…`). What she did
 * with native controls in the meantime is done again once the script has taken over.
 */
const interest: ClientDirective = (load, { value: id }, island) => {
  const missed = new Map<EventTarget, Missed>();
  const asked = new AbortController();
  const note = ({ type, target }: Event): void => {
    if (isControl(target)) {
      const checked = target instanceof HTMLInputElement && target.checked;
      missed.set(target, { target, value: target.value, checked });
    } else if (type === 'click' && target instanceof Element) {
      const button = target.closest('button');
      if (button) missed.set(button, { target: button, value: '', checked: false });
    }
  };
  const watched = ['input', 'change', 'click'];
  for (const type of watched) island.addEventListener(type, note);
  const wake = async (): Promise<void> => {
    asked.abort();
    const hydrate = await load();
    await hydrate();
    for (const type of watched) island.removeEventListener(type, note);
    for (const each of missed.values()) replay(each);
  };
  if (location.search.includes(`${id}.`)) return void wake();
  // A control can be changed without pointer or focus: by an assistive technology, by a form filler.
  for (const type of ['pointerover', 'pointerdown', 'focusin', ...watched])
    island.addEventListener(type, () => void wake(), { signal: asked.signal, passive: true });
};

export default interest;
