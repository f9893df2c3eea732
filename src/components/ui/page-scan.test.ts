import { describe, expect, it } from 'vitest';
import { numberOf, scanPage } from './page-scan';

const page = String.raw`
import Equation from '~/components/ui/Equation.astro';

The value <Cite id="goodfellow2014" at="Eq. 1" /> of the game:

<Equation
  tex={String.raw#\min_G \max_D \{ a > b \} \text{ id="not-this"} \#}
  spoken="the value, id='nor this'"
  id="value"
/>

See <EqRef id="value" /> and #<Equation id="in-code">#, {/* <Equation id="in-comment" /> */} <Term id="critic">critics</Term>.

~~~mdx
<Equation id="in-fence" tex="x" />
~~~

<Figure id="ring" caption="a < b"> <Equation id='second' tex="x^2" /> </Figure>
<Cite id="goodfellow2014" /> <Cite id={"lucic2018"} />
<References />
`.replaceAll('#', '\u0060');

describe('scanPage', () => {
  const scan = scanPage(page, 'x.mdx');
  it('numbers equations in order of appearance, whatever stands in their formulas', () => {
    expect(scan.equations).toEqual(['value', 'second']);
  });
  it('lists figures, terms and citations, each work once', () => {
    expect(scan.figures).toEqual(['ring']);
    expect(scan.terms).toEqual(['critic']);
    expect(scan.cites).toEqual(['goodfellow2014', 'lucic2018']);
    expect(scan.hasReferences).toBe(true);
  });
  it('names the file when an id is missing or stands twice', () => {
    expect(() => scanPage('<Equation tex="x" />', 'x.mdx')).toThrow('x.mdx: a <Equation> has no id');
    expect(() => scanPage('<Figure id="a" /><Figure id="a" />', 'x.mdx')).toThrow(
      'two <Figure> have the id "a"',
    );
  });
});

describe('numberOf', () => {
  it('counts from one', () => {
    expect(numberOf('b', ['a', 'b'], 'equation', 'x.mdx')).toBe(2);
  });
  it('says which ids there are when it knows none of that name', () => {
    expect(() => numberOf('c', ['a', 'b'], 'equation', 'x.mdx')).toThrow(
      'no equation has the id "c" (known: a, b)',
    );
  });
});
