import { messagesOf } from './message';
import { topic } from './topic';

/** What a written file does not say. */
export const losses = topic('losses', {
  documentName: { en: 'The name of the document is lost.', fr: 'Le nom du document est perdu.' },
  column: { en: (name: string) => `The column ${name} is lost.`, fr: (name: string) => `La colonne ${name} est perdue.` },
  whiteSpace: {
    en: 'The white space of the text is lost: the file has words only.',
    fr: 'Les espaces du texte sont perdus : le fichier n’a que des mots.',
  },
  whiteSpaceButSingle: {
    en: 'The white space of the text is lost but for single spaces.',
    fr: 'Les espaces du texte sont perdus, sauf les espaces simples.',
  },
  syntax: { en: 'Lemmas, parts of speech and syntax are lost.', fr: 'Les lemmes, les catégories et la syntaxe sont perdus.' },
  labelStudioRelation: {
    en: 'Label Studio has no relation between a prediction and an annotation.',
    fr: 'Label Studio n’a pas de relation entre une prédiction et une annotation.',
  },
  markupStays: {
    en: (type: string) => `${type} stays in the file, which is not changed; the standOff says that it is meant no more.`,
    fr: (type: string) => `${type} reste dans le fichier, qui n’est pas modifié ; le standOff dit que ce n’est plus voulu.`,
  },
  notInEdition: {
    en: 'The file does not have these words: the annotation is left out.',
    fr: 'Le fichier n’a pas ces mots : l’annotation est laissée de côté.',
  },
  otherEdition: {
    en: 'The file has another text: nothing was put into it.',
    fr: 'Le fichier a un autre texte : rien n’y a été mis.',
  },
  overlaps: { en: (id: string) => `Overlaps ${id}, which is kept.`, fr: (id: string) => `Chevauche ${id}, qui est gardée.` },
  rejected: { en: 'A rejected annotation is left out.', fr: 'Une annotation rejetée est laissée de côté.' },
  layerAsAsked: {
    en: (layer: string) => `Layer ${layer} is left out, as asked.`,
    fr: (layer: string) => `La couche ${layer} est laissée de côté, comme demandé.`,
  },
  layerNotFor: {
    en: (layer: string) => `The format is not for the layer ${layer}.`,
    fr: (layer: string) => `Le format n’est pas fait pour la couche ${layer}.`,
  },
  noPlace: {
    en: 'An annotation without a place in the text cannot be written.',
    fr: 'Une annotation sans place dans le texte ne peut être écrite.',
  },
  badSpan: {
    en: 'The annotation lies outside of the text or its fragments are not in order.',
    fr: 'L’annotation est en dehors du texte ou ses fragments ne sont pas en ordre.',
  },
  emptySpan: {
    en: 'An annotation of no character cannot be written.',
    fr: 'Une annotation d’aucun caractère ne peut être écrite.',
  },
  nothingMarkable: {
    en: 'The annotation covers nothing that the format can mark.',
    fr: 'L’annotation ne couvre rien que le format puisse marquer.',
  },
  boundariesMoved: {
    en: 'The boundaries were moved to where the format can have them.',
    fr: 'Les bornes ont été déplacées là où le format peut les avoir.',
  },
  fragments: {
    en: (count: number) => `Written as ${count} annotations, one for each fragment.`,
    fr: (count: number) => `Écrite comme ${count} annotations, une pour chaque fragment.`,
  },
  writtenAs: {
    en: (layer: string, type: string) => `Written as ${layer} ${type}.`,
    fr: (layer: string, type: string) => `Écrite comme ${layer} ${type}.`,
  },
  note: { en: 'The note is lost.', fr: 'La note est perdue.' },
  status: { en: (status: string) => `That it is ${status} is lost.`, fr: (status: string) => `Son état (${status}) est perdu.` },
  source: { en: 'Who made it is lost.', fr: 'Son auteur est perdu.' },
  score: { en: 'The score is lost.', fr: 'Le score est perdu.' },
  link: {
    en: (resource: string, id: string) => `The link to ${resource}:${id} is lost.`,
    fr: (resource: string, id: string) => `Le lien vers ${resource}:${id} est perdu.`,
  },
  attribute: { en: (name: string) => `The attribute ${name} is lost.`, fr: (name: string) => `L’attribut ${name} est perdu.` },
  relation: { en: (type: string) => `The relation ${type} is lost.`, fr: (type: string) => `La relation ${type} est perdue.` },
  relationEnd: {
    en: (type: string) => `The relation ${type} is lost with one of its ends.`,
    fr: (type: string) => `La relation ${type} est perdue avec l’une de ses extrémités.`,
  },
  roles: { en: 'The roles of the ends are lost.', fr: 'Les rôles des extrémités sont perdus.' },
  relationNote: { en: 'The note of the relation is lost.', fr: 'La note de la relation est perdue.' },
  relationAttribute: {
    en: (name: string) => `The attribute ${name} of the relation is lost.`,
    fr: (name: string) => `L’attribut ${name} de la relation est perdu.`,
  },
  entity: { en: (name: string) => `The entity ${name} is lost.`, fr: (name: string) => `L’entité ${name} est perdue.` },
  entityType: { en: 'The type of the entity is lost.', fr: 'Le type de l’entité est perdu.' },
  entityName: { en: 'The name of the entity is lost.', fr: 'Le nom de l’entité est perdu.' },
  entityAttribute: {
    en: (name: string) => `The attribute ${name} of the entity is lost.`,
    fr: (name: string) => `L’attribut ${name} de l’entité est perdu.`,
  },
  language: { en: 'The language is lost.', fr: 'La langue est perdue.' },
  labels: { en: 'The labels of the document are lost.', fr: 'Les étiquettes du document sont perdues.' },
  documentDate: { en: 'The date of the document is lost.', fr: 'La date du document est perdue.' },
  metadata: {
    en: (names: string) => `What is known of the article is lost: ${names}.`,
    fr: (names: string) => `Ce que l’on sait de l’article est perdu : ${names}.`,
  },
  tokens: { en: 'The tokens are lost.', fr: 'Les mots sont perdus.' },
  sentences: { en: 'The sentences are lost.', fr: 'Les phrases sont perdues.' },
  numberedAnew: { en: 'The annotations are renumbered.', fr: 'Les annotations sont renumérotées.' },
  wordColumn: {
    en: (name: string) => `The column ${name} of the words is lost.`,
    fr: (name: string) => `La colonne ${name} des mots est perdue.`,
  },
  textBefore: {
    en: 'The text before the first word comes back as spaces.',
    fr: 'Le texte avant le premier mot revient comme des espaces.',
  },
  lemmas: { en: 'Lemmas, parts of speech and the like are lost.', fr: 'Les lemmes, les catégories et autres sont perdus.' },
  characters: {
    en: (what: string) => `${what} holds characters that XML 1.0 cannot; they are replaced by U+FFFD.`,
    fr: (what: string) => `${what} contient des caractères impossibles en XML 1.0 ; ils sont remplacés par U+FFFD.`,
  },
  part: {
    anAttribute: { en: 'An attribute', fr: 'Un attribut' },
    attribute: { en: (name: string) => `The attribute ${name}`, fr: (name: string) => `L’attribut ${name}` },
    layer: { en: 'The layer', fr: 'La couche' },
    type: { en: 'The type', fr: 'Le type' },
    note: { en: 'The note', fr: 'La note' },
    source: { en: 'The source', fr: 'La source' },
    text: { en: 'The text', fr: 'Le texte' },
    relation: { en: 'The relation', fr: 'La relation' },
    link: { en: 'A link', fr: 'Un lien' },
    name: { en: 'The name', fr: 'Le nom' },
  },
  /** The kinds of losses. */
  kind: {
    rejected: { en: 'rejected', fr: 'rejetée' },
    layer: { en: 'layer', fr: 'couche' },
    span: { en: 'span', fr: 'étendue' },
    discontinuous: { en: 'discontinuous', fr: 'fragments' },
    boundary: { en: 'boundary', fr: 'borne' },
    overlap: { en: 'overlap', fr: 'chevauchement' },
    label: { en: 'label', fr: 'étiquette' },
    attribute: { en: 'attribute', fr: 'attribut' },
    link: { en: 'link', fr: 'lien' },
    note: { en: 'note', fr: 'note' },
    status: { en: 'status', fr: 'état' },
    source: { en: 'source', fr: 'source' },
    score: { en: 'score', fr: 'score' },
    id: { en: 'id', fr: 'identifiant' },
    relation: { en: 'relation', fr: 'relation' },
    group: { en: 'group', fr: 'groupe' },
    token: { en: 'token', fr: 'mot' },
    sentence: { en: 'sentence', fr: 'phrase' },
    document: { en: 'document', fr: 'document' },
    markup: { en: 'mark-up of the file', fr: 'balisage du fichier' },
    text: { en: 'text', fr: 'texte' },
    character: { en: 'character', fr: 'caractère' },
  },
});

/** The same, for code that does not know the reader’s language. */
export const lossMessages = messagesOf(losses);
