import type { Fields } from './fields';
import type { LinkFormat } from './url';

/** What can be shared of a figure: its settings as a link, as a frame in another page. */
export interface Shareable<F extends Fields> {
  readonly setup: { readonly link: LinkFormat<F> };
  readonly hide: readonly string[];
  /** The address of the figure as it is now, `extra` among its own keys. */
  href(extra?: Readonly<Record<string, string>>): string;
}

/** Name → text of a file of the code that computes a figure. */
export type SourceFiles = Readonly<Record<string, string>>;

/** All files as one text, each under its name. */
export function joinSources(files: SourceFiles): string {
  return Object.entries(files)
    .map(([name, text]) => `// ${name}\n\n${text.trim()}\n`)
    .join('\n\n');
}
