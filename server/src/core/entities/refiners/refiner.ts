import type { DocumentView } from '../../document';
import type { PassMemory } from '../../passMemory';
import type { Rule } from '../../rules/rule';
import { isLeftOut, noteApplied } from '../../rules/run';
import type { NameTable } from '../document/knownNames';
import type { DocumentNames } from '../document/paragraphNames';
import type { Gazetteer } from '../gazetteer';
import type { PhraseLists } from '../lexicon';
import type { ParagraphName } from '../mention';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { awakeRules } from './awake';

/** A rule about names, as pages and lists show it. */
export interface NameRule extends Rule {
  /** Whether a language has what the rule is about; always where absent. */
  readonly appliesTo?: (pack: EntityPack) => boolean;
  /** What it refuses, in the order in which it asks. */
  readonly except?: readonly NameException[];
}

/** An exception, as pages and lists show it. */
export interface NameException extends Rule {
  readonly appliesTo?: (pack: EntityPack) => boolean;
}

/** What a refiner may look at besides the names of a sentence. */
export interface SentenceContext {
  readonly sentence: TaggedSentence;
  /** The paragraph's text, which offsets count in. */
  readonly text: string;
  readonly phrases: PhraseLists;
  readonly pack: EntityPack;
}

/** What a refiner may look at besides the names of a document. */
export interface DocumentContext {
  readonly document: DocumentView;
  /** What the last version's pass kept. */
  readonly memory: PassMemory;
  /** Where the project's own names stand, by paragraph; none where it has none. */
  readonly projectNames: readonly (readonly ParagraphName[])[];
  /** Names as they are written. */
  readonly table: NameTable;
  readonly gazetteer: Gazetteer;
  /** Whether the lists know a name as a place's. */
  readonly isPlace: (name: string) => boolean;
  readonly phrases: PhraseLists;
  readonly pack: EntityPack;
  /** Cuts a name into words as text is cut. */
  readonly wordsOf: (text: string) => readonly Word[];
}

/** A pass over the names of one sentence. It returns the very list that it was given where it changes nothing. */
export interface NameRefiner extends NameRule {
  readonly scope: 'sentence';
  /** The rules that it asks one by one, where it is made of several. */
  readonly parts?: readonly NameRule[];
  /** @returns the names in text order */
  refine(names: readonly NameSpan[], context: SentenceContext): readonly NameSpan[];
}

/** A pass over the names of a document. It returns the very list that it was given where it changes nothing. */
export interface DocumentRefiner extends NameRule {
  readonly scope: 'document';
  readonly parts?: readonly NameRule[];
  refine(names: DocumentNames, context: DocumentContext): DocumentNames;
}

/** A rule that corrects one name. */
export interface NameCorrection extends NameRule {
  /** @returns the name as it should be: itself where the rule has nothing to say, undefined where it is not a name */
  correct(name: NameSpan, context: SentenceContext): NameSpan | undefined;
}

/** A rule that is asked at each word with a capital, in sentences alone that have a word which wakes it. */
export interface CapitalRule extends NameRule {
  /** Whether the rule may find something where this word stands in the sentence. Asked of a word once, so by itself alone. */
  wakes(word: WordInfo, pack: EntityPack): boolean;
  /** @param i - index of the word in the sentence */
  refineAt(names: readonly NameSpan[], i: number, context: SentenceContext): readonly NameSpan[];
}

/** Runs refiners of a sentence one after the other. */
export const refineNames = (
  refiners: readonly NameRefiner[],
  names: readonly NameSpan[],
  context: SentenceContext,
): readonly NameSpan[] => refineInTurn(refiners, names, context);

/** Runs refiners of a whole document one after the other. */
export const refineMentions = (
  refiners: readonly DocumentRefiner[],
  names: DocumentNames,
  context: DocumentContext,
): DocumentNames => refineInTurn(refiners, names, context);

interface Refining<Names, Context> extends NameRule {
  refine(names: Names, context: Context): Names;
}

/** Gives each refiner what the one before made; one that changed it gave another list. */
function refineInTurn<Names, Context>(refiners: readonly Refining<Names, Context>[], names: Names, context: Context): Names {
  let refined = names;
  for (const refiner of refiners) {
    if (isLeftOut(refiner.id)) continue;
    const next = refiner.refine(refined, context);
    if (next !== refined) noteApplied(refiner.id);
    refined = next;
  }
  return refined;
}

/** Tells which of some rules a language has words for: asked of a pack once, since this is needed for every sentence. */
function fittingRules<R extends NameRule>(rules: readonly R[]): (pack: EntityPack) => readonly R[] {
  const known = new WeakMap<EntityPack, readonly R[]>();
  return (pack) => {
    let fitting = known.get(pack);
    if (fitting === undefined) {
      fitting = rules.filter((rule) => rule.appliesTo?.(pack) !== false);
      known.set(pack, fitting);
    }
    return fitting;
  };
}

/** A refiner that asks rules about each name, until one of them changes it. */
export function correctEachName(...corrections: readonly NameCorrection[]): NameRefiner {
  const fitting = fittingRules(corrections);
  const corrected = (name: NameSpan, context: SentenceContext): NameSpan | undefined => {
    for (const rule of fitting(context.pack)) {
      if (isLeftOut(rule.id)) continue;
      const better = rule.correct(name, context);
      if (better === name) continue;
      noteApplied(rule.id);
      return better;
    }
    return name;
  };
  return {
    id: 'correct-each-name',
    scope: 'sentence',
    parts: corrections,
    refine(names, context) {
      let kept: NameSpan[] | undefined;
      for (let k = 0; k < names.length; k++) {
        const name = names[k] as NameSpan;
        const better = corrected(name, context);
        if (better !== name) kept ??= names.slice(0, k);
        if (better !== undefined) kept?.push(better);
      }
      return kept ?? names;
    },
  };
}

/** A refiner that asks rules at each word with a capital: what one finds at a word the next one sees. */
export function atEachCapital(...rules: readonly CapitalRule[]): NameRefiner {
  const awake = awakeRules(fittingRules(rules));
  return {
    id: 'at-each-capital',
    scope: 'sentence',
    parts: rules,
    refine(names, context) {
      const { infos, capitals } = context.sentence;
      const asked = capitals.length === 0 ? [] : awake(infos, context.pack);
      if (asked.length === 0) return names;
      return capitals.reduce((found, i) => askInTurn(asked, found, i, context), names);
    },
  };
}

function askInTurn(
  rules: readonly CapitalRule[],
  names: readonly NameSpan[],
  i: number,
  context: SentenceContext,
): readonly NameSpan[] {
  let refined = names;
  for (const rule of rules) {
    if (isLeftOut(rule.id)) continue;
    const next = rule.refineAt(refined, i, context);
    if (next !== refined) noteApplied(rule.id);
    refined = next;
  }
  return refined;
}
