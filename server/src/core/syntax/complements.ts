import { CLASS, CUE, GERUND, INFINITIVE } from '../lexicon/wordClasses';
import { startsClearClause, startsFiniteClause } from './bareClauses';
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

const REACH = 22;

/** Looks behind a cue, over adverbs, addressees, times and insertions between commas. */
export function complementOf(site: ClauseSite, group: VerbGroup, limit: number): Complement | undefined {
  const known = site.complements.get(group.head);
  if (known !== undefined) return known ?? undefined;
  const found = lookForComplement(site, group, limit);
  site.complements.set(group.head, found ?? null);
  return found;
}

function lookForComplement(site: ClauseSite, group: VerbGroup, limit: number): Complement | undefined {
  const { words } = site;
  const { senses } = group;
  let i = afterGroup(group);
  const stop = Math.min(limit, i + REACH);
  let first = true;
  const startsReported = (senses & CUE.takesObject) !== 0 ? startsClearClause : startsFiniteClause;
  while (i < stop) {
    const text = words.at(i);
    if (words.opens(i) !== undefined) return { kind: 'mark', at: i };
    if (text === ':') return { kind: 'colon', at: i + 1 };
    if (text === ',' && first && words.pack.commaClause && (senses & CUE.dropsThat) !== 0 && opensClause(words, i + 1))
      return { kind: 'that', at: i + 1 };
    if (words.is(i, CLASS.that) && !restricted(words, group, i)) return { kind: 'that', at: i + 1 };
    if ((senses & CUE.asks) !== 0 && opensQuestion(words, i)) return { kind: 'question', at: i };
    if ((senses & CUE.reportsInfinitive) !== 0 && startsInfinitive(words, i, stop)) return { kind: 'infinitive', at: i };
    const object =
      words.features.bareReportedClauses && first && (senses & CUE.takesAddressee) !== 0
        ? nounPhraseAt(words, i, stop, 'right')
        : undefined;
    if (object !== undefined && (words.is(object.end, CLASS.that) || startsReported(words, object.end, limit))) {
      return { kind: 'zero', at: words.is(object.end, CLASS.that) ? object.end + 1 : object.end };
    }
    if (words.features.bareReportedClauses && first && (senses & CUE.dropsThat) !== 0 && startsReported(words, i, limit))
      return { kind: 'zero', at: i };
    const next = overInsertion(words, i, stop, senses, first);
    if (next <= i) return undefined;
    if (text === ',' || words.is(i, CLASS.determiner)) first = false;
    i = next;
  }
  return undefined;
}

const opensClause = (words: ParagraphWords, i: number): boolean =>
  (words.is(i, CLASS.determiner | CLASS.subject) || words.isCapital(i)) && words.opens(i) === undefined;

/** si, comment, pourquoi, s'il */
const opensQuestion = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.question) || (words.lists.elidedIf.has(words.at(i)) && words.lists.afterElidedIf.has(words.at(i + 1)));

/** ne … que: only, no conjunction. */
function restricted(words: ParagraphWords, group: VerbGroup, i: number): boolean {
  const { comparison, weakNegation } = words.lists;
  if (comparison.has(words.at(i - 1))) return true;
  if (!weakNegation.has(words.at(group.left)) && !weakNegation.has(words.at(group.left - 1))) return false;
  // "ne peut que dire que": the first que is the one that restricts
  for (let k = group.left; k < group.head; k++) if (words.is(k, CLASS.that)) return false;
  for (let k = group.left; k < i; k++) if (words.is(k, CLASS.negation) && !weakNegation.has(words.at(k))) return false;
  return i === afterGroup(group);
}

/** avoir, ne pas ignorer, se rendre, l'avoir: an infinitive with what belongs before it. */
function startsInfinitive(words: ParagraphWords, at: number, stop: number): boolean {
  let i = at;
  while (i < stop && i < at + 5 && (words.is(i, CLASS.clitic) || words.is(i, CLASS.negation))) i++;
  if (!words.isWord(i) || words.isCapital(i) || words.is(i - 1, CLASS.of) || (words.is(i, CLASS.human) && i === at)) return false;
  if (words.has(i, INFINITIVE)) return true;
  // the lexicon holds the common verbs alone; the ending tells the others
  const form = words.at(i);
  return form.length > 4 && words.info[i]?.classes === 0 && words.pack.infinitiveEndings.some((ending) => form.endsWith(ending));
}

/** Over one thing that may stand between a cue and what it brings in; the same index where none does. */
function overInsertion(words: ParagraphWords, i: number, stop: number, senses: number, first: boolean): number {
  const text = words.at(i);
  if (text === ',') {
    if (words.is(i + 1, CLASS.that) || words.opens(i + 1) !== undefined) return i + 1;
    for (let k = i + 1; k < Math.min(stop, i + 16); k++) {
      if (words.at(k) === ',') return k + 1;
      // "hinted at it, saying, “…”": what is said belongs to the other verb
      if (words.features.absoluteGerunds && words.has(k, GERUND) && (words.verb(k)?.senses ?? 0) !== 0) return i;
      const stop = words.at(k) === '.' && !words.pack.honorifics.has(words.at(k - 1));
      if (words.opens(k) !== undefined || words.at(k) === ';' || stop) return i;
    }
    return i;
  }
  if (text === '(') {
    for (let k = i + 1; k < Math.min(stop, i + 14); k++) if (words.at(k) === ')') return k + 1;
    return i;
  }
  if (words.isAdverb(i) || words.is(i, CLASS.time)) return i + 1;
  // sur Canal Nord - Radio Sagre
  if (/^[-–/]$/.test(text) && words.isCapital(i - 1) && words.isCapital(i + 1))
    return nounPhraseAt(words, i + 1, stop, 'right')?.end ?? i;
  if (words.is(i, CLASS.oblique) && /^[-‑]$/.test(words.at(i + 1))) return i + 3;
  if (words.tokens[i]?.kind === 'number' && (words.is(i + 1, CLASS.time) || words.is(i - 1, CLASS.time))) return i + 1;
  if (words.is(i, CLASS.preposition) && !words.is(i, CLASS.that)) {
    // lors d'une conférence, auprès de l'agence
    const after = words.is(i + 1, CLASS.of) && !words.is(i, CLASS.of) ? i + 2 : i + 1;
    const phrase = nounPhraseAt(words, after, stop, 'right');
    if (phrase !== undefined) return phrase.end;
    return words.isWord(i + 1) && words.is(i + 1, CLASS.time) ? i + 2 : words.is(i + 1, CLASS.oblique) ? i + 2 : i;
  }
  if (words.is(i, CLASS.of) && words.is(i, CLASS.preposition)) return i;
  if (words.is(i, CLASS.determiner)) {
    const phrase = nounPhraseAt(words, i, stop, 'right');
    if (phrase === undefined)
      return words.is(i + 1, CLASS.time)
        ? i + 2
        : words.tokens[i + 1]?.kind === 'number' && words.is(i + 2, CLASS.time)
          ? i + 3
          : i;
    for (let k = phrase.start; k < phrase.end; k++) if (words.is(k, CLASS.time)) return phrase.end;
    if (words.is(phrase.end, CLASS.time) && phrase.end === i + 1) return phrase.end + 1;
    if ((senses & CUE.takesAddressee) !== 0 && first) return phrase.end;
    for (let k = phrase.start; k < phrase.end; k++)
      if (words.is(k, CLASS.message) && words.at(phrase.end) === ':') return phrase.end;
    return i;
  }
  if ((senses & CUE.takesAddressee) !== 0 && first && (words.isCapital(i) || words.is(i, CLASS.oblique))) {
    const phrase = nounPhraseAt(words, i, stop, 'right');
    return phrase?.end ?? i;
  }
  return i;
}
