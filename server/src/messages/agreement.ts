import { counted } from './counted';
import { topic, wordsOf } from './topic';

const annotatorsOf = { en: counted.en('annotator', 'annotators'), fr: counted.fr('annotateur', 'annotateurs') };
const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };
const tokensOf = { en: counted.en('token', 'tokens'), fr: counted.fr('mot', 'mots') };
const differencesOf = { en: counted.en('difference', 'differences'), fr: counted.fr('différence', 'différences') };

/** The report of how far annotators agree. */
const agreement = topic('agreement', {
  title: { en: 'Agreement', fr: 'Accord' },
  summary: {
    en: (annotators: number, articles: number, tokens: number, differences: number) =>
      `${annotatorsOf.en(annotators)}, ${articlesOf.en(articles)}, ${tokensOf.en(tokens)}, ${differencesOf.en(differences)}`,
    fr: (annotators: number, articles: number, tokens: number, differences: number) =>
      `${annotatorsOf.fr(annotators)}, ${articlesOf.fr(articles)}, ${tokensOf.fr(tokens)}, ${differencesOf.fr(differences)}`,
  },
  nothingDecided: {
    en: 'Nobody has decided on anything in the articles that are compared: what a machine proposes is no annotator’s.',
    fr: 'Personne n’a rien décidé dans les articles comparés : ce qu’une machine propose n’est d’aucun annotateur.',
  },
  byType: { en: 'By layer and type', fr: 'Par couche et type' },
  byPair: { en: 'By pair', fr: 'Par paire' },
  byArticle: { en: 'By article', fr: 'Par article' },
  differences: { en: 'Differences', fr: 'Différences' },
  notCompared: { en: 'Not compared', fr: 'Non comparé' },
  remarks: { en: 'To be known', fr: 'À savoir' },
  layer: { en: 'Layer', fr: 'Couche' },
  type: { en: 'Type', fr: 'Type' },
  article: { en: 'Article', fr: 'Article' },
  pair: { en: 'Annotators', fr: 'Annotateurs' },
  aspects: {
    value: { en: 'value', fr: 'valeur' },
    cue: { en: 'cue', fr: 'introducteur' },
    speaker: { en: 'speaker', fr: 'locuteur' },
  },
  relation: { en: 'Relations', fr: 'Relations' },
  /** What people differ in on some words. */
  kinds: {
    type: { en: 'type', fr: 'type' },
    boundary: { en: 'boundary', fr: 'borne' },
    missing: { en: 'missing', fr: 'absente' },
    value: { en: 'value', fr: 'valeur' },
    cue: { en: 'cue', fr: 'introducteur' },
    speaker: { en: 'speaker', fr: 'locuteur' },
    attribute: { en: 'attribute', fr: 'attribut' },
  },
  gammaNotExact: {
    en: 'γ marked with ≥ is a little higher: not every window of the text could be searched to the end.',
    fr: 'Un γ marqué de ≥ est un peu plus haut : toutes les fenêtres du texte n’ont pu être explorées jusqu’au bout.',
  },
  gammaTooMuch: {
    en: '* γ is left out: it aligns every annotator’s units with every other’s, and with so many it would take hours. Compare fewer annotators or articles for it.',
    fr: '* γ est laissé de côté : il aligne les unités de chaque annotateur avec celles de tous les autres et, avec autant, prendrait des heures. Comparez moins d’annotateurs ou d’articles pour l’avoir.',
  },
  gammaPrecision: {
    en: (percent: string) =>
      `The disorder that γ expects by chance is sampled (seed 1); its 95 % interval is at most ± ${percent} %.`,
    fr: (percent: string) =>
      `Le désordre que γ attend du hasard est échantillonné (graine 1) ; son intervalle à 95 % est au plus de ± ${percent} %.`,
  },
  legend: {
    en: [
      'F1: units that are the same to the character and in type (≈: that overlap, each with one), mean of all pairs.',
      'κ: Cohen’s, mean of all pairs; κ F: Fleiss’; α: Krippendorff’s, nominal; each over words and marks, and behind the stroke without those that nobody marked. Of the value of dates: over the dates that several marked alike.',
      'α u: Krippendorff’s for unitizing (2004). γ: Mathet, Widlöcher and Métivier (2015). –: nothing to agree on, or no room for chance.',
    ].join('\n\n'),
    fr: [
      'F1 : unités identiques au caractère près et de même type (≈ : qui se recouvrent, chacune avec une seule), moyenne des paires.',
      'κ : de Cohen, moyenne des paires ; κ F : de Fleiss ; α : de Krippendorff, nominal ; chacun sur les mots et les signes, et après la barre sans ceux que personne n’a marqués. Pour la valeur des dates : sur les dates que plusieurs ont marquées de même.',
      'α u : de Krippendorff, pour la délimitation (2004). γ : de Mathet, Widlöcher et Métivier (2015). – : rien sur quoi s’accorder, ou pas de place pour le hasard.',
    ].join('\n\n'),
  },
  pairsInCsv: {
    en: (count: number) => `${count} pairs: they are in the CSV file.`,
    fr: (count: number) => `${count} paires : elles sont dans le fichier CSV.`,
  },
  differencesLeft: {
    en: (count: number) => `and ${count} more`,
    fr: (count: number) => `et ${count} autres`,
  },
});

/** The words of the report in a language of the interface. */
export const agreementWords = (language: string | undefined) => wordsOf(agreement, language);
