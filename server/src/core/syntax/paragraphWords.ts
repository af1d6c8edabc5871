import type { ParagraphView } from '../document';
import type { Grammar, GrammarFeatures } from '../lexicon/grammar';
import { CLASS, TRAIT, type VerbReading, type WordInfo } from '../lexicon/wordClasses';
import { type Lexicon, lexiconOf } from '../lexicon/wordLexicon';
import { packed } from '../packed';
import { partitionPoint } from '../span';
import type { Token } from '../text/tokens';
import { type Marks, pairMarks, type QuotedSpan } from './quoteMarks';

/** The comma of 5,5 parts no clauses. */
const DECIMAL: WordInfo = {
  form: '5,5',
  classes: 0,
  traits: 0,
  forms: 0,
  verb: undefined,
  other: undefined,
  adverbials: undefined,
  attributions: undefined,
};

/** What was looked for and found. */
interface Asked {
  readonly look: unknown;
  readonly key: number;
  readonly answer: unknown;
  readonly before: Asked | undefined;
}

/** Of most paragraphs no more is asked, and maps would weigh more than all that they hold. */
const FEW = 4;

/** A paragraph with what the lexicon says about its tokens and with its marks paired; what all rules read. */
export class ParagraphWords<Pack extends Grammar = Grammar> {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly info: readonly WordInfo[];
  readonly marks: Marks;
  readonly pack: Pack;
  /** The pack's words of single rules. */
  readonly lists: Pack['lists'];
  /** What the language's grammar can do. */
  readonly features: GrammarFeatures;
  readonly view: ParagraphView;
  /** Tokens that can head a cue, begin an attribution, are a noun of saying; in order. */
  readonly cues: readonly number[];
  readonly sources: readonly number[];
  readonly cueNouns: readonly number[];
  private asked: Asked | undefined;
  private found: Map<unknown, Map<number, unknown>> | undefined;

  constructor(view: ParagraphView, pack: Pack) {
    this.view = view;
    this.tokens = view.tokens;
    this.text = view.text;
    this.info = packed(readTokens(view.tokens, lexiconOf(pack), pack.features.functionWordAcronyms));
    this.pack = pack;
    this.lists = pack.lists;
    this.features = pack.features;
    this.marks = pairMarks(view.tokens, pack.marks);
    const cues: number[] = [];
    const sources: number[] = [];
    const cueNouns: number[] = [];
    for (let i = 0; i < this.info.length; i++) {
      const { traits, classes, attributions } = this.info[i] as WordInfo;
      if ((traits & TRAIT.hook) === 0) continue;
      if (traits & TRAIT.cue) cues.push(i);
      if (attributions !== undefined) sources.push(i);
      if (classes & CLASS.cueNoun) cueNouns.push(i);
    }
    this.cues = packed(cues);
    this.sources = packed(sources);
    this.cueNouns = packed(cueNouns);
  }

  // Indices outside the paragraph are asked for all the time; an array answers those below 0 slowly.

  /**
   * What a function finds between two tokens of these words alone, looked for once. A paragraph's words are made once and
   * stay, whatever is edited elsewhere.
   */
  once<T>(look: (words: this, first: number, last: number) => T, first: number, last: number): T {
    const key = first * (this.tokens.length + 2) + last;
    let count = 0;
    for (let one = this.asked; one !== undefined; one = one.before, count++)
      if (one.look === look && one.key === key) return one.answer as T;
    if (count < FEW) {
      const answer = look(this, first, last);
      this.asked = { look, key, answer, before: this.asked };
      return answer;
    }
    this.found ??= new Map();
    let known = this.found.get(look) as Map<number, T> | undefined;
    if (known === undefined) {
      known = new Map();
      this.found.set(look, known);
    }
    let found = known.get(key);
    if (found === undefined) {
      found = look(this, first, last);
      known.set(key, found);
    }
    return found;
  }

  /** Whether the token ends what can open an incise: comme, ainsi que. */
  endsOpener(i: number): boolean {
    return this.hasTrait(i, TRAIT.opener);
  }

  /** The token's form in lower case; empty outside the paragraph. */
  at(i: number): string {
    const { info } = this;
    return i >= 0 && i < info.length ? (info[i] as WordInfo).form : '';
  }

  /** Whether the form belongs to one of the classes whose bits are given ({@link CLASS}). */
  is(i: number, classes: number): boolean {
    const { info } = this;
    return i >= 0 && i < info.length && ((info[i] as WordInfo).classes & classes) !== 0;
  }

  private hasTrait(i: number, traits: number): boolean {
    const { info } = this;
    return i >= 0 && i < info.length && ((info[i] as WordInfo).traits & traits) !== 0;
  }

  verb(i: number): VerbReading | undefined {
    return i >= 0 ? this.info[i]?.verb : undefined;
  }

  /** Whether the token's form is (also) a form of a verb in one of the given moods. */
  has(i: number, forms: number): boolean {
    const { info } = this;
    return i >= 0 && i < info.length && ((info[i] as WordInfo).forms & forms) !== 0;
  }

  isWord(i: number): boolean {
    return i >= 0 && this.tokens[i]?.kind === 'word';
  }

  /** Whether the token begins with a capital letter. */
  isCapital(i: number): boolean {
    return this.hasTrait(i, TRAIT.capital);
  }

  /** Whether a space stands before the token. */
  spaced(i: number): boolean {
    return i >= 0 ? (this.tokens[i]?.spaceBefore ?? true) : true;
  }

  /** The outermost stretch that opens at this token, if one does. */
  opens(i: number): QuotedSpan | undefined {
    const index = i >= 0 ? (this.marks.inside[i] ?? -1) : -1;
    const stretch = index < 0 ? undefined : this.marks.spans[index];
    return stretch?.open === i ? stretch : undefined;
  }

  /** The stretch that closes at this token, if one does. */
  closes(i: number): QuotedSpan | undefined {
    const index = i >= 0 ? (this.marks.inside[i] ?? -1) : -1;
    const stretch = index < 0 ? undefined : this.marks.spans[index];
    return stretch?.closed === true && stretch.close === i ? stretch : undefined;
  }

  isAdverb(i: number): boolean {
    return this.hasTrait(i, TRAIT.adverb);
  }

  /** Whether the token is a noun for people: by the list, or by its ending. */
  isHuman(i: number): boolean {
    return this.hasTrait(i, TRAIT.human);
  }
}

/** What each token is; those of an adverbial (en effet, d'une part) are adverbs and nothing else. */
function readTokens(tokens: readonly Token[], lexicon: Lexicon, acronyms: boolean): WordInfo[] {
  const info: WordInfo[] = [];
  let leads = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const isWord = token.kind === 'word';
    const read = !isWord && token.text === ',' && isDecimal(tokens, i) ? DECIMAL : lexicon.read(token.text, isWord);
    if (read.adverbials !== undefined) leads = true;
    if (acronyms && isWord && isAcronym(tokens, i)) {
      info.push(lexicon.acronym(read));
      continue;
    }
    if (read.traits & TRAIT.ending && i > 0 && (info[i - 1] as WordInfo).classes & (CLASS.determiner | CLASS.of)) {
      info.push(lexicon.noun(read));
      continue;
    }
    const alone = (read.traits & TRAIT.hyphenated) !== 0 && !/^[-‑‐]$/.test(tokens[i + 1]?.text ?? '');
    info.push(alone ? lexicon.alone(read) : read);
  }
  if (acronyms) namesThatAreWords(info, tokens, lexicon);
  if (!leads) return info;
  for (let i = 0; i < info.length; i++) {
    const found = (info[i] as WordInfo).adverbials?.find((phrase) => phrase.every((word, k) => info[i + k]?.form === word));
    // "cela dit-il" is no "cela dit"
    if (found === undefined || info[i + found.length]?.form === '-') continue;
    for (let k = i; k < i + found.length; k++) info[k] = lexicon.adverbial(info[k] as WordInfo);
    i += found.length - 1;
  }
  return info;
}

/** "Mrs May", "Helen May", and "May" in the same paragraph: a name, not the modal or month that it is elsewhere. */
function namesThatAreWords(info: WordInfo[], tokens: readonly Token[], lexicon: Lexicon): void {
  const names = new Set<string>();
  for (let i = 0; i < info.length; i++) {
    const word = info[i] as WordInfo;
    if ((word.classes & CLASS.modal) === 0 || !isCapitalAlone(tokens, i)) continue;
    const before = wordBeforeName(info, i);
    if (isNamePart(before)) names.add(word.form);
    else if (!names.has(word.form) || ((before?.classes ?? 0) & CLASS.preposition) !== 0) continue;
    info[i] = lexicon.acronym(word);
  }
}

/** "May", but neither "MAY" nor "May 3". */
const isCapitalAlone = (tokens: readonly Token[], i: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? '') && tokens[i + 1]?.kind !== 'number';

/** The word before a name; a title's or an initial's stop is passed over. */
function wordBeforeName(info: readonly WordInfo[], i: number): WordInfo | undefined {
  const title = info[i - 1]?.form === '.' ? info[i - 2] : undefined;
  return isNamePart(title) && (title?.form.length ?? 0) <= 3 ? title : info[i - 1];
}

/** A word with a capital that is not a small word. */
const isNamePart = (word: WordInfo | undefined): boolean =>
  word !== undefined && (word.traits & TRAIT.capital) !== 0 && word.classes === 0;

/** US, WHO, IT: capitals alone, beside words that are not all in capitals. */
function isAcronym(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i] as Token;
  if (text.length < 2 || text.length > 4 || !/^\p{Lu}+$/u.test(text)) return false;
  const shouts = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Lu}[\p{Lu}’']+$/u.test(token.text);
  return !shouts(tokens[i - 1]) && !shouts(tokens[i + 1]);
}

function isDecimal(tokens: readonly Token[], comma: number): boolean {
  const after = tokens[comma + 1];
  return (
    !(tokens[comma] as Token).spaceBefore &&
    tokens[comma - 1]?.kind === 'number' &&
    after?.kind === 'number' &&
    !after.spaceBefore
  );
}

/** Index of the token that an offset (from the paragraph's start) lies in. */
export function tokenAt(words: ParagraphWords, offset: number): number {
  return partitionPoint(words.tokens, ({ end }) => end <= offset);
}
