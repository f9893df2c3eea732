import { describe, expect, test } from 'vitest';
import { transition, widgetEvents, widgetStates, type WidgetEvent, type WidgetState } from './machine';

type Row = Record<WidgetEvent, WidgetState>;

/** Every state with every event, written out: a change of the table must be made twice, knowingly. */
const expected: Record<WidgetState, Row> = {
  idle: row('idle', { start: 'loading' }),
  loading: row('loading', { frame: 'running', done: 'done', failed: 'failed', reset: 'idle' }),
  running: row('running', { pause: 'paused', done: 'done', failed: 'failed', reset: 'idle' }),
  paused: row('paused', { resume: 'running', done: 'done', failed: 'failed', reset: 'idle' }),
  done: row('done', { start: 'loading', reset: 'idle' }),
  failed: row('failed', { start: 'loading', reset: 'idle' }),
};

function row(stays: WidgetState, changes: Partial<Row>): Row {
  const unchanged = Object.fromEntries(widgetEvents.map((event) => [event, stays])) as Row;
  return { ...unchanged, ...changes };
}

describe.each(widgetStates)('%s', (state) => {
  test.each(widgetEvents)(`${state} + %s`, (event) => {
    expect(transition(state, event)).toBe(expected[state][event]);
  });
});

test('every state is reached from idle, and reset leads back from each', () => {
  const reached = new Set<WidgetState>(['idle']);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const state of [...reached]) for (const event of widgetEvents) reached.add(transition(state, event));
  }
  expect([...reached].sort()).toEqual([...widgetStates].sort());
  for (const state of widgetStates) expect(transition(state, 'reset')).toBe('idle');
});
