import { expect, type Locator, type Page } from '@playwright/test';
import type { PlacedWidget } from './built.ts';
import { SITES } from './sites.ts';

export type State = 'idle' | 'loading' | 'running' | 'paused' | 'done' | 'failed';

/** A widget under test, by the attributes of the contract (DESIGN, section 4). */
export class Widget {
  readonly page: Page;
  readonly root: Locator;
  readonly placed: PlacedWidget;

  constructor(page: Page, placed: PlacedWidget) {
    this.page = page;
    this.placed = placed;
    this.root = page.locator(`[data-widget="${placed.name}"][id="${placed.id}"]`);
  }

  /** Opens its page with settings in the link, and waits until the figure is in view and its script runs. */
  async open(settings: Readonly<Record<string, string>> = {}, site: string = SITES.root.url): Promise<void> {
    await this.page.goto(this.address(settings, site));
    await this.show();
  }

  address(settings: Readonly<Record<string, string>> = {}, site: string = SITES.root.url): string {
    const url = new URL(this.placed.page, site);
    for (const [key, value] of Object.entries(settings))
      url.searchParams.set(`${this.placed.id}.${key}`, value);
    return url.href;
  }

  async show(): Promise<void> {
    // Its script loads when the reader turns to it. By hand and again, not by Playwright's own scrolling, which waits for
    // pictures of the page that a busy machine may not draw.
    await expect(async () => {
      await this.root.evaluate((root) => {
        root.scrollIntoView({ block: 'center', behavior: 'instant' });
      });
      await this.root.hover({ position: { x: 4, y: 4 }, force: true, timeout: 5000 });
      await expect(this.root).toHaveAttribute('data-ready', { timeout: 3000 });
    }).toPass({ timeout: 30_000 });
  }

  action(name: 'run' | 'step' | 'reset' | 'retry' | 'copy-link'): Locator {
    return this.root.locator(`[data-action="${name}"]`);
  }

  press(name: Parameters<Widget['action']>[0]): Promise<void> {
    return this.action(name).click();
  }

  toBe(state: State | RegExp, timeout = 30_000): Promise<void> {
    return expect(this.root).toHaveAttribute('data-state', state, { timeout });
  }

  async step(): Promise<number> {
    return Number(await this.root.getAttribute('data-step'));
  }

  /** Waits until at least one frame beyond `from` is shown. */
  async toPass(from: number, timeout = 30_000): Promise<void> {
    await expect.poll(() => this.step(), { timeout }).toBeGreaterThan(from);
  }

  async toFail(reason: string | RegExp, timeout = 30_000): Promise<void> {
    await this.toBe('failed', timeout);
    await expect(this.root).toHaveAttribute('data-reason', reason);
    await expect(this.action('retry')).toBeVisible();
    await expect(this.root.getByRole('alert').first()).not.toBeEmpty();
  }

  /** Starts it and stops it at the first frame. */
  async runOneStep(timeout = 30_000): Promise<void> {
    await this.press('step');
    await this.toBe(/paused|done/, timeout);
  }

  async takeSteps(count: number): Promise<void> {
    await this.runOneStep();
    for (let step = 0; step < count; step += 1) {
      const at = await this.step();
      await this.press('step');
      await this.toPass(at);
    }
  }

  /** A widget that trains can be stepped; one that answers to its reader runs on until it has shown everything. */
  async isStepped(): Promise<boolean> {
    return (await this.action('step').count()) > 0;
  }

  /** Waits until no new frame comes for a second: the widget waits for its reader. */
  async toRest(): Promise<void> {
    let before = -1;
    await expect
      .poll(
        async () => {
          const at = await this.step();
          const rests = at > 0 && at === before;
          before = at;
          return rests;
        },
        { timeout: 30_000, intervals: [1000] },
      )
      .toBe(true);
  }

  summary(): Promise<string> {
    return this.root.locator('[data-summary]').innerText();
  }
}

/** Every address that the page asked for outside its own site. */
export function watchForeign(page: Page): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') foreign.push(request.url());
  });
  return foreign;
}

/** Every error that the page threw or logged. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
