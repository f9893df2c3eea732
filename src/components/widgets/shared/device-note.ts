import { showNumber } from './format';
import type { LateWords } from './shell-late.text';
import type { ShellWords } from './shell.text';
import type { DeviceChoice } from './snapshot';
import { fill, type Locale } from './text';

/**
 * One sentence: where the run is computed and by which figures that was chosen.
 * @param names the shell's words, for those of the devices
 */
export function describeChoice(
  { device, reason, speeds }: DeviceChoice,
  names: ShellWords,
  words: LateWords,
  locale: Locale,
): string {
  const nameOf = (name: string) => names[`device_${name}` as 'device_wasm'] ?? name;
  const speedOf = (name: string, speed: number) =>
    fill(words.deviceSpeed, { device: nameOf(name), speed: showNumber(speed, locale, 2) });
  const measured = Object.entries(speeds).sort(([, a], [, b]) => b - a);
  const list = measured.map(([name, speed]) => speedOf(name, speed)).join('; ');
  return fill(words[`device_${reason}`], { device: nameOf(device), list });
}
