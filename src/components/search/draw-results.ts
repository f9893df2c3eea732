import type { Answer, Found } from './pagefind.ts';
import type { SearchWords } from './search.text.ts';

/** One headed list for each kind. */
export function drawGroups(groups: Answer['groups'], words: SearchWords): HTMLElement[] {
  return groups.map(({ kind, found }) => {
    const group = document.createElement('section');
    group.dataset['kind'] = kind;
    const title = tag('h2', words.kinds[kind]);
    title.id = `search-${kind}`;
    group.setAttribute('aria-labelledby', title.id);
    const list = document.createElement('ul');
    list.append(...found.map((one) => drawFound(one, words)));
    group.append(title, list);
    return group;
  });
}

function drawFound(found: Found, words: SearchWords): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = found.url;
  // Formulas of the title, as the build set them.
  if (found.html === undefined) link.textContent = found.title;
  else link.innerHTML = found.html;
  item.append(link);
  if (found.on) item.append(' ', tag('small', found.on));
  if (found.untranslated) item.append(' ', tag('small', words.untranslated));
  if (found.excerpt.length === 0) return item;
  const excerpt = document.createElement('p');
  excerpt.append(...found.excerpt.map(([text, match]) => (match ? tag('mark', text) : text)));
  item.append(excerpt);
  return item;
}

function tag(name: 'h2' | 'mark' | 'small', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
