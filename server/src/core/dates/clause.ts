import type { Span } from '../span';
import type { Token } from '../text/tokens';
import type { Piece } from './grammar/topRules';
import type { Reader } from './lexicon';
import type { DatePack } from './pack';

/** How a language's verbs tell the future from the past. */
export interface TenseFinder {
  readonly future: RegExp;
  readonly past: RegExp;
}

/** Compiles a pack's verb forms: each is matched against one whole word in lower case. */
export function tenseFinder(pack: DatePack): TenseFinder {
  const compile = (source: string): RegExp => new RegExp(`^(?:${source === '' ? '(?!)' : source})$`, 'u');
  return { future: compile(pack.future), past: compile(pack.past) };
}

// A verb further away than this belongs to another clause; punctuation counts as several words.
const REACH = 24;
const COMMA = 3;

/** What the nearest verb speaks of, future or past, as far as its form tells; the expression's own words do not count. */
export function clauseTense(reader: Reader, sentence: Span, piece: Piece, finder: TenseFinder): 'past' | 'future' | undefined {
  const before = nearest(reader, sentence, piece.from - 1, -1, finder, piece);
  const after = nearest(reader, sentence, piece.to, 1, finder, piece);
  if (before === null) return after?.tense;
  if (after === null) return before.tense;
  return after.distance < before.distance ? after.tense : before.tense;
}

function nearest(
  reader: Reader,
  sentence: Span,
  from: number,
  step: 1 | -1,
  finder: TenseFinder,
  piece: Piece,
): { readonly tense: 'past' | 'future'; readonly distance: number } | null {
  let distance = 0;
  for (let i = from; distance < REACH; i += step) {
    const token: Token | undefined = reader.tokens[i];
    if (token === undefined || token.start < sentence.start || token.end > sentence.end) return null;
    const word = reader.words[i] as string;
    // May is a month, may a verb
    if (finder.future.test(word) && !(reader.isCapital(i) && reader.sense(i, 'month'))) return { tense: 'future', distance };
    if (finder.past.test(word)) return { tense: looksAhead(reader, i, finder, piece) ? 'future' : 'past', distance };
    distance += /^[,;:()–—]$/.test(word) ? COMMA : 1;
  }
  return null;
}

// A verb phrase is hardly longer: "may have to be signed", "has been scheduled".
const PHRASE = 3;

/** Whether a form of the past belongs to a verb phrase that looks ahead. */
function looksAhead(reader: Reader, at: number, finder: TenseFinder, piece: Piece): boolean {
  for (let i = at - PHRASE; i <= at + PHRASE; i++) {
    const word = reader.words[i];
    // a verb on the other side belongs to what is said: announced Thursday it will …
    if (at < piece.from ? i >= piece.from : i < piece.to) continue;
    if (word !== undefined && i !== at && finder.future.test(word) && !(reader.isCapital(i) && reader.sense(i, 'month')))
      return true;
  }
  return false;
}
