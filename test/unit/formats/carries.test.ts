import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, formatById } from '../../../server/src/formats';
import type { Annotation, AnnotationDocument, Relation } from '../../../server/src/formats/annotationDocument';
import type { LossKind } from '../../../server/src/formats/loss';
import { at, document } from './support';

const TEXT = 'Anne Corbin vit à Vell avec Otran .';
const WORDS = ['Anne Corbin', 'Vell', 'Otran', 'vit'] as const;
const NAMED = WORDS.map(
  (words, i): Partial<Annotation> => ({ spans: [at(TEXT, words)], type: ['PER', 'LOC', 'ORG', 'PER'][i] as string }),
);
const target = fc.constantFrom('T1', 'T2', 'T3', 'T4');
const role = fc.constantFrom('who', 'where', 'of');
const name = fc.constantFrom('lives', 'knows', 'leads');
const value = fc.constantFrom('a', 'deux mots', 'l’été', '2026-11-30');

/** Part of people's work: documents that have it, what of it comes back, and the losses that tell of it. */
interface Part {
  readonly documents: fc.Arbitrary<AnnotationDocument>;
  readonly said: (document: AnnotationDocument) => readonly string[];
  readonly kinds: readonly LossKind[];
}

const place = (doc: AnnotationDocument, id: string | undefined): unknown => doc.annotations.find((one) => one.id === id)?.spans;
const relationsOf = (doc: AnnotationDocument): readonly string[] =>
  doc.relations.map(({ type, trigger, args, attributes, note }) =>
    JSON.stringify([type, place(doc, trigger), args.map((arg) => [arg.role, place(doc, arg.target)]), attributes, note]),
  );
const ofMarks = (said: (annotation: Annotation) => unknown) => (doc: AnnotationDocument) =>
  doc.annotations.flatMap((one) => (said(one) === undefined ? [] : [JSON.stringify([one.spans, said(one)])]));

const PARTS: Readonly<Record<string, Part>> = {
  Relations: {
    documents: fc
      .uniqueArray(fc.record({ type: name, from: target, to: target }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ from, to }) => `${from} ${to}`,
      })
      .map((list) => list.filter(({ from, to }) => from !== to))
      .filter((list) => list.length > 0)
      .map((list) =>
        document(TEXT, NAMED, {
          relations: list.map(
            ({ type, from, to }, i): Relation => ({
              id: `R${i + 1}`,
              type,
              args: [
                { role: 'Arg1', target: from },
                { role: 'Arg2', target: to },
              ],
              attributes: {},
            }),
          ),
        }),
      ),
    said: relationsOf,
    kinds: ['relation'],
  },
  Events: {
    documents: fc.uniqueArray(fc.tuple(role, target), { minLength: 1, maxLength: 3, selector: ([own]) => own }).map((args) =>
      document(TEXT, NAMED, {
        relations: [
          { id: 'E1', type: 'PER', trigger: 'T4', args: args.map(([own, to]) => ({ role: own, target: to })), attributes: {} },
        ],
      }),
    ),
    said: relationsOf,
    kinds: ['relation'],
  },
  Notes: {
    documents: value.map((note) =>
      document(TEXT, [
        { ...NAMED[0], note },
        { ...NAMED[1], note: `${note}\nbis` },
      ]),
    ),
    said: ofMarks(({ note }) => note),
    kinds: ['note'],
  },
  Attributes: {
    documents: fc
      .dictionary(fc.constantFrom('role', 'sure', 'gender'), value, { minKeys: 1, noNullPrototype: true })
      .map((attributes) => document(TEXT, [{ ...NAMED[0], attributes }])),
    said: ofMarks(({ attributes }) => (Object.keys(attributes).length > 0 ? Object.entries(attributes).sort() : undefined)),
    kinds: ['attribute'],
  },
  'Who, day': {
    documents: fc
      .constantFrom('anna', 'Zoé K.')
      .map((source) => document(TEXT, [{ ...NAMED[0], source, status: 'confirmed', attributes: { day: '2026-11-30' } }])),
    said: ofMarks(({ source, attributes }) =>
      source === undefined && attributes.day === undefined ? undefined : [source, attributes.day],
    ),
    kinds: ['source', 'attribute'],
  },
  Article: {
    documents: fc
      .record({
        title: value,
        'review.state': fc.constantFrom('finished', 'aside'),
        'review.by': fc.constantFrom('anna', 'Zoé K.'),
      })
      .map((metadata) => document(TEXT, NAMED, { metadata })),
    said: ({ metadata }) =>
      Object.entries(metadata ?? {})
        .map((entry) => JSON.stringify(entry))
        .sort(),
    kinds: ['document'],
  },
  Labels: {
    documents: fc
      .record(
        {
          topic: fc.uniqueArray(fc.constantFrom('trade', 'droit du sol', 'a:b'), { minLength: 1, maxLength: 2 }),
          'part: 50 %': fc.constantFrom(['report'], ['l’été']),
          checked: fc.constant(['']),
        },
        { requiredKeys: ['topic'], noNullPrototype: true },
      )
      .map((labels) => document(TEXT, NAMED, { labels })),
    said: ({ labels }) => Object.entries(labels ?? {}).flatMap(([own, values]) => values.map((one) => `${own}=${one}`)),
    kinds: ['document'],
  },
};

/** ● all of it comes back, – none of it does and each is told, ◐ what does not come back is told. */
function carried(id: string, variant: string | undefined, part: Part): string {
  const format = formatById(id) as (typeof FORMATS)[number];
  let [whole, none] = [true, true];
  for (const doc of fc.sample(part.documents, { numRuns: 12, seed: 7 })) {
    const { files, losses } = format.write([doc], { rejected: 'keep', ...(variant && { variant }) });
    const file = files.find((one) => one.name.endsWith(format.extensions[0] ?? '')) ?? files[0];
    const { documents } = format.read({ name: file?.name ?? '', content: file?.content ?? '', text: TEXT });
    const before = part.said(doc);
    const again = documents[0] ? part.said(documents[0]) : [];
    const kept = before.filter((one) => again.includes(one));
    if (kept.length < before.length) {
      whole = false;
      expect(
        losses.some(({ kind }) => kind === 'layer' || part.kinds.includes(kind)),
        `${id} loses and does not tell: ${before}`,
      ).toBe(true);
    }
    if (kept.length > 0) none = false;
  }
  return whole ? '●' : none ? '–' : '◐';
}

const DOCS = readFileSync(path.resolve(import.meta.dirname, '../../../docs/formats.md'), 'utf8');
const section = DOCS.split('## What of people’s work each carries')[1]?.split('\n## ')[0] ?? '';
const table = section
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const rows = table.slice(1).flatMap(([names = '', ...cells]) =>
  names.split(', ').map((format) => {
    const [id = '', variant] = format.split(' ').map((word) => word.replaceAll('`', ''));
    return { id, variant, cells };
  }),
);

describe('the table of what of people’s work each format carries', () => {
  it('has each format', () => {
    expect(table[0]?.slice(1, 1 + Object.keys(PARTS).length)).toEqual(Object.keys(PARTS));
    expect([...new Set(rows.map(({ id }) => id))].sort()).toEqual(FORMATS.map(({ id }) => id).sort());
  });

  it.each(rows.map((row) => [`${row.id} ${row.variant ?? ''}`.trim(), row] as const))(
    '%s: as it is',
    (_, { id, variant, cells }) => {
      const found = Object.values(PARTS).map((part) => carried(id, variant, part));
      expect(cells.slice(0, found.length)).toEqual(found);
    },
  );
});
