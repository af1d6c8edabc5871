import type {
  ArticleAnalysis,
  EntityMention,
  EntityType,
  Quotation,
  TemporalExpression,
} from '../../../server/src/core/analysis';
import { parseSchema } from '../../../server/src/store/schemaFile';
import type { ForeignSuggestion } from '../../../server/src/store/suggestions';

/** Texts that sessions begin with: names that repeat, words across lines, emoji, a header, quotations in each other's way. */
export const TEXTS: readonly string[] = [
  'date 2017-01 Le pont de Vell\n\nLa maire de Vell, Anne Corbin, a parlé lundi. « Le pont tiendra », a dit Corbin. Paul Corbin, son frère, vit à Vell depuis mars 2015.\n\nL’Union de Vell se tait. « Nous attendrons mardi », répond Paul Corbin, de l’Union de\nVell. Personne d’autre n’a parlé 😀 ce soir.',
  'Harbour closed\n\nAnne Corbin of the Harbour Board spoke on Monday. "The harbour opens in May", said Corbin. The Harbour Board met again, and Corbin left.\n\nHarbour Board, Harbour Board: two notices hung there since March 2015. "We wait", said Paul Corbin.',
  '\ufeffVell, Vell et Vell.\r\nAnne Corbin\r\nPaul Corbin, Anne Corbin. « Vell », a dit Anne Corbin. « Vell », a dit Corbin. « Non », a dit Vell.\r\n\r\nlundi, mardi ; lundi, mardi. Mars 2015, mars 2015 😀😀 Union de Vell.',
];

const NAMES: readonly (readonly [words: string, type: EntityType, entity: string, confidence: number])[] = [
  ['Harbour Board', 'ORG', 'e5', 0.8],
  ['Union de Vell', 'ORG', 'e4', 0.6],
  ['Anne Corbin', 'PER', 'e2', 0.9],
  ['Paul Corbin', 'PER', 'e3', 0.75],
  ['Corbin', 'PER', 'e2', 0.4],
  ['Vell', 'LOC', 'e1', 0.7],
];
const DATES: Readonly<Record<string, Pick<TemporalExpression, 'type' | 'value' | 'mod'>>> = {
  lundi: { type: 'DATE', value: '2017-01-02' },
  mardi: { type: 'DATE', value: '2017-01-03' },
  Monday: { type: 'DATE', value: '2017-01-02' },
  May: { type: 'DATE', value: '2017-05' },
  'mars 2015': { type: 'DATE', value: '2015-03' },
  'Mars 2015': { type: 'DATE', value: '2015-03' },
  'March 2015': { type: 'DATE', value: '2015-03', mod: 'APPROX' },
  'ce soir': { type: 'TIME', value: '2017-01-15TEV' },
};
const QUOTED = /(?:« ([^»\n]+) »|"([^"\n]+)"), (a dit|répond|said) ((?:Anne |Paul )?Corbin|Vell)/g;

/**
 * What stands in for the detectors: the names, dates and quotations above, wherever they stand. Sessions are about what
 * becomes of decisions, and say the same whatever the detectors learn.
 */
export function found(text: string): ArticleAnalysis {
  const entities = namesIn(text);
  const dates = placesOf(text, Object.keys(DATES)).map(
    ({ words, ...span }): TemporalExpression => ({ ...span, text: words, ...(DATES[words] as (typeof DATES)[string]) }),
  );
  const quotes = [...text.matchAll(QUOTED)].map((match) => quotation(match, entities));
  const entityIndex = [...new Set(NAMES.map(([, , entity]) => entity))].flatMap((id) => {
    const own = entities.filter(({ entity }) => entity === id);
    const [words, type] = NAMES.find(([, , entity]) => entity === id) as (typeof NAMES)[number];
    const aliases = id === 'e2' ? ['Corbin'] : [];
    return own.length === 0 ? [] : [{ id, type, name: words, aliases, mentions: own.length }];
  });
  return {
    id: 'a',
    language: /\bthe\b/.test(text) ? 'en' : 'fr',
    date: '2017-01',
    entities,
    dates,
    quotes,
    entityIndex,
    structure: [],
  };
}

function namesIn(text: string): EntityMention[] {
  return placesOf(
    text,
    NAMES.map(([words]) => words),
  ).map(({ words, ...span }) => {
    const [, type, entity, confidence] = NAMES.find(([name]) => name === words) as (typeof NAMES)[number];
    return { ...span, text: words, type, entity, confidence };
  });
}

/** Where words stand, the first of the list before the later ones where they cross. */
function placesOf(text: string, all: readonly string[]): { start: number; end: number; words: string }[] {
  const taken: { start: number; end: number; words: string }[] = [];
  for (const words of all)
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
      const end = start + words.length;
      if (taken.every((other) => other.end <= start || end <= other.start)) taken.push({ start, end, words });
    }
  return taken.sort((a, b) => a.start - b.start);
}

function quotation(match: RegExpMatchArray, entities: readonly EntityMention[]): Quotation {
  const [all, french, english, cue = '', speaker = ''] = match;
  const words = french ?? english ?? '';
  const start = (match.index ?? 0) + all.indexOf(words);
  const spoken = (match.index ?? 0) + all.length - speaker.length;
  const named = entities.find((mention) => mention.start === spoken);
  return {
    spans: [[start, start + words.length]],
    text: words,
    kind: 'direct',
    cue: { start: spoken - 1 - cue.length, end: spoken - 1, text: cue },
    speaker: { start: spoken, end: spoken + speaker.length, text: speaker },
    ...(named && { speakerEntity: named.entity, speakerName: named.text }),
    confidence: 0.9,
  };
}

/** What another program proposes. */
export function proposed(text: string): ForeignSuggestion[] {
  const of = { source: 'other', version: '2' };
  return [
    ...placesOf(text, ['Vell', 'pont', 'Board']).map(({ words, ...span }) => ({
      layer: 'entity',
      type: words === 'Vell' ? 'LOC' : 'MISC',
      spans: [span],
      score: 0.55,
      ...of,
    })),
    ...placesOf(text, ['tiendra', 'spoke']).map(({ words: _, ...span }) => ({
      layer: 'theme',
      type: 'works',
      spans: [span],
      attributes: { tone: 'low' },
      ...of,
    })),
  ];
}

/** A project's schema with something of each kind. */
export const { schema: SCHEMA, problems: SCHEMA_PROBLEMS } = parseSchema(`{
  "layers": {
    "entity": { "overlap": "nested", "attributes": { "sure": { "kind": "flag" }, "tone": { "values": ["low", "high"], "multiple": true } } },
    "theme": { "types": { "works": { "key": "w" }, "sea": { "aliases": ["Sea"] } }, "overlap": "none", "attributes": { "tone": { "values": ["low", "high"] } } },
    "mood": { "types": { "glad": {} }, "review": false }
  },
  "labels": { "topic": { "values": ["port", "bridge"], "multiple": true }, "read": { "kind": "flag" }, "page": {} },
  "relations": { "works-for": { "from": ["PER"], "to": ["ORG"] }, "near": {} },
  "events": { "Leave": { "arguments": { "Who": { "types": ["PER"], "required": true, "multiple": true }, "When": ["DATE"] } } }
}`);
