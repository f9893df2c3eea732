import { expect, test } from '@playwright/test';

// Short formulas have no MathML: what a screen reader is told of their scripts stands in the stylesheet.
test('the scripts of short formulas are spoken', async ({ page }) => {
  await page.goto('gan/');
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textsIn = (id: string): string[] => {
    const node = byId.get(id);
    if (node?.role?.value === 'StaticText') return node.ignored ? [] : [String(node.name?.value).trim()];
    return (node?.childIds ?? []).flatMap(textsIn);
  };
  const spoken = (role: string): Set<string> =>
    new Set(nodes.filter((node) => node.role?.value === role).map(({ nodeId }) => textsIn(nodeId).join(' ')));
  expect(spoken('subscript')).toContain('sub d');
  expect(spoken('superscript')).toContain('star');
  for (const text of spoken('superscript')) expect(text).not.toContain('∗');
});
