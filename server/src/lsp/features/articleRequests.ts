import { EntitiesRequest, type MessageKind, NeighbourRequest, QuotesBySpeakerRequest, TimelineRequest } from '../../protocol';
import { plain } from '../../service/markdown';
import { neighbour } from '../../service/neighbour';
import { firstMention } from '../../service/references';
import { quotesBySpeaker, timeline } from '../../service/views';
import { fromPosition, toRange } from '../convert';
import { guarded } from '../log';
import type { AnalysedDocument, Session } from '../session';
import type { Feature } from './feature';

/** The requests of our own: steps from one annotation to the next, and the contents of the views. */
export const articleRequests: Feature = (session) => {
  answer(session, NeighbourRequest, ({ article }, { position, kind, direction }) => {
    const found = neighbour(article, fromPosition(article.lines, position), kind, direction, session.messages);
    if (found === undefined) return null;
    const { span, ...rest } = found;
    return { range: toRange(article.lines, span), ...rest };
  });
  answer(session, QuotesBySpeakerRequest, ({ article }) =>
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
  answer(session, TimelineRequest, ({ article }) =>
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
  answer(session, EntitiesRequest, ({ article }) =>
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

function answer<P extends { readonly uri: string }, R>(
  session: Session,
  kind: MessageKind<P, R | null>,
  run: (analysed: AnalysedDocument, params: P) => R | null,
): void {
  const handler = guarded<P, R | null>(session.log, kind.method, null, async (params, token) => {
    const analysed = await session.current(params.uri, token);
    return analysed === undefined ? null : run(analysed, params);
  });
  session.connection.onRequest(kind.method, handler);
}
