import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listChapters } from './chapters';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'chapters-'))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
};

it('orders chapters by their front matter, then by name, and leaves the home page out', () => {
  write('index.mdx', '---\ntitle: Home\n---\n');
  write('vae.mdx', '---\ntitle: VAE\nsidebar:\n  order: 1\n---\n');
  write('nvae.mdx', '---\ntitle: NVAE\n---\n');
  write('gan.mdx', '---\ntitle: GAN\nsidebar:\n  order: 2\n---\n');
  write('flows.mdx', '---\ntitle: Flows\n---\n');
  expect(listChapters(folder)).toEqual(['vae', 'gan', 'flows', 'nvae']);
});

it('names a chapter without front matter', () => {
  write('gan.mdx', '# GAN\n');
  expect(() => listChapters(folder)).toThrow('gan.mdx: a chapter begins with front matter');
});
