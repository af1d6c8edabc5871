import fc from 'fast-check';
import { expect } from 'vitest';
import type {
  Annotation,
  AnnotationDocument,
  Attributes,
  DocumentToken,
  EntityGroup,
  Relation,
} from '../../../server/src/formats/annotationDocument';
import type { LossItem } from '../../../server/src/formats/loss';

/** A document with only its annotations given. */
export function document(
  text: string,
  annotations: readonly Partial<Annotation>[],
  rest: Partial<AnnotationDocument> = {},
): AnnotationDocument {
  return {
    id: 'essai',
    text,
    annotations: annotations.map((annotation, i) => ({
      id: `T${i + 1}`,
      layer: 'entity',
      type: 'PER',
      spans: [],
      attributes: {},
      ...annotation,
    })),
    relations: [],
    groups: [],
    ...rest,
  };
}

/** The span of the n-th occurrence of some words. */
export function at(text: string, words: string, occurrence = 1): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i < occurrence; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** What a document says, whatever its ids and the order of its lists: for comparing. */
export function canonical(document: AnnotationDocument): unknown {
  const content = (annotation: Annotation): unknown => {
    const { layer, type, spans, attributes, note, status, source, score, links } = annotation;
    return [layer, type, spans, sorted(attributes), note ?? null, status ?? null, source ?? null, score ?? null, links ?? []];
  };
  const ordered = document.annotations
    .map((annotation) => ({ id: annotation.id, key: JSON.stringify(content(annotation)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const names = new Map(ordered.map(({ id }, i) => [id, `a${i}`]));
  const relationNames = relationKeys(document.relations, names);
  const name = (id: string): string => names.get(id) ?? relationNames.get(id) ?? `?${id}`;
  return {
    id: document.id,
    text: document.text,
    language: document.language ?? null,
    date: document.date ?? null,
    annotations: ordered.map(({ key }) => JSON.parse(key) as unknown),
    relations: document.relations
      .map((relation) => [
        relation.type,
        relation.trigger ? name(relation.trigger) : null,
        relation.args.map((arg) => [arg.role, name(arg.target)]),
        sorted(relation.attributes),
        relation.note ?? null,
      ])
      .map((value) => JSON.stringify(value))
      .sort(),
    groups: document.groups
      .map((group) =>
        JSON.stringify([group.type ?? null, group.name ?? null, group.members.map(name).sort(), sorted(group.attributes)]),
      )
      .sort(),
    tokens: document.tokens ?? null,
    sentences: document.sentences ?? null,
  };
}

function relationKeys(relations: readonly Relation[], names: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    relations.map((relation) => [
      relation.id,
      `r:${relation.type}:${names.get(relation.trigger ?? relation.args[0]?.target ?? '') ?? ''}`,
    ]),
  );
}

function sorted(attributes: Attributes): unknown {
  return Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Takes away from a document exactly what a loss report names, independently of the code that writes: what is left must
 * be what the written file says. Boundaries and labels that were moved cannot be predicted and are not covered.
 */
export function withoutLosses(document: AnnotationDocument, losses: readonly LossItem[]): AnnotationDocument {
  const has = (kinds: readonly string[], item?: string, field?: string): boolean =>
    losses.some(
      (loss) =>
        kinds.includes(loss.kind) && (item === undefined || loss.item === item) && (field === undefined || loss.field === field),
    );
  const annotations = document.annotations
    .filter((annotation) => !has(['rejected', 'layer', 'span'], annotation.id))
    .flatMap((annotation) => {
      if (!has(['discontinuous'], annotation.id)) return [annotation];
      return annotation.spans.map(
        (span, i): Annotation => ({ ...annotation, id: i === 0 ? annotation.id : `${annotation.id}+${i}`, spans: [span] }),
      );
    })
    .filter((annotation) => !has(['overlap'], annotation.id))
    .map((annotation): Annotation => {
      const { note, status, source, score, links, ...rest } = annotation;
      const keptLinks = (links ?? []).filter((link) => !has(['link'], annotation.id, link.type));
      return {
        ...rest,
        attributes: Object.fromEntries(
          Object.entries(annotation.attributes).filter(([name]) => !has(['attribute'], annotation.id, name)),
        ),
        ...(keptLinks.length > 0 && { links: keptLinks }),
        ...(note !== undefined && !has(['note'], annotation.id) && { note }),
        ...(status !== undefined && !has(['status'], annotation.id) && { status }),
        ...(source !== undefined && !has(['source'], annotation.id) && { source }),
        ...(score !== undefined && !has(['score'], annotation.id) && { score }),
      };
    });
  const present = new Set(annotations.map((annotation) => annotation.id));
  const { language, date, tokens, sentences, ...rest } = document;
  return {
    ...rest,
    annotations,
    relations: document.relations
      .filter(
        (relation) => !losses.some((loss) => loss.kind === 'relation' && loss.item === relation.id && loss.field === undefined),
      )
      .map((relation) => {
        const { note, ...bare } = relation;
        return {
          ...bare,
          args: has(['relation'], relation.id, 'role')
            ? relation.args.map((arg, i) => ({ role: `Arg${i + 1}`, target: arg.target }))
            : relation.args,
          attributes: Object.fromEntries(
            Object.entries(relation.attributes).filter(([name]) => !has(['attribute'], relation.id, name)),
          ),
          ...(note !== undefined && !has(['note'], relation.id) && { note }),
        };
      }),
    groups: document.groups
      .filter((group) => !losses.some((loss) => loss.kind === 'group' && loss.item === group.id && loss.field === undefined))
      .map((group): EntityGroup => {
        const { type, name, ...bare } = group;
        return {
          ...bare,
          members: group.members.filter((member) => present.has(member)),
          attributes: Object.fromEntries(Object.entries(group.attributes).filter(([key]) => !has(['attribute'], group.id, key))),
          ...(type !== undefined && !has(['group'], group.id, 'type') && { type }),
          ...(name !== undefined && !has(['group'], group.id, 'name') && { name }),
        };
      }),
    ...(language !== undefined && !has(['document'], undefined, 'language') && { language }),
    ...(date !== undefined && !has(['document'], undefined, 'date') && { date }),
    ...(tokens &&
      !losses.some((loss) => loss.kind === 'token' && loss.field === undefined) && {
        tokens: tokens.map((token) => withoutFeatures(token, losses)),
      }),
    ...(sentences && !has(['sentence']) && { sentences }),
  };
}

function withoutFeatures(token: DocumentToken, losses: readonly LossItem[]): DocumentToken {
  const lost = new Set(losses.filter((loss) => loss.kind === 'token').map((loss) => loss.field));
  const { features, ...span } = token;
  const kept = Object.entries(features ?? {}).filter(([name]) => !lost.has(name) && !lost.has('features'));
  return { ...span, ...(kept.length > 0 && { features: Object.fromEntries(kept) }) };
}

/** What is read from the written file is the document less what the report names. */
export function expectFaithful(
  original: AnnotationDocument,
  losses: readonly LossItem[],
  again: AnnotationDocument | undefined,
): void {
  expect(again).toBeDefined();
  if (again) expect(canonical(again)).toEqual(canonical(withoutLosses(original, losses)));
}

const PIECES = [
  'Zoé',
  'marche',
  '  ',
  ' ',
  '\u00a0',
  '\n',
  '\r\n',
  '😀',
  '👩🏽‍🚀',
  'e\u0301',
  'ﬁn',
  '«',
  '»',
  '.',
  ',',
  '<&>"\'',
  '\\',
  '_',
  '|',
  'Kovač',
  '東京',
  'مرحبا',
  '\t',
  'l’été',
];

/** Texts with everything that has ever shifted an offset. */
export const texts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 25 })
  .map((pieces) => pieces.join(''));

/** How wild {@link documents} may be. */
export interface Wildness {
  readonly text?: fc.Arbitrary<string>;
  readonly discontinuous?: boolean;
}

/** Documents with overlapping, nested, discontinuous and astral annotations, attributes, notes, relations and groups. */
export function documents(wildness: Wildness = {}): fc.Arbitrary<AnnotationDocument> {
  return (wildness.text ?? texts).chain((text) => {
    const borders = [...graphemeBorders(text)];
    const border = fc.integer({ min: 0, max: borders.length - 1 });
    const spans = fc
      .uniqueArray(border, { minLength: 2, maxLength: wildness.discontinuous === false ? 2 : 4 })
      .map((list) => [...list].sort((a, b) => a - b))
      .map((list) => {
        const result: { start: number; end: number }[] = [];
        for (let i = 0; i + 1 < list.length; i += 2)
          result.push({ start: borders[list[i] as number] as number, end: borders[list[i + 1] as number] as number });
        return result;
      });
    const words = fc.constantFrom('a', 'mot', 'deux mots', 'été 😀', '2017-01', '<b>&"', "l'un", 'a;b|c,d', '=1+1', '');
    const annotation = fc.record({
      label: fc.constantFrom(['entity', 'PER'], ['entity', 'LOC'], ['date', 'DATE'], ['quote', 'direct'], ['mood', 'joy']),
      spans,
      attributes: fc.dictionary(
        fc.constantFrom('value', 'mod', 'own'),
        fc.oneof(words, fc.uniqueArray(words, { minLength: 2, maxLength: 3 })),
        { maxKeys: 2, noNullPrototype: true },
      ),
      note: fc.option(fc.constantFrom('à voir', 'deux\nlignes', '« mot »'), { nil: undefined }),
      status: fc.constantFrom(undefined, 'confirmed', 'suggested', 'rejected'),
      source: fc.constantFrom(undefined, 'machine-1', 'Zoé'),
      score: fc.constantFrom(undefined, 0.5, 1, 0.875),
    });
    return fc
      .record({
        drafts: fc.array(annotation, { maxLength: 6 }),
        pairs: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 2 }),
        group: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
        name: fc.constantFrom(undefined, 'Zoé Kovač'),
      })
      .map(({ drafts, pairs, group, name }) => {
        const seen = new Set<string>();
        const annotations = drafts
          .filter((draft) => draft.spans.length > 0)
          .map(
            ({ label, note, status, source, score, ...rest }): Omit<Annotation, 'id'> => ({
              ...rest,
              layer: label[0] as string,
              type: label[1] as string,
              ...(note !== undefined && { note }),
              ...(status !== undefined && { status: status as 'confirmed' }),
              ...(source !== undefined && { source }),
              ...(score !== undefined && { score }),
            }),
          )
          .filter((draft) => {
            const key = JSON.stringify([draft.layer, draft.type, draft.spans]);
            return !seen.has(key) && seen.add(key);
          })
          .map((draft, i): Annotation => ({ ...draft, id: `T${i + 1}` }));
        const count = annotations.length;
        const members = group.filter((member) => member < count).map((member) => `T${member + 1}`);
        return {
          id: 'essai',
          text,
          annotations,
          relations: pairs
            .filter(([from, to]) => from < count && to < count && from !== to)
            .map(
              ([from, to], i): Relation => ({
                id: `R${i + 1}`,
                type: 'knows',
                args: [
                  { role: 'Arg1', target: `T${from + 1}` },
                  { role: 'Arg2', target: `T${to + 1}` },
                ],
                attributes: {},
              }),
            ),
          groups: members.length > 0 ? [{ id: 'e1', ...(name && { name }), members, attributes: {} }] : [],
        };
      });
  });
}

function graphemeBorders(text: string): Set<number> {
  const borders = new Set<number>([0]);
  for (const { index, segment } of new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text))
    borders.add(index + segment.length);
  return borders;
}
