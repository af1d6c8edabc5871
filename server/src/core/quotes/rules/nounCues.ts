import { CLASS, FINITE, PARTICIPLE } from '../../lexicon/wordClasses';
import { startsFiniteClause } from '../../syntax/bareClauses';
import { clauseEnd } from '../../syntax/clauseEnds';
import { hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { isPossessive } from '../../syntax/homographs';
import { determinedPhrase } from '../../syntax/nounPhraseSearch';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import { quotedSpansIn, type Range, visited } from '../../syntax/ranges';
import { relativeEnd } from '../../syntax/relativeClauses';
import type { QuoteWords, Site } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import { canSpeak, push } from './reportedClauses';

const REACH = 14;

/** Noun cues: "la déclaration de X selon laquelle …", "l'affirmation du député que …". */
export function findNounCues(site: Site, sentence: Range): void {
  const { words, zone } = site;
  let from = sentence.start;
  for (const i of visited(words, words.cueNouns, sentence, zone.span)) {
    if (i < from) continue;
    const found = words.features.nounsTakeClauses
      ? englishClause(site, i, sentence)
      : words.is(i - 1, CLASS.determiner)
        ? clauseOf(site, i, sentence.end)
        : undefined;
    if (found === undefined || takesUp(words, found.at, sentence.end)) continue;
    // "après l'affirmation du député que …, le ministre a …": without a verb before it the noun leads to the main clause
    const leads = !hasFiniteVerb(words, { start: sentence.start, end: i });
    const whole = clauseEnd(site, { start: found.at, end: sentence.end }, -1, leads ? 'infinitive' : 'that');
    const main = words.features.nounsTakeClauses
      ? beforeMainVerb(words, found.at, whole)
      : relativeEnd(words, found.at, sentence.end);
    const end = leads ? Math.min(whole, main) : whole;
    if (end - found.at < 3 || site.candidates.slice(-12).some((candidate) => candidate.parts[0]?.start === found.at)) continue;
    const marked = quotedSpansIn(words, found.at, end, zone.span).filter(
      (index) => !site.used.has(index) && !isTitleInMarks(words, index),
    );
    for (const index of marked) site.used.add(index);
    push(site, {
      parts: [{ start: found.at, end }],
      kind: marked.length > 0 ? 'mixed' : 'indirect',
      rule: 'noun cue',
      cue: { start: i, end: i + 1 },
      ...(found.speaker && { speaker: found.speaker }),
      confidence: found.speaker === undefined ? 0.55 : 0.75,
      zone: zone.span,
    });
    from = end + 1;
  }
}

/** "l'annonce qu'il a faite hier", "la réponse que le maire attend": a relative, whose verb has no object of its own. */
function takesUp(words: QuoteWords, from: number, limit: number): boolean {
  if (!words.pack.inversion || !words.is(from - 1, CLASS.that)) return false;
  for (let i = from; i < Math.min(limit, from + REACH); i++) {
    if (!isFiniteVerb(words, i)) continue;
    let verb = i + 1;
    while (words.isAdverb(verb) || (words.has(i, FINITE) && words.is(i, CLASS.auxiliary) && words.has(verb, PARTICIPLE))) verb++;
    const lemma = words.verb(words.has(verb - 1, PARTICIPLE) ? verb - 1 : i)?.lemma ?? '';
    if (!words.pack.supportVerbs.has(lemma)) return false;
    return !words.is(verb, CLASS.determiner) && !words.is(verb, CLASS.that);
  }
  return false;
}

/**
 * "the company's announcement that …", "claims by the mayor that …", "reports that …": whose it is, where the noun does
 * not say it itself; "claims that were made" is a relative.
 */
function englishClause(site: Site, noun: number, sentence: Range): { at: number; speaker?: Phrase } | undefined {
  const { words } = site;
  const owner = ownerBefore(words, noun, sentence.start);
  let that = noun + 1;
  let agent: Phrase | undefined;
  if (words.lists.claimedBy.has(words.at(that))) {
    agent = nounPhraseAt(words, that + 1, Math.min(sentence.end, noun + REACH), 'right');
    if (agent === undefined) return undefined;
    that = agent.end;
  }
  if (!words.is(that, CLASS.that) || that >= sentence.end) return undefined;
  if (!startsFiniteClause(words, that + 1, sentence.end)) return undefined;
  // "last year's announcement"
  const speaker = [owner, agent].find((phrase) => phrase !== undefined && !words.is(phrase.end - 1, CLASS.time));
  if (speaker === undefined && !words.is(noun, CLASS.source)) return undefined;
  return { at: that + 1, speaker: speaker ?? { start: noun, end: noun + 1, kind: 'description' } };
}

/** "claims that the road is closed were false": up to the second of two verbs that nothing joins. */
function beforeMainVerb(words: QuoteWords, from: number, end: number): number {
  let verb = -1;
  for (let i = from; i < end; i++) {
    if (words.is(i, CLASS.conjunction | CLASS.that | CLASS.relative) || /^[,;]$/.test(words.at(i))) return end;
    if (
      !words.is(i, CLASS.being | CLASS.auxiliary | CLASS.modal) ||
      words.lists.infinitiveMarker.has(words.at(i)) ||
      !(words.has(i, FINITE) || words.is(i, CLASS.modal))
    )
      continue;
    if (verb >= 0 && i > verb + 1) return i;
    verb = i;
  }
  return end;
}

/** Whose a noun is: "the company's surprising claim", "the company 's claim". */
function ownerBefore(words: QuoteWords, noun: number, floor: number): Phrase | undefined {
  let k = noun - 1;
  while (k > floor && k > noun - 4 && words.isWord(k) && words.info[k]?.classes === 0 && !isPossessive(words, k)) k--;
  if (words.is(k, CLASS.determiner) && words.is(k, CLASS.oblique)) return { start: k, end: k + 1, kind: 'pronoun' };
  if (!isPossessive(words, k)) return undefined;
  const end = words.lists.possessive.has(words.at(k)) ? k - 1 : k;
  return determinedPhrase(words, Math.max(floor, end - REACH), end) ?? nameEnding(words, floor, end);
}

/** The capital words right before a token. */
function nameEnding(words: QuoteWords, floor: number, end: number): Phrase | undefined {
  let start = end;
  while (start > floor && words.isCapital(start - 1)) start--;
  return start < end ? { start, end, kind: 'name' } : undefined;
}

function clauseOf(site: Site, noun: number, limit: number): { at: number; speaker?: Phrase } | undefined {
  const { words } = site;
  let of = noun + 1;
  while (of < noun + 4 && words.isWord(of) && !words.is(of, CLASS.of) && !words.is(of, CLASS.that)) of++;
  const whose = words.is(of, CLASS.of) ? nounPhraseAt(words, of + 1, Math.min(limit, noun + REACH), 'right') : undefined;
  // "l'annonce des résultats qu'il attendait": nobody's announcement, and a relative
  const speaker = whose !== undefined && canSpeak(site, whose) && !words.is(whose.start, CLASS.source) ? whose : undefined;
  for (let k = noun + 1; k < Math.min(limit, noun + REACH); k++) {
    if (words.opens(k) !== undefined || words.at(k) === ';' || words.at(k) === ':') return undefined;
    const attributed = words.pack.attributions.some((phrase) => phrase.words.length === 1 && phrase.words[0] === words.at(k));
    if (attributed && words.is(k + 1, CLASS.relative)) return { at: k + 2, ...(speaker && { speaker }) };
    // "les informations qu'il a données": a plural with que is taken up by a relative
    if (words.pack.inversion && words.is(k, CLASS.that) && words.lists.pluralNoun.test(words.at(noun))) return undefined;
    if (words.is(k, CLASS.that) && (k === noun + 1 || k === speaker?.end)) return { at: k + 1, ...(speaker && { speaker }) };
  }
  return undefined;
}
