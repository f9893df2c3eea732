import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// The rules that keep the house in order must bite: each snippet breaks exactly one of them.

const eslint = new ESLint({
  // The snippets are not files of a project, so rules that need types rest here.
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function complaints(filePath: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId ?? 'parse error'));
}

const METHOD = 'src/methods/example/example.ts';
const LOOP = 'src/components/widgets/example/example.loop.ts';

describe('what must be reproducible takes no chance, clock, page or blocking read', () => {
  it.each([
    [METHOD, 'export const a = Math.random();', 'no-restricted-properties'],
    [LOOP, 'export const a = Math.random();', 'no-restricted-properties'],
    ['src/autodiff/example.ts', 'export const a = Date.now();', 'no-restricted-properties'],
    ['src/review/example.ts', 'export const a = new Date();', 'no-restricted-syntax'],
    ['src/review/example.ts', 'export const a = performance.now();', 'no-restricted-properties'],
    [METHOD, 'export const f = (t: any) => t.dataSync();', 'no-restricted-properties'],
    [LOOP, 'export const f = (t: any) => t.arraySync();', 'no-restricted-properties'],
    [LOOP, 'export const a = document.title;', 'no-restricted-globals'],
    [METHOD, 'export const a = window;', 'no-restricted-globals'],
  ])('%s: %s', async (file, code, rule) => {
    expect(await complaints(file, code)).toContain(rule);
  });

  it('lets a date be read from a given time, and a view use the page', async () => {
    expect(await complaints(METHOD, 'export const f = (t: number): Date => new Date(t);')).toEqual([]);
    expect(await complaints('src/components/ui/x.ts', 'export const a = document.title;')).toEqual([]);
  });
});

describe('imports follow the directions of the design', () => {
  it.each([
    ['src/autodiff/a.ts', '~/methods/rng/rng'],
    ['src/autodiff/a.ts', '../runtime/loop'],
    ['src/methods/m/m.ts', '~/components/ui/x'],
    ['src/methods/m/m.ts', '../../runtime/loop'],
    ['src/methods/m/m.ts', '@tensorflow/tfjs'],
    ['src/review/a.ts', '~/components/ui/x'],
    ['src/runtime/a.ts', '~/components/ui/x'],
    ['src/runtime/a.ts', '~/methods/gan-losses/gan-losses'],
    ['src/schemas/a.ts', '~/runtime/loop'],
    ['src/components/widgets/a/a.ts', '~/components/widgets/b/b.loop'],
    ['src/components/widgets/a/a.ts', '../b/b.loop'],
    ['src/components/widgets/a/a.loop.ts', './A.svelte'],
    ['src/components/widgets/a/a.worker.ts', './A.svelte'],
    ['src/components/ui/a.ts', 'onnxruntime-web'],
    ['src/components/ui/a.ts', '~/pages/x'],
  ])('%s may not import %s', async (file, source) => {
    expect(await complaints(file, `import * as x from '${source}';\nexport const y = x;`)).toEqual([
      'course/import-direction',
    ]);
    expect(await complaints(file, `export * from '${source}';`)).toEqual(['course/import-direction']);
    expect(await complaints(file, `export const x = import('${source}');`)).toEqual([
      'course/import-direction',
    ]);
  });

  it.each([
    ['src/methods/m/m.ts', '~/autodiff/graph'],
    ['src/methods/m/m.ts', '../rng/rng'],
    ['src/runtime/a.ts', '~/methods/rng/rng'],
    ['src/runtime/executors/a.ts', '@tensorflow/tfjs-core'],
    ['src/components/widgets/a/a.loop.ts', '~/methods/m/m'],
    ['src/components/widgets/a/a.ts', '../shared/machine'],
    ['src/components/widgets/shared/a.ts', '~/runtime/loop'],
    ['src/components/widgets/a/parts/p.ts', '../a.loop'],
  ])('%s may import %s', async (file, source) => {
    expect(await complaints(file, `import * as x from '${source}';\nexport const y = x;`)).toEqual([]);
  });
});

it('keeps the reader’s words out of code', async () => {
  const code = "export const label = 'Пуск';";
  expect(await complaints('src/components/ui/x.ts', code)).toEqual(['no-restricted-syntax']);
  expect(await complaints('src/components/ui/x.text.ts', code)).toEqual([]);
});
