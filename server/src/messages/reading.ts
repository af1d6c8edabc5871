import { counted } from './counted';
import { topic, type Words, wordsOf } from './topic';

/** `de` before a name, as French draws the two together; marks of Markdown may stand around the name. */
function ofName(name: string): string {
  const [marks = ''] = /^\**/.exec(name) ?? [];
  const bare = name.slice(marks.length);
  const [article = ''] = /^les? (?=\p{Ll})/u.exec(bare) ?? [];
  if (article !== '') return `${article === 'le ' ? 'du' : 'des'} ${marks}${bare.slice(article.length)}`;
  return /^[aeiouyàâäéèêëîïôöùûüœæh]/iu.test(bare) ? `d’${name}` : `de ${name}`;
}

/** What the server says of a text that is read: hovers, outline, views, hints and problems. */
export const reading = topic('reading', {
  /** A label and what it tells, with the language's own spacing: `Cue: said`. */
  labelled: {
    en: (label: string, value: string) => `${label}: ${value}`,
    fr: (label: string, value: string) => `${label} : ${value}`,
  },
  entityType: {
    PER: { en: 'person', fr: 'personne' },
    ORG: { en: 'organisation', fr: 'organisation' },
    LOC: { en: 'place', fr: 'lieu' },
    MISC: { en: 'work, event or product', fr: 'œuvre, événement ou produit' },
  },
  block: {
    header: { en: 'Header', fr: 'En-tête' },
    title: { en: 'Title', fr: 'Titre' },
    byline: { en: 'Byline', fr: 'Signature et date' },
    lead: { en: 'Lead', fr: 'Chapeau' },
    paragraph: { en: 'Paragraph', fr: 'Paragraphe' },
    caption: { en: 'Caption', fr: 'Légende' },
    teaser: { en: 'Teaser', fr: 'Renvoi' },
    heading: { en: 'Section', fr: 'Intertitre' },
  },
  quoteKind: {
    direct: { en: 'direct speech', fr: 'discours direct' },
    mixed: { en: 'partly verbatim speech', fr: 'discours en partie rapporté mot à mot' },
    indirect: { en: 'indirect speech', fr: 'discours indirect' },
    scare: { en: 'words in marks, not speech', fr: 'mots entre guillemets, pas une citation' },
    title: { en: 'title, not speech', fr: 'titre, pas une citation' },
  },
  timexType: {
    DATE: { en: 'date', fr: 'date' },
    TIME: { en: 'time of day', fr: 'heure' },
    DURATION: { en: 'duration', fr: 'durée' },
    SET: { en: 'recurring time', fr: 'date récurrente' },
  },
  alsoCalled: { en: 'Also called', fr: 'Autres noms' },
  findName: { en: 'Find all references', fr: 'Toutes les références' },
  mergeName: { en: 'Merge…', fr: 'Fusionner…' },
  splitName: { en: 'Split…', fr: 'Séparer…' },
  /** Of a name in all articles of the folder; `first`: the day, month or year of the earliest, in words. */
  inAllArticles: {
    en: (name: string, mentions: number, articles: number) =>
      `${name} in all articles: ${counted.en('mention', 'mentions')(mentions)} in ${counted.en('article', 'articles')(articles)}`,
    fr: (name: string, mentions: number, articles: number) =>
      `${name} dans tous les articles : ${counted.fr('mention', 'mentions')(mentions)} dans ${counted.fr('article', 'articles')(articles)}`,
  },
  quotedInAll: {
    en: (quotes: number, articles: number) =>
      `${counted.en('quote', 'quotes')(quotes)} in ${counted.en('article', 'articles')(articles)}`,
    fr: (quotes: number, articles: number) =>
      `${counted.fr('citation', 'citations')(quotes)} dans ${counted.fr('article', 'articles')(articles)}`,
  },
  firstInAll: { en: (first: string) => `first in ${first}`, fr: (first: string) => `d’abord en ${first}` },
  mentions: { en: counted.en('mention here', 'mentions here'), fr: counted.fr('mention ici', 'mentions ici') },
  /** Places that mean an entity without naming it. */
  otherWords: {
    en: (places: number) => `${places} in other words`,
    fr: (places: number) => `${places} en d’autres mots`,
  },
  showAll: { en: 'Show all', fr: 'Tout afficher' },
  quotesBy: { en: counted.en('quote', 'quotes'), fr: counted.fr('citation', 'citations') },
  datesNearby: { en: 'Dates in the same sentences', fr: 'Dates dans les mêmes phrases' },
  country: { en: 'Country', fr: 'Pays' },
  /** What an entity is that is a country as a whole. */
  countryType: { en: 'country', fr: 'pays' },
  /** The letter of the western half of the world. */
  west: { en: 'W', fr: 'O' },
  coordinates: { en: 'Coordinates', fr: 'Coordonnées' },
  population: { en: 'Population', fr: 'Population' },
  identifier: { en: 'Identifier', fr: 'Identifiant' },
  lookUp: { en: 'Look up', fr: 'Chercher dans' },
  wikipedia: { en: 'Wikipedia', fr: 'Wikipédia' },
  /** What words that are no name stand for; `known` is what is known of it, a clause each: role, number of quotations. */
  standsFor: {
    en: (words: string, name: string, known: readonly string[]) => `“${words}” is ${[name, ...known].join(', ')}`,
    fr: (words: string, name: string, known: readonly string[]) => `« ${words} » désigne ${[name, ...known].join(', ')}`,
  },
  partOf: { en: (name: string) => `Part of ${name}`, fr: (name: string) => `Partie de ${name}` },
  speaks: { en: 'Named here as', fr: 'Désigné ici par' },
  uncertain: { en: (percent: string) => `uncertain, ${percent}`, fr: (percent: string) => `incertain, ${percent}` },
  sameTime: { en: 'Same time', fr: 'Même moment' },
  noValue: {
    en: 'It has no value yet: V sets one in the review mode.',
    fr: 'Elle n’a pas encore de valeur : V la fixe en mode révision.',
  },
  unresolved: { en: 'No specific day given', fr: 'Pas de jour précis' },
  says: { en: (speaker: string) => `Said by ${speaker}`, fr: (speaker: string) => `Dit par ${speaker}` },
  inQuotation: {
    en: (speaker: string) => `In the words of ${speaker}`,
    fr: (speaker: string) => `Dans les propos ${ofName(speaker)}`,
  },
  speakerUnknown: { en: 'Speaker not found', fr: 'Locuteur non trouvé' },
  why: { en: 'Why', fr: 'Pourquoi' },
  speakerReason: {
    spoke: { en: 'spoke last', fr: 'a parlé en dernier' },
    acted: { en: 'last to speak or act', fr: 'dernière personne qui parle ou agit' },
    subject: { en: 'subject of the sentence before', fr: 'sujet de la phrase précédente' },
    near: { en: 'named nearby', fr: 'nom cité tout près' },
    often: { en: 'named often in the article', fr: 'nom souvent cité dans l’article' },
    later: { en: 'named right after', fr: 'nom donné juste après' },
    gender: { en: 'gender agrees', fr: 'le genre s’accorde' },
    role: { en: 'has this role', fr: 'porte ce titre' },
    only: { en: 'the only one who can be meant', fr: 'seul nom possible' },
  },
  cue: { en: 'Cue', fr: 'Introduit par' },
  copyQuote: { en: 'Copy with source', fr: 'Copier avec la source' },
  speakerWords: { en: 'Words against all others', fr: 'Mots comparés à tous les autres' },
  confidence: { en: 'Confidence', fr: 'Confiance' },
  start: { en: 'Start', fr: 'Début' },
  end: { en: 'End', fr: 'Fin' },
  otherQuotes: { en: 'By the same speaker', fr: 'Du même locuteur' },
  quotesHere: { en: counted.en('quote here', 'quotes here'), fr: counted.fr('citation ici', 'citations ici') },
  nested: { en: 'Quoted inside another quote', fr: 'Citée dans une autre citation' },
  problem: {
    unclosed: { en: 'The opening mark is never closed', fr: 'Le guillemet ouvrant n’est jamais refermé' },
    unopened: { en: 'The closing mark was never opened', fr: 'Le guillemet fermant n’a pas été ouvert' },
  },
  counts: {
    persons: { en: counted.en('person', 'people'), fr: counted.fr('personne', 'personnes') },
    quotes: { en: counted.en('quote', 'quotes'), fr: counted.fr('citation', 'citations') },
    dates: { en: counted.en('date', 'dates'), fr: counted.fr('date', 'dates') },
  },
  lensSpeaker: {
    en: (name: string, count: number) => `${name}: ${counted.en('quote', 'quotes')(count)}`,
    fr: (name: string, count: number) => `${name} : ${counted.fr('citation', 'citations')(count)}`,
  },
  unclosedMark: {
    en: (mark: string) => `This mark ${mark} is never closed.`,
    fr: (mark: string) => `Ce guillemet ${mark} n’est jamais refermé.`,
  },
  unopenedMark: {
    en: (mark: string) => `This mark ${mark} was never opened.`,
    fr: (mark: string) => `Ce guillemet ${mark} n’a pas été ouvert.`,
  },
  addMark: {
    en: (mark: string) => `Add the missing mark ${mark}`,
    fr: (mark: string) => `Ajouter le guillemet manquant ${mark}`,
  },
  speechWithoutSpeaker: { en: 'No speaker was found for this quote.', fr: 'Aucun locuteur trouvé pour cette citation.' },
  tooLarge: {
    en: (size: string, limit: string) =>
      `This file is ${size} KB long, above the limit of ${limit} KB: it is not analysed. The setting corpusAnnotator.maxFileSize raises the limit.`,
    fr: (size: string, limit: string) =>
      `Ce fichier fait ${size} Ko, plus que la limite de ${limit} Ko : il n’est pas analysé. Le réglage corpusAnnotator.maxFileSize relève la limite.`,
  },
  /** Client and server of two versions, as while an update is half installed. */
  otherProtocol: {
    en: (client: number, server: number) =>
      `The editor’s part speaks version ${client} of the protocol, the server ${server}: reload the window.`,
    fr: (client: number, server: number) =>
      `La partie de l’éditeur parle la version ${client} du protocole, le serveur la version ${server} : rechargez la fenêtre.`,
  },
  gazetteer: {
    missingName: { en: 'The first column must hold a name.', fr: 'La première colonne doit contenir un nom.' },
    unknownType: {
      en: (type: string) => `Unknown type “${type}”: use PER, ORG, LOC or MISC.`,
      fr: (type: string) => `Type inconnu « ${type} » : PER, ORG, LOC ou MISC.`,
    },
    missingType: {
      en: 'The second column must hold a type: PER, ORG, LOC or MISC.',
      fr: 'La deuxième colonne doit contenir un type : PER, ORG, LOC ou MISC.',
    },
    noTabs: {
      en: 'Columns are separated by tabs; this line has none. The second must hold a type: PER, ORG, LOC or MISC.',
      fr: 'Les colonnes sont séparées par des tabulations ; cette ligne n’en a pas. La deuxième doit contenir un type : PER, ORG, LOC ou MISC.',
    },
    tooManyColumns: {
      en: (count: number, most: number) =>
        `${count} columns; there are ${most} at most: name, type, aliases, identifier, note, and those that the first line names besides.`,
      fr: (count: number, most: number) =>
        `${count} colonnes ; il y en a ${most} au plus : nom, type, alias, identifiant, note, et celles que la première ligne nomme en plus.`,
    },
    duplicate: {
      en: (name: string, line: number) => `“${name}” is already in line ${line} with this type.`,
      fr: (name: string, line: number) => `« ${name} » figure déjà à la ligne ${line} avec ce type.`,
    },
    taken: {
      en: (name: string, line: number) => `“${name}” is already a name in line ${line}, which wins: it never leads to this one.`,
      fr: (name: string, line: number) =>
        `« ${name} » est déjà un nom de la ligne ${line}, qui l’emporte : il ne mène jamais à celle-ci.`,
    },
  },
});

/** What the server says of a text, in one language. */
export type Messages = Words<typeof reading>;

/** What the server says of a text, for an interface language (BCP 47); English where there is none. */
export const messagesFor = (language: string | undefined): Messages => wordsOf(reading, language);
