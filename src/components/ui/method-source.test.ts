import { describe, expect, it } from 'vitest';
import { extractFunction, findFunction } from './method-source';

const source = `import { x } from './x';

/** Not this one. */
export const half = 0.5;

/**
 * What it does: $L_D$.
 * @example f({ a: 1 }) // }
 */
export function discriminatorLoss({
  real,
}: Losses): Node {
  if (real) {
    return x;
  }
  return '}';
}

export function discriminatorLossOther() {
  return 1;
}

export const hinge = (a: Node): Node =>
  relu(sub(one, a));

/** Generator. */
export const loss = (a: Node) => {
  const b = 1;
  return b;
};
`;

describe('extractFunction', () => {
  it('cuts a function with its doc comment and nothing else', () => {
    const found = extractFunction(source, 'discriminatorLoss');
    expect(found?.line).toBe(10);
    expect(found?.code.startsWith('/**\n * What it does')).toBe(true);
    expect(found?.code.endsWith("  return '}';\n}")).toBe(true);
  });
  it('cuts constants: one line, an expression over lines, a block', () => {
    expect(extractFunction(source, 'half')?.code).toBe('/** Not this one. */\nexport const half = 0.5;');
    expect(extractFunction(source, 'hinge')?.code.split('\n')).toHaveLength(2);
    expect(extractFunction(source, 'loss')?.code.split('\n')).toHaveLength(5);
  });
  it('finds no part of a name', () => {
    expect(extractFunction(source, 'discriminator')).toBeUndefined();
  });
});

describe('findFunction', () => {
  const files = {
    '/src/methods/gan-losses/gan-losses.test.ts': 'export function hinge() {\n}\n',
    '/src/methods/gan-losses/gan-losses.ts': source,
  };
  it('names the file and skips tests', () => {
    expect(findFunction(files, 'gan-losses', 'hinge').file).toBe('src/methods/gan-losses/gan-losses.ts');
  });
  it('says which methods or functions there are', () => {
    expect(() => findFunction(files, 'vae', 'elbo')).toThrow('no method "vae"');
    expect(() => findFunction(files, 'gan-losses', 'elbo')).toThrow(
      'exports no "elbo"; it exports half, discriminatorLoss, discriminatorLossOther, hinge, loss',
    );
  });
});
