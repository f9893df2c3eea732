import { beforeEach, describe, expect, test } from 'vitest';
import { makeClient, start } from './test-client';

let { client, workers, draw, clock } = makeClient();

beforeEach(() => {
  ({ client, workers, draw, clock } = makeClient());
});

describe('two sides in step', () => {
  const pair = { ...start, sides: ['a', 'b'] };
  const steps = () => client.snapshot.frames.map((frame) => frame?.step);

  test('a frame is shown when both have theirs; then both are asked for the next at once', () => {
    client.start(pair);
    const [a, b] = workers;
    expect([a?.sent[0], b?.sent[0]]).toMatchObject([{ params: 'a' }, { params: 'b' }]);
    a?.answer(0);
    draw();
    expect(client.snapshot.state).toBe('loading');
    expect([a?.pulls, b?.pulls]).toEqual([1, 1]);
    b?.answer(0);
    draw();
    expect(steps()).toEqual([0, 0]);
    expect([a?.pulls, b?.pulls]).toEqual([2, 2]);
    client.setParams(['c', 'd']);
    expect([a?.sent.at(-1), b?.sent.at(-1)]).toMatchObject([{ params: 'c' }, { params: 'd' }]);
  });

  test('one ends, the other goes on; the run is over when both are', () => {
    client.start(pair);
    const [a, b] = workers;
    a?.answer(0);
    b?.answer(0);
    draw();
    a?.onmessage?.({ data: { type: 'done', runId: a.runId, reason: 'diverged' } });
    b?.answer(25);
    draw();
    expect(client.snapshot.state).toBe('running');
    expect(steps()).toEqual([0, 25]);
    expect(client.snapshot.reasons).toEqual(['diverged', undefined]);
    expect(a?.terminated).toBe(true);
    b?.answer(50);
    draw();
    b?.onmessage?.({ data: { type: 'done', runId: b.runId, reason: 'finished' } });
    draw();
    expect(steps()).toEqual([0, 50]);
    expect(client.snapshot).toMatchObject({ state: 'done', reason: 'diverged' });
    expect(b?.terminated).toBe(true);
  });

  test('a failure of either ends both', () => {
    client.start(pair);
    workers[1]?.onerror?.({});
    expect(client.snapshot.state).toBe('failed');
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
  });

  test('what a step costs is measured for each', () => {
    client.start(pair);
    const [a, b] = workers;
    a?.answer(0);
    b?.answer(0);
    draw();
    clock.time += 10;
    a?.answer(10);
    clock.time += 20;
    b?.answer(10);
    draw();
    expect(client.snapshot.costs).toEqual([1, 3]);
  });
});
