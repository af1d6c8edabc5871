import { describe, expect, test } from 'vitest';
import type { ArticleAnalysis, EntityMention } from '../../../server/src/core/analysis';
import { type Decisions, noDecisions } from '../../../server/src/store/decisions';
import { type HitDecision, hitsIn } from '../../../server/src/store/hits';
import { operateAll } from '../../../server/src/store/operate';
import { overlay } from '../../../server/src/store/overlay';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';

const TEXT = 'Le port de Vell ferme. « Le port de Vell rouvrira », a dit Anne Corbin. Vell attend.';

const at = (words: string, nth = 1): { start: number; end: number } => {
  let start = -1;
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new Error(words);
  return { start, end: start + words.length };
};
const mention = (words: string, type: EntityMention['type'], nth = 1): EntityMention => ({
  ...at(words, nth),
  text: words,
  type,
  entity: words,
  confidence: 0.8,
});
const SPEECH = { start: at('Le port', 2).start, end: at('rouvrira').end };
const ANALYSIS: ArticleAnalysis = {
  id: 'a',
  language: 'fr',
  date: null,
  entities: [mention('port de Vell', 'LOC'), mention('Anne Corbin', 'PER'), mention('Vell', 'LOC', 3)],
  dates: [],
  quotes: [{ spans: [[SPEECH.start, SPEECH.end]], text: 'Le port de Vell rouvrira', kind: 'direct', confidence: 0.9 }],
  entityIndex: [],
  structure: [],
};

const start = (): Decisions => noDecisions('a', TEXT);
const itemsOf = (decisions: Decisions) =>
  overlay({ text: TEXT, analysis: ANALYSIS, decisions, schema: DEFAULT_SCHEMA, version: '1' }).items;

/** Decides on words as a line of a concordance would; the statuses of what is there then. */
function decide(decisions: Decisions, hit: { start: number; end: number }, decision: HitDecision): Decisions {
  const items = itemsOf(decisions);
  const choice = hitsIn(TEXT, items).choose(hit, decision);
  if (!choice.ok) throw new Error(choice.problem);
  if (choice.operation === undefined) return decisions;
  const result = operateAll({ decisions, items, schema: DEFAULT_SCHEMA }, [choice.operation]);
  if (!result.ok) throw new Error(result.problem);
  return result.decisions;
}
const statusAt = (decisions: Decisions, hit: { start: number; end: number }) => {
  const item = hitsIn(TEXT, itemsOf(decisions)).itemAt(hit);
  return item && `${item.layer} ${item.type} ${item.status}`;
};

describe('what a decision on a hit is about', () => {
  test('the annotation on the very words, else the shortest around them', () => {
    expect(statusAt(start(), at('Anne Corbin'))).toBe('entity PER suggested');
    expect(statusAt(start(), at('Vell'))).toBe('entity LOC suggested');
    expect(hitsIn(TEXT, itemsOf(start())).itemAt(at('Vell'))?.spans).toEqual([at('port de Vell')]);
  });

  test('a quotation where all of its words are the hit, with its marks or without, and not where one is', () => {
    expect(statusAt(start(), SPEECH)).toBe('quote direct suggested');
    expect(statusAt(start(), { start: SPEECH.start - 2, end: SPEECH.end + 3 })).toBe('quote direct suggested');
    expect(statusAt(start(), at('rouvrira'))).toBeUndefined();
  });
});

describe('deciding on a hit', () => {
  test('confirms and rejects what is there, and takes it back', () => {
    const confirmed = decide(start(), at('Anne Corbin'), { kind: 'confirm' });
    expect(statusAt(confirmed, at('Anne Corbin'))).toBe('entity PER confirmed');
    const rejected = decide(confirmed, at('Anne Corbin'), { kind: 'reject' });
    expect(statusAt(rejected, at('Anne Corbin'))).toBe('entity PER rejected');
    expect(statusAt(decide(rejected, at('Anne Corbin'), { kind: 'clear' }), at('Anne Corbin'))).toBe('entity PER suggested');
  });

  test('annotates the words, and gives another type to what is on them', () => {
    const annotated = decide(start(), at('Vell', 2), { kind: 'annotate', layer: 'entity', type: 'LOC' });
    expect(statusAt(annotated, at('Vell', 2))).toBe('entity LOC confirmed');
    const retyped = decide(start(), at('Vell', 3), { kind: 'annotate', layer: 'entity', type: 'ORG' });
    expect(statusAt(retyped, at('Vell', 3))).toBe('entity ORG confirmed');
  });

  test('annotates words that were rejected as something', () => {
    const rejected = decide(start(), at('Anne Corbin'), { kind: 'reject' });
    const annotated = decide(rejected, at('Anne Corbin'), { kind: 'annotate', layer: 'entity', type: 'ORG' });
    expect(statusAt(annotated, at('Anne Corbin'))).toBe('entity ORG confirmed');
  });

  test('does nothing where it is decided so already', () => {
    const confirmed = decide(start(), at('Anne Corbin'), { kind: 'confirm' });
    expect(decide(confirmed, at('Anne Corbin'), { kind: 'annotate', layer: 'entity', type: 'PER' })).toBe(confirmed);
    expect(decide(start(), at('Anne Corbin'), { kind: 'clear' })).toEqual(start());
  });

  test('leaves alone what goes on beyond the words, and what a person has put across them', () => {
    const inside = hitsIn(TEXT, itemsOf(start())).choose(at('Vell'), { kind: 'annotate', layer: 'entity', type: 'LOC' });
    expect(inside).toEqual({ ok: false, problem: 'crosses' });
    const confirmed = decide(start(), at('Vell', 3), { kind: 'confirm' });
    const across = hitsIn(TEXT, itemsOf(confirmed)).choose(at('Vell attend'), { kind: 'annotate', layer: 'entity', type: 'ORG' });
    expect(across).toEqual({ ok: false, problem: 'crosses' });
    expect(hitsIn(TEXT, itemsOf(start())).choose(at('attend'), { kind: 'confirm' })).toEqual({ ok: false, problem: 'nothing' });
  });

  test('a quotation may lie in another', () => {
    const nested = decide(start(), at('de Vell rouvrira'), { kind: 'annotate', layer: 'quote', type: 'direct' });
    expect(statusAt(nested, at('de Vell rouvrira'))).toBe('quote direct confirmed');
  });
});
