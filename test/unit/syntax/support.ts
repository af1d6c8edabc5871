import { describe, expect, it } from 'vitest';
import { quotePack as german } from '../../../server/src/core/languages/de/quotes';
import { textRules as germanText } from '../../../server/src/core/languages/de/text';
import { quotePack as english } from '../../../server/src/core/languages/en/quotes';
import { textRules as englishText } from '../../../server/src/core/languages/en/text';
import { quotePack as french } from '../../../server/src/core/languages/fr/quotes';
import { textRules as frenchText } from '../../../server/src/core/languages/fr/text';
import type { Rule } from '../../../server/src/core/rules/rule';
import { observeRules } from '../../../server/src/core/rules/run';
import { clauseEnd } from '../../../server/src/core/syntax/clauseEnds';
import { type ClauseSite, complementOf } from '../../../server/src/core/syntax/complements';
import { subjectOf } from '../../../server/src/core/syntax/control';
import { ParagraphWords, tokenAt } from '../../../server/src/core/syntax/paragraphWords';
import type { Range } from '../../../server/src/core/syntax/ranges';
import { quoteSentences } from '../../../server/src/core/syntax/sentences';
import { findVerbGroups, type VerbGroup } from '../../../server/src/core/syntax/verbGroups';
import { splitSentences } from '../../../server/src/core/text/sentences';
import { tokenize } from '../../../server/src/core/text/tokens';

const PACKS = {
  fr: { grammar: french, text: frenchText },
  en: { grammar: english, text: englishText },
  de: { grammar: german, text: germanText },
};

/**
 * A strategy and a text that shows it: `[…]` is what is found, `*` stands before the token that is asked about (without
 * it the one after `[`). What else is found stands after ` → `. Without the strategy something else would be found.
 */
export type Row = readonly [strategy: string, marked: string, language?: keyof typeof PACKS];

/** A text's one paragraph, and the token that is asked about. */
export interface Asked {
  readonly words: ParagraphWords;
  readonly at: number;
}

/** What is found: a range of tokens, and words that say more about it. */
export interface Found extends Range {
  readonly more?: string;
}

/** Reads a marked text, asks, and marks the text with the answer; equal to the marked text where the answer is as it says. */
function answer([, marked, language = 'fr']: Row, ask: (asked: Asked) => Found | undefined): string {
  const [given = ''] = marked.split(' → ');
  const text = given.replace(/[[\]*]/g, '');
  const offset = given.slice(0, given.search(given.includes('*') ? /\*/ : /\[/)).replace(/[[\]]/g, '').length;
  const { grammar, text: rules } = PACKS[language];
  const tokens = tokenize(text, rules);
  const words = new ParagraphWords({ text, tokens, sentences: splitSentences(tokens, rules) }, grammar);
  const at = tokenAt(words, offset);
  const found = ask({ words, at });
  const asterisk = given.includes('*') ? [{ offset, mark: '*', order: 1 }] : [];
  const brackets =
    found === undefined || found.end <= found.start
      ? []
      : [
          { offset: tokens[found.start]?.start ?? 0, mark: '[', order: 0 },
          { offset: tokens[found.end - 1]?.end ?? text.length, mark: ']', order: -1 },
        ];
  let written = text;
  for (const { offset: place, mark } of [...brackets, ...asterisk].sort((a, b) => b.offset - a.offset || b.order - a.order))
    written = written.slice(0, place) + mark + written.slice(place);
  return found?.more === undefined ? written : `${written} → ${found.more}`;
}

/** The same without a strategy. */
const answerWithout = (row: Row, id: string, ask: (asked: Asked) => Found | undefined): string =>
  observeRules({ without: new Set([id]) }, () => answer(row, ask));

/**
 * Tests of a question: each row has its answer, and another without its strategy; each strategy has a row.
 * A row whose strategy is '' shows what all of them leave as it is.
 */
export function describeStrategies(
  question: string,
  strategies: readonly Rule[],
  ask: (asked: Asked) => Found | undefined,
  rows: readonly Row[],
): void {
  describe(question, () => {
    it.each(rows.map((row) => ({ id: row[0] || 'none', marked: row[1], row })))('$id: $marked', ({ row }) => {
      expect(answer(row, ask)).toBe(row[1]);
      if (row[0] !== '') expect(answerWithout(row, row[0], ask), `without ${row[0]}`).not.toBe(row[1]);
    });

    it('is shown strategy by strategy', () => {
      const ids = strategies.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !rows.some(([shown]) => shown === id))).toEqual([]);
    });
  });
}

/** The verb group whose head is asked about, with its sentence. */
function groupAsked({ words, at }: Asked): { group: VerbGroup; site: ClauseSite; sentence: Range } | undefined {
  const groups = findVerbGroups(words);
  const group = groups.find(({ head }) => head === at);
  const sentences = quoteSentences(words);
  const sentence = sentences.find(({ start, end }) => at >= start && at < end);
  if (group === undefined || sentence === undefined) return undefined;
  const zone = { start: 0, end: words.tokens.length, span: -1, sentences };
  return { group, sentence, site: { words, zone, groups, complements: new Map() } };
}

/** The verbs of the group whose head is asked about: from its clitics on. */
export function verbsOf(asked: Asked): Found | undefined {
  const found = groupAsked(asked);
  if (found === undefined) return undefined;
  const { left, end, mood, reflexive, inverted } = found.group;
  const more = [mood, ...(reflexive ? ['reflexive'] : []), ...(inverted >= 0 ? [asked.words.at(inverted)] : [])];
  return { start: left, end, more: more.join(' ') };
}

/** The subject of the group whose head is asked about. */
export function subjectOfGroup(asked: Asked): Found | undefined {
  const found = groupAsked(asked);
  return found && subjectOf(asked.words, found.group, found.sentence.start, found.sentence.end);
}

/** The relative clause of the group whose head is asked about, from its verbs to its end. */
export function relativeClause(asked: Asked): Found | undefined {
  const found = groupAsked(asked);
  if (found === undefined) return undefined;
  const { group, site, sentence } = found;
  return { start: group.left, end: clauseEnd(site, { start: group.end, end: sentence.end }, group.head, 'relative') };
}

/** What the group whose head is asked about brings in, up to where that ends. */
export function broughtIn(asked: Asked): Found | undefined {
  const found = groupAsked(asked);
  const complement = found && complementOf(found.site, found.group, found.sentence.end);
  if (found === undefined || complement === undefined) return undefined;
  const { at: start, kind } = complement;
  return { start, end: clauseEnd(found.site, { start, end: found.sentence.end }, found.group.head, kind), more: kind };
}
