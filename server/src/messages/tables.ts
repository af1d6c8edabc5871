import { counted } from './counted';
import { messagesOf } from './message';
import { pictureTitles } from './pictureTitles';
import { topic } from './topic';

const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };
const wordsOf = { en: counted.en('word', 'words'), fr: counted.fr('mot', 'mots') };
const rowsOf = { en: counted.en('row', 'rows'), fr: counted.fr('ligne', 'lignes') };
const entriesOf = { en: counted.en('entry', 'entries'), fr: counted.fr('entrée', 'entrées') };

/** What tables of a corpus say: their kinds, columns and settings, and what they cannot count. */
export const tables = topic('tables', {
  kinds: {
    words: { en: 'Word list', fr: 'Lexique' },
    ngrams: { en: 'N-grams', fr: 'Segments répétés' },
    collocates: { en: 'Collocates', fr: 'Cooccurrents' },
    keywords: { en: 'Keywords', fr: 'Spécificités' },
    dispersion: { en: 'Dispersion', fr: 'Répartition' },
    entities: { en: 'Entities', fr: 'Entités' },
    speakers: { en: 'Speakers', fr: 'Locuteurs' },
    cues: { en: 'Cues', fr: 'Verbes et mots introducteurs' },
    quotes: { en: 'Quotations by kind', fr: 'Citations par type' },
    series: { en: 'Over time', fr: 'Au fil du temps' },
    ...pictureTitles,
  },
  columns: {
    word: { en: 'Word', fr: 'Mot' },
    ngram: { en: 'N-gram', fr: 'Segment' },
    length: { en: 'Words in it', fr: 'Longueur' },
    item: { en: 'Looked for', fr: 'Recherché' },
    name: { en: 'Name', fr: 'Nom' },
    type: { en: 'Type', fr: 'Type' },
    speaker: { en: 'Speaker', fr: 'Locuteur' },
    cue: { en: 'Cue', fr: 'Introducteur' },
    quote: { en: 'Kind of quotation', fr: 'Type de citation' },
    period: { en: 'Time', fr: 'Période' },
    count: { en: 'Count', fr: 'Fréquence' },
    million: { en: 'Per million words', fr: 'Par million de mots' },
    articles: { en: 'Articles', fr: 'Articles' },
    ofArticles: { en: 'Articles of that time', fr: 'Articles de la période' },
    share: { en: '% of the articles', fr: '% des articles' },
    quoted: { en: 'Words quoted', fr: 'Mots cités' },
    inPart: { en: (part: string) => `Count: ${part}`, fr: (part: string) => `Fréquence : ${part}` },
    inOthers: { en: 'Count: others', fr: 'Fréquence : autres' },
    millionInPart: { en: (part: string) => `Per million: ${part}`, fr: (part: string) => `Par million : ${part}` },
    millionInOthers: { en: 'Per million: others', fr: 'Par million : autres' },
    articlesInPart: { en: (part: string) => `Articles: ${part}`, fr: (part: string) => `Articles : ${part}` },
    articlesInOthers: { en: 'Articles: others', fr: 'Articles : autres' },
    together: { en: 'In the window', fr: 'Cofréquence' },
    total: { en: 'Count in all', fr: 'Fréquence totale' },
    expected: { en: 'Expected', fr: 'Attendu' },
    logLikelihoodTwoTerm: { en: 'Log-likelihood (two terms)', fr: 'Log-vraisemblance (deux termes)' },
    logLikelihood: { en: 'Log-likelihood (four terms)', fr: 'Log-vraisemblance (quatre termes)' },
    chiSquared: { en: 'χ²', fr: 'χ²' },
    chiSquaredYates: { en: 'χ² (Yates)', fr: 'χ² (Yates)' },
    specificity: { en: 'Specificity (Lafon)', fr: 'Spécificité (Lafon)' },
    cooccurrence: { en: 'Co-occurrence (Lafon)', fr: 'Cooccurrence (Lafon)' },
    logRatio: { en: 'Log Ratio', fr: 'Log Ratio' },
    percentDifference: { en: '%DIFF', fr: '%DIFF' },
    mutualInformation: { en: 'MI', fr: 'IM' },
    cubedMutualInformation: { en: 'MI³', fr: 'IM³' },
    logDice: { en: 'log-Dice', fr: 'log-Dice' },
    tScore: { en: 't', fr: 't' },
    parts: { en: 'Parts', fr: 'Parties' },
    juillandD: { en: 'D (Juilland)', fr: 'D (Juilland)' },
    deviation: { en: 'DP (Gries)', fr: 'DP (Gries)' },
    normalized: { en: 'DP norm. (Gries)', fr: 'DP norm. (Gries)' },
  },
  settings: {
    counted: { en: 'Counted', fr: 'Compté' },
    size: {
      en: (articles: number, words: number) => `${articlesOf.en(articles)}, ${wordsOf.en(words)}`,
      fr: (articles: number, words: number) => `${articlesOf.fr(articles)}, ${wordsOf.fr(words)}`,
    },
    word: { en: 'A word is', fr: 'Un mot est' },
    wordAlone: {
      en: 'a token with a letter or a digit, as the analysis cuts it (l’|OTAN is two); marks and headers are not counted',
      fr: 'un mot qui a une lettre ou un chiffre, tel que l’analyse le coupe (l’|OTAN en fait deux) ; signes et en-têtes ne sont pas comptés',
    },
    wordOrMark: {
      en: 'every token, as the analysis cuts it (l’|OTAN is two), marks included; headers are not counted',
      fr: 'tout mot ou signe, tel que l’analyse le coupe (l’|OTAN en fait deux) ; les en-têtes ne sont pas comptés',
    },
    within: { en: 'Sub-corpus', fr: 'Sous-corpus' },
    named: { en: (name: string) => `Sub-corpus ${name}`, fr: (name: string) => `Sous-corpus ${name}` },
    by: { en: 'Partition', fr: 'Partition' },
    part: { en: 'Part', fr: 'Partie' },
    against: { en: 'Against', fr: 'Comparée à' },
    others: { en: 'all other parts', fr: 'toutes les autres parties' },
    ofSize: {
      en: (name: string, words: number, articles: number) => `${name} (${wordsOf.en(words)}, ${articlesOf.en(articles)})`,
      fr: (name: string, words: number, articles: number) => `${name} (${wordsOf.fr(words)}, ${articlesOf.fr(articles)})`,
    },
    listOfSize: {
      en: (name: string, words: number) => `the list ${name} (${wordsOf.en(words)})`,
      fr: (name: string, words: number) => `la liste ${name} (${wordsOf.fr(words)})`,
    },
    unknown: { en: 'In no part', fr: 'Sans partie' },
    wordCount: { en: wordsOf.en, fr: wordsOf.fr },
    articleCount: { en: articlesOf.en, fr: articlesOf.fr },
    query: { en: 'Looked for', fr: 'Recherché' },
    found: { en: 'Found', fr: 'Trouvé' },
    window: { en: 'Window', fr: 'Fenêtre' },
    windowOf: {
      en: (left: number, right: number) => `${wordsOf.en(left)} to the left, ${wordsOf.en(right)} to the right`,
      fr: (left: number, right: number) => `${wordsOf.fr(left)} à gauche, ${wordsOf.fr(right)} à droite`,
    },
    windowIn: {
      en: (left: number, right: number) =>
        `${wordsOf.en(left)} to the left, ${wordsOf.en(right)} to the right, within the sentence`,
      fr: (left: number, right: number) => `${wordsOf.fr(left)} à gauche, ${wordsOf.fr(right)} à droite, dans la phrase`,
    },
    windowSize: { en: 'Words in the windows', fr: 'Mots dans les fenêtres' },
    speaker: { en: 'Speaker', fr: 'Locuteur' },
    near: { en: 'words near the name', fr: 'mots proches du nom' },
    inside: { en: 'words within the quotations', fr: 'mots des citations' },
    lengths: { en: 'Words in an n-gram', fr: 'Mots d’un segment' },
    minimum: { en: 'Minimum frequency', fr: 'Fréquence minimale' },
    stop: { en: 'Stop list', fr: 'Mots vides' },
    lemmas: { en: 'Lemma list', fr: 'Liste de lemmes' },
    sorted: { en: 'Sorted by', fr: 'Trié par' },
    entries: entriesOf,
    entriesOf: {
      en: (file: string, entries: number) => `${file} (${entriesOf.en(entries)})`,
      fr: (file: string, entries: number) => `${file} (${entriesOf.fr(entries)})`,
    },
    comparison: { en: 'Told apart', fr: 'Distingués' },
    none: { en: 'neither capitals nor accents', fr: 'ni majuscules ni accents' },
    accents: { en: 'accents', fr: 'accents' },
    capitals: { en: 'capitals', fr: 'majuscules' },
    both: { en: 'capitals and accents', fr: 'majuscules et accents' },
    group: { en: 'Grouped by', fr: 'Groupé par' },
    duplicates: { en: 'Duplicates', fr: 'Doublons' },
    once: {
      en: (left: number) => `counted once: ${articlesOf.en(left)} left out`,
      fr: (left: number) => `comptés une fois : ${articlesOf.fr(left)} de côté`,
    },
  },
  unknown: { en: '(unknown)', fr: '(inconnu)' },
  editor: {
    title: { en: 'Corpus tables', fr: 'Tableaux du corpus' },
    counting: { en: 'Counting all articles', fr: 'Décompte de tous les articles' },
    settings: { en: 'Settings', fr: 'Réglages' },
    within: { en: 'Sub-corpus…', fr: 'Sous-corpus…' },
    by: { en: 'Partition…', fr: 'Partition…' },
    minimum: { en: 'Minimum frequency…', fr: 'Fréquence minimale…' },
    minimumIs: { en: 'A whole number from 1', fr: 'Un nombre entier à partir de 1' },
    window: { en: 'Window…', fr: 'Fenêtre…' },
    windowIs: {
      en: 'Words to the left and to the right: 5:5, at most 99',
      fr: 'Mots à gauche et à droite : 5:5, 99 au plus',
    },
    crossSentences: { en: 'Across sentences', fr: 'Au-delà de la phrase' },
    reading: { en: 'Near the name or within the quotations…', fr: 'Près du nom ou dans les citations…' },
    length: { en: 'Length…', fr: 'Longueur…' },
    lengthIs: { en: 'Words in an n-gram: 3, or 2-4, from 1 to 10', fr: 'Mots d’un segment : 3, ou 2-4, de 1 à 10' },
    group: { en: 'Group…', fr: 'Grouper…' },
    stop: { en: 'Stop list…', fr: 'Mots vides…' },
    lemmas: { en: 'Lemma list…', fr: 'Liste de lemmes…' },
    reference: { en: 'Against an outside list…', fr: 'Comparer à une liste extérieure…' },
    ofFile: { en: 'From a file…', fr: 'D’un fichier…' },
    ofWords: { en: 'These words…', fr: 'Ces mots…' },
    noList: { en: 'No list', fr: 'Aucune liste' },
    stopWords: {
      en: 'Words that make no row, with blanks between',
      fr: 'Des mots qui ne font pas de ligne, séparés par des espaces',
    },
    once: { en: 'Copies once', fr: 'Doublons une fois' },
    marks: { en: 'Marks too', fr: 'Signes aussi' },
    matchCase: { en: 'Tell capitals apart', fr: 'Distinguer les majuscules' },
    ignoreAccents: { en: 'Ignore accents', fr: 'Ignorer les accents' },
    ownWords: { en: 'Words against all others', fr: 'Mots comparés à tous les autres' },
    noSpeaker: { en: 'No speaker is known here.', fr: 'Aucun locuteur n’est connu ici.' },
    export: { en: 'Export…', fr: 'Exporter…' },
    parquet: { en: 'Parquet, for R, Python, DuckDB', fr: 'Parquet, pour R, Python, DuckDB' },
    svg: { en: 'Export Picture…', fr: 'Exporter l’image…' },
    picture: { en: 'Picture', fr: 'Image' },
    help: {
      en: 'Enter or a click on a row opens its concordance; a column’s head sorts.',
      fr: 'Entrée ou un clic sur une ligne ouvre sa concordance ; l’en-tête d’une colonne trie.',
    },
    ofQuery: { en: 'Of words or a query', fr: 'De mots ou d’une requête' },
    nearName: { en: 'Words near a name', fr: 'Mots proches d’un nom' },
    inside: { en: 'Words within a speaker’s quotations', fr: 'Mots des citations d’un locuteur' },
    query: { en: 'Words, or a query as in the search', fr: 'Des mots, ou une requête comme pour la recherche' },
    queryOrQuotes: {
      en: 'Words, or a query as in the search; empty: quotations',
      fr: 'Des mots, ou une requête comme pour la recherche ; vide : les citations',
    },
    name: { en: 'The canonical name', fr: 'Le nom canonique' },
    part: {
      en: (column: string) => `Which part of ${column}, against all others`,
      fr: (column: string) => `Quelle partie de ${column}, comparée à toutes les autres`,
    },
    year: { en: 'Year', fr: 'Année' },
    month: { en: 'Month', fr: 'Mois' },
    speaker: { en: 'Speaker', fr: 'Locuteur' },
    language: { en: 'Language', fr: 'Langue' },
    column: { en: 'A column of metadata.csv…', fr: 'Une colonne de metadata.csv…' },
    columnName: {
      en: 'The name of the column; several with commas between: source, month',
      fr: 'Le nom de la colonne ; plusieurs séparés par des virgules : source, month',
    },
    byGender: { en: 'Grouped by gender', fr: 'Groupés par genre' },
    byProperty: { en: 'Grouped by a column of the gazetteer…', fr: 'Groupés par une colonne du répertoire de noms…' },
    property: { en: 'The name of the column', fr: 'Le nom de la colonne' },
    withinWhat: {
      en: 'Filters of articles (date:2016, source:"Le Phare"), or what must be found in an article; empty: all',
      fr: 'Des filtres d’articles (date:2016, source:"Le Phare"), ou ce qu’il faut trouver dans un article ; vide : tous',
    },
  },
  notes: {
    noPart: {
      en: (part: string, column: string) =>
        `No article counted is in the part “${part}” of ${column}: there is nothing to compare.`,
      fr: (part: string, column: string) =>
        `Aucun article compté n’est dans la partie « ${part} » de ${column} : il n’y a rien à comparer.`,
    },
    onePart: {
      en: (column: string) => `${column} has one part alone here: nothing can be held against it.`,
      fr: (column: string) => `${column} n’a ici qu’une seule partie : rien ne peut lui être comparé.`,
    },
    smallPart: {
      en: (part: string, words: number, least: number) =>
        `“${part}” has ${wordsOf.en(words)}: below ${least}, no statistic can say what is typical of it. The counts stand without.`,
      fr: (part: string, words: number, least: number) =>
        `« ${part} » a ${wordsOf.fr(words)} : au-dessous de ${least}, aucune statistique ne peut dire ce qui lui est propre. Les fréquences sont données seules.`,
    },
    tooManyParts: {
      en: (column: string, parts: number, most: number) =>
        `${column} has ${parts} values: the ${most} with the most words have columns, the others count in the totals.`,
      fr: (column: string, parts: number, most: number) =>
        `${column} a ${parts} valeurs : les ${most} qui ont le plus de mots ont une colonne, les autres comptent dans les totaux.`,
    },
    fewParts: {
      en: (parts: number) => `Dispersion needs two parts or more: here there ${parts === 1 ? 'is 1' : 'are none'}.`,
      fr: (parts: number) => `La répartition demande au moins deux parties : il y en a ici ${parts}.`,
    },
    nothingFound: {
      en: (query: string) => `Nothing is found for ${query}.`,
      fr: (query: string) => `Rien n’est trouvé pour ${query}.`,
    },
    chiNeeds: {
      en: 'χ² is given where each cell is expected five times or more (Cochran).',
      fr: 'Le χ² est donné où chaque case est attendue au moins cinq fois (Cochran).',
    },
    lost: {
      en: (most: number) =>
        `There are too many different ones to keep: rare ones were let go, and a count may be too low by ${most}.`,
      fr: (most: number) =>
        `Il y en a trop de différents à la fois : de rares ont été laissés, et une fréquence peut manquer de ${most} au plus.`,
    },
    mostFrequent: {
      en: (shown: number) => `Of the ${shown} most frequent.`,
      fr: (shown: number) => `Des ${shown} plus fréquents.`,
    },
    needsItems: {
      en: 'Name what to look for, or a partition: the dispersion of every word over every article is not counted.',
      fr: 'Nommez ce qu’il faut chercher, ou une partition : la répartition de chaque mot sur chaque article n’est pas comptée.',
    },
    undated: {
      en: (articles: number) => `${articlesOf.en(articles)} without a date to that precision: in no row.`,
      fr: (articles: number) => `${articlesOf.fr(articles)} sans date assez précise : dans aucune ligne.`,
    },
    soFar: {
      en: (articles: number, of: number) =>
        `So far: the first ${articles} of ${articlesOf.en(of)}. The others are being counted, and the figures will change.`,
      fr: (articles: number, of: number) =>
        `Pour l’instant : les ${articles} premiers sur ${articlesOf.fr(of)}. Les autres sont en cours de décompte, les chiffres vont changer.`,
    },
    nothing: { en: 'No article was counted.', fr: 'Aucun article n’a été compté.' },
    more: {
      en: (shown: number, all: number) => `${shown} of ${rowsOf.en(all)}`,
      fr: (shown: number, all: number) => `${shown} sur ${rowsOf.fr(all)}`,
    },
    nonePassed: {
      en: (minimum: number) => `Nothing occurs ${minimum} times or more.`,
      fr: (minimum: number) => `Rien n’apparaît ${minimum} fois ou plus.`,
    },
    noSort: {
      en: (column: string, columns: readonly string[]) =>
        `There is no column ${column} to sort by: there are ${columns.join(', ')}.`,
      fr: (column: string, columns: readonly string[]) =>
        `Il n’y a pas de colonne ${column} pour trier : il y a ${columns.join(', ')}.`,
    },
  },
});

export const tableMessages = messagesOf(tables);
