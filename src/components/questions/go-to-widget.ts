/** A figure's script loads when it comes into view; so long its button waits. */
const TRIES = 30;
const PAUSE_MS = 100;

/**
 * Scrolls to a figure and puts the focus on its first button, as soon as that can be pressed.
 * @returns false when the page has no such figure
 */
export function goToWidget(id: string): boolean {
  const root = document.getElementById(id);
  if (!root) return false;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  root.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
  focusRun(root, TRIES);
  return true;
}

function focusRun(root: HTMLElement, tries: number): void {
  const button = root.querySelector<HTMLButtonElement>('button[data-action="run"]');
  const ready = button && !button.disabled && 'ready' in root.dataset;
  if (ready) button.focus({ preventScroll: true });
  else if (tries > 0) setTimeout(() => focusRun(root, tries - 1), PAUSE_MS);
}
