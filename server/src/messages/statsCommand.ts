import { messagesOf } from './message';
import { topic } from './topic';

/** What the command `stats` says of its call and of the lists that it reads. */
export const statsCommand = topic('statsCommand', {
  noKind: {
    en: (kinds: string) => `name what to count (${kinds}), and the files or folders to count it in`,
    fr: (kinds: string) => `nommez ce qu’il faut compter (${kinds}), et les fichiers ou dossiers où le compter`,
  },
  noPaths: {
    en: 'name the files or folders to count in',
    fr: 'nommez les fichiers ou dossiers où compter',
  },
  needsQuery: {
    en: (kind: string) => `${kind}: name what to look for with --query, or somebody with --speaker`,
    fr: (kind: string) => `${kind} : nommez ce qu’il faut chercher avec --query, ou quelqu’un avec --speaker`,
  },
  needsPart: {
    en: 'keywords: name the partition with --by and the part with --part, or an outside list with --reference',
    fr: 'keywords : nommez la partition avec --by et la partie avec --part, ou une liste extérieure avec --reference',
  },
  seriesBy: {
    en: (by: string) => `series --by ${by}: write month or year`,
    fr: (by: string) => `series --by ${by} : écrivez month ou year`,
  },
  badTop: {
    en: (value: string, most: number) => `--top ${value}: write how many names are drawn, from 2 to ${most}`,
    fr: (value: string, most: number) => `--top ${value} : écrivez combien de noms sont dessinés, de 2 à ${most}`,
  },
  networkOnly: {
    en: '--unit, --top and --type are of network alone',
    fr: '--unit, --top et --type ne valent que pour network',
  },
  badWindow: {
    en: (value: string) => `--window ${value}: write words to the left and to the right, 5:5, at most 100`,
    fr: (value: string) => `--window ${value} : écrivez les mots à gauche et à droite, 5:5, 100 au plus`,
  },
  badLength: {
    en: (value: string) => `--length ${value}: write the words of an n-gram, 3 or 2-4, from 1 to 10`,
    fr: (value: string) => `--length ${value} : écrivez les mots d’un segment, 3 ou 2-4, de 1 à 10`,
  },
  needsFile: {
    en: (format: string) => `--format ${format} writes a file: name it with --out`,
    fr: (format: string) => `--format ${format} écrit un fichier : nommez-le avec --out`,
  },
  badLine: {
    en: (file: string, line: number) => `${file}:${line}: there should be a word and a number`,
    fr: (file: string, line: number) => `${file}:${line} : il faudrait un mot et un nombre`,
  },
  badLemma: {
    en: (file: string, line: number) => `${file}:${line}: there should be a form, a tab and its lemma, or: lemma -> form, form`,
    fr: (file: string, line: number) =>
      `${file}:${line} : il faudrait une forme, une tabulation et son lemme, ou : lemme -> forme, forme`,
  },
  emptyList: {
    en: (file: string) => `${file}: the list has no entry`,
    fr: (file: string) => `${file} : la liste n’a aucune entrée`,
  },
  usage: {
    en: `  corpus-annotator stats [options] KIND FILE… DIR…

Counts a corpus, as a table. KIND: words, ngrams, collocates, keywords, dispersion, entities, speakers, cues, quotes (by kind)
or series (over time); or a picture with its table: network (who is named next to whom), map (places), barcode (where in the
corpus), timeline (dates in their order), progress (of the review), dashboard (the corpus at a glance). What people decided in .ann files comes before what the machine finds.

  --query QUERY     collocates, dispersion, series, barcode: what to look for, as in search; may be given several times
  --speaker NAME    collocates: words near this name; with --inside, words within the speaker's quotations
  --window L:R      collocates: words to the left and right (default 5:5), within the sentence unless --cross-sentences
  --length N-M      ngrams: words in one (default 2-4)
  --by COLUMN       a partition: year, month, language, speaker or a column of metadata.csv
  --part NAME       keywords: the part, against all others, or against --against NAME
  --reference FILE  keywords: against an outside list of words with their counts (CSV)
  --group COLUMN    entities, speakers: by gender or a column of the gazetteer (see --names)
  --unit UNIT       network: together in a sentence (default), paragraph or article; --top N: so many names; --type PER
  --within QUERY    a sub-corpus: filters of articles, or what must be found in an article
  --min N           what occurs N times or more; --limit N: so many rows (default 1000); --sort COLUMN
  --stop FILE       words that make no row; --lemmas FILE: forms with their lemmas
  --match-case, --ignore-accents, --marks (count punctuation too), --once (the same article twice counts once)
  --format FORMAT   table (default), csv, tsv, json, jsonl, xlsx or parquet (with --out), or svg for a picture; --bare: without
                    the settings above the table
  --out FILE        write into this new file in place of standard output
  --variant NAME    csv: excel, excel-semicolon for Excel where a comma parts decimals
  --undecided, --no-index: as in search
  --language, --date, --header, --names, --encoding, --all, --max-size, --jobs, --quiet: as in annotate
`,
    fr: `  corpus-annotator stats [options] QUOI FICHIER… DOSSIER…

Compte un corpus, sous forme de tableau. QUOI : words (lexique), ngrams (segments répétés), collocates (cooccurrents), keywords
(spécificités), dispersion (répartition), entities, speakers (locuteurs), cues (verbes introducteurs), quotes (citations par
type) ou series (au fil du temps) ; ou une image avec son tableau : network (qui est nommé avec qui), map (lieux), barcode (où
dans le corpus), timeline (dates dans leur ordre), progress (avancement de la révision), dashboard (le corpus d’un coup d’œil). Ce qui a été décidé dans les fichiers .ann passe avant ce que trouve la machine.

  --query REQUÊTE   collocates, dispersion, series : ce qu’il faut chercher, comme pour search ; plusieurs fois si l’on veut
  --speaker NOM     collocates : les mots proches de ce nom ; avec --inside, les mots de ses citations
  --window G:D      collocates : mots à gauche et à droite (5:5 par défaut), dans la phrase sauf --cross-sentences
  --length N-M      ngrams : mots d’un segment (2-4 par défaut)
  --by COLONNE      une partition : year, month, language, speaker ou une colonne de metadata.csv
  --part NOM        keywords : la partie, comparée à toutes les autres, ou à --against NOM
  --reference FICHIER  keywords : comparée à une liste extérieure de mots avec leurs fréquences (CSV)
  --group COLONNE   entities, speakers : par genre (gender) ou par une colonne du répertoire de noms (voir --names)
  --unit UNITÉ      network : ensemble dans une phrase (sentence, par défaut), paragraph, article ; --top N : N noms ; --type PER
  --within REQUÊTE  un sous-corpus : des filtres d’articles, ou ce qu’il faut trouver dans un article
  --min N           ce qui apparaît au moins N fois ; --limit N : autant de lignes (1000 par défaut) ; --sort COLONNE
  --stop FICHIER    mots qui n’ont pas de ligne ; --lemmas FICHIER : des formes avec leurs lemmes
  --match-case, --ignore-accents, --marks (compter aussi les signes), --once (le même article deux fois compte une fois)
  --format FORMAT   table (par défaut), csv, tsv, json, jsonl, xlsx ou parquet (avec --out), ou svg pour une image ; --bare : sans
                    les réglages au-dessus du tableau
  --out FICHIER     écrire dans ce nouveau fichier plutôt que sur la sortie standard
  --variant NOM     csv : excel, excel-semicolon pour Excel là où une virgule sépare les décimales
  --undecided, --no-index : comme pour search
  --language, --date, --header, --names, --encoding, --all, --max-size, --jobs, --quiet : comme pour annotate
`,
  },
});

export const statsCommandMessages = messagesOf(statsCommand);
