interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** A still of a widget's figure in both layouts, made by scripts/poster-models.ts from the real widget. */
export interface Still {
  readonly wide: Picture;
  readonly narrow: Picture;
  /** What it shows, and of which settings. */
  readonly alt: string;
}
