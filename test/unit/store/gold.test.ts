import { describe, expect, test } from 'vitest';
import type { Annotation, AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { type Decisions, noDecisions } from '../../../server/src/store/decisions';
import { compareText, type Difference } from '../../../server/src/store/differences';
import {
  canDecide,
  decide,
  differenceId,
  type GoldChoice,
  isOpen,
  ordered,
  sameChoice,
  withAgreed,
} from '../../../server/src/store/gold';
import { decisionItems } from '../../../server/src/store/overlay';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';

const TEXT = '« Non », a dit Anne Corbin hier. Vell attend, Vell attend.';
const at = (words: string, nth = 1): { start: number; end: number } => {
  let start = -1;
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  return { start, end: start + words.length };
};
const annotation = (id: string, type: string, words: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  layer: 'entity',
  type,
  spans: [at(words)],
  attributes: {},
  ...more,
});
const documentOf = (annotations: readonly Annotation[], more: Partial<AnnotationDocument> = {}): AnnotationDocument => ({
  id: 'a',
  text: TEXT,
  relations: [],
  groups: [],
  annotations,
  ...more,
});
const compare = (...by: readonly AnnotationDocument[]) => compareText({ id: 'a', text: TEXT, by }, DEFAULT_SCHEMA);
const said = (gold: Decisions): readonly string[] =>
  decisionItems(gold, DEFAULT_SCHEMA).map(({ status, type, spans: [span] }) =>
    [status, type, TEXT.slice(span?.start, span?.end)].join(' '),
  );

describe('a gold text', () => {
  const quote = (cue: string): AnnotationDocument =>
    documentOf(
      [
        annotation('T1', 'direct', '« Non »', { layer: 'quote' }),
        annotation('T2', 'cue', cue, { layer: 'quote' }),
        annotation('T3', 'PER', 'Anne Corbin', { note: 'maire' }),
        annotation('T4', 'DATE', 'hier', { layer: 'date', attributes: { value: '2017-01-02' } }),
      ],
      {
        relations: [
          {
            id: 'R1',
            type: 'cue',
            args: [
              { role: 'Arg1', target: 'T1' },
              { role: 'Arg2', target: 'T2' },
            ],
            attributes: {},
          },
        ],
        groups: [{ id: 'anne', name: 'Anne Corbin', members: ['T3'], attributes: {} }],
      },
    );
  test('takes over what all say alike, with cue, value, note and entity; what differs in the cue waits', () => {
    const sources = [quote('a dit'), quote('a dit')];
    const same = withAgreed(noDecisions('a', TEXT), compare(...sources).agreed, sources, DEFAULT_SCHEMA);
    expect(same.taken).toBe(3);
    const items = decisionItems(same.decisions, DEFAULT_SCHEMA);
    expect(items.find(({ layer }) => layer === 'quote')?.cue).toMatchObject(at('a dit'));
    expect(items.find(({ layer }) => layer === 'date')?.attributes).toEqual({ value: '2017-01-02' });
    expect(items.find(({ layer }) => layer === 'entity')?.note).toBe('maire');
    expect(same.decisions.document.groups).toMatchObject([{ id: 'anne', name: 'Anne Corbin' }]);
    const again = withAgreed(same.decisions, compare(...sources).agreed, sources, DEFAULT_SCHEMA);
    expect([again.taken, again.decisions]).toEqual([0, same.decisions]);

    const other = [quote('a dit'), quote('dit')];
    const { agreed, differences } = compare(...other);
    expect(agreed.map(({ layer }) => layer).sort()).toEqual(['date', 'entity']);
    expect(differences.map(({ kind }) => kind)).toEqual(['cue']);
    const chosen = decide(noDecisions('a', TEXT), differences[0]!, { take: 1 }, { sources: other, schema: DEFAULT_SCHEMA });
    expect(decisionItems(chosen, DEFAULT_SCHEMA).map(({ cue }) => cue)).toMatchObject([at('dit')]);
    expect(isOpen(differences[0]!, chosen, DEFAULT_SCHEMA)).toBe(false);
  });

  const sources = [
    documentOf([annotation('T1', 'PER', 'Anne')]),
    documentOf([annotation('T1', 'PER', 'Anne Corbin')]),
    documentOf([annotation('T1', 'ORG', 'Anne Corbin')]),
  ];
  const [difference] = compare(...sources).differences as [Difference];
  const context = { sources, schema: DEFAULT_SCHEMA };
  test('says of each variant yes or no, whichever way it was chosen, and as often as it is chosen anew', () => {
    expect(compare(...sources).differences).toHaveLength(1);
    const none = noDecisions('a', TEXT);
    expect(isOpen(difference, none, DEFAULT_SCHEMA)).toBe(true);
    const taken = decide(none, difference, { take: 1 }, context);
    expect(said(taken)).toEqual(['rejected PER Anne', 'rejected ORG Anne Corbin', 'confirmed PER Anne Corbin']);
    const refused = decide(taken, difference, 'reject', context);
    expect([...said(refused)].sort()).toEqual(['rejected ORG Anne Corbin', 'rejected PER Anne', 'rejected PER Anne Corbin']);
    const anew = decide(refused, difference, { take: 0 }, context);
    expect([...said(anew)].sort()).toEqual(['confirmed PER Anne', 'rejected ORG Anne Corbin', 'rejected PER Anne Corbin']);
    for (const gold of [taken, refused, anew]) expect(isOpen(difference, gold, DEFAULT_SCHEMA)).toBe(false);
  });
  test('own: what the person has annotated there stays, what it has not is refused', () => {
    const own = {
      ...noDecisions('a', TEXT),
      document: documentOf([annotation('T9', 'PER', 'Anne Corbin'), annotation('T8', 'LOC', 'Vell')]),
    };
    const after = decide(own, difference, 'own', context);
    expect([...said(after)].sort()).toEqual([
      'confirmed LOC Vell',
      'confirmed PER Anne Corbin',
      'rejected ORG Anne Corbin',
      'rejected PER Anne',
    ]);
  });
  test('a difference keeps its name as long as people say the same there', () => {
    expect(differenceId(compare(...sources).differences[0]!)).toBe(differenceId(difference));
    const changed = [sources[0]!, sources[1]!, documentOf([annotation('T1', 'LOC', 'Anne Corbin')])];
    expect(differenceId(compare(...changed).differences[0]!)).not.toBe(differenceId(difference));
  });
  test('differences by type, and like ones together, the most frequent first', () => {
    const vell = (type: string): AnnotationDocument =>
      documentOf([
        annotation('T1', type === 'LOC' ? 'PER' : 'ORG', 'Anne Corbin'),
        annotation('T2', type, 'Vell', { spans: [at('Vell')] }),
        annotation('T3', type, 'Vell', { spans: [at('Vell', 2)] }),
      ]);
    const { differences } = compare(vell('LOC'), vell('ORG'));
    const words = (order: 'text' | 'type' | 'likeness') => ordered(differences, order).map((one) => one.words);
    expect(words('text')).toEqual(['Anne Corbin', 'Vell', 'Vell']);
    expect(words('likeness')).toEqual(['Vell', 'Vell', 'Anne Corbin']);
    expect(words('type')).toEqual(['Vell', 'Vell', 'Anne Corbin']);
  });
});

describe('relations in a gold text', () => {
  const relation = (id: string, type: string, from: string, to: string) => ({
    id,
    type,
    args: [
      { role: 'Arg1', target: from },
      { role: 'Arg2', target: to },
    ],
    attributes: {},
  });
  const [anne, vell] = [annotation('T1', 'PER', 'Anne Corbin'), annotation('T2', 'LOC', 'Vell')];
  const [first, other] = [annotation('T5', 'LOC', 'Vell'), annotation('T9', 'PER', 'Anne Corbin')];
  const event = { id: 'E1', type: 'Say', trigger: 'T3', args: [{ role: 'Who', target: 'T1' }], attributes: {} };
  const telling = annotation('T3', 'Say', 'a dit');
  const take = (gold: Decisions, ...by: readonly AnnotationDocument[]): Decisions =>
    withAgreed(gold, compare(...by).agreed, by, DEFAULT_SCHEMA).decisions;
  const related = (gold: Decisions): readonly string[] => {
    const words = (id: string | undefined): string => {
      const [span] = gold.document.annotations.find((one) => one.id === id)?.spans ?? [];
      return TEXT.slice(span?.start, span?.end);
    };
    return gold.document.relations.map(({ type, trigger, args }) =>
      [type, ...(trigger ? [words(trigger)] : []), ...args.map(({ target }) => words(target))].join(' '),
    );
  };

  test('come with what all agree on where all have them, whatever the ids', () => {
    const one = documentOf([anne, vell, telling], { relations: [relation('R1', 'lives-in', 'T1', 'T2'), event] });
    const two = documentOf([other, first, { ...telling, id: 'T7' }], {
      relations: [
        relation('R4', 'lives-in', 'T9', 'T5'),
        { ...event, id: 'E9', trigger: 'T7', args: [{ role: 'Who', target: 'T9' }] },
      ],
    });
    expect(related(take(noDecisions('a', TEXT), one, two))).toEqual(['lives-in Anne Corbin Vell', 'Say a dit Anne Corbin']);
    expect(compare(one, two).differences).toEqual([]);
  });
  const decideOn = (gold: Decisions, choice: GoldChoice, ...by: readonly AnnotationDocument[]) => {
    const [difference] = compare(...by).differences.filter(({ layer }) => layer === 'relation');
    const context = { sources: by, schema: DEFAULT_SCHEMA };
    return {
      can: canDecide(gold, difference!, choice, context),
      gold: decide(gold, difference!, choice, context),
      isOpen: (now: Decisions) => isOpen(difference!, now, DEFAULT_SCHEMA),
    };
  };
  const lives = documentOf([anne, vell], { relations: [relation('R1', 'lives-in', 'T1', 'T2')] });

  test('that one has and another has not wait, and are differences to decide on, which stay decided', () => {
    const two = documentOf([other, first]);
    const agreed = take(noDecisions('a', TEXT), lives, two);
    expect(related(agreed)).toEqual([]);
    expect(compare(lives, two).differences).toMatchObject([
      { layer: 'relation', kind: 'missing', words: 'Anne Corbin hier. Vell', without: [1], variants: [{ annotators: [0] }] },
    ]);
    const taken = decideOn(agreed, { take: 0 }, lives, two);
    expect([taken.isOpen(agreed), taken.can, related(taken.gold), taken.isOpen(taken.gold)]).toEqual([
      true,
      true,
      ['lives-in Anne Corbin Vell'],
      false,
    ]);
    const refused = decideOn(taken.gold, 'reject', lives, two);
    expect([related(refused.gold), refused.isOpen(refused.gold)]).toEqual([[], false]);
    // and so it is for who reads the files
    const files = writeSidecars(refused.gold, { ann: undefined, review: undefined });
    expect(files.review).toContain('"reject":"relation/lives-in(1,2)"');
    const again = readSidecars(files, TEXT, 'a.txt').decisions;
    expect([related(again), refused.isOpen(again)]).toEqual([[], false]);
    expect(related(decideOn(again, { take: 0 }, lives, two).gold)).toEqual(['lives-in Anne Corbin Vell']);
    const own = decideOn(agreed, 'own', lives, two);
    expect([related(own.gold), own.isOpen(own.gold)]).toEqual([[], false]);
    expect(related(decideOn(taken.gold, 'own', lives, two).gold)).toEqual(['lives-in Anne Corbin Vell']);
  });
  test('of another type or the other way round are one difference, of which one variant holds', () => {
    const works = documentOf([other, first], { relations: [relation('R7', 'works-in', 'T9', 'T5')] });
    const back = documentOf([anne, vell], { relations: [relation('R1', 'lives-in', 'T2', 'T1')] });
    const { differences } = compare(lives, works, back);
    expect(differences.map(({ kind, variants }) => [kind, variants.map(({ item }) => item.type)])).toEqual([
      ['type', ['lives-in(1,2)', 'works-in(1,2)', 'lives-in(2,1)']],
    ]);
    const gold = take(noDecisions('a', TEXT), lives, works, back);
    const taken = decideOn(gold, { take: 1 }, lives, works, back);
    expect([related(taken.gold), taken.isOpen(taken.gold)]).toEqual([['works-in Anne Corbin Vell'], false]);
    const anew = decideOn(taken.gold, { take: 2 }, lives, works, back);
    expect([related(anew.gold), anew.isOpen(anew.gold)]).toEqual([['lives-in Vell Anne Corbin'], false]);
  });
  test('wait for their ends, and are no question where an end was refused', () => {
    const typed = documentOf([anne, annotation('T2', 'ORG', 'Vell')]);
    const gold = take(noDecisions('a', TEXT), lives, typed);
    const { differences } = compare(lives, typed);
    expect(differences.map(({ layer }) => layer)).toEqual(['entity', 'relation']);
    expect(decideOn(gold, { take: 0 }, lives, typed).can).toBe(false);
    const context = { sources: [lives, typed], schema: DEFAULT_SCHEMA };
    const without = decide(gold, differences[0]!, 'reject', context);
    expect(isOpen(differences[1]!, without, DEFAULT_SCHEMA)).toBe(false);
    const asLoc = decide(gold, differences[0]!, { take: 0 }, context);
    expect(decideOn(asLoc, { take: 0 }, lives, typed)).toMatchObject({ can: true });
  });
  test('events differ by their arguments', () => {
    const by = (role: string) => documentOf([anne, telling], { relations: [{ ...event, args: [{ role, target: 'T1' }] }] });
    const [one, two] = [by('Who'), by('Whom')];
    const gold = take(noDecisions('a', TEXT), one, two);
    expect(compare(one, two).differences[0]?.variants.map(({ item }) => item.type)).toEqual(['Say(*,Who)', 'Say(*,Whom)']);
    const taken = decideOn(gold, { take: 1 }, one, two);
    expect(taken.gold.document.relations).toMatchObject([{ type: 'Say', args: [{ role: 'Whom' }] }]);
    expect(taken.isOpen(taken.gold)).toBe(false);
  });
  test('come with an end that is decided on; one that was taken out does not come back', () => {
    const one = documentOf([anne, vell], { relations: [relation('R1', 'lives-in', 'T1', 'T2')] });
    const two = documentOf([other]);
    const agreed = take(noDecisions('a', TEXT), one, two);
    expect(related(agreed)).toEqual([]);
    const [missing] = compare(one, two).differences;
    const chosen = decide(agreed, missing!, { take: 0 }, { sources: [one, two], schema: DEFAULT_SCHEMA });
    expect(related(chosen)).toEqual(['lives-in Anne Corbin Vell']);
    const without = { ...chosen, document: { ...chosen.document, relations: [] } };
    expect(related(take(without, one, two))).toEqual([]);
  });
});

test('a choice holds for what is alike: the variant with the same type and words, or none of them', () => {
  const twice = (type: string) =>
    documentOf([annotation('T1', type, 'Vell'), annotation('T2', type, 'Vell', { spans: [at('Vell', 2)] })]);
  const [first, second] = compare(twice('LOC'), twice('ORG')).differences;
  expect(sameChoice(first!, { take: 1 }, second!)).toEqual({ take: 1 });
  expect(sameChoice(first!, 'reject', second!)).toBe('reject');
  expect(sameChoice(first!, 'own', second!)).toBeUndefined();
  const [elsewhere] = compare(
    documentOf([annotation('T1', 'LOC', 'hier')]),
    documentOf([annotation('T1', 'ORG', 'hier')]),
  ).differences;
  expect(sameChoice(first!, { take: 0 }, elsewhere!)).toBeUndefined();
});
