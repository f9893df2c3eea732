/** Rises whenever colours may have changed: a canvas that reads it in an effect is drawn again. */
let changes = $state(0);

if (typeof document !== 'undefined') {
  const changed = () => (changes += 1);
  new MutationObserver(changed).observe(document.documentElement, {
    attributeFilter: ['data-theme', 'class'],
  });
  for (const query of [
    '(prefers-color-scheme: dark)',
    '(forced-colors: active)',
    '(prefers-contrast: more)',
    'print',
  ])
    matchMedia(query).addEventListener('change', changed);
}

export function themeChanges(): number {
  return changes;
}
