import { counted } from './counted';
import { messagesOf } from './message';
import { topic } from './topic';

const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };

/** What the command line says; its help is in `usage`. */
export const commandLine = topic('commandLine', {
  /** After what is wrong with a call. */
  helpSaysMore: { en: '(--help says more)', fr: '(--help en dit plus)' },
  severity: {
    warning: { en: 'warning', fr: 'avertissement' },
    information: { en: 'information', fr: 'information' },
  },
  wrongCall: {
    unknownCommand: {
      en: (name: string) => `there is no command ${name}`,
      fr: (name: string) => `il n’y a pas de commande ${name}`,
    },
    unknownOption: {
      en: (option: string) => `there is no option ${option}`,
      fr: (option: string) => `il n’y a pas d’option ${option}`,
    },
    noValue: { en: (option: string) => `${option} needs a value`, fr: (option: string) => `${option} demande une valeur` },
    emptyValue: {
      en: (option: string) => `${option} lacks its value`,
      fr: (option: string) => `il manque une valeur à ${option}`,
    },
    valueUnwanted: {
      en: (option: string) => `${option} takes no value`,
      fr: (option: string) => `${option} ne prend pas de valeur`,
    },
    oneFolder: { en: 'name one folder', fr: 'nommez un dossier' },
    lspTakesNoFiles: {
      en: 'lsp takes no files: the editor names them',
      fr: 'lsp ne prend pas de fichiers : l’éditeur les nomme',
    },
    bareOut: { en: '--out names the folder to copy into', fr: '--out nomme le dossier où copier' },
    goldOut: { en: '--out names the gold folder', fr: '--out nomme le dossier de référence' },
    twoFolders: { en: 'name two folders or more', fr: 'nommez deux dossiers ou plus' },
    nothingToAnnotate: { en: 'name the files or folders to annotate', fr: 'nommez les fichiers ou dossiers à annoter' },
    nothingToConvert: { en: 'name the files or folders to convert', fr: 'nommez les fichiers ou dossiers à convertir' },
    unknownFormat: {
      en: (option: string, id: string, known: string) => `${option} ${id}: there are ${known}`,
      fr: (option: string, id: string, known: string) => `${option} ${id} : il y a ${known}`,
    },
    noTo: {
      en: (known: string) => `--to names the format to write: ${known}`,
      fr: (known: string) => `--to nomme le format à écrire : ${known}`,
    },
    variant: {
      en: (variant: string, format: string, known: string) =>
        `--variant ${variant}: ${format} has ${known === '' ? 'none' : known}`,
      fr: (variant: string, format: string, known: string) =>
        `--variant ${variant} : ${format} ${known === '' ? 'n’en a pas' : `a ${known}`}`,
    },
    rejected: {
      en: (value: string) => `--rejected ${value}: write omit or keep`,
      fr: (value: string) => `--rejected ${value} : écrivez omit ou keep`,
    },
    input: {
      en: (value: string) => `--input ${value}: there is jsonl, and paths`,
      fr: (value: string) => `--input ${value} : il y a jsonl et paths`,
    },
    resume: {
      en: '--resume goes on with .ann files beside the texts: --format brat, without --out and --overwrite',
      fr: '--resume continue des fichiers .ann à côté des textes : --format brat, sans --out ni --overwrite',
    },
    bratFromInput: {
      en: (source: string) => `--format brat writes beside files: it cannot go with ${source}`,
      fr: (source: string) => `--format brat écrit à côté des fichiers : impossible avec ${source}`,
    },
    standardInput: { en: 'standard input', fr: 'l’entrée standard' },
    filesWithInput: {
      en: (input: string) => `--input ${input} reads standard input: name no files`,
      fr: (input: string) => `--input ${input} lit l’entrée standard : ne nommez pas de fichiers`,
    },
    date: {
      en: (date: string) => `--date ${date}: write 2017, 2017-01 or 2017-01-15`,
      fr: (date: string) => `--date ${date} : écrivez 2017, 2017-01 ou 2017-01-15`,
    },
    language: {
      en: (tag: string) => `--language ${tag}: write auto or a tag such as fr`,
      fr: (tag: string) => `--language ${tag} : écrivez auto ou un code comme fr`,
    },
    jobs: {
      en: (value: string, most: number) => `--jobs ${value}: write how many threads, from 1 to ${most}`,
      fr: (value: string, most: number) => `--jobs ${value} : écrivez combien de fils d’exécution, de 1 à ${most}`,
    },
    layers: {
      en: (value: string) => `--layers ${value}: write their names with a comma between them`,
      fr: (value: string) => `--layers ${value} : écrivez leurs noms, séparés par des virgules`,
    },
    emptyName: { en: 'a file or folder has an empty name', fr: 'un fichier ou dossier a un nom vide' },
    encoding: {
      en: (name: string) => `--encoding ${name}: write auto, windows-1252, iso-8859-15, macintosh, utf-16le …`,
      fr: (name: string) => `--encoding ${name} : écrivez auto, windows-1252, iso-8859-15, macintosh, utf-16le…`,
    },
    maxSize: {
      en: (value: string) => `--max-size ${value}: write how many kilobytes, from 1`,
      fr: (value: string) => `--max-size ${value} : écrivez combien de kilooctets, à partir de 1`,
    },
    header: {
      en: (pattern: string, why: string) => `--header ${pattern}: ${why}`,
      fr: (pattern: string, why: string) => `--header ${pattern} : ${why}`,
    },
    into: {
      en: (format: string) =>
        `--into puts annotations back into the files that they came from: it goes with --to tei, json-cas or xmi, not with ${format}`,
      fr: (format: string) =>
        `--into remet des annotations dans les fichiers d’où elles viennent : cela va avec --to tei, json-cas ou xmi, pas avec ${format}`,
    },
    severalFiles: {
      en: (format: string, count: number) => `${format} needs ${count} files for this: name a folder with --out`,
      fr: (format: string, count: number) => `${format} demande ici ${count} fichiers : nommez un dossier avec --out`,
    },
  },
  noWorkingFolder: {
    en: 'the working folder does not exist any more: go to another one',
    fr: 'le dossier de travail n’existe plus : allez dans un autre',
  },
  standardOutput: { en: 'standard output', fr: 'sortie standard' },
  /** A place and what is wrong there. */
  at: { en: (place: string, what: string) => `${place}: ${what}`, fr: (place: string, what: string) => `${place} : ${what}` },
  /** A path cannot stand on a line of a list. */
  lineBreakInName: {
    en: 'its name holds a line break: it is not listed',
    fr: 'son nom contient un saut de ligne : il n’est pas dans la liste',
  },
  /** A place in standard input. */
  line: { en: (number: number) => `line ${number}`, fr: (number: number) => `ligne ${number}` },
  /** What is wrong, after the place where it is. */
  input: {
    fitsNoFile: { en: 'fits no file', fr: 'ne correspond à aucun fichier' },
    tooLong: {
      en: (size: number, limit: number) =>
        `is ${size} KB long, above the limit of ${limit} KB: it is not analysed (--max-size KB raises the limit)`,
      fr: (size: number, limit: number) =>
        `fait ${size} Ko, au-dessus de la limite de ${limit} Ko : il n’est pas analysé (--max-size Ko relève la limite)`,
    },
    badId: {
      en: (id: string) => `has an "id" that is neither a string nor a number: ${id}`,
      fr: (id: string) => `a un « id » qui n’est ni une chaîne ni un nombre : ${id}`,
    },
    notObject: { en: 'is not a JSON object', fr: 'n’est pas un objet JSON' },
    noText: { en: 'has no "text" that is a string', fr: 'n’a pas de « text » qui soit une chaîne' },
    badDate: {
      en: (date: string) => `has a "date" that is not EDTF to the year, month or day: ${date}`,
      fr: (date: string) => `a une « date » qui n’est pas en EDTF à l’année, au mois ou au jour : ${date}`,
    },
    badLanguage: { en: 'has a "language" that is not a string', fr: 'a une « language » qui n’est pas une chaîne' },
  },
  layerFailed: {
    en: (why: string) => `this layer failed and was left out where it did: ${why}`,
    fr: (why: string) => `cette couche a échoué et a été laissée de côté là où elle l’a fait : ${why}`,
  },
  notAnalysed: {
    en: (why: string) => `could not be analysed: ${why}`,
    fr: (why: string) => `n’a pas pu être analysé : ${why}`,
  },
  threadEnded: {
    en: (code: number) => `it ended the thread that analysed it (exit ${code})`,
    fr: (code: number) => `il a arrêté le fil d’exécution qui l’analysait (code ${code})`,
  },
  threadFailed: {
    en: (why: string) => `it ended the thread that analysed it: ${why}`,
    fr: (why: string) => `il a arrêté le fil d’exécution qui l’analysait : ${why}`,
  },
  outOfMemory: {
    en: 'it takes more memory than there is (NODE_OPTIONS=--max-old-space-size=MB gives more)',
    fr: 'il demande plus de mémoire qu’il n’y en a (NODE_OPTIONS=--max-old-space-size=MB en donne plus)',
  },
  patternTooSlow: {
    en: 'takes too long on some text and is not used from there on',
    fr: 'prend trop de temps sur un texte et n’est plus utilisé à partir de là',
  },
  annKept: {
    en: 'is not a .ann file that can be read, and was kept',
    fr: 'n’est pas un fichier .ann lisible, et a été gardé',
  },
  /** After what was kept. */
  resumed: {
    en: (before: number) => `${before} articles have a .ann file already and were passed over`,
    fr: (before: number) => `${before} articles ont déjà un fichier .ann et ont été passés`,
  },
  overwriteReplaces: {
    en: (what: string) => `${what} (--overwrite replaces it)`,
    fr: (what: string) => `${what} (--overwrite le remplace)`,
  },
  markedUp: {
    en: 'is marked up, and its tags were read as text: import makes an article of it, convert reads the annotations in it',
    fr: 'est un fichier balisé, et ses balises ont été lues comme du texte : import en fait un article, convert lit ses annotations',
  },
  columnsLeftOut: {
    en: (names: string) =>
      `these columns have no place in the table, since the first article’s table does not have them: ${names}`,
    fr: (names: string) =>
      `ces colonnes n’ont pas de place dans le tableau, car celui du premier article ne les a pas : ${names}`,
  },
  hasSeveralFiles: {
    en: (count: number) => `has ${count} files for this: name a folder with --out`,
    fr: (count: number) => `a ici ${count} fichiers : nommez un dossier avec --out`,
  },
  notSaid: {
    en: (format: string, count: number, kind: string, example: string) =>
      `not said in ${format}: ${count} × ${kind} (${example})`,
    fr: (format: string, count: number, kind: string, example: string) =>
      `non dit en ${format} : ${count} × ${kind} (${example})`,
  },
  progress: {
    en: (articles: number, millions: string, seconds: string, rate: number) =>
      `${articlesOf.en(articles)}, ${millions} M characters, ${seconds} s (${rate}/s)`,
    fr: (articles: number, millions: string, seconds: string, rate: number) =>
      `${articlesOf.fr(articles)}, ${millions} M de caractères, ${seconds} s (${rate}/s)`,
  },
  /** How far people are with the articles of a folder. */
  outcomes: {
    en: (finished: number, aside: number, open: number) => `${finished} finished, ${aside} set aside, ${open} open`,
    fr: (finished: number, aside: number, open: number) => `${finished} terminés, ${aside} mis de côté, ${open} ouverts`,
  },
  copied: {
    en: (articles: number) => `${articlesOf.en(articles)} copied without annotations; suggestions are off in the copy`,
    fr: (articles: number) => `${articlesOf.fr(articles)} sans annotations dans la copie, où les suggestions sont coupées`,
  },
  agreement: {
    /** What became of a gold folder. */
    gold: {
      en: (taken: number, articles: number, open: number) =>
        `${taken} annotations taken over in ${articlesOf.en(articles)}, ${open} differences to decide`,
      fr: (taken: number, articles: number, open: number) =>
        `${taken} annotations reprises dans ${articlesOf.fr(articles)}, ${open} différences à trancher`,
    },
    none: { en: 'no article is annotated in two of the folders', fr: 'aucun article n’est annoté dans deux des dossiers' },
  },
  usage: {
    annotate: {
      en: (formats: string, maxSize: number) => `Usage:
  corpus-annotator annotate [options] FILE… DIR…
  corpus-annotator annotate --input jsonl [options] < articles.jsonl > analyses.jsonl

Finds entities, dates and quotes in articles. Of a folder and its sub-folders, articles are taken: texts that have a
header, annotations beside them or read like prose, and what .corpus/articles says. A file that is named is always
taken; - is one article on standard input.

Options:
  --language TAG    auto (default), fr, en, … : the language to analyse as
  --date EDTF       when the articles were written (2017, 2017-01, 2017-01-15). What is said of a single one, in metadata.csv
                    or its JSON line, comes before it; an article's header and its file's name come after it
  --format FORMAT   jsonl (default): an analysis a line on standard output
                    brat: a .ann file beside each text
                    csv: a table of all annotations on standard output
                    ${formats}
  --variant NAME    one of the format's variants (csv: excel, excel-semicolon for Excel where a comma parts decimals …)
  --out DIR         write files into this folder instead
  --input jsonl     read {"id", "text", "language"?, "date"?} objects, one a line, from standard input
  --input paths     read the files' paths from standard input, one a line; each line in has a line out, in its place
  --header REGEX    form of the header at a file's start, with named groups date, title, source, author (repeatable)
  --names FILE      the project's own names (tab-separated: name, type, aliases, identifier, note)
  --encoding NAME   how to read files that are not UTF-8 (windows-1252, iso-8859-15, macintosh, utf-16le …); default: detected
  --all             take a folder's other texts (lists, logs, read-me files …) too
  --resume          brat beside the texts: pass over articles that have a .ann file, where a call was ended before
  --overwrite       replace .ann files that are there already
  --max-size KB     longer articles are named and left out (default ${maxSize}, as in the editor)
  --jobs N          how many threads analyse where there is much text: 1 from standard input, else one a processor
  --quiet           no progress on the terminal
  --help, --version

Exit status: 0 all done, 1 something could not be read or written (the rest was done), 2 wrong arguments.
`,
      fr: (formats: string, maxSize: number) => `Utilisation :
  corpus-annotator annotate [options] FICHIER… DOSSIER…
  corpus-annotator annotate --input jsonl [options] < articles.jsonl > analyses.jsonl

Trouve les entités, les dates et les citations des articles. D’un dossier et de ses sous-dossiers, les articles sont
pris : les textes qui ont un en-tête, des annotations à côté d’eux ou se lisent comme de la prose, et ce que dit
.corpus/articles. Un fichier nommé est toujours pris ; - est un article sur l’entrée standard.

Options :
  --language CODE   auto (par défaut), fr, en… : la langue dans laquelle analyser
  --date EDTF       quand les articles ont été écrits (2017, 2017-01, 2017-01-15). Ce qui est dit d’un seul, dans metadata.csv ou
                    sa ligne JSON, passe avant ; l’en-tête d’un article et le nom de son fichier passent après
  --format FORMAT   jsonl (par défaut) : une analyse par ligne sur la sortie standard
                    brat : un fichier .ann à côté de chaque texte
                    csv : une table de toutes les annotations sur la sortie standard
                    ${formats}
  --variant NOM     une variante du format (csv : excel-semicolon pour l’Excel français, excel pour l’anglais…)
  --out DOSSIER     écrire plutôt des fichiers dans ce dossier
  --input jsonl     lire des objets {"id", "text", "language"?, "date"?}, un par ligne, sur l’entrée standard
  --input paths     lire les chemins des fichiers sur l’entrée standard, un par ligne ; chaque ligne a sa ligne en sortie
  --header REGEX    forme de l’en-tête au début d’un fichier, avec les groupes nommés date, title, source, author
                    (peut être répété)
  --names FICHIER   les noms propres au projet (séparés par des tabulations : nom, type, alias, identifiant, note)
  --encoding NOM    comment lire les fichiers qui ne sont pas en UTF-8 (windows-1252, iso-8859-15, macintosh, utf-16le…) ;
                    par défaut : détecté
  --all             prendre aussi les autres textes d’un dossier (listes, journaux, fichiers lisez-moi…)
  --resume          brat à côté des textes : passer les articles qui ont un fichier .ann, après un appel interrompu
  --overwrite       remplacer les fichiers .ann qui existent déjà
  --max-size Ko     les articles plus longs sont nommés et laissés de côté (par défaut ${maxSize}, comme dans l’éditeur)
  --jobs N          combien de fils d’exécution analysent s’il y a beaucoup de texte : 1 pour l’entrée standard, sinon un par
                    processeur
  --quiet           pas de progression sur le terminal
  --help, --version

Code de retour : 0 tout est fait, 1 quelque chose n’a pu être lu ou écrit (le reste est fait), 2 appel incorrect.
`,
    },
    convert: {
      en: (formats: string) => `  corpus-annotator convert --to FORMAT [--from FORMAT] [--out DIR] FILE… DIR…

Reads annotations in one format and writes them in another; what the other cannot express is reported on standard error.
Formats: ${formats}

  --from FORMAT     the format of the files; otherwise detected from their names and first lines
  --to FORMAT       the format to write
  --variant NAME    one of its variants (CoNLL columns, TEI inline …)
  --out DIR         where to write; otherwise a single file goes to standard output
  --into PATH       tei, json-cas, xmi: the file, or folder of files, that the texts came from; all else in it stays
  --layers A,B      only these layers
  --encoding NAME   how to read files that are not UTF-8; default: detected
  --rejected KIND   omit (default) or keep what people rejected, where the format can say so
  --overwrite       replace files that are there already
  --report FILE     every single loss, as JSON lines
  --finished        only articles that somebody has finished
  --strict          losses count as a failure
`,
      fr: (formats: string) => `  corpus-annotator convert --to FORMAT [--from FORMAT] [--out DOSSIER] FICHIER… DOSSIER…

Lit des annotations dans un format et les écrit dans un autre ; ce que l’autre ne peut dire est signalé sur la sortie d’erreur.
Formats : ${formats}

  --from FORMAT     le format des fichiers ; sans cette option, reconnu à leur nom et à leur début
  --to FORMAT       le format à écrire
  --variant NOM     une de ses variantes (colonnes de CoNLL, TEI en ligne…)
  --out DOSSIER     où écrire ; sans cette option, un fichier unique va sur la sortie standard
  --into CHEMIN     tei, json-cas, xmi : le fichier, ou dossier de fichiers, d’où viennent les textes ; tout le reste y demeure
  --layers A,B      ces couches seulement
  --encoding NOM    comment lire les fichiers qui ne sont pas en UTF-8 ; par défaut : détecté
  --rejected GENRE  omit (par défaut) ou keep : omettre ou garder ce qui a été rejeté, là où le format peut le dire
  --overwrite       remplacer les fichiers qui existent déjà
  --report FICHIER  chaque perte, en lignes JSON
  --finished        seulement les articles que quelqu’un a terminés
  --strict          les pertes comptent comme un échec
`,
    },
    search: {
      en: `  corpus-annotator search [options] QUERY FILE… DIR…
  corpus-annotator search [options] --list NAMES.csv FILE… DIR…

Finds words and annotations in articles, as a concordance. What people decided in .ann files comes before what the machine
finds. QUERY: words in a row; * and ? stand for letters; speaker:"Anne Morel", entity:Otrane, type:PER, quote:direct,
date:2016..2017, file:a*, language:fr, decided:no, layer:theme=energy, attribute:tone=low, property:party=Greens,
copies:once, in:SUBCORPUS or a column of metadata.csv filter; or CQL: [word="march.*"%c] []{0,3} [type="PER"] within s.

  --list FILE       count each name of a table's first column instead: articles, hits
  --in NAME         in a sub-corpus of .corpus/parts alone, as the filter in:NAME; more than one: in all of them
  --by NAME         count hits, articles and tokens in each part instead: a partition of .corpus/parts, a column of
                    metadata.csv, year, month, language or speaker
  --format FORMAT   kwic (default), csv, tsv, xlsx (a workbook, with --out), jsonl, or count for the total alone
  --out FILE        the file to write, which must not be there; by default standard output
  --variant NAME    csv: excel, excel-semicolon for Excel where a comma parts decimals
  --context N       tokens on each side (default 12)
  --sort KEYS       left1 … left9, right1 … right9, node, date, file or a column, parted by commas
  --sample N        so many lines by chance; --seed N takes others
  --limit N         the first lines alone
  --once            an article that is there several times, exactly or nearly, counts once, as with copies:once
  --match-case      capitals are not small letters (CQL says it with %c)
  --ignore-accents  letters with accents are those without (CQL says it with %d)
  --undecided       what the machine finds alone, as if nobody had decided
  --no-index        analyse every article, though there is an index (see index)
  --language, --date, --header, --names, --encoding, --all, --max-size, --jobs, --quiet: as in annotate
`,
      fr: `  corpus-annotator search [options] REQUÊTE FICHIER… DOSSIER…
  corpus-annotator search [options] --list NOMS.csv FICHIER… DOSSIER…

Cherche des mots et des annotations dans des articles, sous forme de concordance. Ce qui a été décidé dans les fichiers .ann
passe avant ce que trouve la machine. REQUÊTE : des mots à la suite ; * et ? remplacent des lettres ; speaker:"Anne Morel",
entity:Otrane, type:PER, quote:direct, date:2016..2017, file:a*, language:fr, decided:no, layer:theme=energie,
attribute:ton=bas, property:parti=Verts, copies:once, in:SOUS-CORPUS ou une colonne de metadata.csv filtrent ; ou du
CQL : [word="march.*"%c] []{0,3} [type="PER"] within s.

  --list FICHIER    compter plutôt chaque nom de la première colonne d’un tableau : articles, occurrences
  --in NOM          dans un sous-corpus de .corpus/parts seulement, comme le filtre in:NOM ; plusieurs : dans tous à la fois
  --by NOM          compter plutôt les occurrences, articles et mots de chaque partie : une partition de .corpus/parts, une
                    colonne de metadata.csv, year, month, language ou speaker
  --format FORMAT   kwic (par défaut), csv, tsv, xlsx (un classeur, avec --out), jsonl, ou count pour le seul total
  --out FICHIER     le fichier à écrire, qui ne doit pas exister ; par défaut la sortie standard
  --variant NOM     csv : excel, excel-semicolon pour Excel là où une virgule sépare les décimales
  --context N       mots de chaque côté (12 par défaut)
  --sort CLÉS       left1 … left9, right1 … right9, node, date, file ou une colonne, séparés par des virgules
  --sample N        autant de lignes au hasard ; --seed N en prend d’autres
  --limit N         les premières lignes seulement
  --once            un article présent plusieurs fois, à l’identique ou presque, compte une fois, comme avec copies:once
  --match-case      une majuscule n’est pas une minuscule (en CQL : %c)
  --ignore-accents  une lettre accentuée vaut la lettre sans accent (en CQL : %d)
  --undecided       ce que trouve la machine seule, comme si personne n’avait décidé
  --no-index        analyser chaque article, même s’il y a un index (voir index)
  --language, --date, --header, --names, --encoding, --all, --max-size, --jobs, --quiet : comme pour annotate
`,
    },
    index: {
      en: `  corpus-annotator index [options] DIR

Makes the index of a folder, or brings it up to date: what has changed is analysed. search then answers from it, with the same
hits, and analyses only what has changed since. It is kept in your cache folder, nothing is written into DIR.

  --remove          remove the index
  --language, --date, --header, --names, --encoding, --all, --max-size, --jobs, --quiet: as in annotate, and the same as in search
`,
      fr: `  corpus-annotator index [options] DOSSIER

Crée l’index d’un dossier, ou le met à jour : ce qui a changé est analysé. search répond ensuite à partir de lui, avec les mêmes
occurrences, et n’analyse plus que ce qui a changé depuis. Il est gardé dans votre dossier de cache, rien n’est écrit dans DOSSIER.

  --remove          supprimer l’index
  --language, --date, --header, --names, --encoding, --all, --max-size, --jobs, --quiet : comme pour annotate, et les mêmes que pour search
`,
    },
    summary: {
      en: `  corpus-annotator summary [--json | --list] DIR

Says what a folder holds: articles, other texts, articles with annotations beside them.

  --json            the same as one JSON object
  --list            the paths of its articles instead, one a line, as annotate --input paths reads them
`,
      fr: `  corpus-annotator summary [--json | --list] DOSSIER

Dit ce que contient un dossier : articles, autres textes, articles avec des annotations à côté d’eux.

  --json            la même chose en un objet JSON
  --list            plutôt les chemins de ses articles, un par ligne, comme annotate --input paths les lit
`,
    },
    lsp: {
      en: `  corpus-annotator lsp [--stdio]

Is a language server, on standard input and output: for Neovim, Helix, Emacs, Kate and other editors (docs/editors.md).
`,
      fr: `  corpus-annotator lsp [--stdio]

Sert un éditeur (Neovim, Helix, Emacs, Kate et d’autres) par l’entrée et la sortie standard, selon le Language Server Protocol
(docs/fr/editors.md).
`,
    },
    agreement: {
      en: `  corpus-annotator agreement [--format FORMAT] DIR DIR [DIR …]

Compares annotators' folders, article by article: F1 of units (the same, or overlapping), the kappas of Cohen and Fleiss
and Krippendorff's alpha by tokens (with and without those that nobody marked), alpha for unitizing, gamma; by layer,
type, pair and article; and each difference. Texts that differ by an edit are laid beside each other by their words.

  --format FORMAT   markdown (the default), csv, or json with all that there is
  --json            the same as --format json
`,
      fr: `  corpus-annotator agreement [--format FORMAT] DOSSIER DOSSIER [DOSSIER …]

Compare les dossiers d’annotateurs, article par article : F1 des unités (identiques, ou qui se recouvrent), kappa de Cohen par mots
et de Fleiss, alpha de Krippendorff (avec et sans les mots que personne n’a marqués), alpha de délimitation, gamma ; par
couche, type, paire et article ; et chaque différence. Des textes qu’une correction distingue sont rapprochés par les mots.

  --format FORMAT   markdown (par défaut), csv, ou json avec tout ce qu’il y a
  --json            comme --format json
`,
    },
    gold: {
      en: `  corpus-annotator gold --out GOLD DIR DIR [DIR …]

Takes over into a gold folder what all annotators agree on, and says how much is left to decide (in the editor: Adjudicate
Annotators). Nobody’s folder is written to; what is decided in the gold folder stays.

  --out GOLD        the gold folder, new or begun
`,
      fr: `  corpus-annotator gold --out DOSSIER DOSSIER1 DOSSIER2 [DOSSIER …]

Reprend dans un dossier de référence ce dont tous les annotateurs conviennent, et dit combien il reste à trancher (dans
l’éditeur : Arbitrer les annotateurs). Rien n’est écrit dans leurs dossiers ; ce qui est décidé dans celui de référence reste.

  --out DOSSIER     le dossier de référence, nouveau ou commencé
`,
    },
    progress: {
      en: `  corpus-annotator progress [--format FORMAT] [--only STATE] DIR

Lists which articles are finished, set aside and open, by whom and why, and which have changed since.

  --format FORMAT   markdown (the default), csv or json
  --only STATE      open, finished, aside or changed
`,
      fr: `  corpus-annotator progress [--format FORMAT] [--only ÉTAT] DOSSIER

Liste les articles terminés, mis de côté et ouverts, par qui et pourquoi, et ceux qui ont changé depuis.

  --format FORMAT   markdown (par défaut), csv ou json
  --only ÉTAT       open, finished, aside ou changed
`,
    },
    bare: {
      en: `  corpus-annotator bare DIR --out NEW

Copies a folder's articles without any annotation, for another annotator; in the copy's schema suggestions are off.

  --out NEW         the folder to copy into; files that are there are kept
`,
      fr: `  corpus-annotator bare DOSSIER --out NOUVEAU

Copie les articles d’un dossier sans aucune annotation, pour un autre annotateur ; le schéma de la copie coupe les suggestions.

  --out NOUVEAU     le dossier où copier ; les fichiers qui y sont restent
`,
    },
  },
});

/** The same, for code that does not know the reader’s language. */
export const commandMessages = messagesOf(commandLine);
