import { expect, test } from 'vitest';
import { moleculeMetrics } from './metrics';
import { checkSmiles } from './smiles';

/** Aspirin, caffeine, benzene, an amino acid, a salt, two-digit rings, nitro group by charges, a sulfone. */
const GOOD = [
  ...['C', 'CC(=O)O', 'CC(=O)Oc1ccccc1C(=O)O', 'Cn1cnc2c1c(=O)n(C)c(=O)n2C', 'c1ccccc1', 'N[C@@H](C)C(=O)O'],
  ...[
    '[Na+].[Cl-]',
    'C%10CCCCC%10',
    'C[N+](=O)[O-]',
    'CS(=O)(=O)C',
    'F/C=C/F',
    'C1CC1',
    'BrCCCl',
    'c1cc[nH]c1',
    'C#N',
  ],
];

test.each(GOOD)('%s is valid', (smiles) => expect(checkSmiles(smiles)).toEqual({ valid: true }));

test.each([
  ['', /ends in the middle/],
  ['C(', /branch is not closed/],
  ['C)', /not opened/],
  ['C1CC', /ring 1 is not closed/],
  ['C11', /to itself/],
  ['C=', /ends in the middle/],
  ['=C', /bond without an atom/],
  ['C==C', /two bonds in a row/],
  ['F=C', /atom 0 has 2 bonds/],
  ['C(C)(C)(C)(C)C', /atom 0 has 5 bonds/],
  ['CO(C)C', /atom 1 has 3 bonds/],
  ['CX', /cannot read from place 1/],
  ['C[]', /no atom/],
  ['C=1CCCC#1', /two different bonds/],
])('%s is not', (smiles, reason) => {
  const found = checkSmiles(smiles);
  expect(found.valid).toBe(false);
  expect(found.reason).toMatch(reason);
});

test('shares stand one upon the other; compared as strings; another judge may decide', () => {
  expect(moleculeMetrics(['CC', 'CC', 'CO', 'C('], ['CO'])).toEqual({
    validity: 0.75,
    uniqueness: 2 / 3,
    novelty: 0.5,
  });
  expect(moleculeMetrics(['OC', 'CO'], ['CO'])).toEqual({ validity: 1, uniqueness: 1, novelty: 0.5 });
  expect(moleculeMetrics(['C(', 'X'], []).uniqueness).toBeNaN();
  expect(moleculeMetrics(['C(', 'X'], [], () => true).validity).toBe(1);
  expect(() => moleculeMetrics([], [])).toThrow(/at least one generated string/);
});
