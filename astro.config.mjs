// @ts-check
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { onnxRuntimeFiles } from './src/runtime/onnx/runtime-files-plugin.ts';

export default defineConfig({
  // A sub-path deployment sets SITE_URL and SITE_BASE (see .github/workflows/pages.yml).
  site: process.env['SITE_URL'] ?? 'http://localhost:4321',
  base: process.env['SITE_BASE'] ?? '/',
  vite: {
    plugins: [onnxRuntimeFiles()],
    worker: { format: 'es', plugins: () => [onnxRuntimeFiles()] },
  },
  integrations: [
    starlight({
      title: 'The course that runs itself',
      locales: { root: { label: 'English', lang: 'en' }, ru: { label: 'Русский', lang: 'ru' } },
      pagefind: false,
    }),
    svelte(),
  ],
});
