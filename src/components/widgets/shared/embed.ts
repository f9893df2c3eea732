/** The page as a frame inside another: only `root` is seen, without the chapter around it (rules in widget.css). */
export function showAlone(root: HTMLElement): void {
  root.dataset['alone'] = '';
  document.documentElement.dataset['embed'] = '';
}
