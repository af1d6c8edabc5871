import { CLASS, FINITE, GERUND, PARTICIPLE } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { determinedPhrase } from '../../syntax/nounPhraseSearch';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import { interior, nextAt, quotedSpansIn, type Range } from '../../syntax/ranges';
import { relativeEnd } from '../../syntax/relativeClauses';
import { withoutFinal } from '../../syntax/sentences';
import type { QuoteWords, Site } from '../candidate';
import { type Finding, type QuoteRule, quoteRule } from '../rule';
import { freeSpans, mixedOrIndirect } from './drafts';

interface Attribution {
  readonly cue: Range;
  readonly source: Phrase;
  /** The whole group, commas around it included. */
  readonly start: number;
  readonly end: number;
}

interface SourceDraft extends Attribution {
  readonly site: Site;
}

/** "selon X", "d'après X", "pour X", "according to X": the rest of the sentence is X's. */
export const accordingTo: QuoteRule<number> = quoteRule<number, SourceDraft>({
  id: 'according-to',
  find: (site, token) => {
    const attribution = attributionAt(site, token, site.sentence);
    return attribution && { ...attribution, site };
  },
  except: [],
  quote: ({ site, ...attribution }) => attribute(site, site.sentence, attribution),
  resume: ({ source }) => source.end,
});

function attributionAt(site: Site, i: number, sentence: Range): Attribution | undefined {
  const { words } = site;
  for (const phrase of words.info[i]?.attributions ?? []) {
    if (!phrase.words.every((word, k) => words.at(i + k) === word)) continue;
    if (phrase.trailing && words.at(i - 1) !== ',' && words.closes(i - 1) === undefined) continue;
    const at = i + phrase.words.length;
    const told = words.pack.inversion ? whatIsTold(words, i, at, sentence) : undefined;
    if (told !== undefined) return told;
    const bare = nounPhraseAt(words, at, sentence.end, 'left') ?? nounPhraseAt(words, at, sentence.end, 'right');
    if (bare === undefined || bare.start !== at) return undefined;
    const initial = isInitial(words, i, sentence.start);
    const shortened = initial || words.at(bare.end) === ',' ? bare : (nounPhraseAt(words, at, sentence.end, 'right') ?? bare);
    if (!phrase.anyone && !isSource(words, shortened, initial, phrase.narrow === true)) return undefined;
    if (phrase.narrow && !initial) return undefined;
    let source = withApposition(words, shortened, sentence.end, 'left');
    // "Selon X, le président a …": what follows the comma is the clause, not an apposition
    if (source.end > shortened.end && initial && words.at(source.end) !== ',' && words.opens(source.end) === undefined)
      source = shortened;
    // "Selon Radio-Sagre, un premier bilan fait état de …, qui …": a clause, not what the radio is
    if (initial && saysSomething(words, shortened.end + 1, source.end)) source = shortened;
    // "C'est, selon la presse, son meilleur match": what the verb says, no apposition
    if (words.at(i - 1) === ',' && words.is(i - 2, CLASS.being)) source = shortened;
    // "Selon la police, les quatre blessés, …": what no person and no name stands before is no apposition to it
    if (initial && source.end > shortened.end && !describesPerson(words, shortened) && shortened.kind === 'description')
      source = shortened;
    if (phrase.narrow && !(words.at(source.end) === ',' || words.opens(source.end) !== undefined)) return undefined;
    source = withAffiliation(words, source, sentence.end);
    const start = !initial && words.at(i - 1) === ',' ? i - 1 : i;
    const end = overReduced(words, source, sentence.end);
    // a relative clause belongs to the group, not to the mention
    const relates = words.is(end, CLASS.relative | CLASS.that);
    if (relates || (words.at(end) === ',' && words.is(end + 1, CLASS.relative))) {
      const close = commaAfter(words, end + 1, sentence.end);
      // "…, selon X, qui ajoute que …": what the relative reports is no more of this clause
      const relative = words.at(end) === ',' ? end + 1 : end;
      const over = !initial && close < relative + 1 ? sentence.end : close;
      return { cue: { start: i, end: at }, source: { ...source, end }, start, end: over };
    }
    return { cue: { start: i, end: at }, source: { ...source, end }, start, end };
  }
  return undefined;
}

/** "selon ce qu'a indiqué la mairie, …", "d'après ce que je sais, …": the source is the relative's subject. */
function whatIsTold(words: QuoteWords, i: number, at: number, sentence: Range): Attribution | undefined {
  if (!words.lists.freeRelative.has(words.at(at)) || !words.is(at + 1, CLASS.that)) return undefined;
  const comma = commaAfter(words, at + 2, sentence.end);
  if (words.at(comma) !== ',') return undefined;
  for (let verb = at + 2; verb < comma; verb++) {
    if (!isFiniteVerb(words, verb)) continue;
    let left = verb;
    while (words.is(left - 1, CLASS.clitic)) left--;
    const before = left > at + 2 ? nounPhraseAt(words, at + 2, left, 'left') : undefined;
    let behind = verb + 1;
    while (behind < comma && (words.has(behind, PARTICIPLE) || words.isAdverb(behind))) behind++;
    const source = before ?? nounPhraseAt(words, behind, comma, 'right');
    return source && { cue: { start: i, end: at }, source, start: i, end: comma };
  }
  return undefined;
}

/** Whether an apposition holds what can be a verb where no noun can stand. */
function saysSomething(words: QuoteWords, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const nominal = words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition | CLASS.conjunction) || !words.isWord(i - 1);
    if (words.has(i, FINITE) && !words.isCapital(i) && !nominal && !words.isHuman(i)) return true;
  }
  return false;
}

function describesPerson(words: QuoteWords, phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end && !(words.is(i, CLASS.of) && i > phrase.start); i++)
    if (words.isHuman(i)) return true;
  return false;
}

/** "Selon Anne Morel, de l'université de Marnes, …": where somebody is from, up to the next pause. */
function withAffiliation(words: QuoteWords, source: Phrase, limit: number): Phrase {
  const at = source.end + 1;
  if (source.kind !== 'name' || words.at(source.end) !== ',' || !words.is(at, CLASS.of)) return source;
  const place = nounPhraseAt(words, words.is(at + 1, CLASS.determiner) ? at + 1 : at, limit, 'left');
  const named = place !== undefined && /^[,;:]$/.test(words.at(place.end));
  if (!named || !(place.kind === 'name' || words.is(place.start + 1, CLASS.institution))) return source;
  return { ...source, end: place.end };
}

/** At the head of its clause: behind nothing, a conjunction, a colon or an adverb. */
function isInitial(words: QuoteWords, i: number, floor: number): boolean {
  let k = i - 1;
  while (
    k >= floor &&
    (words.is(k, CLASS.conjunction) || words.is(k, CLASS.that) || words.isAdverb(k) || /^[-–—,]$/.test(words.at(k))) &&
    k > i - 4
  ) {
    if (words.at(k) === ',' && k - 1 >= floor && !words.isAdverb(k - 1) && !words.is(k - 1, CLASS.conjunction)) return false;
    k--;
  }
  return k < floor || words.at(k) === ':' || words.at(k) === ';' || words.at(k) === '(';
}

/** "une étude publiée par …, parue hier": a reduced relative belongs to the source up to its comma. */
function overReduced(words: QuoteWords, source: Phrase, limit: number): number {
  let end = source.end;
  const clitic = words.is(end, CLASS.clitic) ? end + 1 : end;
  if (
    (words.verb(end)?.forms ?? 0) & PARTICIPLE ||
    words.has(clitic, GERUND) ||
    (clitic > end && words.lists.gerundEnding.test(words.at(clitic))) ||
    words.is(end, CLASS.preposition) ||
    words.is(end, CLASS.time)
  ) {
    for (let i = end; i < Math.min(limit, end + 20); i++) {
      if (words.at(i) === ',' || words.opens(i) !== undefined) {
        end = i;
        break;
      }
      if (words.is(i, CLASS.subject) && !words.is(i, CLASS.determiner)) break;
    }
  }
  return end;
}

/** The comma that ends a relative clause, within reach; the clause's own start where none does. */
function commaAfter(words: QuoteWords, from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + 24); i++) if (words.at(i) === ',' || words.opens(i) !== undefined) return i;
  return from - 1;
}

/** Somebody or something that says: "selon les instructions", "selon la loi" is none. */
function isSource(words: QuoteWords, phrase: Phrase, initial: boolean, narrow: boolean): boolean {
  if (phrase.kind === 'pronoun') return !words.lists.neuter.has(words.at(phrase.start));
  let head = phrase.start;
  const limit = Math.min(phrase.end, phrase.start + 6);
  let human = false;
  let said = false;
  for (; head < limit; head++) {
    if (head > phrase.start && words.is(head, CLASS.of) && !words.lists.pluralArticle.has(words.at(head))) {
      if (head > phrase.start + 1) break;
    }
    if (words.is(head, CLASS.conformity)) return false;
    if (words.isHuman(head) || words.is(head, CLASS.institution)) human = true;
    if (words.is(head, CLASS.source) || words.is(head, CLASS.message)) said = true;
  }
  if (narrow)
    return (
      human ||
      (words.isCapital(phrase.start) && phrase.kind === 'name') ||
      (phrase.kind === 'name' && words.isCapital(phrase.start + 1))
    );
  if (human || said) return true;
  if (words.isCapital(phrase.start) || phrase.kind === 'name') return true;
  if (!initial) return false;
  return words.at(phrase.end) === ',' || words.is(phrase.end, CLASS.relative) || words.opens(phrase.end) !== undefined;
}

function attribute(site: Site, sentence: Range, attribution: Attribution): Finding | undefined {
  const { words, zone } = site;
  const behind = words.is(attribution.start - 1, CLASS.relative) || words.is(attribution.start - 1, CLASS.that);
  const bracketed = words.at(attribution.start - 1) === '(' && words.at(attribution.end) === ')';
  const from = behind
    ? attribution.start
    : clauseStart(words, sentence.start, bracketed ? attribution.start - 1 : attribution.start, zone.span);
  const commas = words.at(attribution.start) === ',' || words.at(attribution.end) === ',';
  if (!behind && !commas && attribution.source.kind === 'pronoun' && attribution.start > sentence.start) {
    const mark = words.opens(attribution.end);
    const sayable = mark?.closed && mark.parent === zone.span && words.isWord(attribution.start - 1);
    if (sayable && mark.close + 1 < sentence.end && words.isWord(mark.close + 1)) {
      const index = words.marks.inside[attribution.end] as number;
      return site.used.has(index) ? undefined : emit(site, attribution, [interior(words, index)], 'mixed', [index]);
    }
    // "des éléments selon lui faux" says one word, not its sentence; "cela est dû selon lui au vent" says all of it
    const last = attribution.start - 1;
    const clausal = isFiniteVerb(words, last) || words.is(last, CLASS.being) || words.has(last, PARTICIPLE);
    if (words.isWord(attribution.end) && !clausal) {
      return qualifiedNoun(site, sentence, attribution);
    }
  }
  if (bracketed) {
    return bracketedClause(site, sentence, attribution, from);
  }
  const before = { start: from, end: withoutFinal(words, from, attribution.start) };
  let next = attribution.end;
  while (next < sentence.end && words.isAdverb(next) && words.isWord(next + 1) === false) next++;
  while (
    next < sentence.end &&
    (words.at(next) === ',' ||
      words.at(next) === ':' ||
      (words.at(next) === ';' && words.opens(next + 1) !== undefined) ||
      (/^[-–—]$/.test(words.at(next)) && words.spaced(next)))
  )
    next++;
  const stop = clauseStop(words, next, sentence.end, zone.span);
  // ", qui, selon lui, dormait, n'entendit rien": what the source says ends with the relative
  const relative = words.pack.inversion && words.is(beforeComma(words, attribution.start), CLASS.relative);
  const after = { start: next, end: relative ? Math.min(stop, relativeEnd(words, next, sentence.end)) : stop };
  const leads = before.end <= before.start || isLead(words, before);
  const parts: Range[] = [];
  const trailing = after.end - after.start < 1;
  if (leads && !trailing) {
    const marked = fullyMarked(site, after, sentence.end);
    if (marked !== undefined) {
      return emit(site, attribution, [interior(words, marked)], 'direct', [marked]);
    }
    if (before.end - before.start >= 4 && !words.is(attribution.start - 1, CLASS.that)) parts.push(before);
    parts.push(after);
  } else if (trailing) {
    const last = words.closes(before.end - 1);
    if (last !== undefined && last.parent === zone.span) {
      const index = words.marks.inside[before.end - 1] as number;
      if (site.used.has(index)) return undefined;
      const all = quotedSpansIn(words, before.start, before.end, zone.span);
      if (last.open === before.start || onlyMarks(words, before, zone.span)) {
        return emit(
          site,
          attribution,
          all.map((each) => interior(words, each)),
          'direct',
          all,
        );
      }
    }
    parts.push(before);
  } else {
    parts.push(before);
    if (goesOn(words, attribution, after)) parts.push(after);
  }
  const size = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  if (size < 1) return undefined;
  const marked = freeSpans(site, parts);
  if (!parts.some((part) => hasFiniteVerb(words, part)) && size < 2 && marked.length === 0) return undefined;
  return emit(site, attribution, parts, mixedOrIndirect(marked), marked);
}

/** "La digue a cédé (selon la préfecture).": the clause before the bracket, where nothing follows it. */
function bracketedClause(site: Site, sentence: Range, attribution: Attribution, from: number): Finding | undefined {
  const { words } = site;
  const part = { start: from, end: attribution.start - 1 };
  if (withoutFinal(words, attribution.end + 1, sentence.end) > attribution.end + 1 || !hasFiniteVerb(words, part))
    return undefined;
  const marked = freeSpans(site, [part]);
  return emit(site, attribution, [part], mixedOrIndirect(marked), marked);
}

/** "des éléments selon lui faux": the noun and what is said of it, with little confidence. */
function qualifiedNoun(site: Site, sentence: Range, attribution: Attribution): Finding | undefined {
  const { words, zone } = site;
  const noun = determinedPhrase(words, Math.max(sentence.start, attribution.start - 12), attribution.start);
  let end = attribution.end;
  while (end < sentence.end && words.isWord(end) && !words.is(end, CLASS.conjunction) && !words.is(end, CLASS.preposition)) end++;
  if (noun === undefined || end === attribution.end || end > attribution.end + 4) return undefined;
  return {
    marks: [],
    candidates: [
      {
        parts: [
          { start: noun.start, end: noun.end },
          { start: attribution.end, end },
        ],
        kind: 'indirect',
        rule: 'attribution',
        cue: attribution.cue,
        speaker: attribution.source,
        confidence: 0.4,
        zone: zone.span,
      },
    ],
  };
}

/** Behind a medial group the clause goes on, unless something else begins there. */
function goesOn(words: QuoteWords, attribution: Attribution, after: Range): boolean {
  // "Cette mesure est, selon lui, inutile."
  const predicate = after.end - after.start === 1 && words.is(attribution.start - 1, CLASS.being);
  if (after.end - after.start < 2) return predicate;
  const comma = words.at(attribution.end) === ',';
  if (!comma) return !words.is(after.start, CLASS.conjunction) && !words.is(after.start, CLASS.relative);
  // ", cité par la radio"
  if (words.has(after.start, PARTICIPLE) && words.lists.citedBy.has(words.at(after.start + 1))) return false;
  if (attribution.start < attribution.cue.start || words.at(attribution.start) === ',') {
    return !words.is(after.start, CLASS.conjunction) || hasFiniteVerb(words, after);
  }
  return !((words.verb(after.start)?.forms ?? 0) & 4);
}

const onlyMarks = (words: QuoteWords, range: Range, zone: number): boolean => {
  for (let i = range.start; i < range.end; i = nextAt(words, i, zone))
    if (words.isWord(i) && words.opens(i) === undefined && !words.is(i, CLASS.conjunction)) return false;
  return true;
};

const beforeComma = (words: QuoteWords, start: number): number => (words.at(start - 1) === ',' ? start - 2 : start - 1);

/** Only an adverbial or a conjunction before the group: "Mais, selon X, …", "En 2016, selon X, …". */
function isLead(words: QuoteWords, before: Range): boolean {
  if (before.end - before.start > 12) return false;
  return (
    !hasFiniteVerb(words, before) &&
    (words.is(before.start, CLASS.preposition) ||
      words.is(before.start, CLASS.conjunction) ||
      words.isAdverb(before.start) ||
      words.is(before.start, CLASS.subordinator) ||
      words.is(before.start, CLASS.time) ||
      words.is(before.end - 1, CLASS.that))
  );
}

/** The one stretch that the clause consists of, where only an adjunct trails behind its marks. */
function fullyMarked(site: Site, after: Range, limit: number): number | undefined {
  const { words, zone, used } = site;
  const stretch = words.opens(after.start);
  if (stretch === undefined || stretch.parent !== zone.span) return undefined;
  const index = words.marks.inside[after.start] as number;
  if (used.has(index)) return undefined;
  const inner = interior(words, index);
  const rest = { start: Math.min(stretch.close + 1, limit), end: withoutFinal(words, Math.min(stretch.close + 1, limit), limit) };
  if (rest.end <= rest.start) return index;
  if (!hasFiniteVerb(words, inner)) return undefined;
  return !hasFiniteVerb(words, rest) ||
    words.is(rest.start, CLASS.relative) ||
    words.at(rest.start) === ',' ||
    words.is(rest.start, CLASS.conjunction)
    ? index
    : undefined;
}

function clauseStart(words: QuoteWords, from: number, end: number, zone: number): number {
  let start = from;
  for (let i = from; i < end; i = nextAt(words, i, zone))
    if (words.at(i) === ';' || (words.at(i) === ':' && words.isWord(i + 1))) start = i + 1;
  // inside brackets only the bracket's own clause
  let depth = 0;
  for (let i = end - 1; i >= start; i--) {
    if (words.at(i) === ')') depth++;
    else if (words.at(i) === '(') {
      if (depth === 0) {
        start = i + 1;
        break;
      }
      depth--;
    }
  }
  while (start < end && words.opens(start) === undefined && words.tokens[start]?.kind === 'punctuation') start++;
  return start;
}

function clauseStop(words: QuoteWords, from: number, limit: number, zone: number): number {
  let depth = 0;
  for (let i = from; i < limit; i = nextAt(words, i, zone)) {
    const text = words.at(i);
    if (text === '(') depth++;
    else if (text === ')') {
      if (depth === 0) return withoutFinal(words, from, i);
      depth--;
    } else if (text === ';') return withoutFinal(words, from, i);
  }
  return withoutFinal(words, from, limit);
}

function emit(
  site: Site,
  attribution: Attribution,
  parts: readonly Range[],
  kind: 'direct' | 'mixed' | 'indirect',
  used: readonly number[],
): Finding {
  return {
    marks: used,
    candidates: [
      {
        parts,
        kind,
        rule: 'attribution',
        cue: attribution.cue,
        speaker: attribution.source,
        confidence: 0.85,
        zone: site.zone.span,
      },
    ],
  };
}
