import { drawMarkup } from './draw-markup';

/** A table for a file: the first row names the columns. */
export type Rows = readonly (readonly (string | number)[])[];

/** Comma-separated values (RFC 4180): quotes where needed, an empty cell for a number that is not finite. */
export function writeCsv(rows: Rows): string {
  const cell = (value: string | number): string => {
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
    return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** An object as JSON; numbers that JSON has no words for are written as texts: "Infinity", "NaN". */
export function writeJson(value: object): string {
  const whole = (_: string, part: unknown): unknown =>
    typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;
  return `${JSON.stringify(value, whole, 2)}\n`;
}

/** The rows of a table of the page, as they are read there. */
export function readTable(table: HTMLTableElement | null): Rows {
  return [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.innerText.trim()));
}

/** The snippet that shows a figure alone in another page. */
export function writeSnippet(address: string, title: string): string {
  const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${text(address)}" title="${text(title)}" width="100%" height="900" loading="lazy" style="border:0"></iframe>`;
}

/** Room between pictures that stand one below the other in the page with words or buttons between. */
const GAP = 12;

/** How much higher each box stands in a picture of all than in the page: what lies between them is left out. */
export function closeGaps(boxes: readonly Pick<DOMRect, 'top' | 'bottom'>[]): number[] {
  let cut = 0;
  let reached = Infinity;
  const cuts = new Map<(typeof boxes)[number], number>();
  for (const box of boxes.toSorted((a, b) => a.top - b.top)) {
    cut += Math.max(0, box.top - reached - GAP);
    reached = Math.max(reached === Infinity ? -Infinity : reached, box.bottom);
    cuts.set(box, cut);
  }
  return boxes.map((box) => cuts.get(box) ?? 0);
}

const FONT = '14px system-ui, sans-serif';

/** Lines that are at most so wide, broken between words; a word that is wider stands alone. */
export function wrapWords(
  context: Pick<CanvasRenderingContext2D, 'measureText'>,
  text: string,
  width: number,
): string[] {
  return text.split(/\s+/).reduce<string[]>((lines, word) => {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && context.measureText(longer).width <= width)
      return [...lines.slice(0, -1), longer];
    return [...lines, word];
  }, []);
}

/**
 * All pictures of a figure side by side as they stand in it, with lines of text below: a PNG that says what it shows.
 * Pictures are its canvases and, where it draws with SVGs and words, its elements marked `data-picture`.
 * @throws Error if the figure has no picture yet, or the browser makes none of it.
 */
export async function drawFigure(root: HTMLElement, lines: readonly string[]): Promise<Blob> {
  const pictures = [...root.querySelectorAll<HTMLElement>('canvas, [data-picture]')].filter((picture) =>
    picture instanceof HTMLCanvasElement ? picture.width > 0 && picture.height > 0 : picture.offsetWidth > 0,
  );
  const boxes = pictures.map((picture) => picture.getBoundingClientRect());
  const left = Math.min(...boxes.map(({ left: at }) => at));
  const top = Math.min(...boxes.map(({ top: at }) => at));
  const right = Math.max(...boxes.map(({ right: at }) => at));
  const cuts = closeGaps(boxes);
  const bottom = Math.max(...boxes.map(({ bottom: at }, index) => at - (cuts[index] ?? 0)));
  if (pictures.length === 0 || right <= left) throw new Error('drawFigure: expected a picture, found none');
  const [first] = pictures;
  const scale =
    first instanceof HTMLCanvasElement ? first.width / (boxes[0]?.width ?? 1) : Math.max(2, devicePixelRatio);
  const sheet = document.createElement('canvas');
  sheet.width = Math.round((right - left) * scale);
  const context = sheet.getContext('2d');
  if (!context) throw new Error('drawFigure: the browser gives no 2D context');
  context.font = FONT;
  const below = lines.flatMap((line) => wrapWords(context, line, right - left - 8));
  // This empties the sheet and its settings.
  sheet.height = Math.round((bottom - top + 10 + 20 * below.length) * scale);
  const { backgroundColor } = getComputedStyle(document.body);
  context.scale(scale, scale);
  context.fillStyle = backgroundColor;
  context.fillRect(0, 0, right - left, sheet.height);
  for (const [index, picture] of pictures.entries()) {
    const box = boxes[index];
    const above = top + (cuts[index] ?? 0);
    if (!(picture instanceof HTMLCanvasElement)) await drawMarkup(context, picture, left, above);
    else if (box) context.drawImage(picture, box.left - left, box.top - above, box.width, box.height);
  }
  context.fillStyle = getComputedStyle(root).color;
  context.font = FONT;
  context.textBaseline = 'top';
  below.forEach((line, index) => context.fillText(line, 4, bottom - top + 8 + 20 * index, right - left - 8));
  return new Promise((resolve, reject) =>
    sheet.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('drawFigure: the browser made no PNG'));
    }, 'image/png'),
  );
}

/** Hands a file to the reader. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
