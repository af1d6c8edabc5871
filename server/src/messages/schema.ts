import { messagesOf } from './message';
import { topic } from './topic';

/** What is wrong in a schema file, and the layers that are built in. */
export const schema = topic('schema', {
  notJson: { en: (why: string) => `Not valid JSON: ${why}.`, fr: (why: string) => `Ce n’est pas du JSON : ${why}.` },
  object: { en: 'A schema is a JSON object with "layers".', fr: 'Un schéma est un objet JSON avec « layers ».' },
  mustBeObject: { en: (what: string) => `"${what}" must be an object.`, fr: (what: string) => `« ${what} » doit être un objet.` },
  badName: {
    en: (name: string) => `"${name}": a name has letters, digits, "_", "-" and "." alone, for brat's files take no others.`,
    fr: (name: string) =>
      `« ${name} » : un nom n’a que des lettres, des chiffres, « _ », « - » et « . », car les fichiers de brat n’en admettent pas d’autres.`,
  },
  mustBeText: { en: (name: string) => `"${name}" must be a text.`, fr: (name: string) => `« ${name} » doit être un texte.` },
  mustBeFlag: {
    en: (name: string) => `"${name}" must be true or false.`,
    fr: (name: string) => `« ${name} » doit être true ou false.`,
  },
  mustBeTexts: {
    en: (name: string) => `"${name}" must be a list of texts.`,
    fr: (name: string) => `« ${name} » doit être une liste de textes.`,
  },
  unknown: {
    en: (name: string, known: string) => `"${name}" means nothing here; known are ${known}.`,
    fr: (name: string, known: string) => `« ${name} » ne signifie rien ici ; sont connus ${known}.`,
  },
  layerObject: {
    en: (id: string) => `The layer "${id}" must be an object.`,
    fr: (id: string) => `La couche « ${id} » doit être un objet.`,
  },
  layerNoTypes: {
    en: (id: string) => `The layer "${id}" has no types.`,
    fr: (id: string) => `La couche « ${id} » n’a pas de types.`,
  },
  typeObject: {
    en: (id: string) => `The type "${id}" must be an object.`,
    fr: (id: string) => `Le type « ${id} » doit être un objet.`,
  },
  badKey: { en: 'A key is one letter or digit.', fr: 'Une touche est une lettre ou un chiffre.' },
  badColour: {
    en: 'A colour is #rrggbb, or the name of a colour of the theme.',
    fr: 'Une couleur est #rrggbb, ou le nom d’une couleur du thème.',
  },
  attributeObject: {
    en: (id: string) => `The attribute "${id}" must be an object.`,
    fr: (id: string) => `L’attribut « ${id} » doit être un objet.`,
  },
  badKind: { en: 'The kind of an attribute is text, choice or flag.', fr: 'Le genre d’un attribut est text, choice ou flag.' },
  labelObject: {
    en: (id: string) => `The label "${id}" must be an object.`,
    fr: (id: string) => `L’étiquette « ${id} » doit être un objet.`,
  },
  /** Labels of an article that its schema does not admit. */
  noSuchLabel: {
    en: (label: string) => `The schema has no label "${label}".`,
    fr: (label: string) => `Le schéma n’a pas d’étiquette « ${label} ».`,
  },
  noSuchLabelValue: {
    en: (label: string, value: string, known: string) =>
      `The label "${label}" has no value "${value}"${known === '' ? '' : `; there are ${known}`}.`,
    fr: (label: string, value: string, known: string) =>
      `L’étiquette « ${label} » n’a pas de valeur « ${value} »${known === '' ? '' : ` ; il y a ${known}`}.`,
  },
  oneLabelValue: {
    en: (label: string) => `The label "${label}" has one value at most: choose which holds.`,
    fr: (label: string) => `L’étiquette « ${label} » a une seule valeur : choisissez laquelle vaut.`,
  },
  badOverlap: {
    en: '"overlap" is any, nested or none.',
    fr: '« overlap » est any, nested ou none.',
  },
  eventObject: {
    en: (id: string) => `The event "${id}" must be an object.`,
    fr: (id: string) => `L’événement « ${id} » doit être un objet.`,
  },
  argumentObject: {
    en: (role: string) => `The argument "${role}" must be an object, or a list of types.`,
    fr: (role: string) => `L’argument « ${role} » doit être un objet ou une liste de types.`,
  },
  eventCircle: {
    en: (circle: string) => `These events need each other, so that none could ever be whole: ${circle}.`,
    fr: (circle: string) => `Ces événements se requièrent l’un l’autre, si bien qu’aucun ne serait jamais complet : ${circle}.`,
  },
  /** What people annotated that the schema does not admit. */
  crosses: {
    en: (words: string, other: string) => `“${words}” crosses “${other}”, which the schema forbids.`,
    fr: (words: string, other: string) => `« ${words} » croise « ${other} », ce que le schéma interdit.`,
  },
  overlapsOther: {
    en: (words: string, other: string) => `“${words}” overlaps “${other}”, which the schema forbids.`,
    fr: (words: string, other: string) => `« ${words} » chevauche « ${other} », ce que le schéma interdit.`,
  },
  badValue: {
    en: (name: string, value: string, known: string) => `The attribute ${name} has no value "${value}"; there are ${known}.`,
    fr: (name: string, value: string, known: string) => `L’attribut ${name} n’a pas de valeur « ${value} » ; il y a ${known}.`,
  },
  oneValue: {
    en: (name: string) => `The attribute ${name} has one value at most.`,
    fr: (name: string) => `L’attribut ${name} a une seule valeur.`,
  },
  noSuchRelation: {
    en: (type: string) => `The schema has no relation "${type}".`,
    fr: (type: string) => `Le schéma n’a pas de relation « ${type} ».`,
  },
  noSuchEvent: {
    en: (type: string) => `The schema has no event "${type}".`,
    fr: (type: string) => `Le schéma n’a pas d’événement « ${type} ».`,
  },
  noSuchArgument: {
    en: (event: string, role: string) => `The event ${event} has no argument "${role}" in the schema.`,
    fr: (event: string, role: string) => `L’événement ${event} n’a pas d’argument « ${role} » dans le schéma.`,
  },
  argumentType: {
    en: (event: string, role: string, type: string) => `The schema does not admit ${type} as ${role} of ${event}.`,
    fr: (event: string, role: string, type: string) => `Le schéma n’admet pas ${type} comme ${role} de ${event}.`,
  },
  argumentMissing: {
    en: (event: string, role: string) => `The event ${event} lacks its ${role}.`,
    fr: (event: string, role: string) => `Il manque ${role} à l’événement ${event}.`,
  },
  oneArgument: {
    en: (event: string, role: string) => `The event ${event} has one ${role} at most.`,
    fr: (event: string, role: string) => `L’événement ${event} a un seul ${role}.`,
  },
  relationObject: {
    en: (id: string) => `The relation "${id}" must be an object.`,
    fr: (id: string) => `La relation « ${id} » doit être un objet.`,
  },
  noSuchType: {
    en: (types: string) => `No layer has the type ${types}.`,
    fr: (types: string) => `Aucune couche n’a le type ${types}.`,
  },
  keyTaken: {
    en: (key: string, type: string) => `The key "${key}" is that of ${type} already.`,
    fr: (key: string, type: string) => `La touche « ${key} » est déjà celle de ${type}.`,
  },
  /** The built-in layers: titles, and of types what they are for. */
  layers: {
    entity: { en: 'Entities', fr: 'Entités' },
    date: { en: 'Dates', fr: 'Dates' },
    quote: { en: 'Quotes', fr: 'Citations' },
  },
  attributes: {
    value: { en: 'TIMEX3 value', fr: 'Valeur TIMEX3' },
    speakerName: { en: 'Speaker', fr: 'Locuteur' },
  },
  types: {
    PER: { en: 'Person', fr: 'Personne' },
    ORG: { en: 'Organisation', fr: 'Organisation' },
    LOC: { en: 'Place', fr: 'Lieu' },
    MISC: { en: 'Work, event or product', fr: 'Œuvre, événement ou produit' },
    DATE: { en: 'Date', fr: 'Date' },
    TIME: { en: 'Time of day', fr: 'Heure' },
    DURATION: { en: 'Duration', fr: 'Durée' },
    SET: { en: 'Recurring', fr: 'Récurrence' },
    direct: { en: 'Direct', fr: 'Directe' },
    mixed: { en: 'Mixed', fr: 'Mixte' },
    indirect: { en: 'Indirect', fr: 'Indirecte' },
    scare: { en: 'Scare quotes', fr: 'Guillemets de distance' },
    title: { en: 'Title', fr: 'Titre' },
  },
  guidelines: {
    PER: {
      en: 'People, real or invented, without title or function.',
      fr: 'Personnes, réelles ou inventées, sans titre ni fonction.',
    },
    ORG: {
      en: 'Institutions, parties, companies, media, armed groups, clubs.',
      fr: 'Institutions, partis, entreprises, médias, groupes armés, clubs.',
    },
    LOC: { en: 'Places, countries, regions, addresses.', fr: 'Lieux, pays, régions, adresses.' },
    MISC: { en: 'Works, events, products.', fr: 'Œuvres, événements, produits.' },
    DATE: {
      en: 'A day, month, year or longer stretch of the calendar.',
      fr: 'Un jour, un mois, une année ou une période plus longue du calendrier.',
    },
    TIME: { en: 'A time of day, with or without its day.', fr: 'Une heure, avec ou sans son jour.' },
    DURATION: { en: 'How long something lasts.', fr: 'Combien de temps quelque chose dure.' },
    SET: { en: 'How often something happens.', fr: 'À quelle fréquence quelque chose arrive.' },
    direct: { en: 'The words of the speaker, between marks.', fr: 'Les mots du locuteur, entre guillemets.' },
    mixed: {
      en: 'Reported speech with a part of it between marks.',
      fr: 'Propos rapportés, dont une partie entre guillemets.',
    },
    indirect: { en: 'Reported speech without marks.', fr: 'Propos rapportés sans guillemets.' },
    scare: {
      en: 'A word between marks that nobody is said to have said.',
      fr: 'Un mot entre guillemets que personne n’est dit avoir prononcé.',
    },
    title: { en: 'The title of a work between marks.', fr: 'Le titre d’une œuvre, entre guillemets.' },
  },
});

/** The same, for code that does not know the reader’s language. */
export const schemaMessages = messagesOf(schema);
