import { counted } from './counted';
import { messagesOf } from './message';
import { topic } from './topic';

const textsOf = { en: counted.en('text', 'texts'), fr: counted.fr('texte', 'textes') };
const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };

/** What the command `export` says, which hands a corpus on to other programs. */
export const handOn = topic('handOn', {
  noProgram: {
    en: (programs: string) => `export: name the program with --to: ${programs}`,
    fr: (programs: string) => `export : nommez le programme avec --to : ${programs}`,
  },
  noUnit: {
    en: (unit: string, units: string) => `--unit ${unit}: there are ${units}`,
    fr: (unit: string, units: string) => `--unit ${unit} : il y a ${units}`,
  },
  noOut: { en: 'export: name a folder with --out', fr: 'export : nommez un dossier avec --out' },
  noPaths: { en: 'name the files or folders to export', fr: 'nommez les fichiers ou dossiers à exporter' },
  notEmpty: {
    en: (folder: string) => `${folder} is not empty: name a new folder, so that nothing is written over`,
    fr: (folder: string) => `${folder} n’est pas vide : nommez un nouveau dossier, pour que rien ne soit écrasé`,
  },
  done: {
    en: (texts: number, articles: number, folder: string) => `${textsOf.en(texts)} of ${articlesOf.en(articles)} in ${folder}`,
    fr: (texts: number, articles: number, folder: string) => `${textsOf.fr(texts)} de ${articlesOf.fr(articles)} dans ${folder}`,
  },
  cut: {
    en: (texts: number) => `${textsOf.en(texts)} cut: a cell of Excel holds 32,767 characters; csv, jsonl and parquet hold all`,
    fr: (texts: number) =>
      `${textsOf.fr(texts)} sans leur fin : une cellule d’Excel tient 32 767 caractères ; csv, jsonl et parquet tiennent tout`,
  },
  again: {
    en: (folder: string) => `${folder} held an export that was ended in the middle: it was begun again, with what the index has`,
    fr: (folder: string) => `${folder} contenait un export interrompu : il a été recommencé, avec ce que la base (index) a déjà`,
  },
  usage: {
    en: `  corpus-annotator export --to PROGRAM --out NEW [options] FILE… DIR…

Hands a corpus on to other programs, each quotation as a text of its own with its speaker, kind, cue and all that is known of
its article. What people decided in .ann files comes before what the machine finds.

  --to PROGRAM      iramuteq (one .txt with starred variables), txm (.txt files and metadata.csv), readtext (one CSV for
                    readtext and quanteda in R, pandas, a spreadsheet), cqp (a vertical text for CWB and CQPweb), jsonl, xlsx,
                    parquet (the same columns as readtext)
  --unit UNIT       quotes (default) or articles, whole
  --out NEW         the folder to write into: new or empty
  --once, --undecided, --no-index: as in stats
  --language, --date, --header, --names, --encoding, --all, --max-size, --jobs, --quiet: as in annotate
`,
    fr: `  corpus-annotator export --to PROGRAMME --out NOUVEAU [options] FICHIER… DOSSIER…

Transmet un corpus à d’autres programmes, chaque citation comme un texte à part avec son locuteur, son type, son introducteur
et tout ce qui est connu de son article. Ce qui a été décidé dans les fichiers .ann passe avant ce que trouve la machine.

  --to PROGRAMME    iramuteq (un .txt à variables étoilées), txm (des .txt et metadata.csv), readtext (un CSV pour readtext
                    et quanteda dans R, pandas, un tableur), cqp (un texte vertical pour CWB et CQPweb), jsonl, xlsx, parquet
                    (mêmes colonnes que readtext)
  --unit UNITÉ      quotes (citations, par défaut) ou articles, entiers
  --out NOUVEAU     le dossier où écrire : nouveau ou vide
  --once, --undecided, --no-index : comme pour stats
  --language, --date, --header, --names, --encoding, --all, --max-size, --jobs, --quiet : comme pour annotate
`,
  },
});

export const handOnMessages = messagesOf(handOn);
