import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import type { ArticleAnalysis } from '../../../server/src/core/analysis';
import { textSpan } from '../../../server/src/core/span';
import { fromAnalysis } from '../../../server/src/formats/analysis/fromAnalysis';
import { analysisJsonl } from '../../../server/src/formats/analysis/jsonl';
import { toAnalysis } from '../../../server/src/formats/analysis/toAnalysis';
import { told } from '../inEnglish';
import { at, document } from './support';

const TEXT =
  ' date 2017-01 😀 La maire de Lyon, Anne Kovač, a déclaré hier : « Nous partons », puis « demain ». Elle est maire de Lyon.';
const span = (words: string, n = 1) => textSpan(TEXT, at(TEXT, words, n).start, at(TEXT, words, n).end);

const ANALYSIS: ArticleAnalysis = {
  id: 'dir/été.txt',
  language: 'fr',
  date: '2017-01',
  entities: [
    { ...span('Lyon'), type: 'LOC', entity: 'e1', confidence: 0.75 },
    { ...span('Anne Kovač'), type: 'PER', entity: 'e2', confidence: 0.9 },
    { ...span('Kovač'), type: 'PER', entity: 'e2', confidence: 0.5, nested: true },
    { ...span('Lyon', 2), type: 'LOC', entity: 'e1', confidence: 0.75 },
  ],
  dates: [
    { ...span('2017-01'), type: 'DATE', value: '2017-01', edtf: '2017-01', earliest: '2017-01-01', latest: '2017-01-31' },
    { ...span('hier'), type: 'DATE', value: '2017-01-XX', mod: 'APPROX', anchor: 'document date', anchorStart: -1 },
  ],
  quotes: [
    {
      spans: [
        [at(TEXT, 'Nous partons').start, at(TEXT, 'Nous partons').end],
        [at(TEXT, 'demain').start, at(TEXT, 'demain').end],
      ],
      text: 'Nous partons … demain',
      kind: 'direct',
      cue: span('a déclaré'),
      speaker: span('La maire de Lyon, Anne Kovač'),
      speakerEntity: 'e2',
      speakerName: 'Anne Kovač',
      confidence: 0.8,
    },
    {
      spans: [[at(TEXT, 'partons').start, at(TEXT, 'partons').end]],
      text: 'partons',
      kind: 'scare',
      confidence: 0.4,
      parent: 0,
      problem: 'unclosed',
    },
  ],
  entityIndex: [
    {
      id: 'e1',
      type: 'LOC',
      name: 'Lyon',
      aliases: [],
      mentions: 2,
      place: { country: 'FR', latitude: 45.75, longitude: 4.85, population: 500000 },
    },
    {
      id: 'e2',
      type: 'PER',
      name: 'Anne Kovač',
      aliases: ['Kovač', 'A. Kovač'],
      mentions: 2,
      role: 'maire de Lyon',
      gender: 'f',
      number: 'sg',
    },
  ],
  structure: [
    { role: 'header', start: 0, end: 13 },
    { role: 'caption', start: 14, end: TEXT.length, credit: { start: 14, end: 16 }, photographer: { start: 17, end: 19 } },
  ],
};

describe('analysis and document', () => {
  it('holds all that an analysis says', () => {
    const { analysis, losses } = toAnalysis(fromAnalysis(ANALYSIS, TEXT, { structure: true }));
    expect(analysis).toEqual(ANALYSIS);
    expect(new Set(losses.map((loss) => loss.kind))).toEqual(new Set(['status', 'source']));
  });

  it('ties quotation, cue and speaker by relations', () => {
    const doc = fromAnalysis(ANALYSIS, TEXT);
    const byId = new Map(doc.annotations.map((annotation) => [annotation.id, annotation]));
    expect(doc.relations.map((relation) => [relation.type, ...relation.args.map((arg) => byId.get(arg.target)?.type)])).toEqual([
      ['cue', 'direct', 'cue'],
      ['speaker', 'direct', 'speaker'],
      ['parent', 'scare', 'direct'],
    ]);
    expect(doc.annotations.some((annotation) => annotation.layer === 'structure')).toBe(false);
  });

  it('goes through JSON lines, with the text or beside it', () => {
    const doc = fromAnalysis(ANALYSIS, TEXT, { structure: true });
    const withText = analysisJsonl.write([doc, doc]).files[0]?.content ?? '';
    expect(withText.split('\n')).toHaveLength(3);
    expect(analysisJsonl.read({ name: 'a.jsonl', content: withText })).toEqual({ documents: [doc, doc], problems: [] });
    const bare = analysisJsonl.write([doc], { includeText: false }).files[0]?.content ?? '';
    expect(JSON.parse(bare)).toEqual(ANALYSIS);
    expect(analysisJsonl.read({ name: 'a.jsonl', content: bare, text: TEXT }).documents).toEqual([doc]);
    expect(analysisJsonl.read({ name: 'a.jsonl', content: bare }).problems).toHaveLength(1);
  });

  it('reports what the contract has no word for', () => {
    const doc = document(TEXT, [
      { type: 'EVENT', spans: [at(TEXT, 'Lyon')] },
      { layer: 'mood', type: 'joy', spans: [at(TEXT, 'Lyon')] },
      { type: 'LOC', spans: [at(TEXT, 'Lyon')], note: 'x', status: 'confirmed', attributes: { own: '1' } },
    ]);
    const { analysis, losses } = toAnalysis(doc);
    expect(analysis.entities).toEqual([{ ...span('Lyon'), type: 'LOC', entity: 'mention-T1', confidence: 1 }]);
    expect(analysis.entityIndex).toEqual([{ id: 'mention-T1', type: 'LOC', name: 'Lyon', aliases: [], mentions: 1 }]);
    expect(losses.map((loss) => [loss.kind, loss.item, loss.field])).toEqual([
      ['layer', 'T1', undefined],
      ['layer', 'T2', undefined],
      ['note', 'T3', undefined],
      ['status', 'T3', undefined],
      ['attribute', 'T3', 'own'],
      ['id', undefined, undefined],
    ]);
  });

  it.each([
    ['{"id":"a"', 'Not valid JSON'],
    ['[1]', 'must be a JSON object'],
    ['{"id":"a","text":"ab","entities":[{"start":0,"end":9,"type":"PER"}]}', 'entities[0] lies outside of the text'],
    ['{"id":"a","text":"ab","entities":[{"start":0,"end":1,"type":"PER","text":"b"}]}', 'says "b" but the text there is "a"'],
    ['{"id":"a","text":"ab","quotes":[{"spans":[[1,0]],"kind":"direct"}]}', 'quotes[0] has spans outside'],
    ['{"id":"a","text":"ab","dates":7}', '"dates" must be a list'],
  ])('names the line of %s', (line, message) => {
    const { documents, problems } = analysisJsonl.read({ name: 'a.jsonl', content: `\ufeff{"id":"ok","text":"x"}\n\n${line}\n` });
    expect(documents.map((doc) => doc.id)).toEqual(['ok']);
    expect(told(problems)).toEqual([{ severity: 'error', line: 3, message: expect.stringContaining(message) }]);
  });
});

describe('the header of an article', () => {
  it('says when it is of, and is no mention in what is exported', () => {
    const text = ' date 2017-01 Elle est partie en mai 2015.';
    const analysis = createAnalyser().analyse({ id: 'a', text, language: 'fr' });
    expect(analysis.dates.map(({ start }) => start)).toContain(text.indexOf('2017-01'));
    const doc = fromAnalysis(analysis, text);
    expect(doc.date).toBe('2017-01');
    expect(
      doc.annotations.filter(({ layer }) => layer === 'date').map(({ spans }) => text.slice(spans[0]?.start, spans[0]?.end)),
    ).toEqual(['mai 2015']);
  });
});
