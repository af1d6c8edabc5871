import type { Webview } from 'vscode';

/**
 * A page in a tab that is told what has changed in it, so that its script changes it in its place: written anew, it would
 * lose what the person has sorted, scrolled to, chosen or marked.
 */
export class LivePage {
  readonly #webview: Pick<Webview, 'html' | 'postMessage'>;
  #newest = '';

  constructor(webview: Pick<Webview, 'html' | 'postMessage'>) {
    this.#webview = webview;
  }

  /** Shows the page: the first one is written, each other one told. */
  show(html: string): void {
    this.#newest = html;
    if (this.#webview.html === '') this.#webview.html = html;
    else void this.#webview.postMessage({ kind: 'anew', html });
  }

  /** The page has been loaded, at first or since its tab came to the front again: it has what was written, nothing later. */
  loaded(): void {
    if (this.#newest !== this.#webview.html) void this.#webview.postMessage({ kind: 'anew', html: this.#newest });
  }
}
