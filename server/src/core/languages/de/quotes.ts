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
sagen sagt sagte sagten gesagt qdhl
erklären erklärt erklärte erklärten erklärt qdhl
meinen meint meinte meinten gemeint qdhl
betonen betont betonte betonten betont qdhl
berichten berichtet berichtete berichteten berichtet qdhl
behaupten behauptet behauptete behaupteten behauptet qdhl
fordern fordert forderte forderten gefordert drj
warnen warnt warnte warnten gewarnt qdhl
kritisieren kritisiert kritisierte kritisierten kritisiert dj
schreiben schreibt schrieb schrieben geschrieben qdhl
antworten antwortet antwortete antworteten geantwortet qdl
fragen fragt fragte fragten gefragt d
ergänzen ergänzt ergänzte ergänzten ergänzt qdhl
versichern versichert versicherte versicherten versichert qdhl
bestätigen bestätigt bestätigte bestätigten bestätigt qdhl
erzählen erzählt erzählte erzählten erzählt qdl
rufen ruft rief riefen gerufen d
bezeichnen bezeichnet bezeichnete bezeichneten bezeichnet j
nennen nennt nannte nannten genannt j
sprechen spricht sprach sprachen gesprochen j
führen führt führte führten geführt dz
mitteilen mitteilt mitteilte mitteilten mitgeteilt qdhl
teilen teilt teilte teilten geteilt dz
versprechen verspricht versprach versprachen versprochen qdhl
leugnen leugnet leugnete leugneten geleugnet qdhl
zufügen zufügt zufügte zufügten zugefügt dz
fügen fügt fügte fügten gefügt qdl
bemerken bemerkt bemerkte bemerkten bemerkt qdhl
melden meldet meldete meldeten gemeldet qdhl
haben hat hatte hatten gehabt -
sein ist war waren gewesen -
werden wird wurde wurden geworden -
`;

const lines = FORMS.trim()
  .split('\n')
  .map((line) => line.split(' '));

/** A row a verb: its five forms as one set of endings behind an empty stem. */
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
