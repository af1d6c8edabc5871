import { messagesOf } from './message';
import { topic } from './topic';

/** What is said of learning from decisions. */
export const learning = topic('learning', {
  onePath: {
    en: 'name one folder of annotated articles, or one file of JSON Lines',
    fr: 'nommez un dossier d’articles annotés, ou un fichier JSON Lines',
  },
  needsLanguage: {
    en: 'name the language of the articles with --language: fr or en',
    fr: 'nommez la langue des articles avec --language : fr ou en',
  },
  noModel: {
    en: (language: string) => `there is no model for ${language}: nothing can be learnt`,
    fr: (language: string) => `il n’y a pas de modèle pour ${language} : rien ne peut être appris`,
  },
  badOrders: {
    en: (value: string) => `--orders ${value}: write a number from 1 to 100`,
    fr: (value: string) => `--orders ${value} : écrivez un nombre de 1 à 100`,
  },
  badLine: {
    en: 'there should be an object with “text” and “entities”, each of these with start, end and type',
    fr: 'il faudrait un objet avec « text » et « entities », chacune avec start, end et type',
  },
  nothingAnnotated: {
    en: 'no annotated article was found',
    fr: 'aucun article annoté n’a été trouvé',
  },
  arms: {
    shipped: { en: 'no learning', fr: 'sans apprentissage' },
    dictionary: { en: 'dictionary, from the next article on', fr: 'dictionnaire, dès l’article suivant' },
    dictionaryAtOnce: { en: 'dictionary, at once', fr: 'dictionnaire, aussitôt' },
    learner: { en: 'learner, from the next article on', fr: 'apprentissage, dès l’article suivant' },
    learnerAtOnce: { en: 'learner, at once', fr: 'apprentissage, aussitôt' },
  },
  head: {
    en: (articles: number, names: number, orders: number) =>
      `${articles} articles, ${names} names, mean of ${orders} orders; corrections:`,
    fr: (articles: number, names: number, orders: number) =>
      `${articles} articles, ${names} noms, moyenne de ${orders} ordres ; corrections :`,
  },
  columns: {
    en: '| | first half | second half | add | remove | retype | re-bound | second half against no learning |',
    fr: '| | 1re moitié | 2de moitié | ajouts | retraits | types | bornes | 2de moitié par rapport à sans |',
  },
  time: {
    en: (median: string, most: string) => `Learning anew after an article: ${median} ms in the middle, ${most} ms at most.`,
    fr: (median: string, most: string) => `Réapprendre après un article : ${median} ms au milieu, ${most} ms au plus.`,
  },
  sure: {
    en: (shares: string) => `Confidence and how often it was right (learner at once, second half): ${shares}`,
    fr: (shares: string) => `Confiance et part de justes (apprentissage aussitôt, 2de moitié) : ${shares}`,
  },
  ownType: {
    en: (type: string, f1: string, precision: string, recall: string) =>
      `${type} in the second half: F1 ${f1}, precision ${precision}, recall ${recall}`,
    fr: (type: string, f1: string, precision: string, recall: string) =>
      `${type} dans la 2de moitié : F1 ${f1}, précision ${precision}, rappel ${recall}`,
  },
  noFolder: {
    en: 'nothing is kept where no folder is open',
    fr: 'rien n’est gardé quand aucun dossier n’est ouvert',
  },
  /** Why something is suggested: what was decided of the same words. */
  because: {
    type: {
      en: (form: string, type: string, articles: number) =>
        `suggested because “${form}” was decided to be ${type} in ${articles} ${articles === 1 ? 'article' : 'articles'}`,
      fr: (form: string, type: string, articles: number) =>
        `proposé parce qu’on a décidé dans ${articles} ${articles === 1 ? 'article' : 'articles'} que « ${form} » est de type ${type}`,
    },
    also: {
      en: (type: string, articles: number) => `${type} in ${articles}`,
      fr: (type: string, articles: number) => `${type} dans ${articles}`,
    },
    noName: { en: 'no name', fr: 'pas un nom' },
    alike: {
      en: 'suggested because of decisions on names like it',
      fr: 'proposé d’après des décisions sur des noms semblables',
    },
  },
  usage: {
    en: `  corpus-annotator simulate --language LANGUAGE [options] DIR | FILE.jsonl

Goes through annotated articles in random orders as an annotator would who makes each right before the next one, and counts
the corrections of names (add, remove, retype, re-bound) with and without learning from them.

  --language LANGUAGE   fr or en
  --orders N            so many random orders; default 5
  --model FILE          analyses with that model: one that was not trained on these very articles
  --own TYPE            a type that the detection does not know: told apart at the end
  --unfinished          nobody says that an article is finished: what is not annotated in it teaches nothing
  --format FORMAT       markdown or json
`,
    fr: `  corpus-annotator simulate --language LANGUE [options] DOSSIER | FICHIER.jsonl

Parcourt des articles annotés dans des ordres tirés au sort, comme un annotateur qui rend chacun juste avant le suivant, et
compte les corrections des noms (ajout, retrait, type, bornes) avec et sans apprentissage.

  --language LANGUE     fr ou en
  --orders N            autant d’ordres tirés au sort ; 5 par défaut
  --model FICHIER       analyse avec ce modèle : un qui n’a pas été entraîné sur ces articles mêmes
  --own TYPE            un type que la détection ne connaît pas : donné à part à la fin
  --unfinished          personne ne dit qu’un article est fini : ce qui n’y est pas annoté n’apprend rien
  --format FORMAT       markdown ou json
`,
  },
});

export const learningMessages = messagesOf(learning);
