import { describe, expect, it } from 'vitest';
import { readAnchors } from './headings.ts';

describe('readAnchors', () => {
  const source = `---
title: x
# comment: no heading
---
import X from './x.astro';

## The game
text
### What *goes* wrong?
## The game
## Wasserstein GAN {#wasserstein}
## Penalty \\{#gradient-penalty\\}
## Loop {/* #training-loop */}
<h2 id="the-run">The run</h2>
<Equation id="eq-value" tex="V" />
\`\`\`python
# not a heading
<p id="not-an-anchor">
\`\`\`
## Потери и градиент
`;
  it('finds slugs as Astro makes them, explicit ids, and no code', () => {
    expect(readAnchors(source).map(({ id }) => id)).toEqual([
      'the-game',
      'what-goes-wrong',
      'the-game-1',
      'wasserstein',
      'gradient-penalty',
      'training-loop',
      'the-run',
      'eq-value',
      'потери-и-градиент',
    ]);
  });
  it('keeps the words of a heading', () => {
    expect(readAnchors(source).map(({ title }) => title)).toEqual([
      'The game',
      'What goes wrong?',
      'The game',
      'Wasserstein GAN',
      'Penalty',
      'Loop',
      'The run',
      '',
      'Потери и градиент',
    ]);
  });
});
