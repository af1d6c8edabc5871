import { counted } from './counted';
import { messagesOf } from './message';
import { topic, type Words, wordsOf } from './topic';

/** Which files are articles and why, of which day, and what a folder holds. */
export const articles = topic('articles', {
  reason: {
    chosen: { en: 'You chose so', fr: 'Vous l’avez choisi' },
    glob: { en: 'The setting articleFiles names it', fr: 'Le paramètre articleFiles le nomme' },
    excluded: { en: 'The setting excludedFiles names it', fr: 'Le paramètre excludedFiles le nomme' },
    extension: { en: 'It is called .article', fr: 'Il s’appelle .article' },
    header: { en: 'It has a header', fr: 'Il a un en-tête' },
    sidecar: { en: 'It has annotations beside it', fr: 'Il a des annotations à côté de lui' },
    prose: { en: 'It reads like prose', fr: 'Il se lit comme de la prose' },
    binary: { en: 'It is not a text', fr: 'Ce n’est pas un texte' },
    otherLanguage: { en: 'The editor knows it as another language', fr: 'L’éditeur le connaît comme un autre langage' },
    never: {
      en: 'The setting articles takes no file by itself',
      fr: 'Le paramètre articles ne prend aucun fichier de lui-même',
    },
    noHeader: {
      en: 'It has no header, which the setting articles asks for',
      fr: 'Il n’a pas l’en-tête que demande le paramètre articles',
    },
  },
  notProse: {
    empty: { en: 'It is empty', fr: 'Il est vide' },
    annotations: { en: 'It holds annotations', fr: 'Il contient des annotations' },
    changelog: { en: 'It is a list of changes', fr: 'C’est un journal des modifications' },
    code: { en: 'It is code', fr: 'C’est du code' },
    config: { en: 'It is a configuration', fr: 'C’est une configuration' },
    data: { en: 'It holds data', fr: 'Il contient des données' },
    documentation: { en: 'It is documentation of a program', fr: 'C’est la documentation d’un programme' },
    licence: { en: 'It is a licence', fr: 'C’est une licence' },
    list: { en: 'It is a list', fr: 'C’est une liste' },
    log: { en: 'It is a log', fr: 'C’est un journal de programme' },
    mail: { en: 'It is e-mail', fr: 'C’est du courrier électronique' },
    markup: { en: 'It is markup', fr: 'C’est un texte balisé' },
    package: { en: 'It belongs to a program', fr: 'Il fait partie d’un programme' },
    patch: { en: 'It is a patch', fr: 'C’est un correctif' },
    readme: { en: 'It is a read-me file', fr: 'C’est un fichier lisez-moi' },
    subtitles: { en: 'It holds subtitles', fr: 'Il contient des sous-titres' },
    table: { en: 'It is a table', fr: 'C’est un tableau' },
    translations: { en: 'It holds translations of an interface', fr: 'Il contient les traductions d’une interface' },
  },
  otherEncoding: {
    en: (encoding: string) => `Its bytes are not UTF-8; it seems to be in ${encoding}`,
    fr: (encoding: string) => `Ses octets ne sont pas de l’UTF-8 : il semble être en ${encoding}`,
  },
  noFile: {
    en: 'This is not a file on this machine: nothing can be written beside it.',
    fr: 'Ce n’est pas un fichier de cette machine : rien ne peut être écrit à côté.',
  },
  noDate: {
    en: (date: string) => `${date} is not a date: write 2017, 2017-03 or 2017-03-15.`,
    fr: (date: string) => `${date} n’est pas une date : écrivez 2017, 2017-03 ou 2017-03-15.`,
  },
  setDate: { en: 'Set the article’s date…', fr: 'Indiquer la date de l’article…' },
  origin: {
    metadata: { en: (file: string) => `In ${file}`, fr: (file: string) => `Dans ${file}` },
    header: { en: 'In the header', fr: 'Dans l’en-tête' },
    dateline: { en: 'In the dateline', fr: 'Dans la mention de lieu et de date' },
    published: { en: 'In the line that says when it was published', fr: 'Dans la ligne qui dit la date de publication' },
    fileName: { en: 'In the file’s name', fr: 'Dans le nom du fichier' },
  },
  counting: { en: 'Counting articles', fr: 'Décompte des articles' },
  comparing: { en: 'Comparing first lines', fr: 'Comparaison des premières lignes' },
  articles: { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') },
  others: { en: counted.en('other text', 'other texts'), fr: counted.fr('autre texte', 'autres textes') },
  passedOver: {
    en: (articles: number, others: number) =>
      `${counted.en('article', 'articles')(articles)}, ${counted.en('other text', 'other texts')(others)} passed over (--all takes them)`,
    fr: (articles: number, others: number) =>
      `${counted.fr('article', 'articles')(articles)}, ${counted.fr('autre texte laissé', 'autres textes laissés')(others)} de côté (--all les prend)`,
  },
  noArticles: {
    en: (others: number) =>
      `holds no articles${others === 0 ? '' : ` (${counted.en('other text', 'other texts')(others)}; --all takes them)`}`,
    fr: (others: number) =>
      `ne contient pas d’articles${others === 0 ? '' : ` (${counted.fr('autre texte', 'autres textes')(others)} ; --all les prend)`}`,
  },
  linkOutside: {
    en: (target: string) => `is a link to ${target}, outside the folder or around it, and was not followed`,
    fr: (target: string) => `est un lien vers ${target}, hors du dossier ou autour de lui, et n’a pas été suivi`,
  },
  summary: {
    en: (articles: number, others: number, annotated: number) =>
      `${counted.en('article', 'articles')(articles)}, ${counted.en('other text', 'other texts')(others)}, ${annotated} with .ann`,
    fr: (articles: number, others: number, annotated: number) =>
      `${counted.fr('article', 'articles')(articles)}, ${counted.fr('autre texte', 'autres textes')(others)}, ${annotated} avec .ann`,
  },
  noArticlesHint: {
    en: 'no articles: “articles” in the settings, a header pattern or .corpus/articles say which texts are',
    fr: 'pas d’articles : le paramètre « articles », une forme d’en-tête ou .corpus/articles disent quels textes en sont',
  },
});

export type ArticleMessages = Words<typeof articles>;

/** The texts for a language; English where there are none. */
export const articleMessages = (language: string | undefined): ArticleMessages => wordsOf(articles, language);

/** The same as messages, for where the language is not known. */
export const articleTexts = messagesOf(articles);
