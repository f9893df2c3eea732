import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file that a plain static host would answer with, or undefined. */
function findFile(root: string, path: string): string | undefined {
  const inside = normalize(join(root, path));
  if (!inside.startsWith(root)) return undefined;
  const candidates = [inside, join(inside, 'index.html'), `${inside}.html`];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/**
 * A plain static host, as GitHub Pages is one: no cross-origin isolation headers, no fallback to one page, `404.html` for what
 * is not there.
 * @param folder the built site
 * @param base the path under which it is served, "/" or "/course"
 */
export function serveFolder(folder: string, base: string, port: number): Server {
  const root = resolve(folder);
  const prefix = base.replace(/\/$/, '');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    const file = path.startsWith(`${prefix}/`) ? findFile(root, path.slice(prefix.length)) : undefined;
    const missing = join(root, '404.html');
    const answer = file ?? (existsSync(missing) ? missing : undefined);
    response.statusCode = file === undefined ? 404 : 200;
    if (answer === undefined) return void response.end('not found');
    response.setHeader('content-type', TYPES[extname(answer)] ?? 'application/octet-stream');
    response.setHeader('content-length', statSync(answer).size);
    if (request.method === 'HEAD') return void response.end();
    createReadStream(answer).pipe(response);
  });
  return server.listen(port, '127.0.0.1');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, base, port] = process.argv.slice(2);
  if (folder === undefined || base === undefined || port === undefined || !existsSync(folder))
    throw new Error('usage: node tests/e2e/support/serve.ts <built folder> <base path> <port>');
  serveFolder(folder, base, Number(port));
}
