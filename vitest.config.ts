import { getViteConfig } from 'astro/config';

// Browser tests are Playwright's (tests/e2e); everything else runs in Node.
export default getViteConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/{content,models,search}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
