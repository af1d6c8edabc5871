import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import type { ArticleAnalysis, EntityMention, Quotation, TemporalExpression } from '../../../server/src/core/analysis';
import { operationsFor, placesFor } from '../../../server/src/store/applyToAll';
import { findInconsistencies } from '../../../server/src/store/consistency';
import { type Decisions, noDecisions, withDocument } from '../../../server/src/store/decisions';
import { applyStep, stepBetween } from '../../../server/src/store/history';
import { operate, operateAll } from '../../../server/src/store/operate';
import type { Operation } from '../../../server/src/store/operations';
import { overlay } from '../../../server/src/store/overlay';
import { extent, type ReviewItem } from '../../../server/src/store/reviewItem';
import { itemAt, neighbourItem, progress, reviewList } from '../../../server/src/store/reviewList';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';
import { isTimexValue } from '../../../server/src/store/timexValue';

const TEXT =
  'date 2017-01 La maire de Vell, Anne Corbin, a parlé lundi. « Le pont tiendra », a dit Corbin. Paul Corbin, son frère, vit à Vell depuis mars 2015. L’Union de Vell se tait.';

const at = (words: string, nth = 1): { start: number; end: number } => {
  let start = -1;
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new Error(words);
  return { start, end: start + words.length };
};
const mention = (words: string, type: EntityMention['type'], entity: string, confidence = 0.8, nth = 1): EntityMention => ({
  ...at(words, nth),
  text: words,
  type,
  entity,
  confidence,
});
const date = (words: string, value: string): TemporalExpression => ({ ...at(words), text: words, type: 'DATE', value });
const QUOTE: Quotation = {
  spans: [[at('Le pont').start, at('tiendra').end]],
  text: 'Le pont tiendra',
  kind: 'direct',
  cue: { ...at('a dit'), text: 'a dit' },
  speaker: { ...at('Corbin', 2), text: 'Corbin' },
  speakerEntity: 'e2',
  speakerName: 'Anne Corbin',
  confidence: 0.9,
};
const ANALYSIS: ArticleAnalysis = {
  id: 'a',
  language: 'fr',
  date: '2017-01',
  entities: [
    mention('Vell', 'LOC', 'e1'),
    mention('Anne Corbin', 'PER', 'e2'),
    mention('Corbin', 'PER', 'e2', 0.4, 2),
    mention('Paul Corbin', 'PER', 'e3'),
    mention('Vell', 'LOC', 'e1', 0.7, 2),
    mention('L’Union de Vell', 'ORG', 'e4', 0.6),
  ],
  dates: [date('2017-01', '2017-01'), date('lundi', '2017-01-02'), date('mars 2015', '2015-03')],
  quotes: [QUOTE],
  entityIndex: [
    { id: 'e1', type: 'LOC', name: 'Vell', aliases: [], mentions: 2 },
    { id: 'e2', type: 'PER', name: 'Anne Corbin', aliases: ['Corbin'], mentions: 2, role: 'maire de Vell' },
    { id: 'e3', type: 'PER', name: 'Paul Corbin', aliases: [], mentions: 1 },
    { id: 'e4', type: 'ORG', name: 'L’Union de Vell', aliases: [], mentions: 1 },
  ],
  structure: [],
};

const look = (decisions: Decisions) =>
  overlay({ text: TEXT, analysis: ANALYSIS, decisions, schema: DEFAULT_SCHEMA, version: '1' });
const find = (decisions: Decisions, words: string, nth = 1): ReviewItem => {
  const span = at(words, nth);
  const item = look(decisions).items.find(
    (candidate) => extent(candidate).start === span.start && extent(candidate).end === span.end,
  );
  if (item === undefined) throw new Error(`nothing at ${words}`);
  return item;
};
test('where the schema wants no suggestions, people’s decisions alone are shown', () => {
  const schema = { ...DEFAULT_SCHEMA, suggestions: false };
  const seen = (decisions: Decisions) => overlay({ text: TEXT, analysis: ANALYSIS, decisions, schema, version: '1' });
  expect(seen(noDecisions('a', TEXT)).items).toEqual([]);
  expect(seen(noDecisions('a', TEXT)).analysis).toMatchObject({ entities: [], dates: [], quotes: [], entityIndex: [] });
  const one = made(noDecisions('a', TEXT), { kind: 'confirm', items: [find(noDecisions('a', TEXT), 'Vell').id] });
  expect(seen(one).items.map(({ status }) => status)).toEqual(['confirmed']);
  expect(seen(one).analysis.entities.map(({ text }) => text)).toEqual(['Vell']);
});

const NONE = noDecisions('a', TEXT);
const made = (decisions: Decisions, ...operations: readonly Operation[]): Decisions => {
  const { items } = look(decisions);
  const result = operateAll({ decisions, items, schema: DEFAULT_SCHEMA }, operations);
  if (!result.ok) throw new Error(result.problem);
  return result.decisions;
};
const shown = (decisions: Decisions): readonly string[] =>
  look(decisions).items.map(
    (item) => `${item.status} ${item.type} ${item.spans.map((span) => TEXT.slice(span.start, span.end)).join('|')}`,
  );
const names = (decisions: Decisions): readonly string[] =>
  look(decisions).analysis.entities.map((item) => `${item.type} ${item.text}${item.nested ? ' nested' : ''}`);

describe('decisions over suggestions', () => {
  test('without decisions, everything is a suggestion and the analysis is what it was', () => {
    const { items, analysis } = look(NONE);
    expect(items.every((item) => item.status === 'suggested')).toBe(true);
    expect(items).toHaveLength(10);
    expect(analysis).toBe(ANALYSIS);
  });

  test('confirmed is sure, rejected vanishes, retyped takes its new type', () => {
    const decisions = made(
      NONE,
      { kind: 'confirm', items: [find(NONE, 'Corbin', 2).id] },
      { kind: 'reject', items: [find(NONE, 'Vell').id] },
      { kind: 'setType', items: [find(NONE, 'L’Union de Vell').id], type: 'MISC' },
    );
    expect(names(decisions)).toEqual(['PER Anne Corbin', 'PER Corbin', 'PER Paul Corbin', 'LOC Vell', 'MISC L’Union de Vell']);
    expect(look(decisions).analysis.entities.find((item) => item.text === 'Corbin')?.confidence).toBe(1);
    expect(shown(decisions)).toContain('rejected LOC Vell');
    expect(progress(look(decisions).items, 0)).toMatchObject({ reviewed: 3, total: 10, confirmed: 2, rejected: 1 });
  });

  test('boundaries: the old words are not proposed again', () => {
    const wide = made(NONE, { kind: 'move', item: find(NONE, 'L’Union de Vell').id, edge: 'start', direction: 'narrow' });
    expect(shown(wide)).toContain('rejected ORG L’Union de Vell');
    const union = find(wide, '’Union de Vell');
    const right = made(wide, { kind: 'move', item: union.id, edge: 'start', direction: 'narrow' });
    expect(names(right)).toContain('ORG Union de Vell');
    expect(names(right).filter((name) => name.startsWith('ORG'))).toHaveLength(1);
  });

  test('boundaries moved there and back: confirmed alone, and one decision all the way', () => {
    const total = look(NONE).items.length;
    const wide = made(NONE, { kind: 'move', item: find(NONE, 'lundi').id, edge: 'start', direction: 'widen' });
    expect(progress(look(wide).items, 0)).toMatchObject({ reviewed: 1, confirmed: 1, rejected: 0, total });
    const back = made(wide, { kind: 'move', item: find(wide, 'parlé lundi').id, edge: 'start', direction: 'narrow' });
    expect(shown(back).filter((item) => item.endsWith('lundi'))).toEqual(['confirmed DATE lundi']);
    expect(back.document.annotations.filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  test('set to a type of another layer is one decision', () => {
    const { total } = progress(look(NONE).items, 0);
    const other = made(NONE, { kind: 'setType', items: [find(NONE, 'lundi').id], layer: 'entity', type: 'MISC' });
    expect(progress(look(other).items, 0)).toMatchObject({ reviewed: 1, confirmed: 1, rejected: 0, total });
  });

  test('an entity that is named anew at one mention is so in all of them', () => {
    const renamed = made(NONE, { kind: 'sameEntity', items: [find(NONE, 'Corbin', 2).id], name: 'Anne-Marie Corbin' });
    const { entities, entityIndex } = look(renamed).analysis;
    const entity = entityIndex.find(({ name }) => name === 'Anne-Marie Corbin');
    expect(entities.filter((item) => item.entity === entity?.id).map(({ text }) => text)).toEqual(['Anne Corbin', 'Corbin']);
    expect(entityIndex.some(({ name }) => name === 'Anne Corbin')).toBe(false);
  });

  test('words that were rejected and are then added are confirmed, and no longer rejected', () => {
    const rejected = made(NONE, { kind: 'reject', items: [find(NONE, 'lundi').id] });
    const added = made(rejected, { kind: 'add', layer: 'date', type: 'DATE', spans: [at('lundi')] });
    expect(shown(added).filter((item) => item.endsWith('lundi'))).toEqual(['confirmed DATE lundi']);
  });

  test('words that are annotated twice as the same are annotated once', () => {
    const add: Operation = { kind: 'add', layer: 'entity', type: 'MISC', spans: [at('pont')] };
    const once = made(NONE, add);
    expect(made(once, add).document).toEqual(once.document);
    expect(made(NONE, add, add).document).toEqual(once.document);
    // as something else, they are both
    expect(shown(made(once, { ...add, type: 'LOC' })).filter((item) => item.endsWith('pont'))).toHaveLength(2);
    const noted = made(NONE, { kind: 'note', item: find(NONE, 'lundi').id, text: 'which one?' });
    const added = made(noted, { kind: 'add', layer: 'date', type: 'DATE', spans: [at('lundi')] });
    expect(shown(added).filter((item) => item.endsWith('lundi'))).toEqual(['confirmed DATE lundi']);
  });

  test('what crosses a decision goes, what is nested in it stays', () => {
    const decisions = made(NONE, {
      kind: 'add',
      layer: 'entity',
      type: 'PER',
      spans: [{ start: at('Vell, Anne').start, end: at('Anne').end }],
    });
    expect(names(decisions)).not.toContain('PER Anne Corbin');
    expect(names(decisions)).toContain('LOC Vell nested');
  });

  test('split and merge', () => {
    const decisions = made(NONE, { kind: 'split', item: find(NONE, 'Anne Corbin').id, at: at('Anne').end });
    expect(names(decisions)).toEqual(expect.arrayContaining(['PER Anne', 'PER Corbin']));
    expect(names(decisions)).not.toContain('PER Anne Corbin');
    const both = made(decisions, { kind: 'merge', items: [find(decisions, 'Anne').id, find(decisions, 'Corbin').id] });
    expect(names(both)).toContain('PER Anne Corbin');
    expect(names(both)).not.toContain('PER Anne');
    expect(
      operate(
        { decisions: NONE, items: look(NONE).items, schema: DEFAULT_SCHEMA },
        { kind: 'merge', items: [find(NONE, 'Vell').id, find(NONE, 'lundi').id] },
      ),
    ).toEqual({ ok: false, problem: 'layer' });
  });

  test('another date value is a date of its own', () => {
    const decisions = made(NONE, { kind: 'setValue', items: [find(NONE, 'lundi').id], value: '2017-01-09' });
    expect(look(decisions).analysis.dates.find((item) => item.text === 'lundi')).toMatchObject({
      value: '2017-01-09',
      earliest: '2017-01-09',
      latest: '2017-01-09',
    });
    expect(
      operate(
        { decisions: NONE, items: look(NONE).items, schema: DEFAULT_SCHEMA },
        { kind: 'setValue', items: [find(NONE, 'lundi').id], value: 'le 9' },
      ),
    ).toEqual({ ok: false, problem: 'value' });
  });

  test('another speaker: by words, by name, and none', () => {
    const quote = find(NONE, 'Le pont tiendra').id;
    const words = made(NONE, { kind: 'setSpeaker', items: [quote], span: at('Paul Corbin') });
    expect(look(words).analysis.quotes[0]).toMatchObject({
      speakerName: 'Paul Corbin',
      speakerEntity: 'e3',
      speaker: { text: 'Paul Corbin' },
      cue: { text: 'a dit' },
    });
    const name = made(NONE, { kind: 'setSpeaker', items: [quote], name: 'Paul Corbin' });
    expect(look(name).analysis.quotes[0]).toMatchObject({
      speakerName: 'Paul Corbin',
      speakerEntity: 'e3',
      speaker: { text: 'Corbin' },
    });
    const other = made(NONE, { kind: 'setSpeaker', items: [quote], name: 'Lise Aubin' });
    expect(look(other).analysis.quotes[0]).toMatchObject({ speakerName: 'Lise Aubin' });
    expect(look(other).analysis.quotes[0]?.speaker, 'the words of another name are not the speaker’s').toBeUndefined();
    const none = made(NONE, { kind: 'setSpeaker', items: [quote] });
    expect(look(none).analysis.quotes[0]?.speaker).toBeUndefined();
    expect(look(none).analysis.quotes[0]?.speakerName).toBeUndefined();
    expect(look(none).items.filter((item) => item.layer === 'quote')).toHaveLength(1);
  });

  test('the same and a different entity', () => {
    const same = made(NONE, {
      kind: 'sameEntity',
      items: [find(NONE, 'Anne Corbin').id, find(NONE, 'Paul Corbin').id],
      name: 'Corbin',
    });
    const index = look(same).analysis.entityIndex.filter((entity) => entity.type === 'PER');
    expect(index).toMatchObject([{ name: 'Corbin', mentions: 3, role: 'maire de Vell' }]);
    const different = made(NONE, { kind: 'differentEntity', items: [find(NONE, 'Corbin', 2).id], name: 'Jean Corbin' });
    expect(
      look(different)
        .analysis.entityIndex.filter((entity) => entity.type === 'PER')
        .map((entity) => `${entity.name} ${entity.mentions}`)
        .sort(),
    ).toEqual(['Anne Corbin 1', 'Jean Corbin 1', 'Paul Corbin 1']);
    expect(look(different).analysis.quotes[0]?.speakerName).toBe('Jean Corbin');
  });

  test('a note leaves a suggestion undecided; cleared, it is a suggestion again', () => {
    const noted = made(NONE, { kind: 'note', item: find(NONE, 'Vell').id, text: ' which Vell? ' });
    expect(find(noted, 'Vell')).toMatchObject({ status: 'suggested', note: 'which Vell?' });
    const cleared = made(noted, { kind: 'clear', items: [find(noted, 'Vell').id] });
    expect(shown(cleared)).toEqual(shown(NONE));
  });

  test('rejecting a confirmed suggestion, and confirming a rejected one', () => {
    const confirmed = made(NONE, { kind: 'confirm', items: [find(NONE, 'Le pont tiendra').id] });
    expect(confirmed.document.annotations.map((annotation) => annotation.type)).toEqual(['direct', 'cue', 'speaker']);
    const rejected = made(confirmed, { kind: 'reject', items: [find(confirmed, 'Le pont tiendra').id] });
    expect(rejected.document.annotations.map((annotation) => `${annotation.id} ${annotation.status}`)).toEqual(['X1 rejected']);
    expect(look(rejected).analysis.quotes).toEqual([]);
    const again = made(rejected, { kind: 'confirm', items: ['X1'] });
    expect(look(again).analysis.quotes).toMatchObject([{ kind: 'direct', confidence: 1, speakerName: 'Anne Corbin' }]);
  });

  test('a rejection keeps its note in the files', () => {
    const refused = made(NONE, { kind: 'reject', items: [find(NONE, 'lundi').id] });
    const noted = made(refused, { kind: 'note', item: 'X1', text: 'a name here' });
    const { decisions } = readSidecars(writeSidecars(noted, { ann: undefined, review: undefined }), TEXT, 'a');
    expect(decisions.document.annotations.map(({ id, note, status }) => [id, note, status])).toEqual([
      ['X1', 'a name here', 'rejected'],
    ]);
  });

  test('a corpus of brat’s keeps its own names for types', () => {
    const brat = withDocument(NONE, {
      annotations: [{ id: 'T1', layer: 'entity', type: 'Location', spans: [at('Vell')], attributes: {} }],
    });
    expect(find(brat, 'Vell')).toMatchObject({ status: 'confirmed', type: 'LOC', label: 'Location' });
    const decisions = made(brat, { kind: 'confirm', items: [find(brat, 'Anne Corbin').id] });
    expect(decisions.document.annotations.at(-1)?.type).toBe('Person');
    expect(names(decisions)).toContain('PER Anne Corbin');
  });

  test('every operation is taken back and made again by its step', () => {
    const ids = (words: string, nth = 1): string => find(NONE, words, nth).id;
    const operations: readonly Operation[] = [
      { kind: 'confirm', items: [ids('Vell'), ids('Le pont tiendra')] },
      { kind: 'reject', items: [ids('lundi')] },
      { kind: 'setType', items: [ids('Vell')], layer: 'date', type: 'DATE' },
      { kind: 'split', item: ids('Paul Corbin'), at: at('Paul').end },
      { kind: 'sameEntity', items: [ids('Anne Corbin'), ids('Corbin', 2)] },
      { kind: 'note', item: ids('mars 2015'), text: 'sure?' },
      { kind: 'attribute', items: [ids('Vell')], name: 'certain', value: '' },
      { kind: 'setCue', item: ids('Le pont tiendra') },
    ];
    for (const operation of operations) {
      const done = made(NONE, operation);
      const step = stepBetween(NONE, done, 'step');
      expect(shown(applyStep(done, step, 'undo'))).toEqual(shown(NONE));
      expect(shown(applyStep(applyStep(done, step, 'undo'), step, 'redo'))).toEqual(shown(done));
    }
  });
});

describe('one decision changes what it is about, and nothing else', () => {
  const SAMPLES = join(__dirname, '../../../samples/corpus');
  const analyser = createAnalyser({
    model: (language) => {
      const file = join(__dirname, `../../../server/models/${language}.bin`);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
  });
  const names = readdirSync(SAMPLES, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.txt'));

  test.each(names)('%s', (name) => {
    const text = readFileSync(join(SAMPLES, name), 'utf8');
    const analysis = analyser.analyse({ id: name, text });
    const none = noDecisions(name, text);
    const input = { text, analysis, schema: DEFAULT_SCHEMA, version: '1' };
    const { items } = overlay({ ...input, decisions: none });
    const date = items.find((item) => item.layer === 'date');
    const quotes = items.filter((item) => item.layer === 'quote').map((item) => item.id);
    if (date === undefined) return;
    const confirm = (ids: readonly string[]): ArticleAnalysis => {
      const result = operate({ decisions: none, items, schema: DEFAULT_SCHEMA }, { kind: 'confirm', items: ids });
      if (!result.ok) throw new Error(result.problem);
      return overlay({ ...input, decisions: result.decisions }).analysis;
    };
    const used = new Set([...analysis.entities.map((item) => item.entity), ...analysis.quotes.map((item) => item.speakerEntity)]);
    expect(confirm([date.id])).toEqual({
      ...analysis,
      entityIndex: analysis.entityIndex.filter((entity) => used.has(entity.id)),
    });
    const sure = confirm(quotes);
    expect(sure.quotes.map(({ confidence, ...quote }) => quote)).toEqual(
      analysis.quotes.map(({ confidence, ...quote }) => quote),
    );
    expect(sure.quotes.every((quote) => quote.confidence === 1)).toBe(true);
  });
});

describe('the list of what is left', () => {
  const { items } = look(made(NONE, { kind: 'confirm', items: [find(NONE, 'Vell').id] }));

  test('filters and orders', () => {
    expect(
      reviewList(items, TEXT, { status: ['undecided'], layers: ['entity'] }, 'text').map((item) =>
        TEXT.slice(extent(item).start, extent(item).end),
      ),
    ).toEqual(['Anne Corbin', 'Corbin', 'Paul Corbin', 'Vell', 'L’Union de Vell']);
    expect(reviewList(items, TEXT, { below: 0.65 }, 'leastSure').map((item) => item.score)).toEqual([0.4, 0.6]);
    expect(reviewList(items, TEXT, { words: 'UNION' }, 'text')).toHaveLength(1);
  });

  test('steps from one to the next, around the end', () => {
    const left = reviewList(items, TEXT, { status: ['undecided'] }, 'text');
    expect(neighbourItem(left, at('Vell'), 'next')?.item).toBe(left.find((item) => extent(item).start === at('Anne').start));
    expect(neighbourItem(left, { start: TEXT.length, end: TEXT.length }, 'next')).toMatchObject({ wrapped: true, index: 0 });
    expect(neighbourItem([], at('Vell'), 'next')).toBeUndefined();
  });

  test('the least sure first: on from what was decided, not from where it stands', () => {
    const left = reviewList(items, TEXT, { status: ['undecided'] }, 'leastSure');
    const scores = left.map((item) => item.score ?? 1);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    const visited = [neighbourItem(left, at('Vell'), 'next', {})?.item];
    for (let i = 1; i < left.length; i++) {
      const last = visited.at(-1) as ReviewItem;
      // decided meanwhile, it is no longer in the list
      const rest = left.filter((item) => item !== last);
      visited.push(neighbourItem(rest, extent(last), 'next', { id: last.id, score: last.score ?? 1 })?.item);
    }
    expect(visited).toEqual(left);
    const third = left[2] as ReviewItem;
    expect(neighbourItem(left, extent(third), 'previous', { id: third.id, score: third.score })?.item).toBe(left[1]);
  });

  test('the item that a key is for: what is selected, else the smallest around the caret', () => {
    const caret = at('pont').start;
    expect(itemAt(items, { start: caret, end: caret })?.layer).toBe('quote');
    expect(itemAt(items, at('Paul Corbin'))?.type).toBe('PER');
    expect(itemAt(items, { start: at('se tait').start + 3, end: at('se tait').start + 3 })).toBeUndefined();
  });
});

describe('all mentions', () => {
  test('are found as words, with what stands there now', () => {
    const decisions = made(
      NONE,
      { kind: 'confirm', items: [find(NONE, 'Vell').id] },
      { kind: 'setType', items: [find(NONE, 'Corbin', 2).id], type: 'ORG' },
    );
    const what = { words: 'Vell', layer: 'entity', type: 'LOC', verdict: 'confirm' as const };
    const places = placesFor(TEXT, look(decisions).items, what);
    expect(places.map((place) => place.kind)).toEqual(['same', 'crosses']);
    const done = made(decisions, ...operationsFor(places, what));
    expect(names(done).filter((name) => name.startsWith('LOC Vell'))).toHaveLength(3);
    expect(
      placesFor(TEXT, look(decisions).items, { words: 'Corbin', layer: 'entity', type: 'PER', verdict: 'confirm' }).map(
        (place) => place.kind,
      ),
    ).toEqual(['crosses', 'type', 'crosses']);
  });
});

describe('consistency', () => {
  const check = (decisions: Decisions) =>
    findInconsistencies({ text: TEXT, items: look(decisions).items, analysis: look(decisions).analysis }).map(
      (problem) => `${problem.code} ${TEXT.slice(problem.span.start, problem.span.end)}`,
    );

  test('says nothing of mere suggestions', () => expect(check(NONE)).toEqual([]));
  test('the same name labelled two ways', () => {
    const decisions = made(
      NONE,
      { kind: 'confirm', items: [find(NONE, 'Vell').id] },
      { kind: 'setType', items: [find(NONE, 'Vell', 2).id], type: 'ORG' },
    );
    expect(check(decisions)).toEqual(['twoTypes Vell', 'twoTypes Vell']);
  });
  test('a confirmed name missed elsewhere', () => {
    const decisions = made(
      NONE,
      { kind: 'add', layer: 'entity', type: 'PER', spans: [at('pont')] },
      { kind: 'add', layer: 'entity', type: 'MISC', spans: [at('La maire')] },
    );
    expect(check(decisions)).toEqual([]);
    const bare: ArticleAnalysis = { ...ANALYSIS, entities: [] };
    const decided = made(NONE, { kind: 'confirm', items: [find(NONE, 'Vell').id] });
    const { items } = overlay({ text: TEXT, analysis: bare, decisions: decided, schema: DEFAULT_SCHEMA, version: '1' });
    expect(
      findInconsistencies({ text: TEXT, items, analysis: bare }).map((problem) => `${problem.code} ${problem.span.start}`),
    ).toEqual([`missedMention ${at('Vell', 2).start}`, `missedMention ${at('Vell', 3).start}`]);
  });
  test('boundaries off by a mark, an article, a part of a word', () => {
    const add = (span: { start: number; end: number }): Operation => ({
      kind: 'add',
      layer: 'entity',
      type: 'MISC',
      spans: [span],
    });
    const corbin = at('Anne Corbin,');
    const result = findInconsistencies({
      text: TEXT,
      analysis: ANALYSIS,
      items: look(made(NONE, add(corbin), add({ start: at('pont').start, end: at('pont').end - 1 }))).items,
    });
    expect(result.map((problem) => `${problem.code} ${TEXT.slice(problem.better?.start, problem.better?.end)}`)).toEqual([
      'boundary Anne Corbin',
      'boundary pont',
    ]);
  });
  test('a date far from the article’s', () => {
    expect(check(made(NONE, { kind: 'setValue', items: [find(NONE, 'mars 2015').id], value: '1515-03' }))).toEqual([
      'farDate mars 2015',
    ]);
    expect(check(made(NONE, { kind: 'confirm', items: [find(NONE, 'mars 2015').id] }))).toEqual([]);
  });
});

describe('TIMEX3 values', () => {
  test.each([
    '2015',
    '201X',
    '2015-09',
    '2015-09-30',
    '2015-W40',
    '2015-Q3',
    '2015-SU',
    'P3Y',
    'PT2H',
    'PXD',
    'XXXX-WXX-1',
    'PAST_REF',
    '2017-01-15T18:00',
    '2017-01-15TEV',
  ])('%s', (value) => expect(isTimexValue(value)).toBe(true));
  test.each(['', 'lundi', '2015-13', '2015-02-30', '15-01', 'P', '2015-09-30 18:00'])('not %s', (value) =>
    expect(isTimexValue(value)).toBe(false),
  );
});
