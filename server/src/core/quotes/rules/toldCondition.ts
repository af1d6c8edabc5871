import type { Forms } from '../../lexicon/grammar';
import { CLASS, CUE } from '../../lexicon/wordClasses';
import { clauseEnd } from '../../syntax/clauseEnds';
import type { Range } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import { isImperative } from '../exceptions/cues';
import { type CuePlace, type QuoteRule, quoteRule } from '../rule';
import { LONGEST_PHRASE, NOUN, reportedContent } from './reportedObject';

/** Words that the rule needs. */
export interface TellingWords {
  /** Lemmas of telling somebody: informer, prévenir. */
  readonly tellings: Forms;
  /** The clitic that an imperative takes up its content with: dites-le. */
  readonly clitics: Forms;
  /** si, quand: what follows is a condition. */
  readonly conditions: Forms;
  /** The opening of an event that is a condition: en cas de. */
  readonly inCase: readonly [preposition: string, noun: string];
}

interface ToldDraft extends CuePlace {
  readonly parts: readonly Range[];
}

/** What somebody is to be told of: "Si vous souffrez, prévenez votre médecin", "informez-nous si …". */
export const toldCondition = (lists: TellingWords): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, ToldDraft>({
    id: 'told-condition',
    find: (site, cue) => {
      if (!asksToTell({ site, cue }, lists)) return undefined;
      const parts = conditionsAfter({ site, cue }, lists) ?? conditionsBefore({ site, cue }, lists);
      return parts && { site, cue, parts };
    },
    except: [],
    quote: ({ site, cue, parts }) => reportedContent({ site, parts, cue, confidence: NOUN }),
  });

/** An imperative, or an infinitive or participle of telling: prévenez, dites-le, en prévenant. */
function asksToTell({ site, cue }: CuePlace, { tellings, clitics }: TellingWords): boolean {
  const { words } = site;
  const imperative = cue.mood === 'finite' && isImperative(words, cue.head);
  if (tellings.has(cue.lemma)) return cue.mood !== 'finite' || imperative;
  // "dites-le à votre médecin"
  return (
    imperative &&
    (cue.senses & (CUE.reportsClause | CUE.judges)) !== 0 &&
    /^[-‑]$/.test(words.at(cue.end)) &&
    clitics.has(words.at(cue.end + 1))
  );
}

const isCondition = (words: QuoteWords, i: number, { conditions }: TellingWords): boolean => conditions.has(words.at(i));

function conditionsAfter({ site, cue }: CuePlace, lists: TellingWords): Range[] | undefined {
  const { words, sentence } = site;
  const from = afterGroup(cue);
  for (let i = from; i < Math.min(sentence.end, from + LONGEST_PHRASE); i++) {
    if (/^[,;:]$/.test(words.at(i))) return undefined;
    if (isCondition(words, i, lists))
      return [{ start: i + 1, end: clauseEnd(site, { start: i + 1, end: sentence.end }, cue.head) }];
  }
  return undefined;
}

/** The clauses at the sentence's head up to the pause before the verb. */
function conditionsBefore({ site: { words, sentence }, cue }: CuePlace, lists: TellingWords): Range[] | undefined {
  const event = isEvent(words, sentence.start, lists);
  if (!event && !isCondition(words, sentence.start, lists)) return undefined;
  let pause = cue.left - 1;
  while (pause > sentence.start && !/^[,:]$/.test(words.at(pause))) pause--;
  if (pause - sentence.start < 3) return undefined;
  return coordinated(words, { start: sentence.start + (event ? 3 : 1), end: pause }, lists);
}

/** "en cas de fièvre, prévenez votre médecin" */
const isEvent = (words: QuoteWords, at: number, { inCase: [preposition, noun] }: TellingWords): boolean =>
  words.at(at) === preposition && words.at(at + 1) === noun && words.is(at + 2, CLASS.of);

/** "Si …, ou si …": each condition by itself. */
function coordinated(words: QuoteWords, { start, end }: Range, lists: TellingWords): Range[] {
  const parts: Range[] = [];
  let from = start;
  for (let i = from; i < end; i++) {
    if (!words.is(i, CLASS.conjunction) || !isCondition(words, i + 1, lists)) continue;
    parts.push({ start: from, end: withoutFinal(words, from, i) });
    from = i + 2;
  }
  return [...parts, { start: from, end: withoutFinal(words, from, end) }];
}
