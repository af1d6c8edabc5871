import type { TokenModifier, TokenType } from '../../../server/src/protocol';
import type { Text } from '../declare';

/** The kinds of themes, each with a colour of its own for everything. */
export type ThemeKind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/** VS Code's own themes of each kind: our colours of names and dates hold in these; other themes have their own. */
export const THEMES: Readonly<Record<ThemeKind, readonly string[]>> = {
  light: ['Light Modern', 'Default Light Modern', 'Light+', 'Default Light+', 'Light 2026', 'Visual Studio Light'],
  dark: ['Dark Modern', 'Default Dark Modern', 'Dark+', 'Default Dark+', 'Dark 2026', 'Visual Studio Dark'],
  highContrast: ['Default High Contrast'],
  highContrastLight: ['Default High Contrast Light'],
};

/** A colour that themes and people can change, with its defaults. */
export interface Color extends Readonly<Record<ThemeKind, string>> {
  readonly text: Text;
}

/** Colours of what is drawn on the text and beside it, by their names after `corpusAnnotator.`. */
export const COLORS = {
  quoteBackground: {
    text: {
      en: 'Background of direct quotes in articles. Must not be opaque.',
      fr: 'Fond des citations directes dans les articles. Ne doit pas être opaque.',
    },
    light: '#FFC40026',
    dark: '#FFD54F1A',
    highContrast: '#FFFFFF14',
    highContrastLight: '#0000000A',
  },
  quoteBorder: {
    text: { en: 'Border of direct quotes in articles.', fr: 'Bord des citations directes dans les articles.' },
    light: '#00000000',
    dark: '#00000000',
    highContrast: '#FFE066',
    highContrastLight: '#7A4D00',
  },
  indirectQuoteBackground: {
    text: {
      en: 'Background of indirect quotes in articles. Must not be opaque.',
      fr: 'Fond des citations indirectes dans les articles. Ne doit pas être opaque.',
    },
    light: '#0078D414',
    dark: '#5AB0FF1A',
    highContrast: '#FFFFFF0A',
    highContrastLight: '#00000005',
  },
  indirectQuoteBorder: {
    text: { en: 'Border of indirect quotes in articles.', fr: 'Bord des citations indirectes dans les articles.' },
    light: '#00000000',
    dark: '#00000000',
    highContrast: '#8FD0FF',
    highContrastLight: '#003E8A',
  },
  markedWordsBackground: {
    text: {
      en: 'Background of words in quotation marks that are not speech: titles, terms, irony. Must not be opaque.',
      fr: 'Fond des mots entre guillemets qui ne sont pas paroles : titres, termes, ironie. Ne doit pas être opaque.',
    },
    light: '#6E6E6E14',
    dark: '#BBBBBB14',
    highContrast: '#00000000',
    highContrastLight: '#00000000',
  },
  markedWordsBorder: {
    text: {
      en: 'Border of words in quotation marks that are not speech.',
      fr: 'Bord des mots entre guillemets qui ne sont pas paroles.',
    },
    light: '#6E6E6E99',
    dark: '#BBBBBB88',
    highContrast: '#FFFFFF',
    highContrastLight: '#292929',
  },
  speakerUnderline: {
    text: {
      en: 'Line under the words that name a quote’s speaker.',
      fr: 'Trait sous les mots qui désignent le locuteur d’une citation.',
    },
    light: '#7A1FA2',
    dark: '#D9A8F7',
    highContrast: '#E8BBFF',
    highContrastLight: '#6A1B9A',
  },
  cueUnderline: {
    text: {
      en: 'Dotted line under the words that introduce a quote.',
      fr: 'Pointillé sous les mots qui introduisent une citation.',
    },
    light: '#5F5F5F',
    dark: '#A8A8A8',
    highContrast: '#FFFFFF',
    highContrastLight: '#292929',
  },
  dateUnderline: {
    text: { en: 'Dashed line under dates in articles.', fr: 'Tirets sous les dates dans les articles.' },
    light: '#A06A10',
    dark: '#C9A45A',
    highContrast: '#FFD966',
    highContrastLight: '#6B4100',
  },
  overviewRulerQuote: {
    text: { en: 'Mark of quotes in the overview ruler.', fr: 'Marque des citations dans la règle d’aperçu.' },
    light: '#D6A000B0',
    dark: '#FFD54FA0',
    highContrast: '#FFE066',
    highContrastLight: '#7A4D00',
  },
  reviewSuggested: {
    text: { en: 'Dotted line under suggestions in review mode.', fr: 'Pointillé sous les suggestions en mode révision.' },
    light: '#6E6E6E',
    dark: '#A0A0A0',
    highContrast: '#FFFFFF',
    highContrastLight: '#292929',
  },
  reviewConfirmed: {
    text: { en: 'Line under what was confirmed, in review mode.', fr: 'Trait sous ce qui a été confirmé, en mode révision.' },
    light: '#1A7F37',
    dark: '#4AC26B',
    highContrast: '#73F594',
    highContrastLight: '#00543A',
  },
  reviewDoubtful: {
    text: {
      en: 'Double line under decisions that an edit made doubtful, in review mode.',
      fr: 'Double trait sous les décisions qu’une modification a rendues douteuses, en mode révision.',
    },
    light: '#B35900',
    dark: '#F0A050',
    highContrast: '#FFB46B',
    highContrastLight: '#7A3D00',
  },
} as const satisfies Readonly<Record<string, Color>>;

export type ColorName = keyof typeof COLORS;

/** How a token looks: a colour, or a colour and a style. */
export type TokenStyle = string | { readonly foreground: string; readonly fontStyle: string };

export interface TokenGroup extends Readonly<Record<ThemeKind, TokenStyle>> {
  readonly text: Text;
}

/**
 * What token types have their default colours from. Types of their own, so that themes and users have the last word: our
 * defaults name these, theirs the types.
 */
export const TOKEN_GROUPS = {
  articlePerson: {
    text: {
      en: 'Default colour of persons in articles; themes and settings name `person`.',
      fr: 'Couleur par défaut des personnes dans les articles ; thèmes et paramètres nomment `person`.',
    },
    light: '#7A1FA2',
    dark: '#D9A8F7',
    highContrast: { foreground: '#E8BBFF', fontStyle: 'bold' },
    highContrastLight: { foreground: '#6A1B9A', fontStyle: 'bold' },
  },
  articleOrganization: {
    text: {
      en: 'Default colour of organisations in articles; themes and settings name `organization`.',
      fr: 'Couleur par défaut des organisations dans les articles ; thèmes et paramètres nomment `organization`.',
    },
    light: '#0A58A8',
    dark: '#74B9FF',
    highContrast: { foreground: '#8FD0FF', fontStyle: 'bold underline' },
    highContrastLight: { foreground: '#003E8A', fontStyle: 'bold underline' },
  },
  articlePlace: {
    text: {
      en: 'Default colour of places in articles; themes and settings name `place`.',
      fr: 'Couleur par défaut des lieux dans les articles ; thèmes et paramètres nomment `place`.',
    },
    light: '#086B4C',
    dark: '#63D2A6',
    highContrast: { foreground: '#74EDBE', fontStyle: 'underline' },
    highContrastLight: { foreground: '#00543A', fontStyle: 'underline' },
  },
  articleWork: {
    text: {
      en: 'Default colour of works and events in articles; themes and settings name `work`.',
      fr: 'Couleur par défaut des œuvres et événements dans les articles ; thèmes et paramètres nomment `work`.',
    },
    light: '#A8123F',
    dark: '#FF94A6',
    highContrast: { foreground: '#FFA9B8', fontStyle: 'italic underline' },
    highContrastLight: { foreground: '#8E0030', fontStyle: 'italic underline' },
  },
  articleDate: {
    text: {
      en: 'Default colour of dates in articles; themes and settings name `date`.',
      fr: 'Couleur par défaut des dates dans les articles ; thèmes et paramètres nomment `date`.',
    },
    light: '#825000',
    dark: '#E5BF69',
    highContrast: { foreground: '#FFD966', fontStyle: 'italic' },
    highContrastLight: { foreground: '#6B4100', fontStyle: 'italic' },
  },
  articleCue: {
    text: {
      en: 'Default colour of cues in articles; themes and settings name `cue`.',
      fr: 'Couleur par défaut des mots introducteurs dans les articles ; thèmes et paramètres nomment `cue`.',
    },
    light: '#565656',
    dark: '#B0B0B0',
    highContrast: '#FFFFFF',
    highContrastLight: '#292929',
  },
} as const satisfies Readonly<Record<string, TokenGroup>>;

export interface TokenDeclaration {
  readonly text: Text;
  readonly group: string;
  /** TextMate scopes whose colours it has in themes that say nothing of semantic tokens; the first that a theme has. */
  readonly scopes: readonly string[];
}

export const TOKENS: Readonly<Record<TokenType, TokenDeclaration & { readonly group: keyof typeof TOKEN_GROUPS }>> = {
  person: {
    text: { en: 'A person in an article.', fr: 'Une personne dans un article.' },
    group: 'articlePerson',
    scopes: ['entity.name.person.article', 'keyword.control'],
  },
  organization: {
    text: { en: 'An organisation in an article.', fr: 'Une organisation dans un article.' },
    group: 'articleOrganization',
    scopes: ['entity.name.organization.article', 'entity.name.type'],
  },
  place: {
    text: { en: 'A place in an article.', fr: 'Un lieu dans un article.' },
    group: 'articlePlace',
    scopes: ['entity.name.place.article', 'entity.name.function'],
  },
  work: {
    text: { en: 'A work, an event or a product in an article.', fr: 'Une œuvre, un événement ou un produit dans un article.' },
    group: 'articleWork',
    scopes: ['entity.name.work.article', 'string'],
  },
  date: {
    text: {
      en: 'A date or another expression of time in an article.',
      fr: 'Une date ou une autre expression de temps dans un article.',
    },
    group: 'articleDate',
    scopes: ['constant.numeric.date.article', 'variable.other.enummember', 'constant.numeric'],
  },
  cue: {
    text: { en: 'The words that introduce speech: said, selon.', fr: 'Les mots qui introduisent la parole : a déclaré, selon.' },
    group: 'articleCue',
    scopes: ['keyword.other.cue.article', 'comment'],
  },
  speaker: {
    text: {
      en: 'Words that name a speaker without being a name: a pronoun, a title.',
      fr: 'Des mots qui désignent un locuteur sans être un nom : pronom, fonction.',
    },
    group: 'articlePerson',
    scopes: ['entity.name.person.article', 'keyword.control'],
  },
};

export const MODIFIERS: Readonly<Record<TokenModifier, Text>> = {
  speaker: {
    en: 'Belongs to the words that name the speaker of a quote.',
    fr: 'Fait partie des mots qui désignent le locuteur d’une citation.',
  },
  inQuotation: { en: 'Is inside the content of a quote.', fr: 'Se trouve dans le contenu d’une citation.' },
  uncertain: {
    en: 'The detection is not sure, or a date could not be resolved.',
    fr: 'La détection n’est pas sûre, ou une date n’a pu être résolue.',
  },
  relative: { en: 'A date that was resolved against another.', fr: 'Une date résolue par rapport à une autre.' },
};
