/** What `scripts/posters.mjs` writes beside a widget's posters, with the addresses of the pictures. */
export interface Poster {
  readonly light: string;
  readonly dark: string;
  /** Says which run it is. */
  readonly alt: string;
}
