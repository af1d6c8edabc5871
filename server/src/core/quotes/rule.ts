import type { Exception, Rule } from '../rules/rule';
import { isAccepted } from '../rules/run';
import type { QuotedSpan } from '../syntax/quoteMarks';
import type { Range } from '../syntax/ranges';
import type { Sentence } from '../syntax/sentences';
import type { VerbGroup } from '../syntax/verbGroups';
import type { Candidate, QuoteWords, Site } from './candidate';
import type { DialogueRule } from './rules/dashTurns';

/** What a rule makes of one place. */
export interface Finding {
  readonly candidates: readonly Candidate[];
  /** Quoted spans that no other rule may use any more. */
  readonly marks: readonly number[];
  /** Where the rule goes on in the sentence; by default at its next trigger. */
  readonly resume?: number;
}

/** A rule with its drafts hidden: what the driver calls. */
export interface QuoteRule<Trigger, Place = Site> extends Rule {
  /** The exceptions that it asks, in their order. */
  readonly exceptions: readonly string[];
  /** The senses of cues that it is asked at, as bits of `CUE`: a cue has one of them at least. */
  readonly senses: number;
  readonly apply: (place: Place, trigger: Trigger) => Finding | undefined;
}

/**
 * How a rule is written. Each step sees what the ones before it made:
 * `find` looks for the form, `refine` trims it, the exceptions may refuse it, and `quote` says what it comes to.
 */
export interface QuoteRuleForm<Trigger, Draft, Place> extends Rule {
  /** The senses that a cue needs one of, as bits of `CUE`; by default any will do. */
  readonly senses?: number;
  readonly find: (place: Place, trigger: Trigger) => Draft | undefined;
  readonly refine?: readonly ((draft: Draft) => Draft)[];
  readonly except: readonly Exception<Draft>[];
  readonly quote: (draft: Draft) => Finding | undefined;
  /** Where the rule goes on in the sentence, even if the draft comes to nothing. */
  readonly resume?: (draft: Draft) => number;
}

const ANY_SENSE = -1;

/** Makes a rule of its form, once for a language. */
export function quoteRule<Trigger, Draft, Place = Site>(form: QuoteRuleForm<Trigger, Draft, Place>): QuoteRule<Trigger, Place> {
  const { id, senses = ANY_SENSE, find, refine = [], except, quote, resume } = form;
  return {
    id,
    senses,
    exceptions: except.map((exception) => exception.id),
    apply: (place, trigger) => {
      let draft = find(place, trigger);
      if (draft === undefined) return undefined;
      for (const step of refine) draft = step(draft);
      if (!isAccepted(except, draft)) return undefined;
      const finding = quote(draft);
      return resume === undefined ? finding : { candidates: [], marks: [], ...finding, resume: resume(draft) };
    },
  };
}

/** A verb group that can be a cue, where it stands. */
export interface CuePlace {
  readonly site: Site;
  readonly cue: VerbGroup;
}

/** Rules that are asked one after the other at each cue of a sentence, until one finds something: it takes the cue. */
export interface CuePass {
  readonly at: 'cue';
  /** Cues that none of the rules is asked of. */
  readonly unless: readonly Exception<CuePlace>[];
  readonly rules: readonly QuoteRule<VerbGroup>[];
  /** All senses that one of the rules is asked at. */
  readonly senses: number;
}

/** Rules that are asked at each token of a kind. */
export interface TokenPass {
  readonly at: 'source phrase' | 'cue noun';
  readonly rules: readonly QuoteRule<number>[];
}

/** Over a sentence the passes go in their order; within a pass, trigger by trigger. */
export type QuotePass = CuePass | TokenPass;

/** Rules at each cue; `unless` keeps cues from all of them. */
export const atCues = (rules: readonly QuoteRule<VerbGroup>[], unless: readonly Exception<CuePlace>[] = []): CuePass => ({
  at: 'cue',
  unless,
  rules,
  senses: rules.reduce((all, { senses }) => all | senses, 0),
});
/** Rules at each phrase such as selon. */
export const atSourcePhrases = (...rules: readonly QuoteRule<number>[]): TokenPass => ({ at: 'source phrase', rules });
/** Rules at each noun of saying that takes a clause: déclaration. */
export const atCueNouns = (...rules: readonly QuoteRule<number>[]): TokenPass => ({ at: 'cue noun', rules });

/** A quoted span that no cue of its paragraph claims, where it stands. */
export interface SpanPlace {
  readonly words: QuoteWords;
  readonly sentence: Sentence;
  readonly groups: readonly VerbGroup[];
  /** What was found in the paragraph so far. */
  readonly candidates: readonly Candidate[];
  readonly index: number;
  /** What stands within its marks. */
  readonly inner: Range;
}

/** The same with what its surroundings say of it. */
export interface DescribedSpan extends SpanPlace {
  /** It is a sentence by itself, or several. */
  readonly alone: boolean;
  readonly title: boolean;
  /** A colon stands before it. */
  readonly introduced: boolean;
}

/** A whole paragraph. */
export interface ParagraphPlace {
  readonly words: QuoteWords;
  readonly sentences: readonly Sentence[];
}

/** A quotation within quotation marks, before it is known whether it is told apart from what is around it. */
export interface NestedPlace {
  readonly words: QuoteWords;
  readonly groups: readonly VerbGroup[];
}

/** A language's rules, in the order in which they are asked. */
export interface QuoteRules {
  /** In each sentence outside quotation marks. */
  readonly sentence: readonly QuotePass[];
  /** In each sentence within quotation marks. */
  readonly nested: readonly QuotePass[];
  /** What is found within quotation marks is a quotation by this rule alone. */
  readonly nesting: QuoteRule<Candidate, NestedPlace>;
  /** At quoted spans that no rule before has used. */
  readonly spans: readonly QuoteRule<QuotedSpan, SpanPlace>[];
  /** At those that these leave. */
  readonly uncued: readonly QuoteRule<QuotedSpan, DescribedSpan>[];
  /** Over a whole paragraph. */
  readonly paragraph: readonly QuoteRule<Sentence, ParagraphPlace>[];
  /** Dashes that begin turns of a dialogue; undefined where they are pauses and bullets. */
  readonly turns?: DialogueRule;
}

/** All rules of a language with all exceptions that they ask; those of a whole pass are counted to its first rule. */
export function listedRules(rules: QuoteRules): readonly { id: string; exceptions: readonly string[] }[] {
  const { sentence, nested, nesting, spans, uncued, paragraph } = rules;
  const found = new Map<string, Set<string>>();
  const list = (id: string, exceptions: readonly string[]): void => {
    found.set(id, new Set([...(found.get(id) ?? []), ...exceptions]));
  };
  for (const pass of [...sentence, ...nested]) {
    for (const { id, exceptions } of pass.rules) list(id, exceptions);
    const [first] = pass.rules;
    if (pass.at === 'cue' && first !== undefined)
      list(
        first.id,
        pass.unless.map((each) => each.id),
      );
  }
  for (const { id, exceptions } of [nesting, ...spans, ...uncued, ...paragraph]) list(id, exceptions);
  if (rules.turns !== undefined) list(rules.turns.id, []);
  return [...found].map(([id, exceptions]) => ({ id, exceptions: [...exceptions] }));
}
