import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { withBase } from '../base';

/**
 * A chapter that has no Russian text yet is shown in English under `/ru/` too: search engines are told which of the two
 * is the page. (Our own search has an index for each language, so each reader finds it once, under her address.)
 */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  if (!route.isFallback) return;
  const path = route.entry.id === 'index' || route.entry.id === '' ? '/' : `/${route.entry.id}/`;
  const original = new URL(withBase(path), import.meta.env.SITE);
  for (const tag of route.head)
    if (tag.tag === 'link' && tag.attrs?.['rel'] === 'canonical') tag.attrs['href'] = original.href;
});
