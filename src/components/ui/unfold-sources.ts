/** Pages of methods that are being fetched or are there, by address. */
const pages = new Map<string, Promise<Document>>();

async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

async function unfold(details: HTMLDetailsElement): Promise<void> {
  const link = details.querySelector<HTMLAnchorElement>('.method-source-file a');
  if (!details.open || !link || details.querySelector('.method-body')) return;
  details.querySelector('[role="alert"]')?.remove();
  const { pathname, hash } = new URL(link.href);
  try {
    const page = pages.get(pathname) ?? fetchPage(pathname);
    pages.set(pathname, page);
    const code = (await page).querySelector(`[id="${hash.slice(1)}"] .method-body`);
    if (!code) throw new Error(`${link.href}: no such function`);
    if (!details.querySelector('.method-body'))
      link.parentElement?.before(document.adoptNode(code.cloneNode(true)));
  } catch {
    pages.delete(pathname);
    const note = document.createElement('p');
    note.role = 'alert';
    note.textContent = details.dataset['failed'] ?? '';
    details.append(note);
  }
}

/** Fetches the text of a function when the reader unfolds it; folded and unfolded again, it tries again. */
export function unfoldSources(root: ParentNode): void {
  for (const details of root.querySelectorAll<HTMLDetailsElement>('details.method-source'))
    details.addEventListener('toggle', () => void unfold(details));
}
