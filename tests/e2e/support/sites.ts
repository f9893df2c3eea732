/** The two builds under test and where they are served. `COURSE_PORT` moves them when a port is taken. */
export const BASE_PORT = Number(process.env['COURSE_PORT'] ?? 4408);

export interface Site {
  /** The folder of the build. */
  readonly folder: string;
  /** With leading and trailing slash. */
  readonly base: string;
  readonly url: string;
}

export const SITES = {
  root: { folder: 'dist', base: '/', url: `http://127.0.0.1:${BASE_PORT}/` },
  sub: { folder: 'dist-sub', base: '/some/course/', url: `http://127.0.0.1:${BASE_PORT + 1}/some/course/` },
} as const satisfies Record<string, Site>;
