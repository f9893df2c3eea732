/** Words of the search dialog. `{count}` and `{query}` are filled in the browser. */
export interface SearchWords {
  readonly open: string;
  readonly label: string;
  readonly placeholder: string;
  readonly close: string;
  readonly hint: string;
  readonly loading: string;
  /** By plural category of the language. */
  readonly found: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  readonly corrected: string;
  /** Heads each group of results. */
  readonly kinds: Readonly<Record<'page' | 'section' | 'widget' | 'question' | 'equation', string>>;
  readonly nothing: string;
  readonly tryInstead: readonly string[];
  readonly failed: string;
  readonly retry: string;
  readonly untranslated: string;
}

export const searchText = {
  en: {
    open: 'Search',
    label: 'Search the course',
    placeholder: 'a word, a question, or LaTeX such as D^*',
    close: 'Close',
    hint: '↑ ↓ Home End to choose, Enter to open, Esc to close',
    loading: 'Searching…',
    found: { one: '{count} result', other: '{count} results' },
    corrected: 'Searched for “{query}”.',
    kinds: {
      page: 'Chapters and pages',
      section: 'Sections',
      widget: 'Interactive figures',
      question: 'Questions',
      equation: 'Equations',
    },
    nothing: 'Nothing found for “{query}”. Try a shorter word, its singular, or one of these:',
    tryInstead: ['generator', 'discriminator', 'divergence'],
    failed:
      'The search index could not be loaded. Check your connection and press “Try again”; the list of chapters works without it.',
    retry: 'Try again',
    untranslated: 'in English',
  },
  ru: {
    open: 'Поиск',
    label: 'Поиск по курсу',
    placeholder: 'слово, вопрос или LaTeX, например D^*',
    close: 'Закрыть',
    hint: '↑ ↓ Home End — выбрать, Enter — открыть, Esc — закрыть',
    loading: 'Ищу…',
    found: {
      one: '{count} результат',
      few: '{count} результата',
      many: '{count} результатов',
      other: '{count} результата',
    },
    corrected: 'Показано по запросу «{query}».',
    kinds: {
      page: 'Главы и страницы',
      section: 'Разделы',
      widget: 'Интерактивные рисунки',
      question: 'Вопросы',
      equation: 'Формулы',
    },
    nothing:
      'По запросу «{query}» ничего нет. Попробуйте слово короче, в именительном падеже, английский термин или одно из этих:',
    tryInstead: ['генератор', 'критик', 'minimax'],
    failed:
      'Поисковый указатель не загрузился. Проверьте связь и нажмите «Ещё раз»; список глав работает и без него.',
    retry: 'Ещё раз',
    untranslated: 'по-английски',
  },
} satisfies Readonly<Record<'en' | 'ru', SearchWords>>;
