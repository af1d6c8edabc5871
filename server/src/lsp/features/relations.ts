import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Span } from '../../core/span';
import { reviewMessages } from '../../messages/reviewing';
import {
  COMMANDS,
  type RelationEndInfo,
  type RelationInfo,
  RelationsRequest,
  type ReviewApplied,
  type ReviewOperation,
} from '../../protocol';
import { escapeMarkdown } from '../../service/markdown';
import type { OutlineRelation } from '../../service/outline';
import { type RelationEnd, type RelationView, relationsAt, relationsOf, unfitting } from '../../store/relations';
import { extent, type ReviewItem } from '../../store/reviewItem';
import { typeNames } from '../../store/schema';
import { schemaBreaches } from '../../store/schemaChecks';
import { commandAddress, SOURCE, toFlatRange, toRange } from '../convert';
import { oneLine, wordsOf } from '../reviewConvert';
import type { AnalysedDocument, Session } from '../session';
import { answerOn } from './answer';
import type { Feature } from './feature';

/** Relations and events that people have annotated: asked for, and told of where the schema does not admit them. */
export const relationsFeature: Feature = (session) => {
  answerOn(session, RelationsRequest, [], (analysed, { item }) => {
    const all = relationsIn(session, analysed);
    const annotation = analysed.items.find(({ id }) => id === item)?.annotation;
    const asked = item === undefined ? all : annotation ? relationsAt(all, annotation.id) : [];
    return asked.map((relation) => relationInfo(analysed, relation));
  });
  session.diagnosticSources.push(async (analysed) => unfittingDiagnostics(session, analysed));
  session.diagnosticSources.push(async (analysed) => breachDiagnostics(session, analysed));
  return {};
};

/** The relations on an open article; none while its decisions are of another version of the text. */
function relationsIn(session: Session, { document, article, schema }: AnalysedDocument): readonly RelationView[] {
  const decisions = session.reviews.get(document.uri)?.state.decisions;
  return decisions?.document.text === article.text ? relationsOf(decisions.document, schema) : [];
}

/** The relations of an open article as its outline has them. */
export function outlineRelations(session: Session, analysed: AnalysedDocument): readonly OutlineRelation[] {
  return relationsIn(session, analysed).flatMap((relation) => {
    const { title, trigger, ends } = relationInfo(analysed, relation);
    const [at] = relation.trigger ? [relation.trigger] : relation.ends;
    if (at === undefined) return [];
    const words = (end: RelationEndInfo | undefined): string => oneLine(end?.words ?? '', 60);
    const name = trigger ? `${words(trigger)}: ${title}` : `${words(ends[0])} — ${title} → ${words(ends[1])}`;
    const detail = trigger ? ends.map((end) => `${end.role ?? ''} ${words(end)}`.trim()).join(' · ') : '';
    return [{ name, detail, span: extent(at) }];
  });
}

/** The items that relations lead to, each with its relations. */
export function relatedItems(
  session: Session,
  analysed: AnalysedDocument,
  items: readonly ReviewItem[],
): ReadonlyMap<ReviewItem, readonly RelationView[]> {
  const relations = relationsIn(session, analysed);
  if (relations.length === 0) return new Map();
  const related = items.flatMap((item) => {
    const own = item.annotation ? relationsAt(relations, item.annotation.id) : [];
    return own.length > 0 ? [[item, own] as const] : [];
  });
  return new Map(related);
}

/** A question back before anything is done, where relations would go with what is rejected: nobody makes them by a key again. */
export function askedFirst(
  session: Session,
  analysed: AnalysedDocument,
  operations: readonly ReviewOperation[],
): ReviewApplied | undefined {
  const words = reviewMessages(session.messages.locale);
  const ids = operations.flatMap((operation) =>
    operation.kind === 'reject' || operation.kind === 'clear' ? operation.items : [],
  );
  const items = analysed.items.filter(({ id }) => ids.includes(id));
  const related = relatedItems(session, analysed, items);
  if (related.size === 0) return undefined;
  const relations = [...new Set([...related.values()].flat())];
  const [item] = related.size === 1 ? related.keys() : [];
  const shown = item ? oneLine(wordsOf(analysed.article.text, item), 60) : '';
  const [first] = relations;
  const example = `${first ? relationWords(analysed, first) : ''}${relations.length > 1 ? ' …' : ''}`;
  return { ok: false, message: words.holdsRelations(shown, relations.length, example), asks: true };
}

/** A relation on one line: what leads where. */
function relationWords(analysed: AnalysedDocument, relation: RelationView): string {
  const { title, trigger, ends } = relationInfo(analysed, relation);
  const quoted = ({ words }: RelationEndInfo): string => `“${oneLine(words, 40)}”`;
  if (trigger === undefined) return `${ends.slice(0, 1).map(quoted).join('')} ${title} ${ends.slice(1).map(quoted).join(', ')}`;
  return `${title} ${quoted(trigger)} (${ends.map((end) => `${end.role} ${quoted(end)}`).join(', ')})`;
}

/** What a hover says of an item's relations, with links to their other ends; undefined where it has none. */
export function relationsHover(session: Session, analysed: AnalysedDocument, item: ReviewItem): string | undefined {
  const { annotation } = item;
  if (annotation === undefined) return undefined;
  const found = relationsAt(relationsIn(session, analysed), annotation.id);
  if (found.length === 0) return undefined;
  const lines = found.map((relation) => `- ${linked(analysed, relation, annotation.id)}`);
  return [`${reviewMessages(session.messages.locale).relations}:`, ...lines].join('\n');
}

/** The ends that are elsewhere as links, the one that is asked about in bold. */
function linked(analysed: AnalysedDocument, relation: RelationView, here: string): string {
  const { uri } = analysed.document;
  const info = relationInfo(analysed, relation);
  const shown = (end: RelationEndInfo, view: RelationEnd | undefined): string => {
    const words = escapeMarkdown(oneLine(end.words, 60));
    if (view?.annotation === here) return `**${words}**`;
    return `[${words}](${commandAddress(COMMANDS.goTo, [uri, ...end.range])})`;
  };
  const title = escapeMarkdown(info.title);
  const ends = info.ends.map((end, i) => ({ role: end.role, text: shown(end, relation.ends[i]) }));
  if (info.trigger === undefined) return [ends[0]?.text, `— ${title} →`, ...ends.slice(1).map(({ text }) => text)].join(' ');
  const args = ends.map(({ role = '', text }) => `${escapeMarkdown(role)}: ${text}`);
  return [`${title}: ${shown(info.trigger, relation.trigger)}`, ...args].join(' · ');
}

function relationInfo({ article, schema }: AnalysedDocument, relation: RelationView): RelationInfo {
  const { text, lines } = article;
  const types = new Map(schema.layers.flatMap((layer) => layer.types.map(({ id, title }) => [id, title] as const)));
  const end = (view: RelationEnd): RelationEndInfo => ({
    // brat calls the ends of a relation so where nobody has named them
    ...(view.role !== '' && !/^Arg\d$/.test(view.role) && { role: view.role }),
    words: oneLine(wordsOf(text, view)),
    title: view.event ?? types.get(view.type) ?? view.type,
    range: toFlatRange(lines, extent(view)),
    item: view.annotation,
  });
  return {
    id: relation.id,
    type: relation.type,
    title: (relation.trigger ? schema.events : schema.relations)?.find(({ id }) => id === relation.type)?.title ?? relation.type,
    ...(relation.trigger && { trigger: end(relation.trigger) }),
    ends: relation.ends.map(end),
  };
}

/** What people annotated and the schema does not admit. */
function breachDiagnostics(session: Session, analysed: AnalysedDocument): readonly Diagnostic[] {
  const { article, items, schema } = analysed;
  return schemaBreaches(article.text, items, relationsIn(session, analysed), schema).map(
    ({ span, message }): Diagnostic => ({
      range: toRange(article.lines, span),
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      code: 'schema',
      message: session.say(message),
    }),
  );
}

function unfittingDiagnostics(session: Session, analysed: AnalysedDocument): readonly Diagnostic[] {
  const { article, schema } = analysed;
  if (schema.relations === undefined) return [];
  const words = reviewMessages(session.messages.locale);
  const names = typeNames(schema);
  const layerOf = (type: string) => schema.layers.find((layer) => layer.types.some(({ id }) => id === type))?.id ?? 'entity';
  const title = (type: string): string => names.title(layerOf(type), type);
  return unfitting(relationsIn(session, analysed), schema).map((relation): Diagnostic => {
    const [first, second] = relation.ends;
    const at: Span = extent(first ?? { spans: [] });
    return {
      range: toRange(article.lines, at),
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      code: 'relationEnds',
      message: words.unfitting(relationInfo(analysed, relation).title, title(first?.type ?? ''), title(second?.type ?? '')),
    };
  });
}
