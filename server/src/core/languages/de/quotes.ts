import type { VerbTable } from '../../lexicon/wordClasses';
import { classWords, wordLists } from '../../lexicon/wordTable';
import type { QuotePack } from '../../quotes/pack';
import { quotePack as neutral } from '../und/quotes';
import { wordTable } from './lexicon.generated';
import { quoteRules } from './quoteRuleList';

const words = (list: string): string[] => list.trim().split(/\s+/);
const lists = wordLists(wordTable);
const set = (list: string): ReadonlySet<string> => new Set(words(list));

// Infinitive, third person present, past singular, past plural, participle; flags as in the French list.
const FORMS = `
sagen sagt sagte sagten gesagt qdh
erklären erklärt erklärte erklärten erklärt qdh
meinen meint meinte meinten gemeint qdh
betonen betont betonte betonten betont qdh
berichten berichtet berichtete berichteten berichtet qdh
behaupten behauptet behauptete behaupteten behauptet qdh
fordern fordert forderte forderten gefordert drj
warnen warnt warnte warnten gewarnt qdh
kritisieren kritisiert kritisierte kritisierten kritisiert dj
schreiben schreibt schrieb schrieben geschrieben qdh
antworten antwortet antwortete antworteten geantwortet qd
fragen fragt fragte fragten gefragt d
ergänzen ergänzt ergänzte ergänzten ergänzt qdh
versichern versichert versicherte versicherten versichert qdh
bestätigen bestätigt bestätigte bestätigten bestätigt qdh
erzählen erzählt erzählte erzählten erzählt qd
rufen ruft rief riefen gerufen d
bezeichnen bezeichnet bezeichnete bezeichneten bezeichnet j
nennen nennt nannte nannten genannt j
sprechen spricht sprach sprachen gesprochen j
führen führt führte führten geführt dz
mitteilen mitteilt mitteilte mitteilten mitgeteilt qdh
teilen teilt teilte teilten geteilt dz
versprechen verspricht versprach versprachen versprochen qdh
leugnen leugnet leugnete leugneten geleugnet qdh
zufügen zufügt zufügte zufügten zugefügt dz
fügen fügt fügte fügten gefügt qd
bemerken bemerkt bemerkte bemerkten bemerkt qdh
melden meldet meldete meldeten gemeldet qdh
haben hat hatte hatten gehabt -
sein ist war waren gewesen -
werden wird wurde wurden geworden -
`;

const lines = FORMS.trim()
  .split('\n')
  .map((line) => line.split(' '));

/** A row a verb: its five forms as one set of endings after an empty stem. */
const verbs: VerbTable = {
  endings: lines.map(([infinitive, present, past, plural, participle]) =>
    [`${infinitive}:i6`, `${present}:3`, `${past}:13`, `${plural}:6`, `${participle}:p`].join(' '),
  ),
  verbs: lines.map(([infinitive, , , , , flags], index) => `${infinitive}  ${index} ${flags === '-' ? '' : flags}`).join('\n'),
};

/** German, by table: „ “ and » «, "sagte X", "so X", laut and nach Angaben. */
export const quotePack: QuotePack = {
  ...neutral,
  language: 'de',
  verbs,
  verbClasses: { auxiliary: set('haben sein'), being: set('sein werden') },
  words: classWords(lists),
  rules: quoteRules,
  lists: {
    ...neutral.lists,
    and: set('und'),
    plurals: [
      [/[sxz]$/, '$&'],
      [/$/, 's'],
    ],
    years: set('jahre'),
    old: set('alt'),
    talkers: set('ich du wir'),
    subjectsBehind: set('er sie'),
  },
  speakers: { ...neutral.speakers, betweenNames: /^(?:und|,)$/ },
  narrative: { ...neutral.narrative, firstPersonSubjects: set('ich') },
  marks: [['"', '"']],
  attributions: [{ words: ['laut'] }, { words: ['nach', 'angaben'] }, { words: ['so'], trailing: true }],
  pronouns: {
    er: { gender: 'm', number: 'sg' },
    sie: { gender: 'f', number: 'sg' },
    ich: { number: 'sg', speaker: true },
    wir: { number: 'pl', speaker: true },
  },
  firstPerson: lists.set('firstPerson'),
  humanEndings: ['chef', 'sprecher', 'sprecherin', 'minister', 'ministerin', 'meister', 'meisterin'],
  feminine: lists.set('feminine'),
  plural: lists.set('plural'),
  definite: new Map([
    ['der', 'm'],
    ['die', 'f'],
  ]),
  honorifics: lists.set('honorific'),
  inversion: true,
  capitalNouns: true,
  commaClause: true,
};
