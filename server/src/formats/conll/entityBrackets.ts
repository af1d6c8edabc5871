import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import { type AnnotationDocument, groupByMember } from '../annotationDocument';
import { addTo } from '../collections';
import { type FormatProblem, warning } from '../format';
import { plainLabel, toLabel } from '../labels';

/*
 * CorefUD's brackets in MISC: `Entity=(e1-PER-1` opens a mention of entity e1, `Entity=e1)` closes it, `(e2-LOC-1)` is a
 * mention of one word, `(e3[1/2]-PER-1)` the first of two parts. What the fields are, `# global.Entity` says.
 */

/** A mention over surface tokens. */
export interface BracketMention {
  readonly entity: string;
  readonly type: string;
  readonly parts: readonly { readonly first: number; readonly end: number }[];
}

/** Reads the brackets of all surface tokens of a document, in order. */
export function readBrackets(
  cells: readonly { readonly line: number; readonly value: string | undefined }[],
  fields: string | undefined,
  report: (problem: FormatProblem) => void,
): readonly BracketMention[] {
  const names = (fields?.replace(/^[^=]*= */, '') ?? 'eid-etype-head').split('-');
  const typeIndex = Math.max(1, names.indexOf('etype'));
  const open = new Map<string, { key: string; type: string; first: number; line: number }[]>();
  const parts: { key: string; type: string; first: number; end: number }[] = [];
  cells.forEach(({ line, value }, i) => {
    for (const [, opened, closesAtOnce, closed] of (value ?? '').matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const values = opened.split('-');
        const mention = { key: values[0] ?? '', type: values[typeIndex] || 'mention', first: i, line };
        if (closesAtOnce) parts.push({ key: mention.key, type: mention.type, first: i, end: i + 1 });
        else addTo(open, mention.key, mention);
        continue;
      }
      const key = (closed ?? '').split('-')[0] ?? '';
      const mention = open.get(key)?.pop();
      if (mention) parts.push({ key, type: mention.type, first: mention.first, end: i + 1 });
      else report(warning(line, formatMessages.mentionNotOpened(key)));
    }
  });
  const unclosed = [...open.values()].flat().sort((a, b) => a.first - b.first);
  for (const mention of unclosed) report(warning(mention.line, formatMessages.mentionNotClosed(mention.key)));
  return join(parts.sort((a, b) => a.first - b.first || b.end - a.end));
}

/** Puts parts `e1[1/2]` and `e1[2/2]` together. */
function join(parts: readonly { key: string; type: string; first: number; end: number }[]): readonly BracketMention[] {
  const result: { entity: string; type: string; parts: { first: number; end: number }[] }[] = [];
  const pending = new Map<string, (typeof result)[number]>();
  for (const { key, type, first, end } of parts) {
    const part = /^(.*)\[(\d+)\/(\d+)\]$/.exec(key);
    const entity = part?.[1] ?? key;
    const known = part && part[2] !== '1' ? pending.get(`${entity}/${part[3]}`) : undefined;
    if (known) {
      known.parts.push({ first, end });
      continue;
    }
    const mention = { entity, type, parts: [{ first, end }] };
    result.push(mention);
    if (part) pending.set(`${entity}/${part[3]}`, mention);
  }
  return result;
}

/** A type as brackets can hold it: a hyphen parts their fields, so it can have none, nor any bracket. */
export function bracketType(layer: string, type: string): string {
  return plainLabel(toLabel(layer, type)).replace(/[-()|=[\]]/g, '_');
}

/** The `Entity` value of each token; empty where there is none. Every mention outside of the groups is an entity of its own. */
export function bracketsOf(document: AnnotationDocument, tokens: readonly Span[]): readonly string[] {
  const groups = groupByMember(document);
  const names = new Map<string, string>();
  const entityOf = (id: string): string => {
    const key = groups.has(id) ? `group ${groups.get(id)?.id}` : `mention ${id}`;
    const known = names.get(key);
    if (known) return known;
    names.set(key, `e${names.size + 1}`);
    return `e${names.size}`;
  };
  const starts = new Map(tokens.map((token, i) => [token.start, i]));
  const ends = new Map(tokens.map((token, i) => [token.end, i]));
  const opening: { at: number; until: number; text: string }[] = [];
  for (const annotation of document.annotations) {
    const entity = entityOf(annotation.id);
    const type = bracketType(annotation.layer, annotation.type);
    annotation.spans.forEach((span, i) => {
      const [at, until] = [starts.get(span.start), ends.get(span.end)];
      const name = annotation.spans.length > 1 ? `${entity}[${i + 1}/${annotation.spans.length}]` : entity;
      if (at !== undefined && until !== undefined) opening.push({ at, until, text: `${name}-${type}-1` });
    });
  }
  // Longer ones open first and close last.
  opening.sort((a, b) => a.at - b.at || b.until - a.until);
  const closings = new Map<number, string[]>();
  const values = new Array<string>(tokens.length).fill('');
  for (const { at, until, text } of opening) {
    if (at === until) continue;
    const name = text.slice(0, text.indexOf('-'));
    addTo(closings, until, `${name})`);
  }
  for (const [until, list] of closings) values[until] = list.reverse().join('');
  for (const { at, until, text } of opening) values[at] += at === until ? `(${text})` : `(${text}`;
  return values;
}
