import type { Fields } from '~/components/widgets/shared/fields';

const modules = import.meta.glob<{ fields: Fields }>('/src/components/widgets/*/*.params.ts');

/** The settings of a widget by its folder's name. @throws Error if the folder has no settings. */
export async function fieldsOf(folder: string): Promise<Fields> {
  const load = modules[`/src/components/widgets/${folder}/${folder}.params.ts`];
  if (!load)
    throw new Error(`fieldsOf: expected one of ${Object.keys(modules).join(', ')}, found "${folder}"`);
  return (await load()).fields;
}
