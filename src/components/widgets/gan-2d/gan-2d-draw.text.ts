import type { Localised } from '../shared/text';

/** Words of the board on which the reader draws data. */
export type DrawWords = Readonly<
  Record<
    | 'board'
    | 'how'
    | 'draw'
    | 'undo'
    | 'clear'
    | 'count'
    | 'full'
    | 'empty'
    | 'placed'
    | 'taken'
    | 'at'
    | 'undone'
    | 'cleared',
    string
  >
>;

export const drawText = {
  en: {
    board: 'Board for drawing data',
    how: 'Draw with pointer or finger (press Draw first; outside the plane the page scrolls as ever). By keyboard: arrow keys move the crosshair, with Shift farther; Space places or takes a point; Backspace undoes.',
    draw: 'Draw',
    undo: 'Undo point',
    clear: 'Clear',
    count: '{n} of {most} points.',
    full: 'That is the most: {most} points.',
    empty: 'No points: the run keeps the former ones until you place one.',
    placed: 'Point placed at {x}, {y}. {n} points.',
    taken: 'Point at {x}, {y} taken away. {n} points.',
    at: '{x}, {y}',
    undone: 'Undone. {n} points.',
    cleared: 'Cleared.',
  },
  ru: {
    board: 'Доска для рисования данных',
    how: 'Рисуйте мышью или пальцем (сначала нажмите «Рисовать»; вне плоскости страница листается как всегда). С клавиатуры: стрелки двигают перекрестие, с Shift — дальше; пробел ставит или убирает точку; Backspace отменяет.',
    draw: 'Рисовать',
    undo: 'Отменить точку',
    clear: 'Стереть',
    count: '{n} из {most} точек.',
    full: 'Больше нельзя: {most} точек.',
    empty: 'Точек нет: прогон держится прежних, пока вы не поставите новую.',
    placed: 'Точка поставлена: {x}, {y}. Точек: {n}.',
    taken: 'Точка {x}, {y} убрана. Точек: {n}.',
    at: '{x}, {y}',
    undone: 'Отменено. Точек: {n}.',
    cleared: 'Стёрто.',
  },
} satisfies Localised<DrawWords>;
