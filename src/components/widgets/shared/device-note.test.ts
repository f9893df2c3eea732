import { expect, test } from 'vitest';
import type { ChoiceReason, Speeds } from '~/runtime/loop';
import { describeChoice } from './device-note';
import { lateText } from './shell-late.text';
import { shellText } from './shell.text';

const say = (locale: 'en' | 'ru', device: string, reason: ChoiceReason, speeds: Speeds) =>
  describeChoice({ device, reason, speeds }, shellText[locale], lateText[locale], locale);

test('the fastest of those measured stands first, each with its speed', () => {
  const speeds = { wasm: 12.34, 'tfjs-webgpu': 96.1 };
  expect(say('en', 'tfjs-webgpu', 'measured', speeds)).toBe(
    'Chosen by measurement: WebGPU, TensorFlow.js. Measured, in programs run a second: WebGPU, TensorFlow.js: 96; WebAssembly, this course’s kernels: 12.',
  );
  expect(say('ru', 'tfjs-webgpu', 'measured', speeds)).toMatch(
    /WebGPU, TensorFlow\.js: 96; WebAssembly, .*: 12\.$/,
  );
});

test.each(['fast-enough', 'only-one'] as const)(
  '%s: which, how fast, and why no other was taken',
  (reason) => {
    for (const locale of ['en', 'ru'] as const) {
      const sentence = say(locale, 'wasm', reason, { wasm: 850 });
      expect(sentence).toContain(shellText[locale].device_wasm);
      expect(sentence).toContain('850');
      expect(sentence).not.toMatch(/[{}]/);
    }
  },
);

test('a device without a word is named as it is', () => {
  expect(say('en', 'abacus', 'only-one', {})).toContain('abacus');
});
