// Marks the section that is being read in both lists of sections (menu, bar of small screens), and closes the bar's.
const lists = document.querySelectorAll<HTMLElement>('[data-contents]');
const links = [...lists].flatMap((list) => [...list.querySelectorAll('a')]);
const headings = [...new Set(links.map((link) => link.hash.slice(1)))].flatMap(
  (id) => document.getElementById(decodeURIComponent(id)) ?? [],
);
const bar = document.querySelector<HTMLDetailsElement>('details[data-contents]');

/** The last heading above a line a fifth of the window down. */
function mark(): void {
  const read =
    headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 5) ?? headings[0];
  for (const link of links) {
    const isRead = decodeURIComponent(link.hash.slice(1)) === read?.id;
    link.toggleAttribute('data-read', isRead);
    const place = isRead && bar?.contains(link) && bar.querySelector('[data-place]');
    if (place) place.textContent = link.textContent;
  }
}

let isWaiting = false;
const later = (): void => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    mark();
  });
};

if (headings.length > 0) {
  mark();
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
}
bar?.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLAnchorElement) bar.open = false;
});
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !bar?.open) return;
  bar.open = false;
  bar.querySelector('summary')?.focus();
});
