import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** The id on the page of what the island shows. */
    'client:interest'?: string;
  }
}

/** Astro integration: the directive `client:interest` (see `directive.ts`). */
export function clientInterest(): AstroIntegration {
  return {
    name: 'course-client-interest',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) =>
        addClientDirective({
          name: 'interest',
          entrypoint: fileURLToPath(new URL('./directive.ts', import.meta.url)),
        }),
    },
  };
}
