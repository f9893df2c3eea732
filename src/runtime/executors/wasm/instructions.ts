import { WORDS } from './opcodes';
import type { Word } from './target';

/** Instructions being written, each `WORDS` words long. */
export class InstructionList {
  readonly #parts: Int32Array[] = [];

  /**
   * Appends an instruction.
   * @throws RangeError if it has more words than fit.
   */
  add(opcode: number, to: number, words: readonly Word[]): void {
    const bits = new DataView(new ArrayBuffer(WORDS * 4));
    let at = 0;
    const put = (word: Word) => {
      if (at + (typeof word === 'object' && 'double' in word ? 2 : 1) > WORDS)
        throw new RangeError(`instruction ${opcode}: more than ${WORDS} words`);
      if (typeof word === 'number') bits.setInt32(at * 4, word, true);
      else if ('float' in word) bits.setFloat32(at * 4, word.float, true);
      else bits.setFloat64(at++ * 4, word.double, true);
      at++;
    };
    [opcode, to, ...words].forEach(put);
    this.#parts.push(new Int32Array(bits.buffer));
  }

  get count(): number {
    return this.#parts.length;
  }

  get bytes(): number {
    return this.count * WORDS * 4;
  }

  words(): Int32Array {
    const all = new Int32Array(this.count * WORDS);
    this.#parts.forEach((part, i) => {
      all.set(part, i * WORDS);
    });
    return all;
  }
}
