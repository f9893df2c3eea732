/** The course's languages; the first is the root locale. */
export const locales = ['en', 'ru'] as const;
export type Locale = (typeof locales)[number];

/** The same words in every language: a missing word is a type error. */
export type Localised<Words> = Readonly<Record<Locale, Words>>;

/**
 * Words reach an island as a property, in the reader's language only, so they are plain strings with `{name}` for what
 * is filled in later; the script that downloads holds no words at all.
 */
export type Words = Readonly<Record<string, string>>;

/** The locale of a page (`Astro.currentLocale`), English where there is none. */
export function localeOf(name: string | undefined): Locale {
  return locales.find((locale) => locale === name) ?? 'en';
}

/**
 * `fill('{n} of {m} modes', { n: 6, m: 8 })`.
 * @throws Error if the template names a value that is not given.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Template "${template}" needs a value for {${name}}`);
    return String(value);
  });
}
