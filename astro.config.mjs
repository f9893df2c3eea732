// @ts-check
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { searchIndex } from './src/integrations/search.ts';

export default defineConfig({
  // A sub-path deployment sets SITE_URL and SITE_BASE (see .github/workflows/pages.yml).
  site: process.env['SITE_URL'] ?? 'http://localhost:4321',
  base: process.env['SITE_BASE'] ?? '/',
  integrations: [
    starlight({
      title: 'The course that runs itself',
      locales: { root: { label: 'English', lang: 'en' }, ru: { label: 'Русский', lang: 'ru' } },
      // Our own index and dialog: src/integrations/search.ts, src/components/search.
      pagefind: false,
      components: { Search: './src/components/search/Search.astro' },
    }),
    svelte(),
    searchIndex(),
  ],
});
