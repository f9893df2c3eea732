import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { texWords, UNSEEN } from '../components/search/tex-words.ts';

/** A thing of its own in the index, beside the pages. */
export interface SearchRecord {
  readonly kind: 'widget' | 'question' | 'equation';
  /** Anchor on its page. */
  readonly anchor: string;
  readonly title: string;
  /** The title with its formulas in MathML. */
  readonly html?: string;
  readonly content: string;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' };

/** HTML's character references as the signs that they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      return NAMED[name ?? ''] ?? whole;
    },
  );
}

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decodeEntities(value);
};

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** LaTeX within dollars as words of the index. */
const spell = (text: string): string =>
  text.replace(/\$([^$]*)\$/g, (_, tex: string) => ` ${texWords(tex).join(' ')} `);

/** From `<tag …>` at `start` to its end tag, nested ones of the same name included. */
function cutElement(html: string, start: number, tag: string): string {
  const edges = new RegExp(`<(/?)${tag}\\b`, 'g');
  edges.lastIndex = start;
  let depth = 0;
  for (let edge = edges.exec(html); edge; edge = edges.exec(html)) {
    depth += edge[1] === '/' ? -1 : 1;
    if (depth === 0) return html.slice(start, html.indexOf('>', edge.index) + 1);
  }
  return html.slice(start);
}

/** Text with MathML in it, and no other tag than those that set type: short enough for a line of results. */
export function toDisplay(html: string): string {
  let rest = html;
  let start = rest.indexOf('<span class="katex-html"');
  while (start >= 0) {
    rest = rest.slice(0, start) + rest.slice(start + cutElement(rest, start, 'span').length);
    start = rest.indexOf('<span class="katex-html"');
  }
  return squeeze(
    rest
      .replace(/<(?!\/?(?:m[a-z]+|i|em|code|sub|sup)\b)[^>]*>/g, '')
      .replace(/(<\/?[a-z]+)(?:\s+(?!mathvariant|accent)[a-z-]+="[^"]*")+/g, '$1'),
  );
}

function listEquations(html: string): SearchRecord[] {
  return [...html.matchAll(/<div class="equation[ "][^>]*>/g)].flatMap((match): SearchRecord[] => {
    const whole = cutElement(html, match.index, 'div');
    const anchor = attribute(match[0], 'id');
    const tex = attribute(/<[^>]*\sdata-tex="[^>]*>/.exec(whole)?.[0] ?? '', 'data-tex');
    if (anchor === undefined || tex === undefined) return [];
    const label = attribute(match[0], 'aria-label') ?? '';
    const spoken = attribute(/<[^>]*\srole="math"[^>]*>/.exec(whole)?.[0] ?? '', 'aria-label') ?? '';
    const math = /<math[^]*?<\/math>/.exec(whole)?.[0] ?? '';
    const title = spoken || label;
    return [
      {
        kind: 'equation',
        anchor,
        title,
        html: `${label} ${toDisplay(math)}`,
        content: `${title} ${texWords(tex).join(' ')}`,
      },
    ];
  });
}

function listWidgets(html: string): SearchRecord[] {
  return [...html.matchAll(/<section[^>]*\sdata-widget="[^>]*>/g)].flatMap(([tag]): SearchRecord[] => {
    const anchor = attribute(tag, 'id');
    const name = attribute(tag, 'data-widget') ?? '';
    const aim = attribute(tag, 'aria-label') ?? name;
    return anchor === undefined
      ? []
      : [{ kind: 'widget', anchor, title: aim, content: `${aim} ${name} ${name.replaceAll('-', ' ')}` }];
  });
}

interface RawQuestion {
  readonly id: string;
  readonly prompt: Readonly<Record<string, string>>;
}

/** The prompts of all question files by the question's id; their form is the schema's business. */
export function readPrompts(folder: string): ReadonlyMap<string, RawQuestion['prompt']> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .flatMap(
        (name) => (parse(readFileSync(join(folder, name), 'utf8')) as { questions: RawQuestion[] }).questions,
      )
      .map(({ id, prompt }) => [id, prompt]),
  );
}

function listQuestions(
  html: string,
  prompts: ReturnType<typeof readPrompts>,
  language: string,
): SearchRecord[] {
  return [...html.matchAll(/<article[^>]*\sdata-question="([^"]+)"[^>]*>/g)].flatMap(
    (match): SearchRecord[] => {
      const prompt = prompts.get(match[1] ?? '');
      const words = prompt?.[language] ?? prompt?.['en'];
      const anchor = attribute(match[0], 'id');
      if (words === undefined || anchor === undefined) return [];
      const legend = /<legend[^>]*>([^]*?)<\/legend>/.exec(cutElement(html, match.index, 'article'))?.[1];
      return [
        {
          kind: 'question',
          anchor,
          title: words.replace(/[$*`]/g, ''),
          ...(legend !== undefined && { html: toDisplay(legend) }),
          content: spell(words),
        },
      ];
    },
  );
}

/** The widgets, questions and numbered equations of a built page. */
export function listRecords(
  html: string,
  prompts: ReturnType<typeof readPrompts>,
  language: string,
): SearchRecord[] {
  return [...listWidgets(html), ...listQuestions(html, prompts, language), ...listEquations(html)];
}

/**
 * For the indexer: the LaTeX of each formula as words that it can index, each marked so that no excerpt shows it
 * (see `components/search/pagefind.ts`).
 */
export function spellFormulas(html: string): string {
  return html.replace(/ data-tex="([^"]*)"/g, (_, tex: string) => {
    const words = texWords(decodeEntities(tex)).map((word) => `${UNSEEN}${word}`);
    return ` data-tex="${words.join(' ')}"`;
  });
}
