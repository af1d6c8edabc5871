import { CLASS, CUE, THIRD } from '../../lexicon/wordClasses';
import { clauseEnd } from '../../syntax/clauseEnds';
import { complementOf } from '../../syntax/complements';
import { determinedPhrase } from '../../syntax/nounPhraseSearch';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import { groupsIn, quotedSpansIn, type Range, visited } from '../../syntax/ranges';
import { relativeEnd, wholeSubject } from '../../syntax/relativeClauses';
import { withoutFinal } from '../../syntax/sentences';
import { subjectBefore } from '../../syntax/subjects';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords, Site } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import { agentAfter, canSpeak, push, speakerOf } from './reportedClauses';

// What is said as a noun, not as a clause: reported with a confidence that a reader can set a threshold above.
const ACTIVE = 0.45;
const PASSIVE = 0.35;
const NOUN = 0.3;

/** What a verb of statement says as a noun phrase: "a souligné le besoin", "des incidents ont été rapportés". */
export function contentReport(site: Site, sentence: Range, group: VerbGroup): void {
  if (group.mood !== 'passive') {
    if ((group.senses & CUE.saysObject) !== 0) activeContent(site, sentence, group);
    if (!site.spent.has(group.head)) relativeContent(site, sentence, group);
    if (!site.spent.has(group.head)) selfDescription(site, sentence, group);
  } else if ((group.senses & CUE.saysSubject) !== 0 || isAnnounced(site, sentence, group)) passiveContent(site, sentence, group);
}

/** "Il a été annoncé que le port ferme": a verb of speech in the passive, with its clause and nobody's subject. */
function isAnnounced(site: Site, sentence: Range, group: VerbGroup): boolean {
  const { words } = site;
  if ((group.senses & CUE.reportsClause) === 0 || (group.senses & (CUE.isThought | CUE.requests)) !== 0) return false;
  let left = group.left - 1;
  while (left > sentence.start && (words.isAdverb(left) || words.is(left, CLASS.auxiliary | CLASS.being))) left--;
  return words.lists.impersonal.has(words.at(left)) && complementOf(site, group, sentence.end)?.kind === 'that';
}

/** "a souligné le besoin de prévention", "rappelle les faits": what is said, as a noun. */
function activeContent(site: Site, sentence: Range, group: VerbGroup): void {
  const { words } = site;
  if (group.reflexive) return;
  const at = objectOf(words, group, sentence.end);
  if (!words.is(at, CLASS.determiner) || words.lists.fullOf.has(words.at(at))) return;
  const phrase = nounPhraseAt(words, at, sentence.end, 'left');
  if (phrase === undefined || phrase.kind === 'pronoun') return;
  // "rappelle ses ambassadeurs" calls them back
  for (let i = at; i < Math.min(phrase.end, at + 3) && !(i > at && words.is(i, CLASS.of)); i++)
    if (words.is(i, CLASS.time) || words.isHuman(i)) return;
  const subject = speakerOf(site, group, sentence);
  // "cette lettre n'est pas sans rappeler les temps passés"
  if (words.lists.without.has(words.at(group.left - 1)) && !words.lists.non.has(words.at(group.left - 2))) return;
  const purpose = group.mood === 'infinitive' && (subject === undefined || !canSpeak(site, subject));
  if (purpose && !words.is(group.left - 1, CLASS.of)) return;
  if (!purpose && subject === undefined) return;
  const end = clauseEnd(site, { start: at, end: sentence.end }, group.head, 'infinitive');
  if (end - at < 2) return;
  pushContent(
    site,
    [{ start: at, end }],
    { start: group.start, end: group.end },
    purpose ? undefined : subject,
    purpose ? NOUN : ACTIVE,
  );
  site.spent.add(group.head);
}

/** "le nombre qu'ils avancent", "les mesures qu'annonce le maire": the noun that a relative's que takes up. */
function relativeContent(site: Site, sentence: Range, group: VerbGroup): void {
  const { words } = site;
  if (
    group.mood !== 'finite' ||
    group.reflexive ||
    group.inverted >= 0 ||
    (group.senses & (CUE.saysObject | CUE.saysRelative)) === 0 ||
    (group.senses & CUE.isThought) !== 0
  )
    return;
  // "ces terres qu'elles ne revendiquent pas"
  if (words.is(group.left, CLASS.negation)) return;
  const behindQue = words.is(group.left - 1, CLASS.that);
  const subject = behindQue
    ? nounPhraseAt(words, afterGroup(group), sentence.end, 'right')
    : subjectBefore(words, group.left, sentence.start);
  if (subject === undefined || (subject.kind !== 'pronoun' && !canSpeak(site, subject))) return;
  const que = behindQue ? group.left - 1 : subject.start - 1;
  if (!words.is(que, CLASS.that) || !words.isWord(que - 1) || complementOf(site, group, sentence.end) !== undefined) return;
  const noun = determinedPhrase(words, Math.max(sentence.start, que - LONGEST_PHRASE), que);
  if (noun === undefined || words.isHuman(noun.start + 1) || words.is(noun.start + 1, CLASS.institution)) return;
  pushContent(site, [noun], { start: group.start, end: group.end }, subject, PASSIVE);
  site.spent.add(group.head);
}

/** "se déclare incompétent pour juger", "se dit prêt à signer": what somebody says of himself. */
function selfDescription(site: Site, sentence: Range, group: VerbGroup): void {
  const { words } = site;
  if (
    !group.reflexive ||
    group.mood !== 'finite' ||
    (group.senses & (CUE.reportsClause | CUE.introducesSpeech)) === 0 ||
    (group.senses & CUE.reportsInfinitive) === 0
  )
    return;
  const at = afterGroup(group);
  if (
    !words.isWord(at) ||
    words.is(at, CLASS.determiner) ||
    words.is(at, CLASS.preposition) ||
    words.is(at, CLASS.that) ||
    words.isAdverb(at)
  )
    return;
  const speaker = speakerOf(site, group, sentence);
  // "la voiture s'est révélée être sous surveillance"
  if (speaker === undefined || !canSpeak(site, speaker)) return;
  const end = clauseEnd(site, { start: at, end: sentence.end }, group.head, 'infinitive');
  pushContent(site, [{ start: at, end }], { start: group.start, end: group.end }, speaker, PASSIVE);
  site.spent.add(group.head);
}

/** Where a verb's object begins: over adverbs, an address between commas, and whom it is said to. */
function objectOf(words: QuoteWords, group: VerbGroup, limit: number): number {
  let at = afterGroup(group);
  while (at < limit && words.isAdverb(at)) at++;
  if (words.at(at) === ',') {
    for (let i = at + 1; i < Math.min(limit, at + 8); i++) if (words.at(i) === ',') return i + 1;
  } else if (words.is(at, CLASS.preposition) && !words.is(at, CLASS.of)) {
    const addressee = nounPhraseAt(words, at + 1, limit, 'right');
    if (addressee !== undefined) return addressee.end;
  }
  return at;
}

/** "Si vous souffrez, prévenez votre médecin", "informez-nous si …": what somebody is to be told of. */
export function findTellingVerbs(site: Site, sentence: Range): void {
  const { words } = site;
  for (const group of groupsIn(site.groups, sentence)) {
    if (site.spent.has(group.head)) continue;
    const imperative = group.mood === 'finite' && ((words.verb(group.head)?.forms ?? 0) & THIRD) === 0;
    // "dites-le à votre médecin"
    const bidden =
      imperative &&
      (group.senses & (CUE.reportsClause | CUE.judges)) !== 0 &&
      /^[-‑]$/.test(words.at(group.end)) &&
      words.lists.biddenClitic.has(words.at(group.end + 1));
    if (!words.pack.tellings.has(group.lemma) && !bidden) continue;
    if (group.mood === 'finite' && !imperative) continue;
    const conditions = conditionsBehind(site, sentence, group) ?? conditionsBefore(site, sentence, group);
    if (conditions === undefined) continue;
    pushContent(site, conditions, { start: group.start, end: group.end }, undefined, NOUN);
    site.spent.add(group.head);
  }
}

const isCondition = (words: QuoteWords, i: number): boolean => words.lists.conditions.has(words.at(i));

function conditionsBehind(site: Site, sentence: Range, group: VerbGroup): Range[] | undefined {
  const { words } = site;
  for (let i = afterGroup(group); i < Math.min(sentence.end, afterGroup(group) + LONGEST_PHRASE); i++) {
    if (/^[,;:]$/.test(words.at(i))) return undefined;
    if (isCondition(words, i)) return [{ start: i + 1, end: clauseEnd(site, { start: i + 1, end: sentence.end }, group.head) }];
  }
  return undefined;
}

/** The clauses at the sentence's head up to the pause before the verb; "…, ou si …" begins another. */
function conditionsBefore(site: Site, sentence: Range, group: VerbGroup): Range[] | undefined {
  const { words } = site;
  // "en cas de fièvre, prévenez votre médecin"
  const [preposition, noun] = words.lists.inCase;
  const event =
    words.at(sentence.start) === preposition && words.at(sentence.start + 1) === noun && words.is(sentence.start + 2, CLASS.of);
  if (!event && !isCondition(words, sentence.start)) return undefined;
  let pause = group.left - 1;
  while (pause > sentence.start && !/^[,:]$/.test(words.at(pause))) pause--;
  if (pause - sentence.start < 3) return undefined;
  const parts: Range[] = [];
  let start = sentence.start + (event ? 3 : 1);
  for (let i = start; i < pause; i++) {
    if (!words.is(i, CLASS.conjunction) || !isCondition(words, i + 1)) continue;
    parts.push({ start, end: withoutFinal(words, start, i) });
    start = i + 2;
  }
  return [...parts, { start, end: withoutFinal(words, start, pause) }];
}

/** "Des fissures ont été signalées par X", "la date indiquée", "il est rapporté que …". */
function passiveContent(site: Site, sentence: Range, group: VerbGroup): void {
  const { words } = site;
  if (words.pack.otherPassives.get(group.lemma)?.has(words.at(group.end))) return;
  const by = agentAfter(site, group.end, sentence.end);
  const clause = complementOf(site, group, sentence.end);
  let part: Range | undefined;
  if (group.left === group.head && !words.is(group.head - 1, CLASS.being)) {
    let end = group.left;
    while (end > sentence.start && (words.isAdverb(end - 1) || words.lists.non.has(words.at(end - 1)))) end--;
    part = determinedPhrase(words, Math.max(sentence.start, end - LONGEST_PHRASE), end);
  } else if (clause?.kind === 'that')
    part = { start: clause.at, end: clauseEnd(site, { start: clause.at, end: sentence.end }, group.head) };
  else part = passiveSubject(site, sentence, group);
  if (part === undefined || part.end - part.start < 2) return;
  pushContent(site, [part], { start: group.start, end: group.end }, by, PASSIVE);
  site.spent.add(group.head);
}

const LONGEST_PHRASE = 12;

/** The subject of a passive; behind an impersonal il the phrase behind the verb. */
function passiveSubject(site: Site, sentence: Range, group: VerbGroup): Range | undefined {
  const { words } = site;
  let left = group.left;
  while (
    left > sentence.start &&
    (words.isAdverb(left - 1) || words.is(left - 1, CLASS.auxiliary) || words.is(left - 1, CLASS.clitic))
  )
    left--;
  const subject = subjectBefore(words, left, sentence.start);
  if (subject === undefined) return undefined;
  if (subject.kind !== 'pronoun') {
    if (words.is(left - 1, CLASS.relative))
      return { start: subject.start, end: relativeEnd(words, afterGroup(group), sentence.end, 1) };
    return wholeSubject(words, left, sentence.start) ?? subject;
  }
  if (!words.lists.impersonal.has(words.at(subject.start))) return undefined;
  const at = afterGroup(group) + (words.lists.fullOf.has(words.at(afterGroup(group))) ? 1 : 0);
  return nounPhraseAt(words, at, sentence.end, 'left');
}

/** "les révélations de X": nouns that are what was said, with whoever said it. */
export function findSayingNouns(site: Site, sentence: Range): void {
  const { words } = site;
  let from = sentence.start;
  for (const i of visited(words, words.sayings, sentence, site.zone.span)) {
    if (i < from || words.marks.inside[i] !== site.zone.span) continue;
    let start = i;
    while (start > sentence.start && !words.is(start, CLASS.determiner) && !words.is(start, CLASS.of) && start > i - 3) start--;
    if (!words.is(start, CLASS.determiner) && !words.is(start, CLASS.of)) continue;
    const phrase = nounPhraseAt(words, words.is(start, CLASS.determiner) ? start : start + 1, sentence.end, 'left');
    if (phrase === undefined || phrase.end <= i) continue;
    if (site.candidates.slice(-12).some((candidate) => candidate.cue?.start === i)) continue;
    let whose = i + 1;
    while (whose < phrase.end && !words.is(whose, CLASS.of)) whose++;
    const of = nounPhraseAt(words, whose + 1, phrase.end, 'right');
    const speaker = of !== undefined && canSpeak(site, of) ? of : undefined;
    // "cette révélation" says neither what nor whose
    const relative = words.is(phrase.end, CLASS.that) || words.is(phrase.end, CLASS.relative);
    if (speaker === undefined && !relative && !marksWithin(words, phrase)) continue;
    pushContent(site, [{ start: phrase.start, end: phrase.end }], { start: i, end: i + 1 }, speaker, NOUN);
    from = phrase.end + 1;
  }
}

function marksWithin(words: QuoteWords, phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end; i++) if (words.opens(i) !== undefined) return true;
  return false;
}

function pushContent(site: Site, parts: readonly Range[], cue: Range, speaker: Phrase | undefined, confidence: number): void {
  const { words, zone } = site;
  const marked = parts
    .flatMap((part) => quotedSpansIn(words, part.start, part.end, zone.span))
    .filter((index) => !site.used.has(index) && !isTitleInMarks(words, index));
  for (const index of marked) site.used.add(index);
  push(site, {
    parts,
    kind: marked.length > 0 ? 'mixed' : 'indirect',
    rule: 'noun complement',
    cue,
    ...(speaker && { speaker }),
    confidence,
    zone: zone.span,
  });
}
