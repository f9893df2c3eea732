// Draws faces of the style "personas" with their factors and their part masks, for training/data/faces.py:
//
//     node training/data/render-faces.mjs COUNT FOLDER
//
// writes FOLDER/images.bin (COUNT x 64 x 64 x 3 bytes, RGB), FOLDER/masks.bin (COUNT x 64 x 64 bytes, the part of each
// pixel) and FOLDER/factors.json ({ parts, faces }). Face i is the same whatever COUNT is. Every part is drawn by our own
// generator: the style's own choice is correlated between neighbouring seeds.
//
// A mask is a second drawing of the same face in which every part has one flat grey, without smoothed edges. Glasses and
// sunglasses belong to the part `eyes`.

import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr } from 'node:process';
import { createAvatar } from '@dicebear/core';
import * as personas from '@dicebear/personas';
import { Resvg } from '@resvg/resvg-js';

const SIDE = 64;
/** Small parts come last: where a pixel of a smaller picture is shared, the later one has it. */
const PARTS = ['background', 'skin', 'body', 'hair', 'facialHair', 'nose', 'mouth', 'eyes'];
const GREY_STEP = 30;

/** Hue in degrees, saturation, lightness. */
const HAIR_COLOURS = {
  black: [20, 0.15, 0.12],
  brown: [22, 0.5, 0.27],
  blond: [42, 0.65, 0.62],
  red: [14, 0.7, 0.43],
  grey: [30, 0.03, 0.7],
  blue: [215, 0.6, 0.5],
  pink: [335, 0.7, 0.66],
};

/** 32 bits in which each bit of the input has its say (the last steps of MurmurHash3). */
function scramble(bits) {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Uniform numbers in [0, 1) of one face: a hash of its index and of how many were drawn before. */
function makeDraw(index) {
  const key = scramble(index + 0x9e3779b9);
  let count = 0;
  return () => {
    count++;
    return (scramble(key + Math.imul(count, 0x9e3779b9)) >>> 0) / 4294967296;
  };
}

/** Six hexadecimal digits of a colour in HSL. */
function toHex(hue, saturation, lightness) {
  const channel = (offset) => {
    const place = (offset + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return channel(0) + channel(8) + channel(4);
}

const mix = (from, to, share) => from + (to - from) * share;
const round = (value, digits = 3) => Number(value.toFixed(digits));

/** What a face is made of, all of it drawn here. */
function drawFactors(draw) {
  const pick = (values) => values[Math.floor(draw() * values.length)];
  const variants = (part) => personas.schema.properties[part].items.enum;
  const shapes = Object.fromEntries(
    ['body', 'hair', 'nose', 'mouth', 'eyes'].map((part) => [part, pick(variants(part))]),
  );
  const beard = pick(variants('facialHair'));
  return {
    ...shapes,
    facialHair: draw() < 0.35 ? beard : 'none',
    hairColour: pick(Object.keys(HAIR_COLOURS)),
    hairShade: round(draw()),
    skinTone: round(draw()),
    clothesHue: round(360 * draw(), 1),
    backgroundHue: round(360 * draw(), 1),
    rotate: round(8 * (draw() - 0.5), 2),
    scale: Math.round(128 * (0.96 + 0.08 * draw())),
    shiftX: round(6 * (draw() - 0.5), 2),
    shiftY: round(4 * (draw() - 0.5), 2),
  };
}

/** The options of DiceBear for some factors; its own dice have nothing left to decide. */
function toOptions(factors) {
  const [hue, saturation, lightness] = HAIR_COLOURS[factors.hairColour];
  const shade = factors.hairShade;
  const shapes = ['body', 'hair', 'nose', 'mouth', 'eyes'].map((part) => [part, [factors[part]]]);
  const bearded = factors.facialHair !== 'none';
  const tone = factors.skinTone;
  return {
    ...Object.fromEntries(shapes),
    ...(bearded ? { facialHair: [factors.facialHair] } : {}),
    facialHairProbability: bearded ? 100 : 0,
    seed: 'fixed',
    size: SIDE,
    hairColor: [
      toHex(hue, saturation * mix(0.8, 1, shade), Math.min(0.9, lightness * mix(0.85, 1.15, shade))),
    ],
    skinColor: [toHex(mix(24, 18, tone), mix(0.75, 0.5, tone), mix(0.84, 0.3, tone))],
    clothingColor: [toHex(factors.clothesHue, 0.6, 0.5)],
    rotate: factors.rotate,
    scale: factors.scale,
    translateX: factors.shiftX,
    translateY: factors.shiftY,
  };
}

/** Has every part of the style draw itself into a group that bears its name. */
async function nameParts() {
  const components = await import(
    new URL('components/index.js', import.meta.resolve('@dicebear/personas')).href
  );
  for (const [part, variants] of Object.entries(components)) {
    if (!PARTS.includes(part))
      throw new Error(`personas: expected the parts ${PARTS.join(', ')}, found ${part}`);
    for (const [name, paint] of Object.entries(variants)) {
      variants[name] = (...given) => `<g data-part="${part}">${paint(...given)}</g>`;
    }
  }
}

const UNPAINTED = new Set(['mask', 'clipPath', 'defs', 'linearGradient', 'filter', 'metadata']);

/** The same drawing with one grey for every part. */
function flatten(svg) {
  const stack = [1];
  let hidden = 0;
  return svg.replace(/<(\/?)([a-zA-Z:]+)([^>]*?)(\/?)>/g, (whole, closing, tag, attributes, empty) => {
    if (UNPAINTED.has(tag)) {
      if (!empty) hidden += closing ? -1 : 1;
      return whole;
    }
    if (hidden > 0 || tag === 'svg') return whole;
    if (closing) {
      if (tag === 'g') stack.pop();
      return whole;
    }
    const named = /data-part="(\w+)"/.exec(attributes);
    const part = named ? PARTS.indexOf(named[1]) : stack.at(-1);
    if (tag === 'g' && !empty) stack.push(part);
    const grey = `#${((part + 1) * GREY_STEP).toString(16).padStart(2, '0').repeat(3)}`;
    const painted = attributes
      .replace(/\b(fill|stroke)="(?!none)[^"]*"/g, (_, which) => `${which}="${grey}"`)
      .replace(/\s(opacity|fill-opacity|stroke-opacity|style|filter)="[^"]*"/g, '');
    return `<${tag}${painted}${empty}>`;
  });
}

function renderImage(svg, background) {
  const { pixels } = new Resvg(svg, { fitTo: { mode: 'width', value: SIDE }, background }).render();
  const image = Buffer.alloc(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at++) pixels.copy(image, 3 * at, 4 * at, 4 * at + 3);
  return image;
}

function renderMask(svg) {
  const crisp = flatten(svg).replace('shape-rendering="auto"', 'shape-rendering="crispEdges"');
  const { pixels } = new Resvg(crisp, { shapeRendering: 0, fitTo: { mode: 'width', value: SIDE } }).render();
  const mask = Buffer.alloc(SIDE * SIDE);
  for (let at = 0; at < SIDE * SIDE; at++) {
    const part = Math.round(pixels[4 * at] / GREY_STEP) - 1;
    mask[at] = pixels[4 * at + 3] < 128 ? 0 : Math.max(0, Math.min(PARTS.length - 1, part));
  }
  return mask;
}

async function main() {
  const [count, folder] = [Number(argv[2]), argv[3]];
  if (!Number.isInteger(count) || count < 1 || !folder) {
    stderr.write(
      'usage: node training/data/render-faces.mjs COUNT FOLDER, COUNT a whole number of at least 1\n',
    );
    exit(2);
  }
  await nameParts();
  mkdirSync(folder, { recursive: true });
  const images = openSync(join(folder, 'images.bin'), 'w');
  const masks = openSync(join(folder, 'masks.bin'), 'w');
  const faces = [];
  for (let index = 0; index < count; index++) {
    const factors = drawFactors(makeDraw(index));
    const svg = createAvatar(personas, toOptions(factors)).toString();
    writeSync(images, renderImage(svg, `#${toHex(factors.backgroundHue, 0.55, 0.82)}`));
    writeSync(masks, renderMask(svg));
    faces.push(factors);
    if ((index + 1) % 2000 === 0) stderr.write(`${index + 1} of ${count} faces\n`);
  }
  closeSync(images);
  closeSync(masks);
  writeFileSync(join(folder, 'factors.json'), JSON.stringify({ parts: PARTS, faces }));
}

await main();
