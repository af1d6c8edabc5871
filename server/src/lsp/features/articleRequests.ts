import { EntitiesRequest, NeighbourRequest, QuotesBySpeakerRequest, TimelineRequest } from '../../protocol';
import { plain } from '../../service/markdown';
import { neighbour } from '../../service/neighbour';
import { firstMention } from '../../service/references';
import { quotesBySpeaker, timeline } from '../../service/views';
import { fromPosition, toRange } from '../convert';
import { answerOn } from './answer';
import type { Feature } from './feature';

/** The requests of our own: steps from one annotation to the next, and the contents of the views. */
export const articleRequests: Feature = (session) => {
  answerOn(session, NeighbourRequest, null, ({ article }, { position, kind, direction }) => {
    const found = neighbour(article, fromPosition(article.lines, position), kind, direction, session.messages);
    if (found === undefined) return null;
    const { span, ...rest } = found;
    return { range: toRange(article.lines, span), ...rest };
  });
  answerOn(session, QuotesBySpeakerRequest, null, ({ article }) =>
    quotesBySpeaker(article).map(({ name, entity, quotes }) => ({
      name,
      ...(entity && { entity: entity.id, type: entity.type, ...(entity.role !== undefined && { role: entity.role }) }),
      quotes: quotes.map(({ quote, span, text }) => ({
        range: toRange(article.lines, span),
        text,
        kind: quote.kind,
        ...(quote.cue && { cue: quote.cue.text }),
        confidence: quote.confidence,
      })),
    })),
  );
  answerOn(session, TimelineRequest, null, ({ article }) =>
    timeline(article, session.messages).map(({ date, label, context }) => ({
      range: toRange(article.lines, date),
      text: plain(date.text),
      label,
      type: date.type,
      value: date.value,
      ...(date.earliest !== undefined && { earliest: date.earliest }),
      ...(date.latest !== undefined && { latest: date.latest }),
      context,
    })),
  );
  answerOn(session, EntitiesRequest, null, ({ article }) =>
    article.analysis.entityIndex
      .filter((entity) => firstMention(article, entity.id) !== undefined)
      .map((entity) => ({
        id: entity.id,
        name: entity.name,
        type: entity.type,
        ...(entity.role !== undefined && { role: entity.role }),
        mentions: article.mentionsOf(entity.id).map((mention) => toRange(article.lines, mention)),
        quotes: article.speechBy(entity.id).length,
      }))
      .sort((a, b) => compare(a.mentions[0], b.mentions[0])),
  );
  return {};
};

type Start = { readonly start: { readonly line: number; readonly character: number } } | undefined;

function compare(a: Start, b: Start): number {
  if (a === undefined || b === undefined) return 0;
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
