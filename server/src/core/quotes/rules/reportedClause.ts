import { CLASS, CUE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { clauseEnd } from '../../syntax/clauseEnds';
import { type Complement, complementOf } from '../../syntax/complements';
import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import { interior, type Range } from '../../syntax/ranges';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { RuleName, Site } from '../candidate';
import { isNobody } from '../exceptions/statements';
import { outerReportEnd } from '../previous';
import { type Finding, type QuoteRule, quoteRule } from '../rule';
import { openerOf, speakerOf } from './cueSpeaker';
import { type ClauseDraft, cueRange, mixedOrIndirect, spokenSpans } from './drafts';

/** What a language adds to one of the rules for clauses. */
export interface ClauseOptions {
  readonly refine?: readonly ((draft: ClauseDraft) => ClauseDraft)[];
  readonly except: readonly Exception<ClauseDraft>[];
  /** Whether the cue's subject is whom it was said to: then nobody is its speaker. */
  readonly toldTo?: (draft: ClauseDraft) => boolean;
}

/** A clause that a cue brings in, with its conjunction or without: "affirme que la digue a cédé", "said it leaks". */
export const reportedClause = (options: ClauseOptions): QuoteRule<VerbGroup> =>
  clauseRule('reported-clause', options, (site, cue) => {
    const complement = complementOf(site, cue, site.sentence.end) ?? resumedClause(site, cue);
    return complement?.kind === 'that' || complement?.kind === 'zero' ? complement : undefined;
  });

/** A question that a cue asks or answers in its own words: "demande si la digue tient", "explained how it broke". */
export const indirectQuestion = (options: ClauseOptions): QuoteRule<VerbGroup> =>
  clauseRule('indirect-question', { senses: CUE.asks, ...options }, complementIf('question'));

/** An infinitive that says what its subject did or will do: "affirme avoir fermé le port". */
export const reportedInfinitive = (options: ClauseOptions): QuoteRule<VerbGroup> =>
  clauseRule('reported-infinitive', { senses: CUE.reportsInfinitive, ...options }, complementIf('infinitive'));

type FindComplement = (site: Site, cue: VerbGroup) => Complement | undefined;

const complementIf =
  (kind: Complement['kind']): FindComplement =>
  (site, cue) => {
    const complement = complementOf(site, cue, site.sentence.end);
    return complement?.kind === kind ? complement : undefined;
  };

function clauseRule(
  id: RuleName,
  options: ClauseOptions & { readonly senses?: number },
  find: FindComplement,
): QuoteRule<VerbGroup> {
  return quoteRule<VerbGroup, ClauseDraft>({
    id,
    ...(options.senses !== undefined && { senses: options.senses }),
    find: (site, cue) => {
      const complement = find(site, cue);
      return complement && draftOf(site, cue, complement);
    },
    refine: [...(options.refine ?? []), untilMainClause, withQuotedSpans],
    except: options.except,
    quote: (draft) => quotationOf(id, options.toldTo?.(draft) ? { ...draft, speaker: undefined } : draft),
  });
}

/** "Je le répète, nous devons agir": the clause that le stands for follows the comma. */
function resumedClause({ words, sentence }: Site, group: VerbGroup): Complement | undefined {
  const at = afterGroup(group);
  if (!group.resumed || words.at(at) !== ',' || group.left - sentence.start > 3 || !words.is(group.left - 1, CLASS.subject))
    return undefined;
  const after = { start: at + 1, end: sentence.end };
  return hasFiniteVerb(words, after) && !words.is(at + 1, CLASS.conjunction | CLASS.preposition)
    ? { kind: 'that', at: at + 1 }
    : undefined;
}

/** The complement up to its end; a clause has two words at least. */
function draftOf(site: Site, cue: VerbGroup, { kind, at }: Complement): ClauseDraft | undefined {
  const { words, sentence } = site;
  // "que, dans ces conditions, …"
  const start = words.at(at) === ',' ? at + 1 : at;
  const relative = words.is(cue.left - 1, CLASS.relative);
  const whole = clauseEnd(site, { start, end: sentence.end }, cue.head, relative ? 'relative' : kind);
  const end = Math.min(whole, outerReportEnd(site, cue, start) ?? whole);
  if (end - start < 2) return undefined;
  return { site, cue, speaker: speakerOf(site, cue), kind, from: at, clause: { start, end }, marked: [] };
}

/** "Estimant que …, X a porté plainte": the main clause after a participle's is not reported. */
function untilMainClause(draft: ClauseDraft): ClauseDraft {
  const { site, cue, speaker, clause } = draft;
  if (cue.mood !== 'gerund' || speaker === undefined) return draft;
  const comma = speaker.start - 1;
  const leads = comma >= clause.start && site.words.at(comma) === ',';
  return leads ? { ...draft, clause: { start: clause.start, end: Math.min(clause.end, comma) } } : draft;
}

const withQuotedSpans = (draft: ClauseDraft): ClauseDraft => ({ ...draft, marked: spokenSpans(draft.site, [draft.clause]) });

function quotationOf(rule: RuleName, draft: ClauseDraft): Finding {
  const { site, cue, speaker, marked } = draft;
  return {
    candidates: [
      {
        parts: [contentOf(draft)],
        kind: mixedOrIndirect(marked),
        rule,
        cue: cueRange(cue),
        ...(speaker && { speaker }),
        confidence: confidenceOf(draft),
        zone: site.zone.span,
      },
    ],
    marks: marked,
  };
}

function confidenceOf(draft: ClauseDraft): number {
  if (isNobody(draft)) return 0.4;
  return (draft.speaker === undefined ? 0.6 : 0.9) - (draft.kind === 'infinitive' ? 0.05 : 0);
}

/** The clause, or what stands within the marks that it consists of. */
function contentOf({ site, clause, marked }: ClauseDraft): Range {
  const only = marked.length === 1 ? marked[0] : undefined;
  if (only === undefined) return clause;
  const inner = interior(site.words, only);
  return inner.start - 1 === clause.start && inner.end + 1 >= clause.end ? inner : clause;
}

/** "After Reed said that …, …": after a conjunction at the sentence's head the main clause follows the reported one. */
export function untilClauseAfterOpener(draft: ClauseDraft): ClauseDraft {
  const { site, cue, clause } = draft;
  if (openerOf(draft) === '') return draft;
  return {
    ...draft,
    clause: {
      start: clause.start,
      end: clauseEnd(site, { start: clause.start, end: site.sentence.end }, cue.head, 'infinitive'),
    },
  };
}
