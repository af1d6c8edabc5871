import type { ColorName } from './declarations';
import type { QuoteLayer } from './quoteLayers';

/** The forms of a line under words, as CSS names them. */
export type Underline = 'solid' | 'dotted' | 'dashed' | 'double';

/** What has both a background and a border. */
export type ContentName = Extract<ColorName, `${string}Background`> extends `${infer Name}Background` ? Name : never;

/** Words on a background of their own: where a theme has none, the border tells, by its form too. */
export interface ContentStyle {
  readonly content: ContentName;
  readonly border: 'solid' | 'dashed' | 'dotted';
}

/** Words with a line beneath. */
export interface LineStyle {
  readonly style: Underline;
  readonly color: ColorName;
}

/** How each layer is drawn: colour alone never tells two of them apart. */
export const QUOTE_STYLES = {
  direct: { content: 'quote', border: 'solid' },
  indirect: { content: 'indirectQuote', border: 'dashed' },
  scare: { content: 'markedWords', border: 'dotted' },
  title: { content: 'markedWords', border: 'dotted' },
  speaker: { style: 'solid', color: 'speakerUnderline' },
  cue: { style: 'dotted', color: 'cueUnderline' },
  date: { style: 'dashed', color: 'dateUnderline' },
} as const satisfies Readonly<Record<QuoteLayer, ContentStyle | LineStyle>>;
