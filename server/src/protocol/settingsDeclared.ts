/**
 * The settings, each declared once: from its entry come `package.json`, both `package.nls*.json` and `docs/settings.md`
 * (`npm run build`), and the types, defaults and checks of server and client. A setting's place here is its place in the
 * settings editor.
 */
import type { ArticlesMode } from '../core/recognise/decide';
import { DEFAULT_HEADER_PATTERNS } from '../core/structure/header';
import type { DiagnosticLevel } from '../service/diagnostics';
import type { DetectorOptions } from '../store/detectors/contract';
import { choice, matching, number, type Setting, strings, type Text, toggle } from './settingKinds';

/** BCP 47: a language and what may follow it; `auto` has the same shape. */
const LANGUAGE_TAG = {
  pattern: /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/,
  error: {
    en: 'A language tag such as fr or en is wanted, or auto.',
    fr: 'Une étiquette de langue comme fr ou en est attendue, ou auto.',
  },
};

const LEVELS: Readonly<Record<DiagnosticLevel, Text>> = {
  off: { en: 'Not reported.', fr: 'Non signalé.' },
  hint: { en: 'Three dots under the text, not among the Problems.', fr: 'Trois points sous le texte, absent des Problèmes.' },
  information: { en: 'As information among the Problems.', fr: 'Une information parmi les Problèmes.' },
  warning: { en: 'As a warning among the Problems.', fr: 'Un avertissement parmi les Problèmes.' },
};

const MODES: Readonly<Record<ArticlesMode, Text>> = {
  auto: {
    en: 'Texts with a header, with annotations beside them, and all that read like prose.',
    fr: 'Les textes avec un en-tête, ceux qui ont des annotations à côté d’eux, et tous ceux qui se lisent comme de la prose.',
  },
  header: {
    en: 'Texts with a header, or with annotations beside them.',
    fr: 'Les textes avec un en-tête, ou avec des annotations à côté d’eux.',
  },
  never: {
    en: 'Only what you choose, what `#corpusAnnotator.articleFiles#` names, and `.article` files.',
    fr: 'Seulement ce que vous choisissez, ce que nomme `#corpusAnnotator.articleFiles#`, et les fichiers `.article`.',
  },
};

const FILES = {
  articles: choice(MODES, {
    default: 'auto',
    readBy: 'both',
    text: {
      en: 'Which text files are read as articles by themselves. What you choose for a file or folder, `#corpusAnnotator.articleFiles#` and `#corpusAnnotator.excludedFiles#` win over it.',
      fr: 'Quels fichiers texte sont lus d’eux-mêmes comme des articles. Ce que vous choisissez pour un fichier ou un dossier, `#corpusAnnotator.articleFiles#` et `#corpusAnnotator.excludedFiles#` l’emportent.',
    },
  }),
  articleFiles: strings(
    { unique: true },
    {
      default: [],
      readBy: 'both',
      text: {
        en: 'Files that are always articles, as globs from the workspace folder: `press/**/*.txt`, `*.news`, `archive/2017`. A glob without a slash holds at any depth; a folder means everything in it.',
        fr: 'Fichiers qui sont des articles quel que soit leur début, en motifs (globs) à partir du dossier ouvert : `presse/**/*.txt`, `*.news`, `archives/2017`. Un motif sans barre oblique vaut à toute profondeur ; un dossier vaut pour tout ce qu’il contient.',
      },
    },
  ),
  excludedFiles: strings(
    { unique: true },
    {
      default: [],
      readBy: 'both',
      text: {
        en: 'Files that are never made articles, as globs like those of `#corpusAnnotator.articleFiles#`. They win over a header and over `#corpusAnnotator.articleFiles#`.',
        fr: 'Fichiers qui ne deviennent jamais des articles, en motifs comme ceux de `#corpusAnnotator.articleFiles#`. Ils l’emportent sur un en-tête et sur `#corpusAnnotator.articleFiles#`.',
      },
    },
  ),
  headerPatterns: strings(
    { unique: false },
    {
      default: DEFAULT_HEADER_PATTERNS,
      readBy: 'both',
      restricted: true,
      text: {
        en: 'Patterns for the header of an article: JavaScript regular expressions (flag `u`), matched at the file’s first character, with the named groups `date` (EDTF: `2017`, `2017-01`, `2017-01-15`), `title`, `source` and `author`. A plain text file that one of them matches is made an article. Not read from the settings of a workspace that is not trusted.',
        fr: 'Formes de l’en-tête d’un article : expressions régulières JavaScript (option `u`), appliquées au premier caractère du fichier, avec les groupes nommés `date` (EDTF : `2017`, `2017-01`, `2017-01-15`), `title`, `source` et `author`. Un fichier texte que l’une d’elles reconnaît devient un article. Non lu dans les paramètres d’un espace de travail non approuvé.',
      },
    },
  ),
  language: matching(LANGUAGE_TAG, {
    default: 'auto',
    readBy: 'server',
    text: {
      en: 'The language that every text is analysed as, as a BCP 47 tag (`fr`, `en`, `de`); `auto` detects it for each text.',
      fr: 'La langue dans laquelle tout texte est analysé, en étiquette BCP 47 (`fr`, `en`, `de`) ; `auto` la détecte pour chaque texte.',
    },
  }),
  defaultLanguage: matching(LANGUAGE_TAG, {
    default: 'fr',
    readBy: 'server',
    text: {
      en: 'Language assumed when a text is too short for detection, as a BCP 47 tag.',
      fr: 'La langue d’un texte trop court pour qu’on la reconnaisse, en étiquette BCP 47.',
    },
  }),
  // 1,024 UTF-16 code units each
  maxFileSize: number([1, 1_000_000], {
    default: 2048,
    readBy: 'server',
    text: {
      en: 'Longer documents are not analysed; the status bar says so. In kilobytes (1,024 characters).',
      fr: 'Les documents plus longs ne sont pas analysés ; la barre d’état le dit. En kilo-octets (1 024 caractères).',
    },
  }),
  'index.enabled': toggle({
    default: true,
    readBy: 'server',
    text: {
      en: 'Keep an index of the articles of each workspace folder, so that searching all of them does not analyse them again. It is made in the background and kept in VS Code’s own storage, not in the folder.',
      fr: 'Tenir un index des articles de chaque dossier ouvert, pour que la recherche dans tous ne les analyse pas de nouveau. Il est créé en arrière-plan et gardé dans l’espace de VS Code, non dans le dossier.',
    },
  }),
  'search.context': number([1, 100], {
    default: 15,
    readBy: 'server',
    text: {
      en: 'How many words and marks a line of a concordance shows on each side of the hit.',
      fr: 'Combien de mots et de signes une ligne de concordance montre de chaque côté de l’occurrence.',
    },
  }),
  protectText: toggle({
    default: false,
    readBy: 'client',
    text: {
      en: 'Keep the text of articles read-only while you read, until you run **Allow Editing of This Article**: nothing is changed by a key pressed by mistake. In the review mode the text is always read-only. Nothing is written into `#files.readonlyInclude#`.',
      fr: 'Garder le texte des articles en lecture seule pendant la lecture, jusqu’à la commande **Autoriser la modification de cet article** : aucune touche pressée par erreur ne le modifie. En mode révision, le texte est toujours en lecture seule. Rien n’est écrit dans `#files.readonlyInclude#`.',
    },
  }),
};

const DETECTION = {
  'entities.enabled': toggle({
    default: true,
    readBy: 'server',
    text: {
      en: 'Show persons, organisations, places, works and events.',
      fr: 'Montrer les personnes, organisations, lieux, œuvres et événements.',
    },
  }),
  'dates.enabled': toggle({
    default: true,
    readBy: 'server',
    text: { en: 'Show dates and other expressions of time.', fr: 'Montrer les dates et autres expressions de temps.' },
  }),
  'quotes.enabled': toggle({
    default: true,
    readBy: 'server',
    text: {
      en: 'Show quotes, their speakers and cues.',
      fr: 'Montrer les citations, leurs locuteurs et les mots qui les introduisent.',
    },
  }),
  minimumConfidence: number([0, 1], {
    default: 0,
    readBy: 'server',
    text: {
      en: 'Entities and quotes that were detected with less confidence are not shown: 0 shows all, 0.8 only the surest.',
      fr: 'Les entités et citations dont la détection est moins sûre ne sont pas montrées : 0 montre tout, 0,8 seulement les plus sûres.',
    },
  }),
};

/** No absolute path, and none that leads out of the folder; empty is one. */
const RELATIVE_PATH = {
  pattern: /^(?![/\\\\]|[A-Za-z]:|\.\.(?:[/\\\\]|$)).*$/,
  error: {
    en: 'A path from the workspace folder is wanted, such as press/2017.',
    fr: 'Un chemin à partir du dossier ouvert est attendu, comme presse/2017.',
  },
};

const LEARNING = {
  'learning.enabled': toggle({
    default: false,
    readBy: 'server',
    text: {
      en: 'Learn from every decision on a name: what you confirm, add, reject or change in one article changes what is suggested in all. Decisions themselves are never changed, and without decisions everything is suggested as it was.',
      fr: 'Apprendre de chaque décision sur un nom : ce que vous confirmez, ajoutez, rejetez ou changez dans un article change ce qui est proposé dans tous. Les décisions elles-mêmes ne changent jamais, et sans décisions tout est proposé comme avant.',
    },
  }),
  'learning.annotators': strings(
    { unique: true },
    {
      default: [],
      readBy: 'server',
      text: {
        en: 'Learn only from the decisions that these annotators have signed. Empty: from everybody’s.',
        fr: 'N’apprendre que des décisions signées par ces annotateurs. Vide : de celles de tous.',
      },
    },
  ),
  'learning.folder': matching(RELATIVE_PATH, {
    default: '',
    readBy: 'server',
    text: {
      en: 'Learn only from the articles of this folder, as a path from the workspace folder. Empty: from all.',
      fr: 'N’apprendre que des articles de ce dossier, en chemin à partir du dossier ouvert. Vide : de tous.',
    },
  }),
};

const DISPLAY = {
  'highlight.quotes': toggle({
    default: true,
    readBy: 'client',
    text: {
      en: 'Draw quotes on a background of their own. Their colours can be changed in `#workbench.colorCustomizations#` (names that begin with `corpusAnnotator.`).',
      fr: 'Mettre les citations sur un fond à elles. Leurs couleurs se changent dans `#workbench.colorCustomizations#` (noms commençant par `corpusAnnotator.`).',
    },
  }),
  'highlight.dates': toggle({
    readBy: 'client',
    default: true,
    text: { en: 'Draw a dashed line under dates.', fr: 'Tracer des tirets sous les dates.' },
  }),
  'highlight.speakers': toggle({
    default: true,
    readBy: 'client',
    text: {
      en: 'Underline a quote’s speaker, and put a dotted line under what introduces the quote.',
      fr: 'Souligner le locuteur d’une citation, et en pointillé ce qui l’introduit.',
    },
  }),
  'highlight.overviewRuler': toggle({
    default: true,
    readBy: 'client',
    text: {
      en: 'Mark quotes in the overview ruler beside the scroll bar.',
      fr: 'Marquer les citations dans la règle d’aperçu, près de la barre de défilement.',
    },
  }),
  'codeLens.enabled': toggle({
    default: true,
    readBy: 'server',
    text: {
      en: 'Show a line above the article and above paragraphs that counts quotes and says who speaks.',
      fr: 'Afficher au-dessus de l’article et des paragraphes une ligne qui compte les citations et dit qui parle.',
    },
  }),
  'inlayHints.dates': toggle({
    default: false,
    readBy: 'server',
    text: {
      en: 'Show the date that a relative date means after it (→ 2016-03).',
      fr: 'Afficher derrière les dates relatives celle dont il s’agit (→ 2016-03).',
    },
  }),
  'inlayHints.speakers': toggle({
    default: false,
    readBy: 'server',
    text: {
      en: 'Show who is meant after a pronoun that speaks.',
      fr: 'Afficher derrière les pronoms locuteurs la personne dont il s’agit.',
    },
  }),
  'hover.searchLinks': toggle({
    default: true,
    readBy: 'server',
    text: {
      en: 'Offer links in hovers that look a name up on Wikipedia and Wikidata. They open only when clicked.',
      fr: 'Proposer dans les infobulles des liens pour chercher un nom dans Wikipédia et Wikidata. Ils ne s’ouvrent que d’un clic.',
    },
  }),
  'statusBar.enabled': toggle({
    default: true,
    readBy: 'client',
    text: {
      en: 'Show how many entities, dates and quotes the article has in the status bar.',
      fr: 'Afficher dans la barre d’état combien l’article a d’entités, de dates et de citations.',
    },
  }),
};

const PROBLEMS = {
  'diagnostics.unbalancedMarks': choice(LEVELS, {
    default: 'information',
    readBy: 'server',
    text: {
      en: 'How to report a quotation mark that is never closed, or was never opened.',
      fr: 'Comment signaler un guillemet jamais fermé, ou jamais ouvert.',
    },
  }),
  'diagnostics.speechWithoutSpeaker': choice(LEVELS, {
    default: 'hint',
    readBy: 'server',
    text: {
      en: 'How to report direct speech whose speaker was not found.',
      fr: 'Comment signaler un discours direct dont le locuteur n’a pas été trouvé.',
    },
  }),
  'diagnostics.consistency': choice(LEVELS, {
    default: 'information',
    readBy: 'server',
    text: {
      en: 'How to report decisions that do not fit each other: a name with two types, a confirmed name that is missed elsewhere, a boundary that looks off, a date far from the article’s.',
      fr: 'Comment signaler des décisions qui ne vont pas ensemble : un nom de deux types, un nom confirmé oublié ailleurs, une limite douteuse, une date loin de celle de l’article.',
    },
  }),
};

/** JSON schema of one of `detectors`; docs/detectors.md has the contract. */
const DETECTOR_SCHEMA = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: {
      type: 'string',
      minLength: 1,
      markdownDescription: {
        en: 'Name shown as the source of its suggestions.',
        fr: 'Nom indiqué comme source de ses suggestions.',
      },
    },
    command: {
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      markdownDescription: {
        en: 'A program and its arguments, run in the workspace folder; it speaks JSON lines on its standard input and output.',
        fr: 'Un programme et ses arguments, lancé dans le dossier ouvert ; il échange des lignes JSON par ses entrée et sortie standard.',
      },
    },
    url: {
      type: 'string',
      markdownDescription: {
        en: 'Or an address on this machine, such as `http://127.0.0.1:8000/annotate`.',
        fr: 'Ou une adresse de cette machine, comme `http://127.0.0.1:8000/annotate`.',
      },
    },
    offsets: {
      type: 'string',
      enum: ['utf-16', 'code points'],
      markdownDescription: {
        en: 'What its offsets count, where it does not say so itself.',
        fr: 'Ce que comptent ses positions, s’il ne le dit pas lui-même.',
      },
    },
    labels: {
      type: 'object',
      additionalProperties: { type: 'string' },
      markdownDescription: {
        en: 'Its labels as ours: `{"GPE": "LOC"}`.',
        fr: 'Ses étiquettes dans les nôtres : `{"GPE": "LOC"}`.',
      },
    },
    minimumScore: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      markdownDescription: {
        en: 'Suggestions with a lower score are dropped.',
        fr: 'Les suggestions de score inférieur sont écartées.',
      },
    },
    timeout: {
      type: 'number',
      minimum: 100,
      default: 10000,
      markdownDescription: {
        en: 'How long it may take for one article, in milliseconds.',
        fr: 'Le temps qu’il peut prendre par article, en millisecondes.',
      },
    },
  },
};

const detectors: Setting<readonly DetectorOptions[], 'server'> = {
  default: [],
  readBy: 'server',
  restricted: true,
  text: {
    en: 'Other programs that propose annotations beside the built-in detection. They run in trusted workspaces only.',
    fr: 'D’autres programmes qui proposent des annotations à côté de la détection intégrée. Ils ne sont lancés que dans des espaces de travail approuvés.',
  },
  schema: { type: 'array', items: DETECTOR_SCHEMA },
  // The rest is told where a detector is started, by name, and the others still run.
  check: (value) => (Array.isArray(value) && value.every(hasName) ? (value as DetectorOptions[]) : undefined),
};

function hasName(item: unknown): boolean {
  const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
  return typeof name === 'string' && name !== '';
}

/** No line break: it stands in a line of a file. */
const NAME = {
  pattern: /^[^\r\n\t]{0,100}$/,
  error: { en: 'A name on one line is wanted.', fr: 'Un nom sur une ligne est attendu.' },
};

const REVIEWING = {
  reviewKeys: choice(
    {
      ours: { en: 'Enter confirms, Delete rejects, N goes on.', fr: 'Entrée confirme, Suppr rejette, N va au suivant.' },
      prodigy: {
        en: 'As in Prodigy: A accepts, X rejects, Space skips, Backspace undoes. X sets no type then.',
        fr: 'Comme dans Prodigy : A accepte, X rejette, Espace passe, Retour arrière annule. X ne donne alors pas de type.',
      },
      brat: {
        en: 'Close to brat: Enter confirms, Delete deletes, R relates, N writes a note, Tab goes on.',
        fr: 'Proche de brat : Entrée confirme, Suppr supprime, R met en relation, N écrit une note, Tab va au suivant.',
      },
    },
    {
      default: 'ours',
      readBy: 'client',
      scope: 'window',
      text: {
        en: 'Which keys the review mode has. Each can be given to another command in *Preferences: Open Keyboard Shortcuts*; the help on the review mode in the status bar shows those in force.',
        fr: 'Les touches du mode révision. Chacune peut être donnée à une autre commande dans *Préférences : Ouvrir les raccourcis clavier* ; l’aide du mode révision, dans la barre d’état, montre celles en vigueur.',
      },
    },
  ),
  snapToWords: toggle({
    default: true,
    readBy: 'client',
    text: {
      en: 'Whole words are annotated, also where their first or last letters are not selected, and none is split. In the review mode, Alt with a key takes exactly what is selected.',
      fr: 'Des mots entiers sont annotés, même si leurs premières ou dernières lettres ne sont pas sélectionnées, et aucun n’est coupé. En mode révision, Alt avec une touche prend exactement ce qui est sélectionné.',
    },
  }),
  annotator: matching(NAME, {
    default: '',
    readBy: 'both',
    text: {
      en: 'Your name as it is to stand with each of your decisions, together with the day. Empty: decisions bear neither. *Sign My Decisions…* offers the name that git knows.',
      fr: 'Votre nom, tel qu’il doit accompagner chacune de vos décisions, avec le jour. Vide : les décisions ne portent ni l’un ni l’autre. *Signer mes décisions…* propose le nom que git connaît.',
    },
  }),
};

const ADVANCED = {
  'trace.server': choice(
    { off: null, messages: null, verbose: null },
    {
      default: 'off',
      readBy: 'library',
      scope: 'window',
      text: {
        en: 'Write the messages between VS Code and the language server to the log.',
        fr: 'Écrire dans le journal les messages entre VS Code et le serveur de langage.',
      },
    },
  ),
  detectors,
  'detectors.minimumScore': number([0, 1], {
    default: 0,
    readBy: 'server',
    text: {
      en: 'Suggestions of other detectors below this confidence are not shown, from 0 to 1.',
      fr: 'Ce dont les autres détecteurs sont moins sûrs n’est pas proposé, de 0 à 1.',
    },
  }),
};

/** All settings by their names below the section. */
export const SETTINGS = { ...FILES, ...DETECTION, ...LEARNING, ...DISPLAY, ...PROBLEMS, ...REVIEWING, ...ADVANCED };

/** A heading of the settings editor with the settings below it, both in the order shown. */
export interface SettingsSection {
  readonly id: string;
  readonly title: Text;
  readonly settings: Readonly<Record<string, Setting>>;
}

export const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  { id: 'files', title: { en: 'Articles', fr: 'Articles' }, settings: FILES },
  { id: 'detection', title: { en: 'Detection', fr: 'Détection' }, settings: DETECTION },
  { id: 'learning', title: { en: 'Learning', fr: 'Apprentissage' }, settings: LEARNING },
  { id: 'display', title: { en: 'Display', fr: 'Affichage' }, settings: DISPLAY },
  { id: 'problems', title: { en: 'Problems', fr: 'Problèmes' }, settings: PROBLEMS },
  { id: 'reviewing', title: { en: 'Reviewing', fr: 'Révision' }, settings: REVIEWING },
  { id: 'advanced', title: { en: 'Advanced', fr: 'Avancé' }, settings: ADVANCED },
];
