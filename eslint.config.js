// @ts-check
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirection } from './scripts/lint/directions.ts';

/** Code that must give the same numbers everywhere: no chance but the seeded one, no clock, no page, no waiting for a GPU. */
const pure = ['src/autodiff/**/*.ts', 'src/methods/**/*.ts', 'src/review/**/*.ts', 'src/**/*.loop.ts'];
const tests = ['**/*.test.ts', 'tests/**/*.ts', 'scripts/**/*.{ts,mjs,js}'];

const seeded = 'Take randomness from the run’s seeded generator (methods/rng).';
const clock = 'The clock would make two runs of one seed differ: hand times in from outside.';
const page = 'This code runs without a page, in Node and in workers: no DOM here.';
const gpu = 'A synchronous read stalls the GPU: await data().';

const bannedProperties = [
  { object: 'Math', property: 'random', message: seeded },
  { object: 'crypto', property: 'getRandomValues', message: seeded },
  { object: 'Date', property: 'now', message: clock },
  { object: 'performance', property: 'now', message: clock },
  ...['dataSync', 'arraySync', 'readSync'].map((property) => ({ property, message: gpu })),
];

const bannedSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
];

const cyrillic = {
  selector:
    ':matches(Literal[value=/[а-яё]/i]:not([regex]), TemplateElement[value.raw=/[а-яё]/i], JSXText[value=/[а-яё]/i])',
  message: 'Words that a reader sees stand in a *.text.ts, English and Russian side by side.',
};

const domNames = [
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'self'],
  ...[
    'requestAnimationFrame',
    'requestIdleCallback',
    'getComputedStyle',
    'matchMedia',
    'alert',
    'customElements',
  ],
  ...[
    'HTMLElement',
    'HTMLCanvasElement',
    'OffscreenCanvas',
    'Image',
    'ImageData',
    'Element',
    'Node',
    'postMessage',
  ],
];

export default defineConfig(
  {
    ignores: [
      ...['dist*/**', '.astro/**', '.cache/**', '**/__pycache__/**', '.venv/**', 'public/**', 'training/**'],
      ...['test-results/**', 'playwright-report/**'],
      // AssemblyScript: another language with TypeScript's endings.
      'src/runtime/executors/wasm/kernels/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  svelte.configs['flat/recommended'],
  astro.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    plugins: { course: { rules: { 'import-direction': importDirection } } },
    rules: {
      'course/import-direction': 'error',
      eqeqeq: 'error',
      // The types say what is unused already (noUnusedLocals); a leading underscore is a parameter that a signature needs.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // noUncheckedIndexedAccess makes `array[i]!` the plain way to read an index that the loop bounds.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `return this.fail(…)` ends a function early in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/dot-notation': 'off', // noPropertyAccessFromIndexSignature asks for the brackets
      '@typescript-eslint/prefer-for-of': 'off',
      // The types of the platform promise what a browser may lack: asking is right.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // `find<HTMLInputElement>(root, selector)`, as querySelector itself.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A type alias is closed and an index signature says what its key is: both have their place.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // An operation without attributes: an object that has no key.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Props are `let { … } = $props()`, all or none.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      // They are for svelte-check, which warns of what this plugin does not see.
      'svelte/no-unused-svelte-ignore': 'off',
      // URL and Map are used as plain local values.
      'svelte/prefer-svelte-reactivity': 'off',
      // The types of a template (snippets, generics) are svelte-check's; this parser sees `any` there.
      'no-undef': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: pure,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', ...bannedProperties],
      'no-restricted-syntax': ['error', ...bannedSyntax, cyrillic],
      'no-restricted-globals': ['error', ...domNames.map((name) => ({ name, message: page }))],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    // Schemas show examples of what an author writes.
    ignores: ['**/*.text.ts', '**/*.test.ts', 'src/schemas/**', ...pure],
    rules: { 'no-restricted-syntax': ['error', cyrillic] },
  },
  {
    files: tests,
    rules: {
      // Node's test helpers and generators of cases are loose on purpose.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      // A stand-in has the signature of what it stands for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  // Their parsers give no types to the rules (astro) or there is no project (JavaScript).
  {
    files: ['**/*.{js,mjs,cjs,astro}', '**/*.astro/*.{js,ts}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
