import type { Localised } from '~/components/widgets/shared/text';

export const figureText = {
  en: {
    label: 'Test accuracy of the students by pictures, with and without the auxiliary loss',
    student: 'student of',
    pictures: '{n} pictures',
    labels: 'the labels alone',
    classes: 'two classes, β = {b}',
    subclasses: 'ten subclasses, β = {b}',
  },
  ru: {
    label: 'Точность учеников на тесте по числу картинок, со вспомогательными потерями и без них',
    student: 'ученик',
    pictures: '{n} картинок',
    labels: 'одних меток',
    classes: 'двух классов, β = {b}',
    subclasses: 'десяти подклассов, β = {b}',
  },
} as const satisfies Localised<Readonly<Record<string, string>>>;
