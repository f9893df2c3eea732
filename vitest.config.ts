/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

// Tests of a browser are Playwright's (`*.spec.ts` in tests/); everything else runs in Node.
export default getViteConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
