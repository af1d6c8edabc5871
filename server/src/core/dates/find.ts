import type { ParagraphView } from '../document';
import { isPassedOver, isTime } from './exceptions/index';
import type { DateCandidate } from './expression';
import { type Finder, finderFor } from './finder';
import { Parser } from './grammar/parser';
import { Reader } from './lexicon';
import { canBegin, mayBegin } from './opening';
import type { DatePack } from './pack';
import { candidateOf } from './said';
import type { TimexMatch } from './timexMatch';

/** Paragraph pass: finds temporal expressions, in text order, never overlapping. Linear in the paragraph. */
export function findCandidates(view: ParagraphView, pack: DatePack): readonly DateCandidate[] {
  if (view.tokens.length === 0) return [];
  const finder = finderFor(pack);
  const reader = new Reader(view.text, view.tokens, finder.lexicon);
  const found = findMatches(reader, finder);
  return found.map((match, i) => candidateOf({ reader, view, tense: finder.tense, match, next: found[i + 1] }));
}

/** The temporal expressions of a paragraph. */
export function findMatches(reader: Reader, finder: Finder): readonly TimexMatch[] {
  let parser: Parser | undefined;
  const found: TimexMatch[] = [];
  for (let at = 0; at < reader.tokens.length; ) {
    const next = passOver(reader, at, finder);
    if (next > at) {
      at = next;
      continue;
    }
    parser ??= new Parser(finder.grammar, reader);
    const read = parser.read('Top', at);
    if (read === null) {
      at++;
      continue;
    }
    const matches = read.value as TimexMatch[];
    const isDate = !matches.some((match) => isPassedOver({ reader, match, previous: undefined }));
    const accepted = isDate ? takeTimes(reader, matches, found) : 0;
    at = !isDate || accepted > 0 ? read.end : at + 1;
  }
  return found;
}

/** Where to look next, if no expression begins at a token: after what is not one as a whole (le Nouvel An chinois); else the token itself. */
function passOver(reader: Reader, at: number, finder: Finder): number {
  if (!mayBegin(reader, at, finder)) return at + 1;
  const blocked = reader.sense(at, 'notADate');
  if (blocked !== undefined) return blocked.end;
  if (!canBegin(reader, at, finder)) return at + 1;
  const article = reader.sense(at, 'the');
  const named = article === undefined ? undefined : reader.sense(article.end, 'notADate');
  return named?.end ?? at;
}

/** Takes up those of one reading's matches that are times; says how many. All are judged by the last one before them. */
function takeTimes(reader: Reader, matches: readonly TimexMatch[], found: TimexMatch[]): number {
  const previous = found.at(-1);
  const times = matches.filter((match) => isTime({ reader, match, previous }));
  for (const match of times) found.push(withArticle(reader, match));
  return times.length;
}

/**
 * The three months to June, les douze années qui restent: an article belongs to what it counts. Taken in at the end, since
 * what tells ages from lengths of time (les 25 ans) asks for the words before the number.
 */
function withArticle(reader: Reader, match: TimexMatch): TimexMatch {
  const isSeveral = match.meaning.kind === 'duration' && reader.endingBefore(match.to, 'units') >= 0;
  const article = isSeveral && reader.sense(match.from, 'these') === undefined ? reader.endingBefore(match.from, 'these') : -1;
  return article < 0 ? match : { ...match, from: article };
}
