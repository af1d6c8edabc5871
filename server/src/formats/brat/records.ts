import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';

/** One line of a brat .ann file, understood. Offsets are code points. */
export type BratRecord =
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly label: string;
      readonly spans: readonly Span[];
      readonly reference: string | undefined;
    }
  | { readonly kind: 'relation'; readonly id: string; readonly label: string; readonly args: readonly BratArgument[] }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly label: string;
      readonly trigger: string;
      readonly args: readonly BratArgument[];
    }
  | { readonly kind: 'attribute'; readonly id: string; readonly name: string; readonly target: string; readonly value: string }
  | { readonly kind: 'note'; readonly id: string; readonly name: string; readonly target: string; readonly value: string }
  | {
      readonly kind: 'link';
      readonly id: string;
      readonly name: string;
      readonly target: string;
      readonly value: string;
      readonly label: string;
    }
  | { readonly kind: 'equiv'; readonly label: string; readonly members: readonly string[] };

/** `Role:T1`. */
export interface BratArgument {
  readonly role: string;
  readonly target: string;
}

/** A carriage return, and what looks like a line after it. */
const OTHER_END = /\r(?:[TREAMN]\d|[#*])[^\t\r]*\t/;

/** Reads one line (without its line end); a message says what is wrong with it. Blank lines are the caller's. */
export function parseBratLine(line: string): BratRecord | Message {
  // what another program ended its lines with would be lost with the first line that is written again
  if (OTHER_END.test(line)) return formatMessages.carriageReturn;
  const tab = line.indexOf('\t');
  if (tab < 1) return formatMessages.identifierAndTab;
  const id = line.slice(0, tab);
  const rest = line.slice(tab + 1);
  switch (id[0]) {
    case 'T':
      return parseText(id, rest);
    case 'R':
      return parseRelation(id, rest);
    case 'E':
      return parseEvent(id, rest);
    case 'A':
    case 'M':
      return parseAttribute(id, rest);
    case 'N':
      return parseLink(id, rest);
    case '#':
      return parseNote(id, rest);
    case '*':
      return parseEquiv(rest);
    default:
      return formatMessages.unknownIdentifier(id);
  }
}

function parseText(id: string, rest: string): BratRecord | Message {
  const [data = '', ...tail] = rest.split('\t');
  const space = data.indexOf(' ');
  const label = data.slice(0, Math.max(space, 0));
  if (!label) return formatMessages.needsOffsets;
  const spans: Span[] = [];
  for (const fragment of data.slice(space + 1).split(';')) {
    const match = /^(\d{1,15}) (\d{1,15})$/.exec(fragment.trim());
    if (!match) return formatMessages.badOffsets(data.slice(space + 1));
    const [start, end] = [Number(match[1]), Number(match[2])];
    if (start > end) return formatMessages.endsBeforeStart(end, start);
    if (start < (spans.at(-1)?.end ?? 0)) return formatMessages.fragmentsOverlap;
    spans.push({ start, end });
  }
  return { kind: 'text', id, label, spans, reference: tail.length > 0 ? tail.join('\t') : undefined };
}

function parseArguments(words: readonly string[]): readonly BratArgument[] | undefined {
  const args: BratArgument[] = [];
  for (const word of words) {
    if (word === '') continue;
    const colon = word.indexOf(':');
    if (colon < 1 || colon === word.length - 1) return undefined;
    args.push({ role: word.slice(0, colon), target: word.slice(colon + 1) });
  }
  return args;
}

function parseRelation(id: string, rest: string): BratRecord | Message {
  const [label = '', ...words] = (rest.split('\t')[0] ?? '').split(' ');
  const args = parseArguments(words);
  if (!label || !args || args.length < 2) return formatMessages.needsArguments;
  return { kind: 'relation', id, label, args };
}

function parseEvent(id: string, rest: string): BratRecord | Message {
  const args = parseArguments((rest.split('\t')[0] ?? '').split(' '));
  const [first, ...others] = args ?? [];
  if (!first) return formatMessages.needsTrigger;
  return { kind: 'event', id, label: first.role, trigger: first.target, args: others };
}

function parseAttribute(id: string, rest: string): BratRecord | Message {
  const match = /^(\S+) (\S+)(?: ([^\t]*))?/.exec(rest);
  if (!match) return formatMessages.needsTarget;
  return { kind: 'attribute', id, name: match[1] as string, target: match[2] as string, value: match[3] ?? '' };
}

function parseNote(id: string, rest: string): BratRecord | Message {
  const [data = '', ...tail] = rest.split('\t');
  const match = /^(\S+) (\S+) *$/.exec(data);
  if (!match) return formatMessages.noteNeeds;
  return { kind: 'note', id, name: match[1] as string, target: match[2] as string, value: tail.join('\t') };
}

function parseLink(id: string, rest: string): BratRecord | Message {
  const [data = '', ...tail] = rest.split('\t');
  const match = /^(\S+) (\S+) (\S+:\S+) *$/.exec(data);
  if (!match) return formatMessages.normalisationNeeds;
  return {
    kind: 'link',
    id,
    name: match[1] as string,
    target: match[2] as string,
    value: match[3] as string,
    label: tail.join('\t'),
  };
}

function parseEquiv(rest: string): BratRecord | Message {
  const [label = '', ...members] = (rest.split('\t')[0] ?? '').split(' ').filter((word) => word !== '');
  if (!label || members.length < 2) return formatMessages.equivalenceNeeds;
  return { kind: 'equiv', label, members };
}

/** The line of a record, without line end. */
export function formatBratRecord(record: BratRecord): string {
  switch (record.kind) {
    case 'text':
      return `${record.id}\t${record.label} ${record.spans.map((span) => `${span.start} ${span.end}`).join(';')}\t${record.reference ?? ''}`;
    case 'relation':
      return `${record.id}\t${[record.label, ...record.args.map(formatArgument)].join(' ')}`;
    case 'event':
      return `${record.id}\t${[`${record.label}:${record.trigger}`, ...record.args.map(formatArgument)].join(' ')}`;
    case 'attribute':
      return `${record.id}\t${record.name} ${record.target}${record.value === '' ? '' : ` ${record.value}`}`;
    case 'note':
      return `${record.id}\t${record.name} ${record.target}\t${record.value}`;
    case 'link':
      return `${record.id}\t${record.name} ${record.target} ${record.value}\t${record.label}`;
    case 'equiv':
      return `*\t${[record.label, ...record.members].join(' ')}`;
  }
}

function formatArgument(arg: BratArgument): string {
  return `${arg.role}:${arg.target}`;
}
