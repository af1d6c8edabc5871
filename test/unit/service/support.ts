import { createAnalyser } from '../../../server/src/core/analyser';
import type {
  ArticleAnalysis,
  Entity,
  EntityMention,
  EntityType,
  Quotation,
  TemporalExpression,
} from '../../../server/src/core/analysis';
import { type TextSpan, textSpan } from '../../../server/src/core/span';
import { messagesFor } from '../../../server/src/messages/reading';
import { type Article, createArticle } from '../../../server/src/service/article';
import type { HoverContext } from '../../../server/src/service/hover/context';
import { uriComponent } from '../../../server/src/service/markdown';

export const fr = messagesFor('fr');
export const en = messagesFor('en');

/** A quotation by its words: `n` after `#` picks the nth place that the words stand at (from 1). */
export interface QuoteSketch extends Partial<Omit<Quotation, 'spans' | 'cue' | 'speaker'>> {
  readonly spans: readonly string[];
  readonly cue?: string;
  readonly speaker?: string;
}

/** What an analysis is to hold, in words of the text instead of offsets. */
export interface Sketch {
  readonly entities?: readonly (readonly [words: string, type: EntityType, entity: string, more?: Partial<EntityMention>])[];
  readonly index?: readonly (Partial<Entity> & { readonly id: string })[];
  readonly dates?: readonly (readonly [words: string, value: string, more?: Partial<TemporalExpression>])[];
  readonly quotes?: readonly QuoteSketch[];
}

/** Where words stand: the first place, or the nth for `words#n`. Fails where they do not. */
export function at(text: string, words: string): TextSpan {
  const [, sought = words, number] = /^(.*)#(\d+)$/s.exec(words) ?? [];
  let start = -1;
  for (let i = 0; i < Number(number ?? 1); i++) {
    start = text.indexOf(sought, start + 1);
    if (start < 0) throw new Error(`not in the text: ${words}`);
  }
  return textSpan(text, start, start + sought.length);
}

/** An article with exactly the sketched annotations; its structure, language and date are read by the real analysis. */
export function article(text: string, sketch: Sketch = {}): Article {
  return createArticle(text, analysis(text, sketch));
}

export function analysis(text: string, sketch: Sketch): ArticleAnalysis {
  const entities: EntityMention[] = (sketch.entities ?? []).map(([words, type, entity, more]) => ({
    ...at(text, words),
    type,
    entity,
    confidence: 0.9,
    ...more,
  }));
  const ids = [...new Set(entities.map((mention) => mention.entity))];
  const index: Entity[] = ids.map((id) => {
    const first = entities.find((mention) => mention.entity === id) as EntityMention;
    const mentions = entities.filter((mention) => mention.entity === id).length;
    return { id, type: first.type, name: first.text, aliases: [], mentions, ...sketch.index?.find((entity) => entity.id === id) };
  });
  const dates = (sketch.dates ?? []).map(([words, value, more]) => ({
    ...at(text, words),
    type: 'DATE' as const,
    value,
    ...more,
  }));
  const quotes = (sketch.quotes ?? []).map(({ spans, cue, speaker, ...more }): Quotation => {
    const places = spans.map((words) => at(text, words));
    return {
      spans: places.map(({ start, end }) => [start, end] as const),
      text: places.map((place) => place.text).join(' … '),
      kind: 'direct',
      confidence: 0.8,
      ...(cue !== undefined && { cue: at(text, cue) }),
      ...(speaker !== undefined && { speaker: at(text, speaker) }),
      ...more,
    };
  });
  const { structure, language, date } = createAnalyser().analyse({ id: 'test', text, language: 'fr' });
  return { id: 'test', language, date, structure, entities, entityIndex: index, dates, quotes };
}

/** Hovers whose links can be read: `goTo:start-end`, `showAll:n`. */
export function hoverContext(made: Article, messages = en, searchLinks = false): HoverContext {
  return {
    article: made,
    messages,
    searchLinks,
    targets: {
      goTo: (span) => `goTo:${span.start}-${span.end}`,
      showAll: (_at, places) => `showAll:${places.length}`,
      findName: (name) => `findName:${name}`,
      mergeName: (name, type) => `mergeName:${type}-${name}`,
      splitName: (name, type) => `splitName:${type}-${name}`,
      copyQuote: (span) => `copyQuote:${span.start}`,
      speakerWords: (name) => `speakerWords:${uriComponent(name)}`,
      setDate: () => 'setDate',
    },
  };
}

/** The words of spans. */
export function words(made: Article, spans: readonly { readonly start: number; readonly end: number }[]): string[] {
  return spans.map((span) => made.text.slice(span.start, span.end));
}

/** An article of an invented country, with every layer. */
export const VALDORIE = `date 2017-01 La Valdorie veut un accord

« Il faut signer avant mars », a déclaré la ministre de la Pêche, Jeanne Morvan. Elle est arrivée à Port-Clair le 3 janvier 2017.

« Nous sommes prêts », a-t-elle ajouté mardi. Morvan a quitté Port-Clair.
`;

export function valdorie(): Article {
  return article(VALDORIE, {
    entities: [
      ['Valdorie', 'LOC', 'valdorie'],
      ['Jeanne Morvan', 'PER', 'morvan'],
      ['Port-Clair', 'LOC', 'port'],
      ['Morvan#2', 'PER', 'morvan', { confidence: 0.4 }],
      ['Port-Clair#2', 'LOC', 'port'],
    ],
    index: [
      { id: 'morvan', aliases: ['Morvan'], role: 'ministre de la Pêche' },
      { id: 'port', place: { country: 'FR', latitude: 48.5, longitude: -4.25, population: 12345 } },
    ],
    dates: [
      ['2017-01', '2017-01', { earliest: '2017-01-01', latest: '2017-01-31', edtf: '2017-01' }],
      ['mars', '2017-03', { earliest: '2017-03-01', latest: '2017-03-31', anchor: 'document date', edtf: '2017-03' }],
      ['le 3 janvier 2017', '2017-01-03', { earliest: '2017-01-03', latest: '2017-01-03', edtf: '2017-01-03' }],
      [
        'mardi',
        '2017-01-03',
        {
          earliest: '2017-01-03',
          latest: '2017-01-03',
          anchor: 'le 3 janvier 2017',
          anchorStart: at(VALDORIE, 'le 3 janvier 2017').start,
        },
      ],
    ],
    quotes: [
      {
        spans: ['Il faut signer avant mars'],
        cue: 'a déclaré',
        speaker: 'la ministre de la Pêche, Jeanne Morvan',
        speakerEntity: 'morvan',
        speakerName: 'Jeanne Morvan',
      },
      { spans: ['Nous sommes prêts'], cue: 'ajouté', speaker: 'elle', speakerEntity: 'morvan', speakerName: 'Jeanne Morvan' },
    ],
  });
}
