import type { SearchDocument, Tokens } from '../corpus/searchDocument';
import type { HandedText, Unit } from './records';
import type { HandOnWriter, Piece } from './writers';

/** A region of tokens with its attributes. */
interface Region extends Pick<Tokens, 'first' | 'last'> {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
}

/**
 * A vertical text for the IMS Open Corpus Workbench (CQP, CQPweb) and whoever reads its form: a token a line, `text`, `p` and
 * `s` around them, names and quotations as structures `name` and `quote` with attributes, and beside it the call of
 * cwb-encode that declares them. Of regions of one kind that lie in each other the outer one stands.
 * Evert, S. and The CWB Development Team: CWB Corpus Encoding Tutorial, sections 2 and 3.
 */
export function cqpWriter(unit: Unit): HandOnWriter {
  const attributes = new Set<string>();
  return {
    add(text) {
      for (const name of text.fields.keys()) attributes.add(attributeName(name));
      return [{ file: FILE, content: vertical(text) }];
    },
    end: (): readonly Piece[] => [{ file: 'cwb-encode.txt', content: `${encodeCall(unit, [...attributes])}\n` }],
  };
}

const FILE = 'corpus.vrt';

/** Names and quotations lie across sentences and across each other; each kind is a structure of its own to CWB. */
function vertical({ id, fields, document, parts }: HandedText): string {
  const lines = [open('text', [['id', id], ...[...fields].map(([name, value]) => [attributeName(name), value] as const)])];
  for (const { first, last } of parts) {
    const regions = regionsOf(document).flatMap((region) => within(region, first, last));
    const opening = groupedBy(regions, (region) => region.first);
    const closing = groupedBy(regions, (region) => region.last);
    for (let i = first; i <= last; i++) {
      for (const { name } of (closing.get(i) ?? []).toReversed()) lines.push(`</${name}>`);
      if (i === last) break;
      for (const { name, attributes } of opening.get(i) ?? []) lines.push(open(name, attributes));
      lines.push(escaped((document.forms[i] as string).replace(/\s+/g, ' ')));
    }
  }
  return `${[...lines, '</text>'].join('\n')}\n`;
}

/** The larger ones first, so that they are opened first. */
function regionsOf(document: SearchDocument): readonly Region[] {
  const { paragraphs, sentences, mentions, quotations } = document;
  return [
    ...paragraphs.map(({ first, last }): Region => ({ name: 'p', first, last, attributes: [] })),
    ...sentences.map(({ first, last }): Region => ({ name: 's', first, last, attributes: [] })),
    ...outermost(
      quotations.flatMap(({ parts, kind, speakers, cue = '' }) =>
        parts.map(({ first, last }): Region => {
          const attributes = [
            ['kind', kind],
            ['speaker', speakers[0] ?? ''],
            ['cue', cue],
          ] as const;
          return { name: 'quote', first, last, attributes };
        }),
      ),
    ),
    ...outermost(
      mentions.map(({ first, last, type, names }): Region => {
        return {
          name: 'name',
          first,
          last,
          attributes: [
            ['type', type],
            ['entity', names[0] ?? ''],
          ],
        };
      }),
    ),
  ];
}

function outermost(regions: readonly Region[]): readonly Region[] {
  const kept: Region[] = [];
  for (const region of [...regions].sort((a, b) => a.first - b.first || b.last - a.last))
    if (region.first < region.last && region.first >= (kept.at(-1)?.last ?? 0)) kept.push(region);
  return kept;
}

/** What of a region lies in a part of the text. */
function within(region: Region, first: number, last: number): readonly Region[] {
  const cut = { ...region, first: Math.max(first, region.first), last: Math.min(last, region.last) };
  return cut.first < cut.last ? [cut] : [];
}

function groupedBy(regions: readonly Region[], key: (region: Region) => number): ReadonlyMap<number, readonly Region[]> {
  const groups = new Map<number, Region[]>();
  for (const region of regions) {
    const known = groups.get(key(region));
    if (known === undefined) groups.set(key(region), [region]);
    else known.push(region);
  }
  return groups;
}

const open = (name: string, attributes: Region['attributes']): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${escaped(value.replace(/\s+/g, ' ')).replace(/"/g, '&quot;')}"`).join('')}>`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Small letters, digits and low lines, a letter first: what CWB takes. */
function attributeName(name: string): string {
  const made = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_');
  return /^[a-z]/.test(made) ? made : `x_${made}`;
}

function encodeCall(unit: Unit, attributes: readonly string[]): string {
  const structures = [
    `text:0+id${attributes.map((name) => `+${name}`).join('')}`,
    'p:0',
    's:0',
    'quote:0+kind+speaker+cue',
    'name:0+type+entity',
  ];
  const declared = structures.map((structure) => `-S ${structure}`).join(' ');
  return `cwb-encode -d data -f ${FILE} -R registry/${unit} -c utf8 -xsB ${declared}\ncwb-make -r registry -V ${unit.toUpperCase()}`;
}
