/** Languages of the course; English is the root. */
export type Language = 'en' | 'ru';

/** Words of the components in `ui/` and of the pages around the chapters. */
const words = {
  en: {
    and: '&',
    others: 'et al.',
    equation: 'Equation',
    figure: 'Figure',
    spoken: 'In words:',
    note: 'Note',
    kinds: { live: 'live', recorded: 'recorded', drawing: 'drawing' },
    kindMeanings: {
      live: 'computed now, in this page',
      recorded: 'a stored run of the same code',
      drawing: 'an illustration, not a run',
    },
    codeThatRuns: 'The code that runs here',
    codeFailed:
      'The code could not be fetched. Check your connection, fold and unfold again, or follow the link.',
    codeOf: 'Code of',
    codeIntro:
      'The functions of one method, as they stand in their files: what runs in the chapters is this text.',
    codeTitle: 'Code of the methods',
    codeIndexIntro:
      'Every function of a paper that the chapters run, with its formula, its conventions and its source. No function touches the page: each can be copied and called.',
    docTags: {
      param: 'Parameters',
      returns: 'Returns',
      throws: 'Errors',
      see: 'Source',
      example: 'Example',
    },
    citedIn: 'Cited in',
    referencesTitle: 'References',
    referencesIntro: 'Every work that a chapter cites, with the chapters that cite it.',
    notCited: 'not cited yet',
    glossaryTitle: 'Glossary',
    glossaryIntro: 'Terms of the course in one sentence each, with the word that the other language uses.',
    glossaryWhere: 'explained here',
    modelsTitle: 'Models',
    modelsIntro:
      'The models that this course trained in advance: what each was made of, how well it does, and its files. Those that a figure of the course shows run here.',
    source: 'Source of this page:',
    editPage: 'Edit this page',
    version: 'version',
    licence: 'licence',
    figureOf: 'Link to this figure',
    equationOf: 'Link to this equation',
  },
  ru: {
    and: 'и',
    others: 'и др.',
    equation: 'Формула',
    figure: 'Рис.',
    spoken: 'Словами:',
    note: 'Примечание',
    kinds: { live: 'вживую', recorded: 'запись', drawing: 'рисунок' },
    kindMeanings: {
      live: 'считается сейчас, на этой странице',
      recorded: 'сохранённый запуск того же кода',
      drawing: 'иллюстрация, а не запуск',
    },
    codeThatRuns: 'Код, который здесь работает',
    codeFailed: 'Код не загрузился. Проверьте соединение, сверните и разверните снова или откройте ссылку.',
    codeOf: 'Код:',
    codeIntro:
      'Функции одного метода в том виде, в каком они стоят в файлах: в главах работает именно этот текст.',
    codeTitle: 'Код методов',
    codeIndexIntro:
      'Все функции из статей, которые работают в главах: формула, соглашения, источник. Ни одна не обращается к странице: каждую можно скопировать и вызвать. Описания — по-английски, как в файлах.',
    docTags: {
      param: 'Параметры',
      returns: 'Значение',
      throws: 'Ошибки',
      see: 'Источник',
      example: 'Пример',
    },
    citedIn: 'Упоминается в главах',
    referencesTitle: 'Литература',
    referencesIntro: 'Все работы, на которые ссылаются главы, и сами эти главы.',
    notCited: 'пока не упоминается',
    glossaryTitle: 'Словарь',
    glossaryIntro: 'Термины курса, по одному предложению на каждый, и как они называются по-английски.',
    glossaryWhere: 'объясняется здесь',
    modelsTitle: 'Модели',
    modelsIntro:
      'Модели, которые курс обучил заранее: из чего сделана каждая, на что она способна, её файлы. Те, для которых в курсе есть рисунок, можно запустить здесь же.',
    source: 'Исходный файл страницы:',
    editPage: 'Править эту страницу',
    version: 'версия',
    licence: 'лицензия',
    figureOf: 'Ссылка на этот рисунок',
    equationOf: 'Ссылка на эту формулу',
  },
} satisfies Record<Language, unknown>;

/** The words of a page's language; English for a language that the course does not have. */
export function uiWords(language: string | undefined): (typeof words)[Language] {
  return language === 'ru' ? words.ru : words.en;
}
