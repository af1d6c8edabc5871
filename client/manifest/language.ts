import { ARTICLE_LANGUAGE } from '../../server/src/protocol';
import type { Text } from '../src/declare';

/** What the Marketplace and the list of extensions say. */
export const DESCRIPTION: Text = {
  en: 'Finds people, organisations, places, dates and quotes in folders of articles, and keeps your corrections beside the text. Offline, no set-up.',
  fr: 'Trouve personnes, organisations, lieux, dates et citations dans des dossiers d’articles, et garde vos corrections à côté du texte. Hors ligne, sans installation.',
};

/** The language of articles, its grammar, and how the editor behaves in it. */
export const LANGUAGE: {
  readonly name: Text;
  readonly extension: string;
  readonly configuration: string;
  readonly icon: { readonly light: string; readonly dark: string };
  readonly grammar: { readonly scopeName: string; readonly path: string };
  readonly editor: Readonly<Record<string, unknown>>;
} = {
  name: { en: 'Article', fr: 'Article' },
  extension: '.article',
  configuration: './syntaxes/language-configuration.json',
  icon: { light: './client/media/article-light.svg', dark: './client/media/article-dark.svg' },
  grammar: { scopeName: 'text.article', path: './syntaxes/article.tmLanguage.json' },
  editor: {
    'editor.semanticHighlighting.enabled': true,
    'editor.wordWrap': 'on',
    'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
    'editor.wordBasedSuggestions': 'off',
    'editor.suggestOnTriggerCharacters': false,
    'editor.unicodeHighlight.ambiguousCharacters': false,
    'editor.unicodeHighlight.invisibleCharacters': false,
    'editor.bracketPairColorization.enabled': false,
    'editor.guides.indentation': false,
    'editor.lightbulb.enabled': 'off',
    'editor.occurrencesHighlight': 'singleFile',
    'files.trimTrailingWhitespace': false,
    'files.insertFinalNewline': false,
    'editor.autoIndent': 'none',
  },
};

/** What VS Code puts the captured part of a name for. */
const STEM = '$' + '{capture}';
const besides = (stem: string): string => [`${stem}.ann`, `${stem}.review.jsonl`].join(', ');

/** The files that hold what was decided on a text are shown below it: those of `NAME.txt` are called after its name alone. */
export const NESTING: Readonly<Record<string, unknown>> = {
  'explorer.fileNesting.enabled': true,
  'explorer.fileNesting.patterns': {
    '*.txt': besides(STEM),
    '*.article': besides(`${STEM}.article`),
    '*.md': besides(`${STEM}.md`),
  },
};

/** Files of `.corpus` that VS Code reads as JSON with comments and checks. */
export const SCHEMA_FILE = { path: '.corpus/schema.json', schema: './schemas/schema.json' };

/** Languages whose first document starts the extension: a plain text may be an article. */
export const STARTS_IN: readonly string[] = [ARTICLE_LANGUAGE, 'plaintext'];
/**
 * Files by which a folder starts it: an article that is renamed before one is opened takes its annotations along, too, and a
 * Markdown file may have been chosen as one.
 */
export const STARTS_WITH: readonly string[] = ['**/*.ann', '**/*.review.jsonl', '**/.corpus/articles'];

/** What is said where not everything works. */
export const LIMITS: { readonly untrusted: Text; readonly virtual: Text } = {
  untrusted: {
    en: 'Articles are analysed in full. Header patterns and other detectors from the workspace’s settings are not used: a regular expression can be made to run without end, and a detector is a program.',
    fr: 'Les articles sont entièrement analysés. Les formes d’en-tête et les autres détecteurs des paramètres de l’espace de travail ne sont pas utilisés : une expression régulière peut être faite pour tourner sans fin, et un détecteur est un programme.',
  },
  virtual: {
    en: 'In a browser, articles are read and reviewed in full; searches over a corpus, tables, import and export need a computer. In VS Code on a computer, a virtual workspace is read alone: nothing is decided there.',
    fr: 'Dans un navigateur, les articles se lisent et se révisent entièrement ; recherches sur un corpus, tableaux, import et export demandent un ordinateur. Dans VS Code sur un ordinateur, un espace de travail virtuel se lit seulement : rien ne s’y décide.',
  },
};

/** Submenus, by their names behind `corpusAnnotator.`, with the menu that each stands in. Their label is the extension's name. */
export const SUBMENUS: Readonly<Record<string, { readonly menu: string; readonly when: string; readonly group: string }>> = {
  explorer: {
    menu: 'explorer/context',
    when: 'explorerResourceIsFolder || resourceExtname =~ /^\\.(txt|text|md|markdown|article|html?|docx?|pdf|rtf|odt|epub)?$/',
    group: '5_corpusAnnotator',
  },
  editor: { menu: 'editor/context', when: `editorLangId == ${ARTICLE_LANGUAGE}`, group: '1_modification@9' },
};
