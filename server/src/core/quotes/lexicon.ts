import type { QuotePack } from './pack';

/**
 * Verbs as the generated tables hold them. `endings[n]` is a list of `ending:tags`; a line of `verbs` is
 * `lemma stem n flags`. Tags: i infinitive, g present participle, p past participle, 1 to 6 the grammatical
 * persons, h a form of the past historic alone.
 * Flags say what the verb can be as a cue; they are explained at the head of the lemma list.
 */
export interface VerbTable {
  readonly endings: readonly string[];
  readonly verbs: string;
}

/** What a word form can be as a form of a verb. */
export interface VerbReading {
  readonly lemma: string;
  readonly flags: string;
  /** Bits of {@link FINITE}, {@link INFINITIVE}, {@link GERUND}, {@link PARTICIPLE} and, from bit 4 on, the persons; {@link HISTORIC}. */
  readonly forms: number;
}

export const FINITE = 1;
export const INFINITIVE = 2;
export const GERUND = 4;
export const PARTICIPLE = 8;
export const THIRD = (1 << 6) | (1 << 9);
/** The past historic and nothing else: the tense of literary narration. */
export const HISTORIC = 1 << 10;

/** Classes of function words and of nouns that matter to quotations; one bit each. */
export const WORD_CLASSES = [
  'determiner',
  'preposition',
  'of',
  'subject',
  'clitic',
  'that',
  'relative',
  'conjunction',
  'adverb',
  'time',
  'subordinator',
  'negation',
  'auxiliary',
  'being',
  'modal',
  'causative',
  'human',
  'institution',
  'source',
  'conformity',
  'titleNoun',
  'naming',
  'message',
  'particle',
  'question',
  'oblique',
  'indefinite',
  'vague',
  'many',
  'office',
  'cueNoun',
  'mouthpiece',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** A word's classes as bits, and its readings as a verb (speech verbs first). */
export interface WordInfo {
  readonly classes: number;
  readonly verb?: VerbReading;
  /** A second verb with the same form: `suis` of être and of suivre. */
  readonly other?: VerbReading;
}

/** The bit of a class. */
export const bitOf = (name: WordClass): number => 1 << WORD_CLASSES.indexOf(name);

/** All that a pack says about words. */
export interface Lexicon {
  /** A token as it is compared (words in lower case with ' as apostrophe), and what that form is. */
  read(text: string, isWord: boolean): ReadWord;
}

/** A form and its readings. */
export interface ReadWord {
  readonly form: string;
  readonly info: WordInfo;
}

// A pack is constant; its unpacked form is kept beside it so that it is made once, at the first document of the language.
const compiled = new WeakMap<QuotePack, Lexicon>();

/** The pack's lexicon, made at the first call. */
export function lexiconOf(pack: QuotePack): Lexicon {
  let lexicon = compiled.get(pack);
  if (lexicon === undefined) {
    lexicon = compile(pack);
    compiled.set(pack, lexicon);
  }
  return lexicon;
}

// Forms once read are kept; a large corpus has more than are worth keeping.
const MOST_FORMS = 50_000;
const NOTHING: WordInfo = { classes: 0 };

/**
 * A verb has some forty forms and an article uses few of them: forms are looked up by stem and ending where a text has
 * them, not spelt out beforehand.
 */
function compile(pack: QuotePack): Lexicon {
  const verbs = verbFinder(pack);
  const classes = classesOfWords(pack);
  const known = new Map<string, ReadWord>();

  function infoOf(form: string): WordInfo {
    const own = classes.get(form) ?? 0;
    const [verb, other, more] = verbs(form);
    if (verb === undefined) return own === 0 ? NOTHING : { classes: own };
    return { classes: own | more, verb, ...(other && { other }) };
  }

  return {
    read(text, isWord) {
      let word = known.get(text);
      if (word === undefined) {
        if (known.size >= MOST_FORMS) known.clear();
        const form = isWord ? text.toLowerCase().replace('’', "'") : text;
        word = { form, info: infoOf(form) };
        known.set(text, word);
      }
      return word;
    },
  };
}

/** A form's reading as a verb, a second one, and the classes of all its verbs. */
type VerbReadings = readonly [verb: VerbReading | undefined, other: VerbReading | undefined, classes: number];

interface VerbLine {
  /** Its place in the table: of two verbs with one form the first comes first. */
  readonly place: number;
  readonly lemma: string;
  readonly flags: string;
  readonly classes: number;
  /** Bits of each ending's tags, in the table's order. */
  readonly endings: ReadonlyMap<string, readonly number[]>;
}

function verbFinder(pack: QuotePack): (form: string) => VerbReadings {
  const sets = pack.verbs.endings.map(endingsOf);
  const classes = Object.entries(pack.verbClasses).map(([name, lemmas]) => [bitOf(name as WordClass), lemmas] as const);
  const byStem = new Map<string, VerbLine[]>();
  let longest = 0;
  pack.verbs.verbs.split('\n').forEach((line, place) => {
    const [lemma = '', stem = '', set = '0', flags = ''] = line.split(' ');
    const endings = sets[Number(set)];
    if (endings === undefined) return;
    let bits = 0;
    for (const [bit, lemmas] of classes) if (lemmas.has(lemma)) bits |= bit;
    longest = Math.max(longest, stem.length);
    const lines = byStem.get(stem);
    const verb: VerbLine = { place, lemma, flags, classes: bits, endings };
    if (lines === undefined) byStem.set(stem, [verb]);
    else lines.push(verb);
  });
  return (form) => {
    const found: { readonly line: VerbLine; readonly bits: readonly number[] }[] = [];
    for (let cut = Math.min(form.length, longest); cut >= 0; cut--) {
      for (const line of byStem.get(form.slice(0, cut)) ?? []) {
        const bits = line.endings.get(form.slice(cut));
        if (bits !== undefined) found.push({ line, bits });
      }
    }
    return ranked(found.sort((a, b) => a.line.place - b.line.place));
  };
}

/** The first reading leads, unless a later one is a verb of speech and it is none. */
function ranked(found: readonly { readonly line: VerbLine; readonly bits: readonly number[] }[]): VerbReadings {
  let verb: VerbReading | undefined;
  let other: VerbReading | undefined;
  let classes = 0;
  for (const { line, bits } of found) {
    classes |= line.classes;
    for (const forms of bits) {
      const reading: VerbReading = { lemma: line.lemma, flags: line.flags, forms };
      if (verb === undefined) verb = reading;
      else if (verb.flags === '' && line.flags !== '') {
        other = verb;
        verb = reading;
      } else other ??= reading;
    }
  }
  return [verb, other, classes];
}

function endingsOf(set: string): ReadonlyMap<string, readonly number[]> {
  const endings = new Map<string, number[]>();
  for (const pair of set.split(' ')) {
    const [ending = '', tags = ''] = pair.split(':');
    const bits = formBits(tags);
    const known = endings.get(ending);
    if (known === undefined) endings.set(ending, [bits]);
    else known.push(bits);
  }
  return endings;
}

function classesOfWords(pack: QuotePack): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  const add = (form: string, bit: number) => classes.set(form, (classes.get(form) ?? 0) | bit);
  for (const name of WORD_CLASSES) {
    const bit = bitOf(name);
    for (const word of pack.words[name] ?? []) {
      add(word, bit);
      if (NOUNS.has(name)) add(pluralOf(word), bit);
    }
  }
  return classes;
}

const NOUNS: ReadonlySet<WordClass> = new Set(['human', 'institution', 'source', 'message', 'conformity', 'titleNoun']);

/** The regular plural of French and English nouns; a form too many does no harm. */
const pluralOf = (word: string): string =>
  /[sxz]$/.test(word)
    ? word
    : word.endsWith('al')
      ? `${word.slice(0, -2)}aux`
      : /(?:eau|eu)$/.test(word)
        ? `${word}x`
        : `${word}s`;

function formBits(tags: string): number {
  let bits = 0;
  for (const tag of tags) {
    if (tag === 'i') bits |= INFINITIVE;
    else if (tag === 'g') bits |= GERUND;
    else if (tag === 'p') bits |= PARTICIPLE;
    else if (tag === 'h') bits |= HISTORIC;
    else bits |= FINITE | (1 << (3 + Number(tag)));
  }
  return bits;
}
