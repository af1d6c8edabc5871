import { counted } from './counted';
import { messagesOf } from './message';
import { topic } from './topic';

const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };

/** What the index of a corpus says. */
export const indexing = topic('indexing', {
  owned: {
    en: (pid: number) => `the index is in use by another process (${pid})`,
    fr: (pid: number) => `l’index est utilisé par un autre processus (${pid})`,
  },
  without: {
    en: (reason: string) => `searched without its index: ${reason}`,
    fr: (reason: string) => `cherché sans son index : ${reason}`,
  },
  inUse: {
    en: (folder: string, reason: string) => `${folder}: nothing was indexed: ${reason}`,
    fr: (folder: string, reason: string) => `${folder} : rien n’a été indexé : ${reason}`,
  },
  done: {
    en: (articles: number, anew: number, gone: number, place: string) =>
      `${articlesOf.en(articles)} in the index, ${anew} of them analysed now; ${articlesOf.en(gone)} no longer there; ${place}`,
    fr: (articles: number, anew: number, gone: number, place: string) =>
      `${articlesOf.fr(articles)} dans l’index, dont ${anew} analysés maintenant ; ${articlesOf.fr(gone)} n’y sont plus ; ${place}`,
  },
  damaged: {
    en: 'the index is damaged; it is made anew',
    fr: 'l’index est endommagé ; il est refait',
  },
  unwritable: {
    en: 'its files cannot be written; the disk may be full',
    fr: 'ses fichiers ne peuvent pas être écrits ; le disque est peut-être plein',
  },
  trouble: {
    en: (folder: string, reason: string) =>
      `The index of ${folder} does not go on: ${reason}. Searches go through the texts that it lacks; decisions are not concerned.`,
    fr: (folder: string, reason: string) =>
      `L’index de ${folder} n’avance plus : ${reason}. Les recherches parcourent les textes qui lui manquent ; les décisions ne sont pas touchées.`,
  },
  indexing: { en: 'Indexing articles', fr: 'Indexation des articles' },
  removed: {
    en: (place: string) => `the index is removed: ${place}`,
    fr: (place: string) => `l’index est supprimé : ${place}`,
  },
});

export const indexingMessages = messagesOf(indexing);
