export const widgetStates = ['idle', 'loading', 'running', 'paused', 'done', 'failed'] as const;
export type WidgetState = (typeof widgetStates)[number];

export const widgetEvents = ['start', 'frame', 'pause', 'resume', 'done', 'failed', 'reset'] as const;
export type WidgetEvent = (typeof widgetEvents)[number];

/** Where each event leads; what is absent does not apply in that state. */
const next: Readonly<Record<WidgetState, Partial<Record<WidgetEvent, WidgetState>>>> = {
  idle: { start: 'loading' },
  loading: { frame: 'running', done: 'done', failed: 'failed', reset: 'idle' },
  running: { frame: 'running', pause: 'paused', done: 'done', failed: 'failed', reset: 'idle' },
  // A frame in `paused` is a single step; `done` may follow from it.
  paused: { frame: 'paused', resume: 'running', done: 'done', failed: 'failed', reset: 'idle' },
  done: { start: 'loading', reset: 'idle' },
  failed: { start: 'loading', reset: 'idle' },
};

/** The one place where a widget's state changes. An event that does not apply leaves the state as it is. */
export function transition(state: WidgetState, event: WidgetEvent): WidgetState {
  return next[state][event] ?? state;
}
