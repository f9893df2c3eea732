/** Words of questions that say nothing about what is asked. */
const STOP_WORDS = {
  en: `a about after all also an and any are as at be because been before but by can could did do does doing each for from get
    had has have having how i if in into is it its just like made make may me mean means more most much my need no not of off
    on once only or other our out over own same should so some such than that the their them then there these they this
    those through to too under until up use very was we were what when where which while who why will with would you your`,
  ru: `а без более бы был была были было быть в вам вас вдруг ведь во вот все всё вы где да даже для до его ее её если есть
    еще ещё же за зачем и из или им их к как какая какие каков какой ко когда кто ли лучше между меня мне можно мой мы на над
    надо нам нас не него нее ней нет ни них но ну о об один он она они оно от отчего очень по под после потом потому почему при
    про раз с сам себе себя со так такой там тем теперь то тогда того тоже той только том тот ты у уже хоть чего чем что чтобы
    чья эта эти это этого этой этом этот я значит означает`,
} as const;

const sets: Readonly<Record<keyof typeof STOP_WORDS, ReadonlySet<string>>> = {
  en: new Set(STOP_WORDS.en.split(/\s+/)),
  ru: new Set(STOP_WORDS.ru.split(/\s+/)),
};

export function isStopWord(word: string): boolean {
  return sets.en.has(word) || sets.ru.has(word);
}
