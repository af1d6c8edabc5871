import { type TenseFinder, tenseFinder } from './clause';
import { hasBit } from './grammar/firsts';
import { grammarFor } from './grammar/index';
import type { Grammar } from './grammar/pattern';
import { compileLexicon, type Lexicon } from './lexicon';
import type { DatePack } from './pack';

/** A language's pack, compiled. */
export interface Finder {
  readonly lexicon: Lexicon;
  readonly grammar: Grammar;
  readonly tense: TenseFinder;
  /** Classes that a whole expression can begin with. */
  readonly begins: ReadonlySet<string>;
}

// Compiled once per pack; a pack is a constant, so this holds no state that could change an answer.
const finders = new WeakMap<DatePack, Finder>();

/** The finder of a language. */
export function finderFor(pack: DatePack): Finder {
  let finder = finders.get(pack);
  if (finder === undefined) {
    const grammar = grammarFor(pack);
    const top = grammar.ids.get('Top') ?? 0;
    const begins = new Set([...grammar.byClass].filter(([, bits]) => hasBit(bits, top)).map(([cls]) => cls));
    finder = { lexicon: compileLexicon(pack), grammar, tense: tenseFinder(pack), begins };
    finders.set(pack, finder);
  }
  return finder;
}
