export type Rgb = readonly [red: number, green: number, blue: number];

/** Colours by role, the same in every chapter (`--role-*` of the site's style sheet), resolved for the present theme. */
export interface Palette {
  readonly data: Rgb;
  readonly model: Rgb;
  readonly judge: Rgb;
  readonly gradient: Rgb;
  readonly paper: Rgb;
  readonly ink: Rgb;
  /** Axes and secondary words. */
  readonly quiet: Rgb;
}

/** With what stands in for a role that the style sheet does not define: told apart by colour-blind readers too. */
const sources: Readonly<Record<keyof Palette, string>> = {
  data: 'var(--role-data, light-dark(#0068a8, #6cb8f0))',
  model: 'var(--role-model, light-dark(#b84a00, #ff9a52))',
  judge: 'var(--role-judge, light-dark(#7a3f98, #cf9be8))',
  gradient: 'var(--role-gradient, light-dark(#00734f, #4fc99b))',
  paper: 'var(--sl-color-bg, Canvas)',
  ink: 'var(--sl-color-text, CanvasText)',
  quiet: 'var(--sl-color-gray-3, GrayText)',
};

/** What a reader who chose her own few colours sees: shapes, dashes and names tell the rest apart. */
const forced: Readonly<Record<keyof Palette, string>> = {
  data: 'LinkText',
  model: 'Highlight',
  judge: 'CanvasText',
  gradient: 'CanvasText',
  paper: 'Canvas',
  ink: 'CanvasText',
  quiet: 'CanvasText',
};

/** Reads the colours that hold at `probe`, an element of the figure whose own colour nobody sees. */
export function readPalette(probe: HTMLElement): Palette {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const resolve = (source: string): Rgb => {
    probe.style.color = source;
    if (!context) return [128, 128, 128];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  // Else every colour of the probe would come out as that of text, the paper's too.
  probe.style.setProperty('forced-color-adjust', 'none');
  const chosen = matchMedia('(forced-colors: active)').matches ? forced : sources;
  const pairs = Object.entries(chosen).map(([role, source]) => [role, resolve(source)]);
  return Object.fromEntries(pairs) as Record<keyof Palette, Rgb>;
}

/** A colour for the canvas. `opacity` 0 … 1. */
export function css([red, green, blue]: Rgb, opacity = 1): string {
  return `rgb(${red} ${green} ${blue} / ${opacity})`;
}

/** From `from` (share 0) to `to` (share 1), channel by channel. */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return [part(0), part(1), part(2)];
}

/** A signed value (−1 … 1; beyond is cut): `negative` – paper – `positive`. The page itself is the neutral colour. */
export function diverging(value: number, negative: Rgb, paper: Rgb, positive: Rgb, strength = 1): Rgb {
  const cut = Math.max(-1, Math.min(1, value));
  return mix(paper, cut < 0 ? negative : positive, Math.abs(cut) * strength);
}
