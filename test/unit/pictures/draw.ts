import type { ArticleAnalysis, Quotation } from '../../../server/src/core/analysis';
import type { Span } from '../../../server/src/core/span';
import { messagesFor } from '../../../server/src/messages/reading';
import { type Article, createArticle } from '../../../server/src/service/article';
import { codeLenses } from '../../../server/src/service/codeLens';
import { problems } from '../../../server/src/service/diagnostics';
import { folding } from '../../../server/src/service/folding';
import { hover } from '../../../server/src/service/hover/hover';
import { inlayHints } from '../../../server/src/service/inlayHints';
import { type NeighbourKind, neighbour } from '../../../server/src/service/neighbour';
import { type OutlineItem, outline } from '../../../server/src/service/outline';
import { definition, highlights, references } from '../../../server/src/service/references';
import { selectionRanges } from '../../../server/src/service/selection';
import { paint } from '../../../server/src/service/semanticTokens';
import { counts, quotesBySpeaker, timeline } from '../../../server/src/service/views';
import { visible } from '../../../server/src/service/visible';
import { findEntities } from '../../../server/src/service/workspaceSymbols';

/** What was found in a text, a line for each thing, with the words that it is about. */
export function drawAnalysis(text: string, { language, date, ...found }: ArticleAnalysis): string[] {
  const at = placer(text);
  return [
    `language ${language}, date ${date}`,
    ...found.structure.map(
      ({ role, credit, photographer, ...span }) =>
        `${role} ${at(span)}${part(' credit', credit && at(credit))}${part(' photographer', photographer && at(photographer))}`,
    ),
    ...found.entities.map(
      (one) => `${one.type} ${at(one)} = ${one.entity} ${one.confidence.toFixed(2)}${one.nested ? ' nested' : ''}`,
    ),
    ...found.entityIndex.map((entity) => `entity ${JSON.stringify(entity)}`),
    ...found.dates.map(({ text: words, start, end, anchorStart, ...rest }) => {
      const from = anchorStart !== undefined && anchorStart >= 0 ? ` from ${at({ start: anchorStart, end: anchorStart })}` : '';
      return `date ${at({ start, end })} ${JSON.stringify(rest)}${from}`;
    }),
    ...found.quotes.map((quote) => drawQuote(at, quote)),
  ];
}

function drawQuote(at: (span: Span) => string, { spans, text, cue, speaker, ...rest }: Quotation): string {
  const places = spans.map(([start, end]) => at({ start, end })).join(' + ');
  const { confidence, ...more } = rest;
  return `quote ${places}${part(' cue', cue && at(cue))}${part(' speaker', speaker && at(speaker))} ${confidence.toFixed(2)} ${JSON.stringify(more)}`;
}

const part = (name: string, words: string | undefined): string => (words === undefined ? '' : `${name} ${words}`);

/** A place as line:column and its words, shortened in the middle. */
function placer(text: string): (span: Span) => string {
  return ({ start, end }) => {
    const before = text.slice(0, start).split('\n');
    const words = text.slice(start, end);
    const shown = words.length > 40 ? `${words.slice(0, 18)}…${words.slice(-18)}` : words;
    return `${before.length}:${(before.at(-1) ?? '').length}+${end - start} ${JSON.stringify(shown)}`;
  };
}

function withoutRepeats(places: readonly (readonly string[])[]): string[] {
  const drawn = new Set<string>();
  return places.flatMap((lines) => lines.filter((line) => !drawn.has(line) && drawn.add(line)));
}

const KINDS: readonly NeighbourKind[] = ['entity', 'mention', 'date', 'quote', 'quoteBySameSpeaker'];

/** What the editor shows of an article, feature by feature, at each place where something is and beside it. */
export function drawFeatures(text: string, analysis: ArticleAnalysis): string[] {
  const article = createArticle(text, analysis);
  const at = placer(text);
  const messages = messagesFor(analysis.language === 'fr' ? 'fr' : 'en');
  const all = { start: 0, end: text.length };
  return [
    ...outline(article, messages).flatMap((item) => drawOutline(at, item)),
    ...folding(article).map(({ start, end, kind }) => `fold ${start}-${end} ${kind}`),
    ...paint(article).map(({ type, modifiers, ...span }) => `paint ${at(span)} ${[type, ...modifiers].join(' ')}`),
    ...[0.5, 0.7, 0.9].map((minimum) => drawVisible(analysis, minimum)),
    ...inlayHints(article, all, { dates: true, speakers: true }, messages).map((hint) => `hint ${JSON.stringify(hint)}`),
    ...problems(article, { unbalancedMarks: 'warning', speechWithoutSpeaker: 'hint' }, messages).map(
      (problem) => `problem ${JSON.stringify(problem)}`,
    ),
    ...codeLenses(article, messages).map(({ title, places }) => `lens ${title}: ${places.map(at).join(', ')}`),
    ...quotesBySpeaker(article).map(
      ({ name, quotes }) => `speaker ${name}: ${quotes.map(({ text: words }) => words).join(' | ')}`,
    ),
    ...timeline(article, messages).map(({ label, context }) => `time ${label}: ${context}`),
    `counts ${JSON.stringify(counts(article))}`,
    ...['', 'a', 'mor', 'vel'].map(
      (query) =>
        `find ${query}: ${findEntities(article, query)
          .map(({ span }) => at(span))
          .join(', ')}`,
    ),
    // what is at a place as it was at the one before is not drawn again
    ...withoutRepeats(placesOf(article).map((offset) => drawPlace(article, offset, at))),
  ];
}

function drawVisible(analysis: ArticleAnalysis, minimumConfidence: number): string {
  const { entities, quotes } = visible(analysis, { entities: true, dates: true, quotes: true, minimumConfidence });
  return `from ${minimumConfidence} on: ${entities.length} mentions, ${quotes.length} quotes of them ${quotes.filter(({ parent }) => parent !== undefined).length} in others`;
}

function drawOutline(at: (span: Span) => string, item: OutlineItem, depth = 0): string[] {
  const line = `${'  '.repeat(depth)}outline ${item.kind} ${item.name} | ${item.detail} | ${at(item.span)} | ${at(item.selection)}`;
  return [line, ...item.children.flatMap((child) => drawOutline(at, child, depth + 1))];
}

/** Where something begins and ends, in the middle of it, and right behind it. */
function placesOf({ text, analysis }: Article): readonly number[] {
  const spans: Span[] = [
    ...analysis.entities,
    ...analysis.dates,
    ...analysis.quotes.flatMap(({ spans: own, cue, speaker }) => [
      ...own.map(([start, end]) => ({ start, end })),
      ...[cue, speaker].filter((one) => one !== undefined),
    ]),
  ];
  const places = spans.flatMap(({ start, end }) => [start, Math.floor((start + end) / 2), end, end + 1]);
  return [...new Set([0, ...places, text.length])].filter((one) => one >= 0 && one <= text.length).sort((a, b) => a - b);
}

function drawPlace(article: Article, offset: number, at: (span: Span) => string): string[] {
  const messages = messagesFor(article.analysis.language === 'fr' ? 'fr' : 'en');
  const targets = {
    goTo: (span: Span) => `goTo:${span.start}-${span.end}`,
    showAll: ({ start, end }: Span, places: readonly Span[]) => `showAll:${start}-${end}:${places.length}`,
    setDate: () => 'setDate',
    findName: (name: string) => `findName:${name}`,
    mergeName: (name: string) => `mergeName:${name}`,
    splitName: (name: string) => `splitName:${name}`,
    copyQuote: ({ start, end }: Span) => `copyQuote:${start}-${end}`,
  };
  const shown = hover({ article, messages, searchLinks: article.text.length % 2 === 0, targets }, offset);
  const target = definition(article, offset);
  const lengths = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  const near = KINDS.flatMap((kind) =>
    (['next', 'previous'] as const).map((direction) => {
      const found = neighbour(article, offset, kind, direction, messages);
      return found ? `${found.span.start}${found.wrapped ? 'w' : ''} ${found.index}/${found.total}` : '-';
    }),
  );
  return [
    `at ${offset}: ${near.join(', ')}`,
    `  select ${lengths(selectionRanges(article, offset))}`,
    `  refer ${lengths(references(article, offset))} light ${highlights(article, offset)
      .map(({ start, end, kind }) => `${start}-${end}${kind[0]}`)
      .join(' ')}${target ? ` define ${at(target.target)}` : ''}`,
    ...(shown ? [`  hover ${at(shown.span)} ${JSON.stringify(shown.markdown)}`] : []),
  ];
}
