// biome-ignore-all lint/performance/useDomNodeTextContent: what the eye sees is wanted, and that is innerText
// Looks at the screen. Each of these functions runs in the page, by itself and at one go: the workbench draws anew what it
// likes whenever it likes, so nothing that was found before may be relied on later.

/**
 * The first piece of the editor's text that is painted as one and whose text a regular expression (its `source` and
 * `flags`) matches: its place in pixels, its colour, the backgrounds behind it, the nearest first, and the styles of the
 * lines under it. Null where there is none on the screen.
 */
export function readPiece({ source, flags }) {
  const pattern = new RegExp(source, flags);
  const spans = document.querySelectorAll('.monaco-editor .view-line span[class*="mtk"]');
  const element = [...spans].find((span) => pattern.test(span.textContent) && span.getClientRects().length > 0);
  if (!element) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  const [middle, centre] = [x + width / 2, y + height / 2];
  const editor = element.closest('.monaco-editor');
  // Decorations are boxes of their own, painted below the text.
  const decorations = [...editor.querySelectorAll('.view-overlays .cdr')].filter((decoration) => {
    const area = decoration.getBoundingClientRect();
    return area.left <= middle && middle <= area.right && area.top <= centre && centre <= area.bottom;
  });
  const layers = [...decorations.toReversed(), editor.querySelector('.monaco-editor-background')];
  return {
    x: middle,
    y: centre,
    colour: getComputedStyle(element).color,
    backgrounds: layers.map((layer) => getComputedStyle(layer).backgroundColor),
    lines: decorations
      .map((decoration) => getComputedStyle(decoration))
      .filter((style) => Number.parseFloat(style.borderBottomWidth) > 1.5)
      .map((style) => style.borderBottomStyle),
  };
}

/** The colour of the plain text of the editor; null where none is on the screen. */
export function readPlainColour() {
  const element = document.querySelector('.monaco-editor .view-line span.mtk1');
  return element && getComputedStyle(element).color;
}

/** The file that the active editor shows, its language, whether its text is there and whether keys go to it. */
export function readEditor() {
  const editor = document.querySelector('.editor-group-container.active .editor-instance');
  const shown = editor?.querySelector('.monaco-editor[data-uri]');
  const path = shown ? decodeURIComponent(new URL(shown.dataset.uri).pathname) : '';
  const isDrawn = Boolean(shown?.querySelector('.view-line'));
  return { path, isDrawn, language: editor?.dataset.modeId ?? '', hasFocus: isInText() };

  function isInText() {
    const active = document.activeElement;
    return Boolean(active?.closest('.editor-instance') && active.matches('.native-edit-context, .inputarea, .ime-text-area'));
  }
}

/** The box that asks: whether it is open and has the focus, all that it asks, what is typed in it, and its rows. */
export function readBox() {
  const widget = document.querySelector('.quick-input-widget');
  if (!widget || widget.getClientRects().length === 0) return { isOpen: false, asks: '', value: '', hasFocus: false, rows: [] };
  const input = widget.querySelector('input.input');
  const words = ['.quick-input-title', '.quick-input-message'].map((part) => widget.querySelector(part)?.innerText ?? '');
  return {
    isOpen: true,
    asks: [...words, input?.placeholder ?? ''].join(' ').replaceAll('\u00a0', ' ').trim(),
    value: input?.value ?? '',
    hasFocus: document.activeElement === input,
    rows: [...widget.querySelectorAll('.quick-input-list .monaco-list-row')].map((row) => ({
      label: row.querySelector('.label-name')?.textContent ?? '',
      isFocused: row.classList.contains('focused'),
    })),
  };
}

/** The words of an element, by its selector; empty where it is not on the screen. */
export function readText(selector) {
  return document.querySelector(selector)?.innerText.replaceAll('\u00a0', ' ').trim() ?? '';
}

/** The words of all elements, by their selector, that are on the screen. */
export function readTexts(selector) {
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => element.innerText.replaceAll('\u00a0', ' ').trim());
}
