import { isFormula, readFormula } from './read-formula.ts';
import { showFormula } from './show-formula.ts';

/**
 * An author's formula as MathML, at build time.
 * @param symbols the question's variables
 * @throws Error naming the place when the formula cannot be read
 */
export function showSource(text: string, symbols: readonly string[], where: string): string {
  const read = readFormula(text, symbols);
  if (!isFormula(read))
    throw new Error(
      `${where}: expected a formula in ${symbols.join(', ')}, found "${text}" (${Object.values(read).join(': ')}). ` +
        'Write it as a reader would type it, for example -1 / (1 + exp(-a)).',
    );
  return showFormula(read);
}
