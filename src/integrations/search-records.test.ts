import { expect, it } from 'vitest';
import { decodeEntities, listRecords, spellFormulas, toDisplay } from './search-records.ts';

const math =
  '<span class="katex"><span class="katex-mathml"><math><msup><mi>D</mi><mo>∗</mo></msup></math></span><span class="katex-html" aria-hidden="true"><span class="base"><span>D</span></span></span></span>';
const html = `
  <section class="widget not-content" id="gan" data-widget="gan-2d" aria-label="See modes go &amp; come"><div></div></section>
  <div class="equation not-content" id="eq-optimal-d" role="group" aria-label="Equation 2">
    <div class="equation-body" data-tex="D^*(x) = \\frac{p_d}{p_d + p_g} &amp; 1">
      <span role="math" aria-label="D star of x">${math}</span></div><a href="#eq-optimal-d">(2)</a></div>
  <article class="question" id="q-gan-x" data-question="gan-x"><fieldset><legend>What is <span class="tex">${math}</span>?</legend></fieldset></article>
  <article class="question" id="q-gan-gone" data-question="gan-gone"></article>`;
const prompts = new Map([['gan-x', { en: 'What is $D^*$?', ru: 'Что такое $D^*$?' }]]);

it('finds the widgets, questions and equations of a page', () => {
  const [widget, question, equation, ...more] = listRecords(html, prompts, 'en');
  expect(more).toEqual([]);
  expect(widget).toEqual({
    kind: 'widget',
    anchor: 'gan',
    title: 'See modes go & come',
    content: 'See modes go & come gan-2d gan 2d',
  });
  expect(question).toMatchObject({ kind: 'question', anchor: 'q-gan-x', title: 'What is D^?' });
  expect(question?.content).toContain('dsupstar');
  expect(question?.html).toBe('What is <math><msup><mi>D</mi><mo>∗</mo></msup></math>?');
  expect(equation).toMatchObject({ kind: 'equation', anchor: 'eq-optimal-d', title: 'D star of x' });
  expect(equation?.html).toMatch(/^Equation 2 <math>/);
  expect(equation?.content.split(' ')).toEqual(
    expect.arrayContaining(['star', 'dsupstar', 'psubd', 'psubg', 'frac']),
  );
});

it('takes the prompt of the page’s language', () => {
  expect(listRecords(html, prompts, 'ru')[1]?.content).toContain('такое');
});

it('keeps no markup but that of formulas', () => {
  expect(toDisplay(`<b onclick="x()">a</b> <a href="#x">b</a> <i class="y">c</i> ${math}`)).toBe(
    'a b <i>c</i> <math><msup><mi>D</mi><mo>∗</mo></msup></math>',
  );
});

it('writes LaTeX as words for the indexer, and reads references', () => {
  expect(spellFormulas('<span data-tex="p_g &lt; 1">')).toBe('<span data-tex="\u2060psubg">');
  expect(decodeEntities('&lt;&#39;&#x3b1;&amp;&bogus;')).toBe("<'α&&bogus;");
});
