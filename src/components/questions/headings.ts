import GithubSlugger from 'github-slugger';

export interface Anchor {
  id: string;
  /** The heading's words; empty for an id that is not a heading's. */
  title: string;
}

/**
 * The anchors of a chapter's MDX: its headings (slugs as Astro makes them, `## Title {#id}`, `<h2 id="…">`) and
 * every other explicit `id="…"`. Fenced code is skipped.
 * @param source the text of the file, with or without front matter
 */
export function readAnchors(source: string): Anchor[] {
  const body = source.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^(```+|~~~+)[\s\S]*?^\1[^\n]*$/gm, '');
  const slugger = new GithubSlugger();
  const anchors: Anchor[] = [];
  for (const line of body.split('\n')) {
    const heading = /^#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1];
    if (heading !== undefined) anchors.push(readHeading(heading, slugger));
    for (const [, id = '', title = ''] of line.matchAll(/<[A-Za-z][^>]*?\sid="([^"]+)"[^>]*>([^<]*)/g))
      if (!anchors.some((anchor) => anchor.id === id)) anchors.push({ id, title: title.trim() });
  }
  return anchors;
}

function readHeading(text: string, slugger: GithubSlugger): Anchor {
  const explicit = /^(.*?)\s*\\?\{\/?\*?\s*#([a-z0-9-]+)\s*\*?\/?\\?\}$/.exec(text);
  const title = plainHeading(explicit?.[1] ?? text);
  return { id: explicit?.[2] ?? slugger.slug(title), title };
}

/** The words of a heading as they stand on the page: no emphasis, code marks, links or tags. */
function plainHeading(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/[`*$]|\b_|_\b/g, '')
    .trim();
}
