import type { Page } from '@playwright/test';

/** Workers have no init scripts: their own script gets a first line. */
export async function beforeWorkers(page: Page, line: string): Promise<void> {
  await page.route(/worker[^/]*\.js(\?|$)/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line};\n${await response.text()}` });
  });
  await page.addInitScript(line);
}
