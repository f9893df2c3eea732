// Builds the site as it is deployed under a path (GitHub Pages of a project): what the tests serve as their second site.
import { build } from 'astro';
import { SITES } from '../tests/e2e/support/sites.ts';

process.env['SITE_BASE'] = SITES.sub.base;
await build({ outDir: `./${SITES.sub.folder}`, logLevel: 'warn' });
