import { describe, expect, it } from 'vitest';
import { COLORS, type ThemeKind, TOKEN_GROUPS, type TokenStyle } from '../../../client/src/annotations/declarations';
import { QUOTE_LAYERS } from '../../../client/src/annotations/quoteLayers';
import { QUOTE_STYLES } from '../../../client/src/annotations/quoteStyles';
import { DECISION_LINES } from '../../../client/src/review/decisionStyles';
import { contrast, over, parseColour } from '../../hands/contrast.mjs';

/** Backgrounds of the editor in VS Code's own themes of each kind. */
const EDITORS: Readonly<Record<ThemeKind, readonly string[]>> = {
  light: ['#FFFFFF'],
  dark: ['#1F1F1F', '#1E1E1E'],
  highContrast: ['#000000'],
  highContrastLight: ['#FFFFFF'],
};
const KINDS = Object.keys(EDITORS) as ThemeKind[];
/** The least contrast of text, WCAG AA; in high contrast what VS Code's own guidelines aim at, AAA. */
const TEXT: Readonly<Record<ThemeKind, number>> = { light: 4.5, dark: 4.5, highContrast: 7, highContrastLight: 7 };
/** Of lines and borders that tell something, WCAG 1.4.11. */
const LINE = 3;

const CONTENTS = ['quoteBackground', 'indirectQuoteBackground', 'markedWordsBackground'] as const;
const LINES = [
  'speakerUnderline',
  'cueUnderline',
  'dateUnderline',
  'reviewSuggested',
  'reviewConfirmed',
  'reviewDoubtful',
] as const;
const BORDERS = ['quoteBorder', 'indirectQuoteBorder', 'markedWordsBorder'] as const;

const colour = (hex: string) => {
  const [red = 0, green = 0, blue = 0, alpha = 255] = (hex.slice(1).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return parseColour(`rgba(${red}, ${green}, ${blue}, ${alpha / 255})`);
};

/** What words may stand on: the editor alone, and each kind of quotation, over the editor and over one another. */
function grounds(kind: ThemeKind) {
  return EDITORS[kind].map(colour).flatMap((editor) => {
    const quotes = CONTENTS.map((name) => over(colour(COLORS[name][kind]), editor));
    const inQuotes = CONTENTS.flatMap((name) => quotes.map((quote) => over(colour(COLORS[name][kind]), quote)));
    return [editor, ...quotes, ...inQuotes];
  });
}

const foreground = (style: TokenStyle): string => (typeof style === 'string' ? style : style.foreground);

describe.each(KINDS)('in %s themes', (kind) => {
  it.each(Object.keys(TOKEN_GROUPS) as (keyof typeof TOKEN_GROUPS)[])('%s can be read, in quotations too', (group) => {
    for (const ground of grounds(kind))
      expect(contrast(colour(foreground(TOKEN_GROUPS[group][kind])), ground)).toBeGreaterThanOrEqual(TEXT[kind]);
  });

  it.each(LINES)('the line %s can be seen, in quotations too', (name) => {
    for (const ground of grounds(kind)) expect(contrast(colour(COLORS[name][kind]), ground)).toBeGreaterThanOrEqual(LINE);
  });
});

it.each(['highContrast', 'highContrastLight'] as const)('borders tell quotations where %s has no backgrounds', (kind) => {
  for (const editor of EDITORS[kind].map(colour))
    for (const name of BORDERS)
      expect(contrast(over(colour(COLORS[name][kind]), editor), editor), name).toBeGreaterThanOrEqual(LINE);
});

describe('what only colour would tell', () => {
  const form = (layer: (typeof QUOTE_LAYERS)[number]): string => {
    const style = QUOTE_STYLES[layer];
    return 'content' in style ? `border ${style.border}` : `line ${style.style}`;
  };

  it('is told by the form of lines: each layer has its own', () => {
    // a title and other marked words are one kind: words in marks that nobody said
    const layers = QUOTE_LAYERS.filter((layer) => layer !== 'title');
    expect(new Set(layers.map(form)).size).toBe(layers.length);
    const lines = Object.values(DECISION_LINES).map(({ style }) => style);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it.each(['highContrast', 'highContrastLight'] as const)('is told by bold, italics and lines in %s', (kind) => {
    const names = (['articlePerson', 'articleOrganization', 'articlePlace', 'articleWork', 'articleDate'] as const).map(
      (group) => TOKEN_GROUPS[group][kind].fontStyle,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
