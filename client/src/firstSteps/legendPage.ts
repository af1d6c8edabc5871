import type { client } from '../../../server/src/messages/client';
import type { Words } from '../../../server/src/messages/topic';
import { type ColorName, type ThemeKind, TOKEN_GROUPS } from '../annotations/declarations';
import { type ContentStyle, type LineStyle, QUOTE_STYLES } from '../annotations/quoteStyles';
import { escaped } from '../pageParts';
import { DECISION_LINES } from '../review/decisionStyles';

/** A row: words as the editor paints them, and what that means. */
interface LegendRow {
  readonly sample: string;
  readonly css: string;
  readonly meaning: string;
}

/**
 * The legend as a page without scripts, for a kind of theme. `isOurs`: whether names and dates have our colours in the
 * theme; others bring their own, which no page can know.
 */
export function legendPage(words: Words<typeof client>, kind: ThemeKind, { isOurs }: { readonly isOurs: boolean }): string {
  const { legend } = words;
  const parts = [
    table(legend.names, nameRows(words, kind)),
    isOurs ? '' : `<p>${escaped(legend.otherTheme)}</p>`,
    table(legend.quotes, quoteRows(words)),
    table(legend.decisions, decisionRows(words)),
    `<p>${escaped(legend.change)}</p>`,
  ];
  return `<!DOCTYPE html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';">
<title>${escaped(legend.title)}</title>
<style>
body { max-width: 44em; margin: 0 auto; padding: 1em 2em 2em; line-height: 1.5; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-size: 1.2em; padding: 1em 0 0.3em; }
th, td { text-align: left; font-weight: normal; padding: 0.35em 1em 0.35em 0; vertical-align: baseline; border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
th { width: 45%; font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); color: var(--vscode-editor-foreground); }
</style>
</head>
<body>
<h1>${escaped(legend.title)}</h1>
${parts.join('\n')}
</body>
</html>`;
}

function nameRows({ legend, common }: Words<typeof client>, kind: ThemeKind): readonly LegendRow[] {
  const token = (group: keyof typeof TOKEN_GROUPS): string => tokenCss(group, kind);
  return [
    { sample: 'Ilena Dorvak', css: token('articlePerson'), meaning: common.types.PER },
    { sample: 'Air Ambrelle', css: token('articleOrganization'), meaning: common.types.ORG },
    { sample: 'Port-Selve', css: token('articlePlace'), meaning: common.types.LOC },
    { sample: legend.sampleWork, css: token('articleWork'), meaning: common.types.MISC },
    { sample: legend.sampleDate, css: token('articleDate') + underlineCss(QUOTE_STYLES.date), meaning: common.dates },
    {
      sample: legend.sampleUnsure,
      css: tokenCss('articlePerson', kind) + css({ 'font-style': 'italic' }),
      meaning: legend.unsure,
    },
  ];
}

function quoteRows({ legend }: Words<typeof client>): readonly LegendRow[] {
  return [
    { sample: legend.sampleDirect, css: contentCss(QUOTE_STYLES.direct), meaning: legend.direct },
    { sample: legend.sampleIndirect, css: contentCss(QUOTE_STYLES.indirect), meaning: legend.indirect },
    { sample: legend.sampleScare, css: contentCss(QUOTE_STYLES.scare), meaning: legend.scare },
    { sample: 'Ilena Dorvak', css: underlineCss(QUOTE_STYLES.speaker), meaning: legend.speaker },
    { sample: legend.sampleCue, css: underlineCss(QUOTE_STYLES.cue), meaning: legend.cue },
  ];
}

function decisionRows({ legend }: Words<typeof client>): readonly LegendRow[] {
  return (['suggested', 'confirmed', 'doubtful'] as const).map((state) => ({
    sample: 'Port-Selve',
    css: underlineCss(DECISION_LINES[state]),
    meaning: legend[state],
  }));
}

function tokenCss(group: keyof typeof TOKEN_GROUPS, kind: ThemeKind): string {
  const style: string | { readonly foreground: string; readonly fontStyle: string } = TOKEN_GROUPS[group][kind];
  if (typeof style === 'string') return css({ color: style });
  const { foreground, fontStyle } = style;
  return css({
    color: foreground,
    ...(fontStyle.includes('bold') && { 'font-weight': 'bold' }),
    ...(fontStyle.includes('italic') && { 'font-style': 'italic' }),
    ...(fontStyle.includes('underline') && { 'text-decoration': 'underline' }),
  });
}

const contentCss = ({ content, border }: ContentStyle): string =>
  css({
    background: variable(`${content}Background`),
    'border-width': '1px',
    'border-style': border,
    'border-color': variable(`${content}Border`),
    'border-radius': '2px',
  });

const underlineCss = ({ style, color }: LineStyle): string =>
  css({
    'text-decoration-line': 'underline',
    'text-decoration-style': style,
    'text-decoration-thickness': '1.5px',
    'text-decoration-color': variable(color),
    'text-underline-offset': '0.25em',
  });

/** VS Code makes our colours known as CSS variables. */
const variable = (name: ColorName): string => `var(--vscode-corpusAnnotator-${name})`;

const css = (properties: Readonly<Record<string, string>>): string =>
  Object.entries(properties)
    .map((property) => `${property.join(':')};`)
    .join('');

function table(caption: string, rows: readonly LegendRow[]): string {
  const lines = rows.map(
    ({ sample, css, meaning }) =>
      `<tr><th scope="row"><span style="${css}">${escaped(sample)}</span></th><td>${escaped(meaning)}</td></tr>`,
  );
  return `<table><caption>${escaped(caption)}</caption>\n${lines.join('\n')}\n</table>`;
}
