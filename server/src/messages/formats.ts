import { messagesOf } from './message';
import { topic } from './topic';

/** What readers of exchange formats say of a file. `part`: said of a part of it, after its name. */
export const formats = topic('formats', {
  analysisObject: { en: 'An analysis must be a JSON object.', fr: 'Une analyse doit être un objet JSON.' },
  noTextInLine: {
    en: (id: string) => `The text of ${id} is neither in the line nor beside it.`,
    fr: (id: string) => `Le texte de ${id} n’est ni dans la ligne ni à côté.`,
  },
  mustBeList: { en: (key: string) => `"${key}" must be a list.`, fr: (key: string) => `« ${key} » doit être une liste.` },
  mustBe: {
    text: { en: 'must be text.', fr: 'doit être du texte.' },
    number: { en: 'must be a number.', fr: 'doit être un nombre.' },
    flag: { en: 'must be true or false.', fr: 'doit être true ou false.' },
    list: { en: 'must be a list.', fr: 'doit être une liste.' },
    texts: { en: 'must be a list of texts.', fr: 'doit être une liste de textes.' },
    object: { en: 'must be an object.', fr: 'doit être un objet.' },
  },
  itemObject: {
    en: (key: string, i: number) => `${key}[${i}] must be an object.`,
    fr: (key: string, i: number) => `${key}[${i}] doit être un objet.`,
  },
  /** Formats whose titles are not names alone. */
  title: {
    csv: { en: 'CSV table', fr: 'Table CSV' },
    brat: { en: 'brat standoff', fr: 'brat, à côté du texte' },
    conllu: { en: 'CoNLL-U with named entities', fr: 'CoNLL-U avec entités nommées' },
    jsonl: { en: 'JSON lines of analyses', fr: 'Analyses en lignes JSON' },
  },
  /** A part of the file, by its name there, and what is wrong with it: one of `part`. */
  named: { en: (name: string, what: string) => `${name} ${what}`, fr: (name: string, what: string) => `${name} ${what}` },
  part: {
    noRole: { en: 'has no role.', fr: 'n’a pas de rôle.' },
    noType: { en: 'has no type.', fr: 'n’a pas de type.' },
    needsIdNameType: { en: 'needs an id, a name and a type.', fr: 'doit avoir un identifiant, un nom et un type.' },
    outsideText: {
      en: (length: number) => `lies outside of the text (${length} code units).`,
      fr: (length: number) => `est en dehors du texte (${length} unités de code).`,
    },
    says: {
      en: (said: string, found: string) => `says "${said}" but the text there is "${found}".`,
      fr: (said: string, found: string) => `dit « ${said} », mais le texte y porte « ${found} ».`,
    },
    needsSpansKind: { en: 'needs spans and a kind.', fr: 'doit avoir des étendues et un genre.' },
    spansDisordered: {
      en: 'has spans outside of the text or out of order.',
      fr: 'a des étendues en dehors du texte ou en désordre.',
    },
    mustBeObject: { en: 'must be an object.', fr: 'doit être un objet.' },
    partThat: {
      en: (what: string) => `has a cue or speaker that ${what}`,
      fr: (what: string) => `a un introducteur ou un locuteur qui ${what}`,
    },
    noLabel: { en: 'has no label.', fr: 'n’a pas d’étiquette.' },
    overlapsBefore: { en: 'overlaps the one before.', fr: 'chevauche la précédente.' },
    objectOrTriple: { en: 'must be an object or a triple.', fr: 'doit être un objet ou un triplet.' },
    needsStartEnd: {
      en: 'needs a start and an end, whole numbers from 0.',
      fr: 'doit avoir un début et une fin, des nombres entiers à partir de 0.',
    },
    endsEarly: {
      en: (end: number, start: number) => `ends (${end}) before it starts (${start}).`,
      fr: (end: number, start: number) => `se termine (${end}) avant de commencer (${start}).`,
    },
    endsLate: {
      en: (end: number, length: number) => `ends at ${end}, after the end of the text, which has ${length} characters.`,
      fr: (end: number, length: number) => `se termine à ${end}, après le texte, qui a ${length} caractères.`,
    },
  },
  bratTextMissing: {
    en: (id: string) => `The text ${id}.txt is missing; a .ann file is read with it.`,
    fr: (id: string) => `Le texte ${id}.txt manque ; un fichier .ann se lit avec lui.`,
  },
  standsTwice: {
    en: (id: string) => `${id} appears twice; this line is kept but not shown.`,
    fr: (id: string) => `${id} figure deux fois ; cette ligne est gardée mais pas affichée.`,
  },
  endsBehind: {
    en: (id: string, length: number) => `${id} ends after the end of the text, which has ${length} characters.`,
    fr: (id: string, length: number) => `${id} se termine après le texte, qui a ${length} caractères.`,
  },
  saysOther: {
    en: (id: string, said: string, found: string) => `${id} says "${said}" but the text there is "${found}".`,
    fr: (id: string, said: string, found: string) => `${id} dit « ${said} », mais le texte y porte « ${found} ».`,
  },
  targetMissing: {
    en: (target: string) => `${target}, which this line is about, is not in the file.`,
    fr: (target: string) => `${target}, dont parle cette ligne, n’est pas dans le fichier.`,
  },
  refersTo: {
    en: (id: string, missing: string) => `${id} refers to ${missing}, which the file does not have.`,
    fr: (id: string, missing: string) => `${id} renvoie à ${missing}, que le fichier n’a pas.`,
  },
  equivalenceMissing: {
    en: (missing: string) => `The equivalence names ${missing}, which the file does not have as text.`,
    fr: (missing: string) => `L’équivalence nomme ${missing}, que le fichier n’a pas comme texte.`,
  },
  carriageReturn: {
    en: 'Lines end with a carriage return alone here: write them with a line feed at their end.',
    fr: 'Des lignes finissent ici par un retour chariot seul : terminez-les par un saut de ligne.',
  },
  identifierAndTab: {
    en: 'A line must begin with an identifier and a tab.',
    fr: 'Une ligne doit commencer par un identifiant et une tabulation.',
  },
  unknownIdentifier: {
    en: (id: string) => `${id} is not one of brat's identifiers (T, R, E, A, M, N, #, *).`,
    fr: (id: string) => `${id} n’est pas un identifiant de brat (T, R, E, A, M, N, #, *).`,
  },
  needsOffsets: {
    en: 'A text-bound annotation needs a type and offsets: T1, tab, Type 0 5, tab, text.',
    fr: 'Une annotation du texte doit avoir un type et des positions : T1, tabulation, Type 0 5, tabulation, texte.',
  },
  badOffsets: {
    en: (offsets: string) => `The offsets "${offsets}" are not of the form 0 5 or 0 5;16 23.`,
    fr: (offsets: string) => `Les positions « ${offsets} » ne sont pas de la forme 0 5 ou 0 5;16 23.`,
  },
  endsBeforeStart: {
    en: (end: number, start: number) => `The annotation ends (${end}) before it starts (${start}).`,
    fr: (end: number, start: number) => `L’annotation se termine (${end}) avant de commencer (${start}).`,
  },
  fragmentsOverlap: {
    en: 'The fragments overlap or are not in text order.',
    fr: 'Les fragments se chevauchent ou ne suivent pas l’ordre du texte.',
  },
  needsArguments: {
    en: 'A relation needs a type and two arguments: R1, tab, Type Arg1:T1 Arg2:T2.',
    fr: 'Une relation doit avoir un type et deux arguments : R1, tabulation, Type Arg1:T1 Arg2:T2.',
  },
  needsTrigger: {
    en: 'An event needs a type with its trigger: E1, tab, Type:T1 Role:T2.',
    fr: 'Un événement doit avoir un type avec son déclencheur : E1, tabulation, Type:T1 Role:T2.',
  },
  needsTarget: {
    en: 'An attribute needs a name and a target: A1, tab, Name T1, and its value if it has one.',
    fr: 'Un attribut doit avoir un nom et une cible : A1, tabulation, Name T1, et sa valeur s’il en a une.',
  },
  noteNeeds: {
    en: 'A note needs a type and a target: #1, tab, AnnotatorNotes T1, tab, text.',
    fr: 'Une note doit avoir un type et une cible : #1, tabulation, AnnotatorNotes T1, tabulation, texte.',
  },
  normalisationNeeds: {
    en: 'A normalisation needs a type, a target and a reference: N1, tab, Reference T1 Wikidata:Q90, tab, name.',
    fr: 'Une normalisation doit avoir un type, une cible et une référence : N1, tabulation, Reference T1 Wikidata:Q90, tabulation, nom.',
  },
  equivalenceNeeds: {
    en: 'An equivalence needs a name and two members: *, tab, Equiv T1 T2.',
    fr: 'Une équivalence doit avoir un nom et deux membres : *, tabulation, Equiv T1 T2.',
  },
  otherWords: {
    en: 'The words are not those of "# text ="; they are joined by spaces.',
    fr: 'Les mots ne sont pas ceux de « # text = » ; ils sont réunis par des espaces.',
  },
  scheme: {
    mixed: { en: 'mixed IOB1 and IOB2', fr: 'un mélange d’IOB1 et d’IOB2' },
    none: { en: 'none', fr: 'sans schéma' },
  },
  readAs: { en: (scheme: string) => `Read as ${scheme}.`, fr: (scheme: string) => `Lu comme ${scheme}.` },
  needsWordAndTag: {
    en: (line: string) => `A line needs a word and a tag, with a space or a tab between: "${line}".`,
    fr: (line: string) => `Une ligne doit avoir un mot et une étiquette, séparés par une espace ou une tabulation : « ${line} ».`,
  },
  notTag: {
    en: (tag: string) => `"${tag}" is not a tag: O, or B-, I-, E-, S-, L-, U- with a label.`,
    fr: (tag: string) => `« ${tag} » n’est pas une étiquette : O, ou B-, I-, E-, S-, L-, U- suivi d’un nom.`,
  },
  twelveColumns: {
    en: (count: number) => `A line of CoNLL-2012 has at least twelve columns, this one has ${count}.`,
    fr: (count: number) => `Une ligne de CoNLL-2012 a au moins douze colonnes, celle-ci en a ${count}.`,
  },
  entityNotOpened: { en: 'An entity is closed that was never opened.', fr: 'Une entité est fermée sans avoir été ouverte.' },
  entityNotClosed: {
    en: (label: string) => `The entity ${label} is never closed.`,
    fr: (label: string) => `L’entité ${label} n’est jamais fermée.`,
  },
  chainNotOpened: {
    en: (chain: string) => `The mention of chain ${chain} is closed but was never opened.`,
    fr: (chain: string) => `La mention de la chaîne ${chain} est fermée sans avoir été ouverte.`,
  },
  chainNotClosed: {
    en: (chain: string) => `The mention of chain ${chain} is never closed.`,
    fr: (chain: string) => `La mention de la chaîne ${chain} n’est jamais fermée.`,
  },
  notWordNumber: {
    en: (cell: string) => `"${cell}" is not a word number (1, 1-2, 1.1).`,
    fr: (cell: string) => `« ${cell} » n’est pas un numéro de mot (1, 1-2, 1.1).`,
  },
  tenColumns: {
    en: (count: number) => `A line of CoNLL-U has ten columns, this one has ${count}.`,
    fr: (count: number) => `Une ligne de CoNLL-U a dix colonnes, celle-ci en a ${count}.`,
  },
  mentionNotOpened: {
    en: (key: string) => `A mention of ${key} is closed that was never opened.`,
    fr: (key: string) => `Une mention de ${key} est fermée sans avoir été ouverte.`,
  },
  mentionNotClosed: {
    en: (key: string) => `The mention of ${key} is never closed.`,
    fr: (key: string) => `La mention de ${key} n’est jamais fermée.`,
  },
  notCsv: { en: (why: string) => `Not valid CSV: ${why}.`, fr: (why: string) => `CSV non valide : ${why}.` },
  noColumn: {
    en: (missing: string) => `The table has no column ${missing}.`,
    fr: (missing: string) => `La table n’a pas de colonne ${missing}.`,
  },
  tableTextMissing: {
    en: (id: string) => `The text of ${id} is missing; the table is read with it.`,
    fr: (id: string) => `Le texte de ${id} manque ; la table se lit avec lui.`,
  },
  offsetsOutside: {
    en: (offsets: string, length: number) => `The offsets ${offsets} are outside the text, which has ${length} code units.`,
    fr: (offsets: string, length: number) =>
      `Les positions ${offsets} ne sont pas dans le texte, qui a ${length} unités de code.`,
  },
  tableSays: {
    en: (said: string, found: string) => `The table says "${said}" but the text there is "${found}".`,
    fr: (said: string, found: string) => `La table dit « ${said} », mais le texte y porte « ${found} ».`,
  },
  unknownFormat: {
    en: (name: string, known: string) => `${name} is in no format known here: ${known}.`,
    fr: (name: string, known: string) => `${name} n’est dans aucun format connu ici : ${known}.`,
  },
  typeSystem: {
    en: 'A type system of UIMA: it says which types there are, and holds no annotations.',
    fr: 'Un système de types d’UIMA : il dit quels types existent et ne contient pas d’annotations.',
  },
  labelingConfig: {
    en: 'A labelling interface of Label Studio: it says which labels there are, and holds no annotations.',
    fr: 'Une interface d’étiquetage de Label Studio : elle dit quelles étiquettes existent et ne contient pas d’annotations.',
  },
  notJson: { en: (why: string) => `Not valid JSON: ${why}.`, fr: (why: string) => `JSON non valide : ${why}.` },
  lineNeedsText: {
    en: (key: string) => `A line must be an object with "${key}".`,
    fr: (key: string) => `Une ligne doit être un objet avec « ${key} ».`,
  },
  relationNotEntities: {
    en: (i: number) => `relations[${i}] is not between two of the entities; it is left out.`,
    fr: (i: number) => `relations[${i}] ne relie pas deux des entités ; elle est laissée de côté.`,
  },
  taskObject: { en: 'A task must be an object.', fr: 'Une tâche doit être un objet.' },
  taskNoText: {
    en: (id: string, key: string) => `The task ${id} has no text: "data" must hold it under "${key}".`,
    fr: (id: string, key: string) => `La tâche ${id} n’a pas de texte : « data » doit le contenir sous « ${key} ».`,
  },
  relationNotRegions: {
    en: 'The relation is not between two of the regions read; it is left out.',
    fr: 'La relation ne relie pas deux des régions lues ; elle est laissée de côté.',
  },
  resultObject: { en: 'A result must be an object.', fr: 'Un résultat doit être un objet.' },
  theRegion: { en: (what: string) => `The region ${what}`, fr: (what: string) => `La région ${what}` },
  regionsFoundAgain: {
    en: (count: number, said: string, found: string) =>
      `${count} ${count === 1 ? 'region' : 'regions'} did not stand where the offsets say and were found by their words: "${said}", where the text has "${found}".`,
    fr: (count: number, said: string, found: string) =>
      `${count} ${count < 2 ? 'région n’était' : 'régions n’étaient'} pas là où le disent les positions et ${count < 2 ? 'a été retrouvée' : 'ont été retrouvées'} par les mots : « ${said} », là où le texte porte « ${found} ».`,
  },
  regionsElsewhere: {
    en: (count: number, said: string, found: string) =>
      `${count} ${count === 1 ? 'region says' : 'regions say'} words that the text does not have: "${said}", where it has "${found}".`,
    fr: (count: number, said: string, found: string) =>
      `${count} ${count < 2 ? 'région dit' : 'régions disent'} des mots que le texte n’a pas : « ${said} », là où il porte « ${found} ».`,
  },
  taskNeedsText: { en: 'A task must be an object with a "text".', fr: 'Une tâche doit être un objet avec « text ».' },
  spanNoLabel: { en: (i: number) => `spans[${i}] has no label.`, fr: (i: number) => `spans[${i}] n’a pas d’étiquette.` },
  relationNotSpans: {
    en: (i: number) => `relations[${i}] is not between two of the spans; it is left out.`,
    fr: (i: number) => `relations[${i}] ne relie pas deux des étendues ; elle est laissée de côté.`,
  },
  lineNeedsTextOrPair: {
    en: 'A line must be an object with a "text", or a pair of text and annotations.',
    fr: 'Une ligne doit être un objet avec « text », ou une paire de texte et d’annotations.',
  },
  teiRoot: { en: 'A TEI file has the root TEI.', fr: 'Un fichier TEI a pour racine TEI.' },
  teiNoText: { en: 'The TEI has no text.', fr: 'Le TEI n’a pas de texte.' },
  teiLeftOut: {
    en: (markup: string) => `Not read as text: ${markup}. The file keeps it when annotations go back into it.`,
    fr: (markup: string) => `Pas lu comme du texte : ${markup}. Le fichier le garde quand les annotations y retournent.`,
  },
  notStringRange: {
    en: (target: string) => `The target ${target} is not a range of the text; it is left out.`,
    fr: (target: string) => `La cible ${target} n’est pas une étendue de caractères du texte ; elle est laissée de côté.`,
  },
  targetOutside: {
    en: (target: string, length: number) => `The target ${target} lies outside of the text (${length} characters).`,
    fr: (target: string, length: number) => `La cible ${target} est en dehors du texte (${length} caractères).`,
  },
  timemlRoot: {
    en: 'A TimeML file has the root TimeML.',
    fr: 'Un fichier TimeML a pour racine TimeML.',
  },
  plainText: {
    en: (element: string) => `${element} is read as plain text.`,
    fr: (element: string) => `${element} est lu comme du texte.`,
  },
  idTwice: { en: (id: string) => `The id ${id} appears twice.`, fr: (id: string) => `L’identifiant ${id} figure deux fois.` },
  notKept: { en: (element: string) => `${element} is not kept.`, fr: (element: string) => `${element} n’est pas gardé.` },
  linkNotBetween: {
    en: (element: string) => `The ${element} is not between two annotations of the file; it is left out.`,
    fr: (element: string) => `${element} ne relie pas deux annotations du fichier ; l’élément est laissé de côté.`,
  },
  structureOutside: {
    en: (type: string, id: number, start: number, end: number, length: number) =>
      `${type} ${id} lies at ${start}-${end}, outside of the text (${length}).`,
    fr: (type: string, id: number, start: number, end: number, length: number) =>
      `${type} ${id} est à ${start}-${end}, en dehors du texte (${length}).`,
  },
  casNeedsList: { en: 'A JSON CAS has a list "%FEATURE_STRUCTURES".', fr: 'Un CAS en JSON a une liste « %FEATURE_STRUCTURES ».' },
  casNoTextJson: {
    en: 'The CAS has no text: no uima.cas.Sofa with a "sofaString".',
    fr: 'Le CAS n’a pas de texte : pas de uima.cas.Sofa avec « sofaString ».',
  },
  structureNeeds: {
    en: 'A feature structure needs an "%ID" and a "%TYPE".',
    fr: 'Une structure de traits doit avoir « %ID » et « %TYPE ».',
  },
  structureOtherView: {
    en: 'The structure belongs to another view, which is not read.',
    fr: 'La structure appartient à une autre vue, qui n’est pas lue.',
  },
  notUimaName: {
    en: (name: string) => `"${name}" is not a name in UIMA: the structure is not read.`,
    fr: (name: string) => `« ${name} » n’est pas un nom dans UIMA : la structure n’est pas lue.`,
  },
  xmiRoot: { en: 'The root of an XMI file is xmi:XMI.', fr: 'La racine d’un fichier XMI est xmi:XMI.' },
  casNoText: {
    en: 'The CAS has no text: no cas:Sofa with a sofaString.',
    fr: 'Le CAS n’a pas de texte : pas de cas:Sofa avec sofaString.',
  },
  noXmiId: { en: (element: string) => `${element} has no xmi:id.`, fr: (element: string) => `${element} n’a pas de xmi:id.` },
  otherView: {
    en: (element: string) => `${element} belongs to another view, which is not read.`,
    fr: (element: string) => `${element} appartient à une autre vue, qui n’est pas lue.`,
  },
  itemAnnotation: {
    en: 'An item must be an object of type Annotation.',
    fr: 'Un élément doit être un objet de type Annotation.',
  },
  noSource: {
    en: 'The annotation has no target with a source; it is left out.',
    fr: 'L’annotation n’a pas de cible avec une source ; elle est laissée de côté.',
  },
  noAnnotations: { en: (name: string) => `${name} has no annotations.`, fr: (name: string) => `${name} n’a pas d’annotations.` },
  noTextInFile: {
    en: (name: string) => `The text of ${name} is neither in the file nor beside it.`,
    fr: (name: string) => `Le texte de ${name} n’est ni dans le fichier ni à côté.`,
  },
  wholeDocument: {
    en: 'The annotation is about a whole document; it is left out.',
    fr: 'L’annotation porte sur un document entier ; elle est laissée de côté.',
  },
  positionOutside: {
    en: (start: string, end: string, length: number) =>
      `The position ${start}-${end} lies outside of the text (${length} characters).`,
    fr: (start: string, end: string, length: number) =>
      `La position ${start}-${end} est en dehors du texte (${length} caractères).`,
  },
  severalPlaces: {
    en: (exact: string) => `"${exact}" appears several times in the text, and its context does not say which one is meant.`,
    fr: (exact: string) =>
      `« ${exact} » figure plusieurs fois dans le texte, et son contexte ne dit pas quelle occurrence est visée.`,
  },
  notInText: {
    en: (exact: string) => `The text does not have "${exact}".`,
    fr: (exact: string) => `Le texte ne contient pas « ${exact} ».`,
  },
  notTextSelector: {
    en: 'The selector does not select text; the annotation is left out.',
    fr: 'Le sélecteur n’en est pas un pour du texte ; l’annotation est laissée de côté.',
  },
  webannoFirstLine: {
    en: 'The first line must be "#FORMAT=WebAnno TSV 3.3".',
    fr: 'La première ligne doit être « #FORMAT=WebAnno TSV 3.3 ».',
  },
  webannoOlder: {
    en: 'This is WebAnno TSV 2 or older, which says less: open it in WebAnno or INCEpTION and export WebAnno TSV 3 or JSON CAS.',
    fr: 'C’est du WebAnno TSV 2 ou plus ancien, qui en dit moins : ouvrez-le dans WebAnno ou INCEpTION et exportez en WebAnno TSV 3 ou JSON CAS.',
  },
  webannoWord: {
    en: 'A line must be a word: 1-1, tab, 0-4, tab, the word, and its annotations.',
    fr: 'Une ligne doit être un mot : 1-1, tabulation, 0-4, tabulation, le mot et ses annotations.',
  },
  outsideSentence: {
    en: (unit: string, start: number, end: number) => `${unit} lies at ${start}-${end}, outside of its sentence's text.`,
    fr: (unit: string, start: number, end: number) => `${unit} est à ${start}-${end}, en dehors du texte de sa phrase.`,
  },
  overlapsWord: {
    en: (unit: string) => `${unit} overlaps the word before.`,
    fr: (unit: string) => `${unit} chevauche le mot précédent.`,
  },
  sentenceBegins: {
    en: (start: number, end: number) => `The sentence begins at ${start}, but the one before ends at ${end}.`,
    fr: (start: number, end: number) => `La phrase commence à ${start}, mais la précédente se termine à ${end}.`,
  },
  whichLink: {
    en: (link: string) => `"${link}" does not say which link of which chain it is (coref->1-2).`,
    fr: (link: string) => `« ${link} » ne dit pas de quel maillon de quelle chaîne il s’agit (coref->1-2).`,
  },
  relationNoEnd: {
    en: (source: string) => `The relation from ${source} has no such end; it is left out.`,
    fr: (source: string) => `La relation partant de ${source} n’a pas cette extrémité ; elle est laissée de côté.`,
  },
  notXml: { en: (why: string) => `Not well-formed XML: ${why}`, fr: (why: string) => `XML mal formé : ${why}` },
  noElement: { en: 'Not XML: there is no element.', fr: 'Ce n’est pas du XML : il n’y a pas d’élément.' },
  /** What the JSON parser finds, by its codes. */
  tooLong: {
    en: (length: number, most: number) => `Too long: ${length} characters of JSON; at most ${most} are read.`,
    fr: (length: number, most: number) => `Trop long : ${length} caractères de JSON ; au plus ${most} sont lus.`,
  },
  tooDeep: {
    en: (most: number) => `Nested too deep: more than ${most} lists and objects lie in each other here.`,
    fr: (most: number) => `Emboîtement trop profond : plus de ${most} listes et objets sont ici l’un dans l’autre.`,
  },
  xmlTooDeep: {
    en: (most: number) => `Nested too deep: more than ${most} elements lie in each other here.`,
    fr: (most: number) => `Emboîtement trop profond : plus de ${most} éléments sont ici l’un dans l’autre.`,
  },
  /** Of `metadata.csv`. */
  metadata: {
    firstColumn: {
      en: (id: string, found: string) => `The first column must be called ${id}, and is ${found}.`,
      fr: (id: string, found: string) => `La première colonne doit s’appeler ${id}, et c’est ${found}.`,
    },
    notFirstColumn: {
      en: (id: string) => `the first column is not called ${id}`,
      fr: (id: string) => `la première colonne ne s’appelle pas ${id}`,
    },
    noId: { en: 'This line has no id.', fr: 'Cette ligne n’a pas d’identifiant.' },
    twice: {
      en: (id: string, line: number) => `${id} is already on line ${line}; that one is used.`,
      fr: (id: string, line: number) => `${id} figure déjà à la ligne ${line} ; c’est elle qui vaut.`,
    },
    cells: {
      en: (cells: number, columns: number) => `This line has ${cells} cells, and there are ${columns} columns.`,
      fr: (cells: number, columns: number) => `Cette ligne a ${cells} cellules, et il y a ${columns} colonnes.`,
    },
    notDate: {
      en: (date: string) => `${date} is not a date: write 2017, 2017-03 or 2017-03-15.`,
      fr: (date: string) => `${date} n’est pas une date : écrivez 2017, 2017-03 ou 2017-03-15.`,
    },
    notClosed: {
      en: 'A quotation mark opens a cell here and is not closed.',
      fr: 'Un guillemet ouvre ici une cellule et n’est pas fermé.',
    },
  },
  json: {
    InvalidSymbol: { en: 'invalid symbol', fr: 'symbole non valide' },
    InvalidNumberFormat: { en: 'invalid number format', fr: 'nombre mal écrit' },
    PropertyNameExpected: { en: 'property name expected', fr: 'nom de propriété attendu' },
    ValueExpected: { en: 'value expected', fr: 'valeur attendue' },
    ColonExpected: { en: 'colon expected', fr: 'deux-points attendus' },
    CommaExpected: { en: 'comma expected', fr: 'virgule attendue' },
    CloseBraceExpected: { en: 'close brace expected', fr: 'accolade fermante attendue' },
    CloseBracketExpected: { en: 'close bracket expected', fr: 'crochet fermant attendu' },
    EndOfFileExpected: { en: 'end of file expected', fr: 'fin de fichier attendue' },
    InvalidCommentToken: { en: 'invalid comment token', fr: 'commentaire non permis' },
    UnexpectedEndOfComment: { en: 'unexpected end of comment', fr: 'fin de commentaire inattendue' },
    UnexpectedEndOfString: { en: 'unexpected end of string', fr: 'fin de chaîne inattendue' },
    UnexpectedEndOfNumber: { en: 'unexpected end of number', fr: 'fin de nombre inattendue' },
    InvalidUnicode: { en: 'invalid unicode', fr: 'Unicode non valide' },
    InvalidEscapeCharacter: { en: 'invalid escape character', fr: 'caractère d’échappement non valide' },
    InvalidCharacter: { en: 'invalid character', fr: 'caractère non valide' },
  },
});

/** The same, for code that does not know the reader’s language. */
export const formatMessages = messagesOf(formats);
