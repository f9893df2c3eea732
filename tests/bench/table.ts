import { CASES } from './cases.ts';
import type { Result } from './contender.ts';

const number = (value: number | undefined) =>
  value === undefined ? '–' : value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });

/** The first row's speed over this one's, by processor time where there is one. */
function ratio(result: Result, first: Result | undefined): string {
  const [own, best] = [result.cpu ?? result.wall, first?.cpu ?? first?.wall];
  return own === undefined || best === undefined ? '' : `${(best / own).toFixed(own === best ? 0 : 2)}×`;
}

/** Results as text, one block for each place and case. The last column: how many times faster the first row is. */
export function table(places: Readonly<Record<string, readonly Result[]>>): string {
  const lines: string[] = [];
  for (const [place, results] of Object.entries(places))
    for (const { id, title } of CASES) {
      const rows = results.filter((result) => result.case === id);
      lines.push('', `${place} · ${title} · steps/s`, row('', 'clock', 'processor time', ''));
      for (const result of rows)
        lines.push(
          row(
            result.contender,
            result.absent ?? number(result.wall),
            number(result.cpu),
            ratio(result, rows[0]),
          ),
        );
    }
  return lines.join('\n');
}

function row(name: string, wall: string, cpu: string, times: string): string {
  return `  ${name.padEnd(36)}${wall.padStart(10)}${cpu.padStart(16)}${times.padStart(10)}`;
}
