import { CLASS, CUE, THIRD } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { startsFiniteClause } from '../../syntax/bareClauses';
import { clauseEnd } from '../../syntax/clauseEnds';
import { type Complement, complementOf } from '../../syntax/complements';
import { subjectOf } from '../../syntax/control';
import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import { groupsIn, interior, quotedSpansIn, type Range } from '../../syntax/ranges';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { Candidate, QuoteWords, RuleName, Site } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import { contentReport } from './reportedObjects';

/** Reported clauses: que-clauses, indirect questions, infinitives; and marks that a cue brings in directly or behind a colon. */
export function findReports(site: Site, sentence: Range): void {
  const { words, spent } = site;
  const own = groupsIn(site.groups, sentence);
  for (const group of own) {
    if (group.head < sentence.start || group.head >= sentence.end || spent.has(group.head)) continue;
    if (words.is(group.left - 1, CLASS.subject) && impersonal(site, group)) continue;
    // "they say adding salt is simple": the subject of what they say
    if (group.mood === 'gerund' && words.features.absoluteGerunds && site.candidates.at(-1)?.parts[0]?.start === group.left)
      continue;
    const complement = complementOf(site, group, sentence.end) ?? resumedClause(site, group, sentence);
    if (complement === undefined) continue;
    if (complement.kind === 'colon') colonReport(site, sentence, group, complement.at);
    else if (complement.kind === 'mark') markReport(site, sentence, group, complement.at);
    else clauseReport(site, sentence, group, complement.at, complement.kind);
  }
  for (const group of own) {
    if (group.head < sentence.start || group.head >= sentence.end || spent.has(group.head)) continue;
    if ((group.senses & CUE.judges) !== 0) fragmentReport(site, sentence, group);
    if (!spent.has(group.head)) contentReport(site, sentence, group);
  }
}

/** "Je le répète, nous devons agir": the clause that le stands for follows the comma. */
function resumedClause(site: Site, group: VerbGroup, sentence: Range): Complement | undefined {
  const { words } = site;
  const at = afterGroup(group);
  if (!group.resumed || words.at(at) !== ',' || group.left - sentence.start > 3 || !words.is(group.left - 1, CLASS.subject))
    return undefined;
  const after = { start: at + 1, end: sentence.end };
  return hasFiniteVerb(words, after) && !words.is(at + 1, CLASS.conjunction) && !words.is(at + 1, CLASS.preposition)
    ? { kind: 'that', at: at + 1 }
    : undefined;
}

/** Verbs whose il is nobody: il convient que, il faut dire que. */
function impersonal(site: Site, group: VerbGroup): boolean {
  const { words } = site;
  const { impersonalLemmas, impersonalModals, learning } = words.lists;
  return (
    impersonalLemmas.has(group.lemma) ||
    impersonalModals.has(words.verb(group.start)?.lemma ?? '') ||
    (learning.has(group.lemma) && words.is(group.left - 1, CLASS.vague))
  );
}

/** The conjunction that a report at its sentence's head stands behind ("After Reed said that …, …"), or ''. */
function openerOf(words: QuoteWords, speaker: Phrase, group: VerbGroup, sentence: Range): string {
  if (speaker.start > group.left) return '';
  let i = speaker.start - 1;
  while (i > sentence.start && words.isAdverb(i) && !words.is(i, CLASS.subordinator)) i--;
  return i === sentence.start && words.is(i, CLASS.subordinator) ? words.at(i) : '';
}

/** "asked whether", "explained how": not "can somebody tell me where", "I was wondering what". */
const asksOrTells = (words: QuoteWords, group: VerbGroup, speaker: Phrase): boolean =>
  group.mood === 'finite' &&
  !words.is(group.start, CLASS.modal) &&
  !words.is(group.left, CLASS.modal) &&
  !(speaker.kind === 'pronoun' && words.pack.firstPerson.has(words.at(speaker.start)));

/** "could not say whether", "declined to say if". */
function isNegated(words: QuoteWords, group: VerbGroup): boolean {
  for (let i = group.left - 3; i < group.head; i++)
    if (words.is(i, CLASS.negation) || words.lists.refusal.test(words.at(i))) return true;
  return false;
}

/** A study, a poll, a court, those who do research: whose finding is a statement. */
function inquires(words: QuoteWords, speaker: Phrase): boolean {
  for (let i = speaker.start; i < speaker.end; i++) {
    if (words.is(i, CLASS.preposition | CLASS.of)) return false;
    if (words.is(i, CLASS.source) || (words.is(i, CLASS.human) && words.lists.inquirers.test(words.at(i)))) return true;
  }
  return false;
}

/** Notez que: a form of the second person without a subject. */
function isImperative(site: Site, group: VerbGroup): boolean {
  const forms = site.words.verb(group.start)?.forms ?? 0;
  return (forms & THIRD) === 0;
}

function clauseReport(site: Site, sentence: Range, group: VerbGroup, from: number, kind: Complement['kind']): void {
  const { words, zone } = site;
  const { senses } = group;
  if (group.mood === 'passive') return;
  // "que, dans ces conditions, …"; but "when he said that, …"
  const comma = words.at(from) === ',';
  if (comma && words.features.leadingAdverbialAfterThat) {
    // "that, as the boats were old, they sank"
    const led = words.is(from + 1, CLASS.subordinator | CLASS.preposition);
    if (!led || !startsFiniteClause(words, from + 1, sentence.end)) return;
  }
  const at = comma ? from + 1 : from;
  const relative = words.is(group.left - 1, CLASS.relative);
  let end = clauseEnd(site, { start: at, end: sentence.end }, group.head, relative ? 'relative' : kind);
  if (end - at < 2) return;
  if (group.reflexive && (senses & CUE.isReflexive) === 0 && kind !== 'question') return;
  const speaker = speakerOf(site, group, sentence);
  if (speaker === undefined && (group.mood !== 'finite' || isImperative(site, group))) return;
  if (words.features.unmarkedMoods && speaker !== undefined) {
    const opener = openerOf(words, speaker, group, sentence);
    // "if he says that …, we leave": nobody has said it
    if (words.lists.unsaid.has(opener)) return;
    if (opener !== '') end = clauseEnd(site, { start: at, end: sentence.end }, group.head, 'infinitive');
    if (kind === 'question' && (isNegated(words, group) || !asksOrTells(words, group, speaker))) return;
    // "when you write that", "to say it was late is wrong": nobody's statement
    if (words.lists.addressee.has(words.at(speaker.start))) return;
    if (group.mood === 'infinitive' && kind !== 'infinitive' && !words.lists.speaksBefore.has(words.at(group.left - 2))) return;
    // "said she believes it has “a good reason”": within what she said
    const within = (candidate: Candidate): boolean =>
      candidate.zone === zone.span && candidate.parts.some((part) => part.start <= group.left && at < part.end);
    if ((senses & CUE.isThought) !== 0 && site.candidates.slice(-6).some(within)) return;
  }
  if (words.pack.findings?.has(group.lemma) && !(speaker !== undefined && inquires(words, speaker))) return;
  // "Estimant que …, X a porté plainte": the main clause is not reported
  if (group.mood === 'gerund' && speaker !== undefined && speaker.start > at && words.at(speaker.start - 1) === ',')
    end = Math.min(end, speaker.start - 1);
  const marked = quotedSpansIn(words, at, end, zone.span).filter((index) => !isTitleInMarks(words, index));
  // "se demande si" is a thought
  if (group.reflexive && (senses & CUE.isReflexive) === 0 && marked.length === 0) return;
  if (
    (senses & CUE.reportsClause) === 0 &&
    !((senses & (CUE.isThought | CUE.requests)) !== 0 && marked.length > 0) &&
    kind !== 'question'
  )
    return;
  if (kind === 'infinitive' && (senses & CUE.isThought) !== 0 && marked.length === 0) return;
  if (kind === 'question' && speaker === undefined) return;
  // "a dit regretter que …": one report, not two
  if (
    group.mood === 'infinitive' &&
    site.candidates.slice(-6).some((candidate) => candidate.rule === 'infinitive' && candidate.parts[0]?.start === group.left)
  )
    return;
  // "on dit que" says that nobody in particular says it
  const vague = marked.length === 0 && speaker?.kind === 'pronoun' && words.is(speaker.start, CLASS.vague);
  // "on note que": the reporter himself
  if (vague && (kind !== 'that' || !words.pack.hearsay.has(group.lemma))) return;
  // marked words alone: the span lies inside the marks
  const only = marked.length === 1 ? marked[0] : undefined;
  const inner = only === undefined ? undefined : interior(words, only);
  const part = inner !== undefined && inner.start - 1 === at && inner.end + 1 >= end ? inner : { start: at, end };
  push(site, {
    parts: [part],
    kind: marked.length > 0 ? 'mixed' : 'indirect',
    rule: kind === 'infinitive' ? 'infinitive' : kind === 'question' ? 'indirect question' : 'that clause',
    cue: { start: group.start, end: group.end },
    ...(speaker && { speaker }),
    confidence: vague ? 0.4 : (speaker === undefined ? 0.6 : 0.9) - (kind === 'infinitive' ? 0.05 : 0),
    zone: zone.span,
  });
  site.spent.add(group.head);
  for (const index of marked) site.used.add(index);
}

/** a dit : « … », Je le répète : nous … */
function colonReport(site: Site, sentence: Range, group: VerbGroup, at: number): void {
  const { words, zone } = site;
  const { senses } = group;
  if ((senses & (CUE.introducesSpeech | CUE.reportsClause | CUE.colonNeedsMarks)) === 0 || group.mood === 'passive') return;
  const speaker = speakerOf(site, group, sentence);
  const stretch = words.opens(at);
  if (stretch !== undefined && stretch.parent === zone.span) {
    directFrom(site, sentence, at, group, speaker, 'colon');
    return;
  }
  if ((senses & CUE.reportsClause) === 0 || (senses & CUE.isThought) !== 0 || speaker === undefined) return;
  const end = clauseEnd(site, { start: at, end: sentence.end }, group.head);
  if (end - at < 3 || !hasFiniteVerb(words, { start: at, end })) return;
  const marked = quotedSpansIn(words, at, end, zone.span).filter((index) => !isTitleInMarks(words, index));
  push(site, {
    parts: [{ start: at, end }],
    kind: marked.length > 0 ? 'mixed' : 'indirect',
    rule: 'colon',
    cue: { start: group.start, end: group.end },
    speaker,
    confidence: 0.65,
    zone: zone.span,
  });
  for (const index of marked) site.used.add(index);
  site.spent.add(group.head);
}

/** The cue's subject; for a participle behind an incise the incise's own speaker ("a réagi X, ajoutant que …"). */
export function speakerOf(site: Site, group: VerbGroup, sentence: Range): Phrase | undefined {
  if (group.mood === 'gerund') {
    const before = site.candidates
      .slice(-12)
      .findLast(
        (candidate) =>
          candidate.rule === 'incise' &&
          candidate.cue !== undefined &&
          candidate.cue.start >= sentence.start &&
          candidate.cue.end <= group.left,
      );
    if (before?.speaker !== undefined) return before.speaker;
    // "X estime que Y a eu tort, ajoutant que": X's own participle, not that of the clause
    const around = site.candidates
      .slice(-12)
      .findLast(
        (candidate) =>
          candidate.rule === 'that clause' &&
          candidate.zone === site.zone.span &&
          (candidate.cue?.start ?? -1) >= sentence.start &&
          (candidate.parts[0]?.start ?? group.left) < group.left,
      );
    if (around?.speaker !== undefined && site.words.at(group.left - 1) === ',') return around.speaker;
  }
  return subjectOf(site.words, group, sentence.start, sentence.end);
}

/** Marked words right behind a cue: a quotation where they can stand alone, otherwise a fragment. */
function markReport(site: Site, sentence: Range, group: VerbGroup, at: number): void {
  const { words } = site;
  const { senses } = group;
  if (site.used.has(words.marks.inside[at] as number)) return;
  const before = afterGroup(group);
  if (before !== at && !onlyLight(site, before, at)) return;
  if (group.mood === 'passive') {
    if ((senses & CUE.judges) !== 0) fragmentReport(site, sentence, group);
    return;
  }
  if (
    (senses & (CUE.introducesSpeech | CUE.reportsClause | CUE.isThought | CUE.judges)) === 0 ||
    (senses & CUE.inReportingClauseOnly) !== 0
  )
    return;
  const inner = interior(words, words.marks.inside[at] as number);
  const speaker = speakerOf(site, group, sentence);
  const said = (senses & CUE.introducesSpeech) !== 0 && words.isCapital(inner.start) && /^[,:]$/.test(words.at(at - 1));
  // "He said “It leaks.”": the capital and the stop make a sentence
  const sentenceLike =
    words.features.commaInsideMarks && words.isCapital(inner.start) && /^[.!?,]$/.test(words.at(inner.end - 1));
  const clause =
    said ||
    (sentenceLike && (senses & CUE.introducesSpeech) !== 0) ||
    hasFiniteVerb(words, inner) ||
    inner.end - inner.start >= 6;
  if (group.mood === 'infinitive' && (speaker === undefined || !(said || canSpeak(site, speaker)))) return;
  if (clause && (senses & (CUE.introducesSpeech | CUE.reportsClause | CUE.isThought)) !== 0)
    directFrom(site, sentence, at, group, speaker, 'mark');
  else if ((senses & (CUE.introducesSpeech | CUE.judges)) !== 0 && speaker !== undefined && group.mood !== 'infinitive')
    pushFragments(site, group, words.marks.inside[at] as number, speaker);
}

/** Only adverbs, commas and addressees stand between. */
function onlyLight(site: Site, from: number, to: number): boolean {
  const { words } = site;
  for (let i = from; i < to; i++) if (words.at(i) === ';' || words.at(i) === '.') return false;
  return true;
}

/** A direct quotation that begins at an opening mark, with the stretches that follow it. */
export function directFrom(
  site: Site,
  sentence: Range,
  at: number,
  group: VerbGroup | undefined,
  speaker: Phrase | undefined,
  rule: RuleName,
): void {
  const { words, zone } = site;
  const first = words.marks.inside[at] as number;
  if (site.used.has(first)) return;
  const parts = [interior(words, first)];
  site.used.add(first);
  let i = (words.marks.spans[first]?.close ?? at) + 1;
  // « A » et « B »
  while (i < sentence.end) {
    let k = i;
    if (words.at(k) === ',') k++;
    if (words.lists.and.has(words.at(k)) || words.lists.afterwards.has(words.at(k))) k++;
    const next = k > i || words.opens(k) !== undefined ? words.opens(k) : undefined;
    if (next === undefined || next.parent !== zone.span) break;
    const index = words.marks.inside[k] as number;
    parts.push(interior(words, index));
    site.used.add(index);
    i = next.close + 1;
  }
  const unclosed = words.marks.spans[first]?.closed === false;
  push(site, {
    parts,
    kind: 'direct',
    rule,
    ...(group && { cue: { start: group.start, end: group.end } }),
    ...(speaker && { speaker }),
    confidence: speaker === undefined ? 0.7 : 0.95,
    zone: zone.span,
    ...(unclosed && { problem: 'unclosed' as const }),
  });
  if (group !== undefined) site.spent.add(group.head);
}

/** dénonce des « blocages », qualifié de « … » par X, s'est dit « … ». */
function fragmentReport(site: Site, sentence: Range, group: VerbGroup): void {
  const { words } = site;
  const at = markInObject(site, group, sentence.end);
  if (at < 0) return;
  // "y voit « … »" judges; seeing something does not
  const judging = words.lists.judgesWith.get(group.lemma);
  if (judging !== undefined && words.at(group.left) !== judging) return;
  // "a lancé une « … »" names what was begun
  if (words.lists.begins.has(group.lemma) && at > afterGroup(group)) return;
  // "présente comme « … »" judges; showing does not
  if (words.pack.likening.has(group.lemma) && !hasComparison(words, afterGroup(group), at)) return;
  const index = words.marks.inside[at] as number;
  if (site.used.has(index) || isTitleInMarks(words, index)) return;
  let speaker: Phrase | undefined;
  if (group.mood === 'passive') {
    const close = words.marks.spans[index]?.close ?? at;
    const by = agentAfter(site, close + 1, sentence.end) ?? agentAfter(site, group.end, at);
    if (by === undefined) return;
    speaker = by;
  } else speaker = speakerOf(site, group, sentence);
  if (speaker === undefined || (group.mood === 'infinitive' && !canSpeak(site, speaker))) return;
  pushFragments(site, group, index, speaker);
}

function hasComparison(words: QuoteWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.lists.comparedAs.has(words.at(i))) return true;
  return false;
}

/** A fragment, and those that are coordinated with it: des « A » et l'« B ». */
function pushFragments(site: Site, group: VerbGroup, first: number, speaker: Phrase): void {
  const { words, zone } = site;
  pushFragment(site, group, first, speaker);
  let i = (words.marks.spans[first]?.close ?? 0) + 1;
  for (let turn = 0; turn < 3; turn++) {
    if (words.at(i) !== ',' && !words.lists.and.has(words.at(i))) break;
    let k = i + 1;
    while (k < i + 4 && (words.is(k, CLASS.determiner) || words.is(k, CLASS.preposition))) k++;
    const next = words.opens(k);
    if (next === undefined || next.parent !== zone.span || site.used.has(words.marks.inside[k] as number)) break;
    pushFragment(site, group, words.marks.inside[k] as number, speaker);
    i = next.close + 1;
  }
}

/** A name, a pronoun or a noun for people or institutions. */
export function canSpeak(site: Site, phrase: Phrase): boolean {
  const { words } = site;
  if (phrase.kind !== 'description') return true;
  for (let i = phrase.start; i < phrase.end; i++)
    if (words.isHuman(i) || words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return true;
  return false;
}

/** Who did what a passive says, told within a few words from a token: par le maire, by the mayor. */
export function agentAfter(site: Site, from: number, limit: number): Phrase | undefined {
  const { words } = site;
  for (let i = from; i < Math.min(limit, from + 6); i++) {
    if (!words.lists.agent.has(words.at(i))) continue;
    const phrase = nounPhraseAt(words, i + 1, limit, 'right');
    return phrase === undefined ? undefined : withApposition(words, phrase, limit, 'right');
  }
  return undefined;
}

/** The opening mark within the object's few words behind a cue, or -1. */
function markInObject(site: Site, group: VerbGroup, limit: number): number {
  const { words, zone } = site;
  const from = afterGroup(group);
  for (let i = from; i < Math.min(limit, from + 7); i++) {
    const stretch = words.opens(i);
    if (stretch !== undefined) return stretch.parent === zone.span ? i : -1;
    const text = words.at(i);
    if (text === ',' || text === '.' || text === ';' || text === ':' || words.is(i, CLASS.that) || words.is(i, CLASS.relative))
      return -1;
    if (words.is(i, CLASS.naming)) return -1;
    // "a défendu le maire lors des récentes « tensions »": said of the time, not by the verb
    if (words.pack.occasions.has(text)) return -1;
  }
  return -1;
}

function pushFragment(site: Site, group: VerbGroup, index: number, speaker: Phrase): void {
  const inner = interior(site.words, index);
  push(site, {
    parts: [inner],
    kind: 'mixed',
    rule: 'fragment',
    cue: { start: group.start, end: group.end },
    speaker,
    confidence: 0.7,
    zone: site.zone.span,
  });
  site.used.add(index);
  site.spent.add(group.head);
}

/** Adds a quotation to those found so far. */
export function push(site: Site, candidate: Candidate): void {
  site.candidates.push(candidate);
}
