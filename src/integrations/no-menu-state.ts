import type { Plugin } from 'vite';

/**
 * Vite plugin: leaves out Starlight's script that remembers which groups of its menu are open. Ours (Sidebar.astro) has
 * none to open.
 */
export function noMenuState(): Plugin {
  const nothing = '\0course-no-menu-state';
  return {
    name: 'course-no-menu-state',
    enforce: 'pre',
    resolveId: (source) =>
      source.endsWith('components-internals/SidebarPersistState') ? nothing : undefined,
    load: (id) => (id === nothing ? 'export {};' : undefined),
  };
}
