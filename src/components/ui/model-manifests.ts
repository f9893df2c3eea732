import { modelSchema, type ModelManifest } from '~/schemas/model';

/** Manifests by model id. */
export type Manifests = ReadonlyMap<string, ModelManifest>;

/**
 * Reads the manifests that were found under `public/models`.
 * @param found path → parsed JSON
 * @throws Error naming the file, the key and what is wrong, if one does not follow the schema or lies in another folder
 *   than its id says
 */
export function readManifests(found: Readonly<Record<string, unknown>>): Manifests {
  const entries = Object.entries(found).map(([path, json]) => {
    const read = modelSchema.safeParse(json);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Error(
        `${path}: ${issue?.path.join('.') || 'manifest'}: ${issue?.message ?? 'does not follow the schema'}`,
      );
    }
    if (!path.endsWith(`/${read.data.id}/model.json`))
      throw new Error(`${path}: expected the id of its folder, found "${read.data.id}"`);
    return [read.data.id, read.data] as const;
  });
  return new Map(entries);
}

const known = (names: Iterable<string>): string => [...names].sort().join(', ') || 'none';

/** @throws Error with the list of models if there is none of that id */
export function findModel(manifests: Manifests, id: string): ModelManifest {
  const manifest = manifests.get(id);
  if (!manifest)
    throw new Error(`No model "${id}" under public/models. Known models: ${known(manifests.keys())}.`);
  return manifest;
}

/** @throws Error with the list of the model's metrics if there is none of that name */
export function findMetric(manifest: ModelManifest, name: string): ModelManifest['metrics'][string] {
  const metric = Object.hasOwn(manifest.metrics, name) ? manifest.metrics[name] : undefined;
  if (!metric)
    throw new Error(
      `Model "${manifest.id}" has no metric "${name}". Known metrics: ${known(Object.keys(manifest.metrics))}.`,
    );
  return metric;
}

/** The manifests of this site, read when it is built. */
export const manifests: Manifests = readManifests(
  import.meta.glob('/public/models/*/model.json', { eager: true, import: 'default' }),
);
