/** Strings that a model wrote, by model id (made by scripts/model-pictures.ts). */
export const strings: ReadonlyMap<string, readonly { readonly smiles: string; readonly valid: boolean }[]> =
  new Map(
    Object.entries(
      import.meta.glob<{ smiles: string; valid: boolean }[]>('./model-strings/*.json', {
        eager: true,
        import: 'default',
      }),
    ).map(([path, written]) => [path.replace(/^.*\/|\.json$/g, ''), written]),
  );
