import { own } from '../core/members';
import { contains, overlaps, type Span } from '../core/span';
import { attributeValues } from '../formats/annotationDocument';
import type { Message } from '../messages/message';
import { schemaMessages } from '../messages/schema';
import { overlapIndex } from './overlay';
import type { RelationView } from './relations';
import { extent, type ReviewItem } from './reviewItem';
import type { AttributeDeclaration, CorpusSchema, EventDeclaration } from './schema';

/** Something that people annotated and the schema does not admit. */
export interface SchemaBreach {
  readonly span: Span;
  readonly message: Message;
}

/** What people annotated in a text that the schema does not admit: overlaps, values of attributes, relations and events. In text order. */
export function schemaBreaches(
  text: string,
  items: readonly ReviewItem[],
  relations: readonly RelationView[],
  schema: CorpusSchema,
): readonly SchemaBreach[] {
  const decided = items.filter(({ annotation, status }) => annotation !== undefined && status !== 'rejected');
  const found = [
    ...forbiddenOverlaps(text, decided, schema),
    ...unknownValues(decided, schema),
    ...relations.flatMap((relation) => relationBreaches(relation, schema)),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function forbiddenOverlaps(text: string, decided: readonly ReviewItem[], schema: CorpusSchema): readonly SchemaBreach[] {
  return schema.layers.flatMap(({ id, overlap = 'any' }) => {
    if (overlap === 'any') return [];
    const own = decided.filter(({ layer }) => layer === id);
    const near = overlapIndex(own);
    return own.flatMap((item): readonly SchemaBreach[] => {
      const span = extent(item);
      // told once a pair: at the one that comes later
      const other = near(span).find((one) => one !== item && isBefore(one, item, own) && isForbidden(extent(one), span, overlap));
      if (other === undefined) return [];
      const message = overlap === 'none' ? schemaMessages.overlapsOther : schemaMessages.crosses;
      return [{ span, message: message(wordsAt(text, span), wordsAt(text, extent(other))) }];
    });
  });
}

function isBefore(one: ReviewItem, other: ReviewItem, all: readonly ReviewItem[]): boolean {
  const [a, b] = [extent(one), extent(other)];
  return (
    a.start < b.start || (a.start === b.start && (a.end > b.end || (a.end === b.end && all.indexOf(one) < all.indexOf(other))))
  );
}

const isForbidden = (one: Span, other: Span, overlap: 'nested' | 'none'): boolean =>
  overlaps(one, other) && (overlap === 'none' || !(contains(one, other) || contains(other, one)));

const wordsAt = (text: string, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + 80)).replace(/\s+/gu, ' ');

function unknownValues(decided: readonly ReviewItem[], schema: CorpusSchema): readonly SchemaBreach[] {
  const layers = new Map(schema.layers.map((layer) => [layer.id, layer.attributes.filter(({ values }) => values.length > 0)]));
  return decided.flatMap((item) =>
    (layers.get(item.layer) ?? []).flatMap((declared) => {
      const message = valueProblem(declared, own(item.attributes, declared.id));
      return message === undefined ? [] : [{ span: extent(item), message }];
    }),
  );
}

function valueProblem(
  { title, values, multiple }: AttributeDeclaration,
  value: ReviewItem['attributes'][string] | undefined,
): Message | undefined {
  const all = value === undefined ? [] : attributeValues(value);
  const strange = all.find((one) => !values.includes(one));
  if (strange !== undefined) return schemaMessages.badValue(title, strange, values.join(', '));
  return all.length > 1 && multiple !== true ? schemaMessages.oneValue(title) : undefined;
}

/** A relation whose name is not declared where others are, and an event that is not as it is declared. The ends of relations are told elsewhere. */
function relationBreaches(relation: RelationView, schema: CorpusSchema): readonly SchemaBreach[] {
  const span = extent(relation.trigger ?? relation.ends[0] ?? { spans: [] });
  if (relation.trigger === undefined) {
    const isKnown = schema.relations === undefined || schema.relations.some(({ id }) => id === relation.type);
    return isKnown ? [] : [{ span, message: schemaMessages.noSuchRelation(relation.type) }];
  }
  if (schema.events === undefined) return [];
  const declared = schema.events.find(({ id }) => id === relation.type);
  if (declared === undefined) return [{ span, message: schemaMessages.noSuchEvent(relation.type) }];
  return argumentProblems(
    declared,
    relation.ends.map(({ role, type, event }) => ({ role, type: event ?? type })),
  ).map((message) => ({ span, message }));
}

/** What is wrong with an event's arguments by its declaration. brat numbers roles that several have: `Who2` is one more `Who`. */
export function argumentProblems(
  { title, arguments: declared }: EventDeclaration,
  given: readonly { readonly role: string; readonly type: string }[],
): readonly Message[] {
  if (declared.length === 0) return [];
  const byRole = new Map(declared.map((argument) => [argument.role, argument]));
  const counts = new Map<string, number>();
  const wrong = given.flatMap(({ role: written, type }): readonly Message[] => {
    const role = byRole.has(written) ? written : plainRole(written);
    const argument = byRole.get(role);
    if (argument === undefined) return [schemaMessages.noSuchArgument(title, written)];
    counts.set(role, (counts.get(role) ?? 0) + 1);
    if (argument.types.length > 0 && !argument.types.includes(type)) return [schemaMessages.argumentType(title, role, type)];
    return argument.multiple !== true && counts.get(role) === 2 ? [schemaMessages.oneArgument(title, role)] : [];
  });
  const missing = declared.filter(({ role, required }) => required === true && !counts.has(role));
  return [...wrong, ...missing.map(({ role }) => schemaMessages.argumentMissing(title, role))];
}

/** A role without the number that brat gives to a second one. */
const plainRole = (role: string): string => role.replace(/\d+$/, '') || role;
