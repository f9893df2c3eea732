/** What an SVG takes from the page's rules and loses when it is drawn alone. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'vector-effect',
  'display',
] as const;

function writeStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  to.setAttribute('style', INHERITED.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';'));
  [...from.children].forEach((child, index) => {
    const twin = to.children[index];
    if (twin) writeStyles(child, twin);
  });
}

/** An SVG of the page as a picture of its own, in the colours that it has there. */
async function toImage(svg: SVGSVGElement, { width, height }: DOMRect): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  writeStyles(svg, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** Grounds and edges of an element's boxes: axes, signs of a key. */
function drawBox(context: CanvasRenderingContext2D, element: Element, left: number, top: number): void {
  const style = getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const [x0, y0, x1, y1] = [x - left, y - top, x - left + width, y - top + height];
  context.fillStyle = style.backgroundColor;
  context.beginPath();
  if (style.borderTopLeftRadius === '50%')
    context.ellipse((x0 + x1) / 2, (y0 + y1) / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  else context.rect(x0, y0, width, height);
  context.fill();
  // A point: its border is a ring inside its box, not four edges.
  if (style.borderTopLeftRadius === '50%') {
    const thick = parseFloat(style.borderTopWidth);
    if (!(thick > 0)) return;
    context.lineWidth = thick;
    context.strokeStyle = style.borderTopColor;
    context.setLineDash([]);
    context.beginPath();
    context.ellipse(
      (x0 + x1) / 2,
      (y0 + y1) / 2,
      (width - thick) / 2,
      (height - thick) / 2,
      0,
      0,
      2 * Math.PI,
    );
    context.stroke();
    return;
  }
  const edges = [
    ['left', x0, y0, x0, y1],
    ['right', x1, y0, x1, y1],
    ['top', x0, y0, x1, y0],
    ['bottom', x0, y1, x1, y1],
  ] as const;
  for (const [side, fromX, fromY, toX, toY] of edges) {
    const thick = parseFloat(style.getPropertyValue(`border-${side}-width`));
    if (!(thick > 0) || width + height === 0) continue;
    context.lineWidth = thick;
    context.strokeStyle = style.getPropertyValue(`border-${side}-color`);
    context.setLineDash(style.getPropertyValue(`border-${side}-style`) === 'dashed' ? [4, 3] : []);
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  }
}

/** Each word of an element where it stands: lines break in the picture as they do in the page. */
function drawWords(context: CanvasRenderingContext2D, element: Element, left: number, top: number): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!parentElement || parentElement.closest('svg')) continue;
    const { color, font, visibility } = getComputedStyle(parentElement);
    if (visibility !== 'visible') continue;
    context.font = font;
    context.fillStyle = color;
    context.textBaseline = 'alphabetic';
    for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const box = range.getBoundingClientRect();
      if (box.width <= 1) continue;
      const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText(word[0]);
      const slack = (box.height - ascent - descent) / 2;
      context.fillText(word[0], box.left - left, box.top - top + slack + ascent);
    }
  }
}

/** The thumb of a slider that lies along an axis (`AxisSlider`): browsers hand over no picture of it. */
function drawThumb(
  context: CanvasRenderingContext2D,
  slider: HTMLInputElement,
  left: number,
  top: number,
): void {
  const { x, y, width, height } = slider.getBoundingClientRect();
  const style = getComputedStyle(slider);
  const thumb = parseFloat(style.getPropertyValue('--thumb'));
  const [from, to] = [Number(slider.min), Number(slider.max)];
  const share = (slider.valueAsNumber - from) / (to - from);
  context.beginPath();
  const middle = x - left + thumb / 2 + share * (width - thumb);
  context.arc(middle, y - top + height / 2, thumb / 2 - 2.5, 0, 2 * Math.PI);
  context.setLineDash([]);
  context.lineWidth = 5;
  context.strokeStyle = style.color;
  context.fillStyle = slider.classList.contains('hollow')
    ? getComputedStyle(document.body).backgroundColor
    : style.color;
  context.fill();
  context.stroke();
}

/**
 * Draws a part of the page that is made of SVGs and words, as it stands there.
 * @param left, top where the sheet's corner lies, in pixels of the window
 * @throws Error if the browser makes no picture of an SVG
 */
export async function drawMarkup(
  context: CanvasRenderingContext2D,
  element: Element,
  left: number,
  top: number,
): Promise<void> {
  for (const part of element.querySelectorAll('*'))
    if (!part.parentElement?.closest('svg')) drawBox(context, part, left, top);
  for (const svg of element.querySelectorAll('svg')) {
    const box = svg.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    context.drawImage(await toImage(svg, box), box.left - left, box.top - top, box.width, box.height);
  }
  for (const slider of element.querySelectorAll<HTMLInputElement>('input.axis-slider'))
    drawThumb(context, slider, left, top);
  drawWords(context, element, left, top);
}
