// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { linkPlugin, mathPlugin } from './src/components/ui/markdown-plugins.ts';
import { listChapters } from './src/components/ui/site/chapters.ts';
import { clientInterest } from './src/integrations/client-interest/index.ts';
import { searchIndex } from './src/integrations/search.ts';
import { unusedCss } from './src/integrations/unused-css.ts';
import { onnxRuntimeFiles } from './src/runtime/onnx/runtime-files-plugin.ts';
import { noMenuState } from './src/integrations/no-menu-state.ts';
import { katexFonts } from './src/styles/katex-fonts.ts';

// A sub-path deployment sets SITE_URL and SITE_BASE (see .github/workflows/pages.yml).
const base = process.env['SITE_BASE'] ?? '/';
const chapters = listChapters(new URL('./src/content/docs/', import.meta.url));
/** @param {string} name a component of ours in place of Starlight's */
const site = (name) => `./src/components/ui/site/${name}.astro`;

export default defineConfig({
  site: process.env['SITE_URL'] ?? 'http://localhost:4321',
  base,
  // Pages are light; a script that fetches them ahead would cost each page a kilobyte.
  prefetch: false,
  markdown: {
    processor: satteri({ mdastPlugins: [mathPlugin, linkPlugin(base)], features: { math: true } }),
  },
  vite: {
    plugins: [katexFonts(), noMenuState(), onnxRuntimeFiles()],
    worker: { format: 'es', plugins: () => [onnxRuntimeFiles()] },
    // A small face inside the stylesheet would be paid for by every page; as a file it is loaded when a letter needs it.
    build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
  },
  integrations: [
    starlight({
      title: { en: 'The course that runs itself', ru: 'Курс, который сам себя запускает' },
      locales: { root: { label: 'English', lang: 'en' }, ru: { label: 'Русский', lang: 'ru' } },
      favicon: '/favicon.svg',
      customCss: [
        './src/styles/fonts.css',
        './src/styles/theme.css',
        './src/styles/text.css',
        './src/styles/layout.css',
        './src/styles/print.css',
      ],
      components: {
        Footer: site('Footer'),
        Head: site('Head'),
        PageSidebar: site('PageSidebar'),
        PageTitle: site('PageTitle'),
        Search: './src/components/search/Search.astro',
        Sidebar: site('Sidebar'),
        TwoColumnContent: site('TwoColumnContent'),
      },
      routeMiddleware: './src/components/ui/site/route-data.ts',
      sidebar: [
        { label: 'Chapters', translations: { ru: 'Главы' }, items: chapters },
        {
          label: 'Reference',
          translations: { ru: 'Справочник' },
          items: [
            { label: 'Syllabus', translations: { ru: 'Программа' }, link: '/syllabus/' },
            { label: 'Models', translations: { ru: 'Модели' }, link: '/models/' },
            { label: 'Code of the methods', translations: { ru: 'Код методов' }, link: '/methods/' },
            { label: 'Glossary', translations: { ru: 'Словарь' }, link: '/glossary/' },
            { label: 'References', translations: { ru: 'Литература' }, link: '/references/' },
          ],
        },
      ],
      // The list of sections has every link; an anchor at each heading would cost a chapter 2 KB.
      markdown: { headingLinks: false },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      // Our own index and dialog: src/integrations/search.ts, src/components/search.
      pagefind: false,
    }),
    svelte(),
    clientInterest(),
    unusedCss(),
    searchIndex(),
  ],
});
