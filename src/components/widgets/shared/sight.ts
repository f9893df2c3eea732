/**
 * Tells whether a figure can be seen (in the window, in a tab that is shown), at each change, and when something has taken
 * it out of the page.
 * @returns ends the watch
 */
export function watchSight(
  root: HTMLElement,
  { onSee, onGone }: { readonly onSee: (visible: boolean) => void; readonly onGone: () => void },
): () => void {
  let inView = true;
  const look = () => onSee(inView && !document.hidden);
  const sight = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? true;
    look();
  });
  sight.observe(root);
  const presence = new MutationObserver(() => {
    if (!root.isConnected) onGone();
  });
  presence.observe(document, { childList: true, subtree: true });
  document.addEventListener('visibilitychange', look);
  return () => {
    sight.disconnect();
    presence.disconnect();
    document.removeEventListener('visibilitychange', look);
  };
}
