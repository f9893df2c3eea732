import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

/** A Chromium to test with, and what it needs in its environment. */
export interface Browser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** How it was found, for the report. */
  readonly route: 'CHROMIUM_PATH' | 'installed' | 'npm package';
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    COMMANDS.map((command) => join(folder, command)),
  ),
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    ['Google Chrome', 'Chromium'].map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome', 'Chromium'].map((folder) =>
      join(process.env[name] ?? 'C:\\', folder, 'Application', 'chrome.exe'),
    ),
  ),
};

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first installed Chrome or Chromium: on PATH, then in the usual places of the system. */
export function findInstalled(env = process.env): string | undefined {
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(runs);
}

/** True when the system has the two libraries that the npm package's Chromium needs and does not always unpack. */
function hasNss(): boolean {
  const names = ['libnss3.so', 'libnspr4.so'];
  try {
    const known = execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
    return names.every((name) => known.includes(name));
  } catch {
    const folders = ['/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu'];
    return names.every((name) => folders.some((folder) => existsSync(join(folder, name))));
  }
}

/**
 * Unpacks the Chromium of the npm package `@sparticuz/chromium` (Linux, x64).
 * Three traps: it takes any `chromium` that lies in the temporary folder, whatever its version, so it gets a folder of its own,
 * named by version; it unpacks NSS and its path only when it believes to run on a cloud function; and it looks for its fonts in
 * fixed folders.
 */
async function unpack(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `No Chrome or Chromium was found on this ${process.platform}/${process.arch}. Install one, or set CHROMIUM_PATH to its program.`,
    );
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `course-tests-chromium-${manifest.version}-${userInfo().username}`);
  const bare = !hasNss();
  // A folder that is there is whole: it gets its name when everything lies in it.
  if (!existsSync(join(folder, bare ? 'al2023' : 'chromium'))) await unpackInto(folder, bare);
  const env: Record<string, string> = { TMPDIR: folder, FONTCONFIG_PATH: join(folder, 'fonts') };
  if (bare) env['LD_LIBRARY_PATH'] = join(folder, 'al2023/lib');
  return { path: join(folder, 'chromium'), env, route: 'npm package' };
}

/** The package's own names fixed folders; a Chromium that finds no font at all ends at the first form field. */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

async function unpackInto(folder: string, bare: boolean): Promise<void> {
  const part = `${folder}.part-${process.pid}`;
  mkdirSync(part, { recursive: true });
  const before = { ...process.env };
  process.env['TMPDIR'] = part;
  // Read when the module is loaded; versions 123 to 153 know this name.
  if (bare) process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    writeFileSync(join(part, 'fonts/fonts.conf'), fontsConf(folder));
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'])
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
  }
}

/**
 * The Chromium of the browser tests: `CHROMIUM_PATH`, else an installed one, else the npm package's.
 * `CHROMIUM_PATH=npm` insists on the package.
 * @throws when `CHROMIUM_PATH` names no program, or nothing was found and the package has no build for this machine.
 */
export async function findChromium(): Promise<Browser> {
  const wish = process.env['CHROMIUM_PATH'];
  if (wish === 'npm') return unpack();
  if (wish !== undefined && wish !== '') {
    if (!runs(wish))
      throw new Error(
        `CHROMIUM_PATH: expected a program that can be run, found "${wish}". Unset it to search.`,
      );
    return { path: wish, env: {}, route: 'CHROMIUM_PATH' };
  }
  const installed = findInstalled();
  return installed === undefined ? unpack() : { path: installed, env: {}, route: 'installed' };
}

/** Flags that give WebGPU through SwiftShader, no sandbox where there can be none, and no traffic of the browser's own. */
export const CHROMIUM_ARGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
