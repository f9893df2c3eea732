import { createServer } from 'node:net';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The first of two neighbouring free ports, from `start` upwards. */
export async function findFreePorts(start: number): Promise<number> {
  for (let port = start; port < start + 200; port += 2)
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  throw new Error(
    `No two free ports between ${start} and ${start + 200}: set COURSE_PORT to the first of two.`,
  );
}
