/**
 * Puts the deployment's base path before a root-relative path, so that a link works under a sub-path.
 * Everything else (full URLs, `#anchors`, relative paths, paths that have the base already) stays as it is.
 * @example withBase('/gan/#loss', '/course/') // → '/course/gan/#loss'
 */
export function withBase(path: string, base: string = import.meta.env.BASE_URL): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  const prefix = base.replace(/\/+$/, '');
  if (prefix === '' || path === prefix || path.startsWith(`${prefix}/`)) return path;
  return prefix + path;
}
