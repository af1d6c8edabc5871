import type { Span } from '../../core/span';
import type { AnnotationDocument, Relation } from '../annotationDocument';
import { type Capabilities, EVERYTHING } from '../loss';
import { isBinary } from '../reduce';
import type { TokenSentence } from '../tokens';
import { HOST } from './drafts';
import type { TsvOrigin } from './read';
import { shortName, typeOfLayer } from './schema';

/** DKPro's words: no annotations of the model, but what relations of syntax hang on. */
export const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
const FEATURE = /^(?!BT_|ROLE_)[A-Za-z]\w*$/;

/** What the format can say of this document. */
export function tsvCapabilities(
  document: AnnotationDocument,
  sentences: readonly TokenSentence[],
  origin: TsvOrigin | undefined,
): Capabilities {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const layers = new Map(document.annotations.map((annotation) => [annotation.id, annotation.layer]));
  const chains = new Set([
    'coref',
    ...(origin?.layers ?? []).filter((layer) => layer.kind === 'chain').map((layer) => layer.name),
  ]);
  const isChain = (layer: string): boolean => chains.has(layer) || chains.has(typeOfLayer(layer) ?? '');
  const ends = new Set(document.relations.flatMap((relation) => relation.args.map((arg) => arg.target)));
  const declared = (layer: string): readonly string[] | undefined =>
    origin?.layers.find((known) => known.name === typeOfLayer(layer))?.columns.map((column) => column.feature);
  const isSlot = (relation: Relation): boolean =>
    relation.args[0]?.role === HOST &&
    relation.args.length > 1 &&
    (declared(layers.get(relation.args[0].target) ?? '')?.includes(relation.type) ?? false);
  return {
    ...EVERYTHING,
    // In its own file the order of stacked annotations stays; ids are in the file only where they are needed.
    ids: origin !== undefined,
    accepts: (annotation) => annotation.layer !== TOKEN || ends.has(annotation.id),
    label: (layer, type) => ({
      layer: typeOfLayer(layer) === undefined ? 'span' : layer,
      type: type.replace(/\r/g, ' ') || shortName(typeOfLayer(layer) ?? 'Span'),
    }),
    discontinuous: false,
    align: (start, end) => toTokens(start, end, tokens),
    attributes: ({ layer }, name, values) => {
      if (values.length !== 1 || values.some((value) => value.includes('\r'))) return false;
      if (isChain(layer)) return name === 'referenceRelation';
      const features = declared(layer);
      if (features) return features.includes(name) && name !== 'value';
      // INCEpTION's own layer for names has these two features and takes no others.
      return layer === 'entity' ? name === 'identifier' : FEATURE.test(name) && name !== 'value';
    },
    links: false,
    notes: false,
    status: false,
    source: false,
    score: false,
    relations: (relation) =>
      isSlot(relation) ||
      (isBinary(relation) && relation.type !== '' && !relation.type.includes('\r') && sameLayer(relation, layers)),
    roles: isSlot,
    relationDetails: origin !== undefined,
    groups: (group) => {
      const kinds = new Set(group.members.map((member) => layers.get(member) ?? ''));
      const chain = group.members.length > 1 && kinds.size === 1 && [...kinds].every(isChain);
      return chain ? { id: group.id, members: group.members, attributes: {} } : undefined;
    },
    language: false,
    date: false,
  };
}

function sameLayer(relation: Relation, layers: ReadonlyMap<string, string>): boolean {
  return layers.get(relation.args[0]?.target ?? '') === layers.get(relation.args[1]?.target ?? '-');
}

/** White space between words has no line, so an annotation cannot begin or end there. */
function toTokens(start: number, end: number, all: readonly Span[]): Span | undefined {
  const tokens = tokensUnder(start, end, all);
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? { start: Math.max(start, first.start), end: Math.min(end, last.end) } : undefined;
}

/** The tokens that a span touches; the one that an empty span stands in or at. */
export function tokensUnder<T extends Span>(start: number, end: number, tokens: readonly T[]): readonly T[] {
  let low = 0;
  let high = tokens.length;
  const before = (token: Span): boolean => (start === end ? token.end < start : token.end <= start);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(tokens[middle] as T)) low = middle + 1;
    else high = middle;
  }
  const result: T[] = [];
  for (let i = low; i < tokens.length; i++) {
    const token = tokens[i] as T;
    if (start === end ? token.start > start || result.length > 0 : token.start >= end) break;
    result.push(token);
  }
  return result;
}
