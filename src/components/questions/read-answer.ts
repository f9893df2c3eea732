import type { Answer, Key } from './judge.ts';

/** The kinds that are judged by `judge.ts` alone; the others bring a script of their own. */
export type PlainKey = Extract<Key, { kind: Answer['kind'] }>;

/** What the reader entered in the form of a question. */
export function readAnswer(kind: PlainKey['kind'], form: HTMLFormElement): Answer {
  const all = <Part extends HTMLElement>(selector: string): Part[] => [
    ...form.querySelectorAll<Part>(selector),
  ];
  const picked = all<HTMLInputElement>('[name=answer]:checked').map((input) => Number(input.value));
  switch (kind) {
    case 'choice':
      return { kind, picked: picked[0] ?? null };
    case 'select-all':
      return { kind, picked };
    case 'numeric':
      return { kind, text: all<HTMLInputElement>('[name=answer]')[0]?.value ?? '' };
    case 'order':
      return { kind, order: all('[data-item]').map((item) => Number(item.dataset['item'])) };
    case 'cloze':
      return {
        kind,
        picked: all<HTMLSelectElement>('[data-gap]').map(({ value }) =>
          value === '' ? null : Number(value),
        ),
      };
  }
}

/** Marks the gaps that are wrong, or after `unclear` those that are open, and gives the first of them. */
export function markGaps(
  form: HTMLFormElement,
  isBad: (gap: number, value: string) => boolean,
): HTMLElement | undefined {
  const gaps = [...form.querySelectorAll<HTMLSelectElement>('[data-gap]')];
  const bad = gaps.filter((gap, i) => {
    const wrong = isBad(i, gap.value);
    if (wrong) gap.setAttribute('aria-invalid', 'true');
    else gap.removeAttribute('aria-invalid');
    return wrong;
  });
  return bad[0];
}
