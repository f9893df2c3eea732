import type { WidgetState } from './machine';

/** Name of the event that a widget's root dispatches (bubbling) at each frame shown and each change of its settings. */
export const READING = 'widget:reading';

/** What a frame measures, by the names that the widget's folder documents. */
export type Measures = Readonly<Record<string, number>>;

/** What a widget tells the page: enough to judge an experiment by what was measured, not by what is seen. */
export interface Reading {
  /** The widget's folder name. */
  readonly widget: string;
  /** Its id on the page. */
  readonly id: string;
  readonly state: WidgetState;
  /** Of the frame that is shown; 0 before the first. */
  readonly step: number;
  readonly seed: number;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the frame measures, by the names that the widget's folder documents; empty before the first frame. */
  readonly measures: Measures;
}

declare global {
  interface HTMLElementEventMap {
    [READING]: CustomEvent<Reading>;
  }
}
