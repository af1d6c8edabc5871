import { CLASS, CUE, FINITE, GERUND, INFINITIVE, PARTICIPLE } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import { startsClearClause, startsFiniteClause } from './bareClauses';
import { isSureVerb } from './clauseVerbs';
import { COMPLEMENT_STEPS, type ComplementSearch } from './complementSteps';
import { saysOnly, startsLooseClause } from './looseClauses';
import { nounPhraseAt } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import type { Zone } from './ranges';
import { afterGroup, type VerbGroup } from './verbGroups';

/** What follows a cue: where the reported words begin, and by what they are brought in. */
export interface Complement {
  readonly kind: 'that' | 'zero' | 'question' | 'infinitive' | 'colon' | 'mark';
  /** First token of the reported words (of the opening mark). */
  readonly at: number;
}

/** Where clauses are looked for: a zone of a paragraph with its verb groups. */
export interface ClauseSite {
  readonly words: ParagraphWords;
  readonly zone: Zone;
  readonly groups: readonly VerbGroup[];
  /** What each group brings in, once it was looked for: null for nothing. */
  readonly complements: Map<number, Complement | null>;
}

/** What a cue brings in, found after adverbs, addressees, times and insertions between commas. */
export function complementOf(site: ClauseSite, group: VerbGroup, limit: number): Complement | undefined {
  const known = site.complements.get(group.head);
  if (known !== undefined) return known ?? undefined;
  const found = lookForComplement(site.words, group, limit);
  site.complements.set(group.head, found ?? null);
  return found;
}

const REACH = 22;

function lookForComplement(words: ParagraphWords, group: VerbGroup, limit: number): Complement | undefined {
  return (
    searchComplement(words, group, limit, false) ??
    (canBeLoose(words, group) ? searchComplement(words, group, limit, true) : undefined)
  );
}

/** What could begin anything is looked for last: "said last week that …", "told the mayor of Sela that …". */
const canBeLoose = (words: ParagraphWords, { senses }: VerbGroup): boolean =>
  words.features.bareReportedClauses && saysOnly(senses);

function searchComplement(words: ParagraphWords, group: VerbGroup, limit: number, loose: boolean): Complement | undefined {
  const from = afterGroup(group);
  const search: ComplementSearch = { words, group, limit, stop: Math.min(limit, from + REACH), first: true, loose };
  let i = from;
  while (i < search.stop) {
    const found = firstAnswer(COMPLEMENT_OPENERS, search, i);
    if (found !== undefined) return found;
    const next = firstAnswer(COMPLEMENT_STEPS, search, i) ?? i;
    if (next <= i) return undefined;
    if (words.at(i) === ',' || words.is(i, CLASS.determiner)) search.first = false;
    i = next;
  }
  return undefined;
}

type Opener = Strategy<ComplementSearch, Complement>;

const hasSense = ({ group }: ComplementSearch, sense: number): boolean => (group.senses & sense) !== 0;

/** affirme : « … », says “…” */
const mark: Opener = {
  id: 'complement/mark',
  find: ({ words }, i) => (words.opens(i) === undefined || isPredicate(words, i) ? undefined : { kind: 'mark', at: i }),
};

/** English: "warned the dam “threatens the town”": what stands before the marks is the subject of the verb in them. */
const isPredicate = (words: ParagraphWords, open: number): boolean =>
  words.features.bareReportedClauses &&
  words.isWord(open - 1) &&
  !words.isCapital(open + 1) &&
  (isSureVerb(words, open + 1) || ((words.info[open + 1]?.forms ?? 0) & ONLY_THIRD) === ONLY_THIRD_FINITE);

// is, has, threatens: a form of the third person that is no base, no participle
const ONLY_THIRD = FINITE | INFINITIVE | GERUND | PARTICIPLE;
const ONLY_THIRD_FINITE = FINITE;

/** affirme : la digue fuit */
const colon: Opener = {
  id: 'complement/colon',
  find: ({ words }, i) => (words.at(i) === ':' ? { kind: 'colon', at: i + 1 } : undefined),
};

/** "Er sagte, der Damm halte." */
const commaClause: Opener = {
  id: 'complement/comma-clause',
  find(search, i) {
    const { words, first } = search;
    if (!words.pack.commaClause || !first || words.at(i) !== ',' || !hasSense(search, CUE.dropsThat)) return undefined;
    const opens =
      (words.is(i + 1, CLASS.determiner | CLASS.subject) || words.isCapital(i + 1)) && words.opens(i + 1) === undefined;
    return opens ? { kind: 'that', at: i + 1 } : undefined;
  },
};

/** affirme que la digue fuit */
const conjunction: Opener = {
  id: 'complement/conjunction',
  find: ({ words, group }, i) =>
    words.is(i, CLASS.that) && !isRestriction(words, group, i) && !isRelativePronoun(words, i)
      ? { kind: 'that', at: i + 1 }
      : undefined,
};

/** English: "reports that have come": the subject of a relative clause, no conjunction. */
const isRelativePronoun = (words: ParagraphWords, i: number): boolean =>
  words.features.nounVerbHomographs && words.is(i + 1, CLASS.auxiliary | CLASS.being | CLASS.modal) && !words.isCapital(i + 1);

/** demande si, comment, pourquoi, s'il */
const question: Opener = {
  id: 'complement/question',
  find(search, i) {
    const { words } = search;
    if (!hasSense(search, CUE.asks)) return undefined;
    const elided = words.lists.elidedIf.has(words.at(i)) && words.lists.afterElidedIf.has(words.at(i + 1));
    return elided || words.is(i, CLASS.question) ? { kind: 'question', at: i } : undefined;
  },
};

/** affirme avoir menti */
const infinitive: Opener = {
  id: 'complement/infinitive',
  find(search, i) {
    if (!hasSense(search, CUE.reportsInfinitive)) return undefined;
    return startsInfinitive(search.words, i, search.stop) ? { kind: 'infinitive', at: i } : undefined;
  },
};

/** "said it was late"; after a verb that mostly takes an object ("announced") only what can be nothing else. */
function startsReportedClause(search: ComplementSearch, i: number): boolean {
  const { words, limit, loose } = search;
  if (loose) return startsLooseClause(words, i, limit);
  return (hasSense(search, CUE.takesObject) ? startsClearClause : startsFiniteClause)(words, i, limit);
}

/** "told reporters it was late", "told reporters that" */
const addresseeAndClause: Opener = {
  id: 'complement/addressee-and-clause',
  find(search, i) {
    const { words, first, stop } = search;
    if (!words.features.bareReportedClauses || !first || !hasSense(search, CUE.takesAddressee)) return undefined;
    const addressee = nounPhraseAt(words, i, stop, 'right');
    if (addressee === undefined) return undefined;
    if (words.is(addressee.end, CLASS.that)) return { kind: 'zero', at: addressee.end + 1 };
    const at = overPlace(words, addressee.end, stop);
    const start = [addressee.end, at].find((from) => startsReportedClause(search, from));
    return start === undefined ? undefined : { kind: 'zero', at: start };
  },
};

/** "told KXYZ-TV in Reno he …", "told reporters Monday she …": the token after a place or a time. */
function overPlace(words: ParagraphWords, from: number, stop: number): number {
  const place =
    words.is(from, CLASS.preposition) && words.isCapital(from + 1) ? nounPhraseAt(words, from + 1, stop, 'right') : undefined;
  let at = place?.end ?? from;
  while (at < stop && (words.is(at, CLASS.time) || words.isAdverb(at))) at++;
  return at;
}

/** "said it was late" */
const bareClause: Opener = {
  id: 'complement/bare-clause',
  find(search, i) {
    const { words, first } = search;
    if (!words.features.bareReportedClauses || !first || !hasSense(search, CUE.dropsThat)) return undefined;
    if (search.loose && hasSense(search, CUE.takesAddressee) && isAddressed(words, i, search.stop)) return undefined;
    return startsReportedClause(search, i) ? { kind: 'zero', at: i } : undefined;
  },
};

/** "warned residents to leave", "told them", "told the town about it" */
function isAddressed(words: ParagraphWords, i: number, stop: number): boolean {
  const phrase = nounPhraseAt(words, i, stop, 'right');
  if (phrase === undefined) return !words.is(i, CLASS.determiner);
  return (
    phrase.kind === 'pronoun' || words.is(phrase.end, CLASS.of | CLASS.that) || words.lists.topicLinks.has(words.at(phrase.end))
  );
}

/** What shows that reported words begin at a token. */
export const COMPLEMENT_OPENERS: readonly Opener[] = [
  mark,
  colon,
  commaClause,
  conjunction,
  question,
  infinitive,
  addresseeAndClause,
  bareClause,
];

/** "ne dit que", "plus que": only, no conjunction. */
function isRestriction(words: ParagraphWords, group: VerbGroup, that: number): boolean {
  const { comparison, weakNegation } = words.lists;
  if (comparison.has(words.at(that - 1))) return true;
  if (!weakNegation.has(words.at(group.left)) && !weakNegation.has(words.at(group.left - 1))) return false;
  // "ne peut que dire que": the first que is the one that restricts
  for (let k = group.left; k < group.head; k++) if (words.is(k, CLASS.that)) return false;
  for (let k = group.left; k < that; k++) if (words.is(k, CLASS.negation) && !weakNegation.has(words.at(k))) return false;
  return that === afterGroup(group);
}

/** avoir, ne pas ignorer, se rendre, l'avoir: an infinitive with what belongs before it. */
function startsInfinitive(words: ParagraphWords, at: number, stop: number): boolean {
  let i = at;
  while (i < stop && i < at + 5 && words.is(i, CLASS.clitic | CLASS.negation)) i++;
  if (!words.isWord(i) || words.isCapital(i) || words.is(i - 1, CLASS.of) || (i === at && words.is(i, CLASS.human))) return false;
  return words.has(i, INFINITIVE) || endsLikeInfinitive(words, i);
}

/** The lexicon holds the common verbs alone; the ending shows the others. */
function endsLikeInfinitive(words: ParagraphWords, i: number): boolean {
  const form = words.at(i);
  return form.length > 4 && words.info[i]?.classes === 0 && words.pack.infinitiveEndings.some((ending) => form.endsWith(ending));
}
