import { checkSmiles } from './smiles';

/** Shares in the manner of MOSES. */
export interface MoleculeMetrics {
  /** Of all strings, those that are valid in the sense of `checkSmiles` (an upper bound of a toolkit's). */
  readonly validity: number;
  /** Of the valid ones, how many different ones; NaN where none is valid. */
  readonly uniqueness: number;
  /** Of the different valid ones, those not in the training data; NaN where none is valid. */
  readonly novelty: number;
}

/**
 * Validity, uniqueness and novelty of generated strings, one upon the other: uniqueness among valid ones, novelty among unique valid ones.
 *
 * Convention: molecules are compared as **strings**. MOSES compares canonical SMILES; two spellings of one molecule count twice here unless both sets come
 * in one canonical form, so uniqueness and novelty are then upper bounds as well.
 * @param generated at least one string
 * @param training strings that the model learnt from
 * @param isValid the judge; default `checkSmiles`
 * @throws RangeError if there is no generated string.
 * @see Polykovskiy et al., "Molecular sets (MOSES): a benchmarking platform for molecular generation models", Frontiers in Pharmacology
 * 11, 2020
 * @example moleculeMetrics(['CC', 'CC', 'CO', 'C('], ['CO']) // { validity: 0.75, uniqueness: 2/3, novelty: 0.5 }
 */
export function moleculeMetrics(
  generated: readonly string[],
  training: readonly string[],
  isValid: (smiles: string) => boolean = (smiles) => checkSmiles(smiles).valid,
): MoleculeMetrics {
  if (generated.length === 0)
    throw new RangeError('moleculeMetrics: needs at least one generated string, found none');
  const valid = generated.filter(isValid);
  const unique = new Set(valid);
  const known = new Set(training);
  const fresh = [...unique].filter((smiles) => !known.has(smiles));
  return {
    validity: valid.length / generated.length,
    uniqueness: unique.size / valid.length,
    novelty: fresh.length / unique.size,
  };
}
