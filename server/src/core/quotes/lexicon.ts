import type { AttributionPhrase, QuotePack } from './pack';
import type { RuleWords } from './ruleWords';

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

// Bits of VerbReading.forms.
/** A form with a person and a tense. */
export const FINITE = 1;
/** dire, say; of English verbs the present's form too. */
export const INFINITIVE = 2;
/** disant, saying. */
export const GERUND = 4;
/** dit, said as a participle of the past. */
export const PARTICIPLE = 8;
/** The third person, singular or plural. */
export const THIRD = (1 << 6) | (1 << 9);
/** The past historic and nothing else: the tense of literary narration. */
export const HISTORIC = 1 << 10;
const ANY_FORM = FINITE | INFINITIVE | GERUND | PARTICIPLE;

/** Classes of function words and of nouns that matter to quotations; one bit each. */
export const CLASS = {
  determiner: 1 << 0,
  preposition: 1 << 1,
  of: 1 << 2,
  subject: 1 << 3,
  clitic: 1 << 4,
  that: 1 << 5,
  relative: 1 << 6,
  conjunction: 1 << 7,
  adverb: 1 << 8,
  time: 1 << 9,
  subordinator: 1 << 10,
  negation: 1 << 11,
  auxiliary: 1 << 12,
  being: 1 << 13,
  modal: 1 << 14,
  causative: 1 << 15,
  human: 1 << 16,
  institution: 1 << 17,
  source: 1 << 18,
  conformity: 1 << 19,
  titleNoun: 1 << 20,
  naming: 1 << 21,
  message: 1 << 22,
  particle: 1 << 23,
  question: 1 << 24,
  oblique: 1 << 25,
  indefinite: 1 << 26,
  vague: 1 << 27,
  many: 1 << 28,
  office: 1 << 29,
  cueNoun: 1 << 30,
  mouthpiece: 1 << 31,
} as const;
/** The name of one of these classes. */
export type WordClass = keyof typeof CLASS;
const WORD_CLASSES = Object.keys(CLASS) as WordClass[];

/** What a form is by itself, whatever stands beside it; one bit each. */
export const TRAIT = {
  capital: 1,
  adverb: 2,
  /** A noun for people, by the list or by its ending. */
  human: 4,
  /** A verb that can be a cue. */
  cue: 8,
  /** A noun that is what was said: révélations. */
  saying: 16,
  /** The last word of what opens an incise: comme, ainsi que. */
  opener: 32,
  /** A noun for people only where a hyphen follows. */
  hyphenated: 64,
  /** An adverb by its ending alone: behind a determiner a noun. */
  ending: 128,
  /** Some rule begins at it: a cue, an attribution, a noun of saying, what was said. */
  hook: 256,
} as const;

/** A token as it is compared, and all that the lexicon says about that form. Made once for a form: never changed. */
export interface WordInfo {
  /** Words in lower case with ' as apostrophe. */
  readonly form: string;
  /** Bits of {@link CLASS}. */
  readonly classes: number;
  /** Bits of {@link TRAIT}. */
  readonly traits: number;
  /** Bits of both verbs' forms. */
  readonly forms: number;
  /** Its reading as a verb, a verb of speech first. */
  readonly verb: VerbReading | undefined;
  /** A second verb with the same form: `suis` of être and of suivre. */
  readonly other: VerbReading | undefined;
  /** Adverbials of several words (en effet, d'une part) that begin with it. */
  readonly adverbials: readonly (readonly string[])[] | undefined;
  /** Attributions (selon, d'après) that begin with it. */
  readonly attributions: readonly AttributionPhrase[] | undefined;
}

/** All that a pack says about words. */
export interface Lexicon {
  /** What a token's text is. */
  read(text: string, isWord: boolean): WordInfo;
  /** A form that means people only with a hyphen, where none follows. */
  alone(info: WordInfo): WordInfo;
  /** A form with the ending of adverbs, where it is a noun: le paiement. */
  noun(info: WordInfo): WordInfo;
  /** A small word's form in capital letters, where it is a name: the US, WHO. */
  acronym(info: WordInfo): WordInfo;
  /** The same form as part of an adverbial: an adverb and nothing else. */
  adverbial(info: WordInfo): WordInfo;
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

/**
 * A verb has some forty forms and an article uses few of them: forms are looked up by stem and ending where a text has
 * them, not spelt out beforehand.
 */
function compile(pack: QuotePack): Lexicon {
  const verbs = verbFinder(pack);
  const classes = classesOfWords(pack);
  const openers = new Set([...pack.inciseOpeners].map((opener) => opener.split('_').at(-1)));
  const adverbials = byFirst(pack.adverbials, (phrase) => phrase);
  const attributions = byFirst(pack.attributions, (phrase) => phrase.words);
  const known = new Map<string, WordInfo>();
  const within = new Map<WordInfo, WordInfo>();
  const singly = new Map<WordInfo, WordInfo>();
  const nouns = new Map<WordInfo, WordInfo>();
  const acronyms = new Map<WordInfo, WordInfo>();

  function infoOf(text: string, isWord: boolean): WordInfo {
    const form = isWord ? text.toLowerCase().replace('’', "'") : text;
    const [verb, other, more] = isWord ? verbs(form) : NO_VERB;
    const forms = (verb?.forms ?? 0) | (other?.forms ?? 0);
    const own = (classes.get(form) ?? 0) | more;
    const cue = (verb !== undefined && (verb.flags !== '' || pack.expressions.has(verb.lemma))) || pack.causativeCues.has(form);
    const sources = attributions.get(form);
    const saying = pack.sayings.has(form);
    const hook = cue || saying || sources !== undefined || (own & CLASS.cueNoun) !== 0;
    return {
      form,
      classes: own,
      traits:
        (hook ? TRAIT.hook : 0) |
        traitsOf(pack, text, isWord, form, own, forms, verb !== undefined) |
        (cue ? TRAIT.cue : 0) |
        (saying ? TRAIT.saying : 0) |
        (openers.has(form) ? TRAIT.opener : 0) |
        (pack.hyphenated.has(form) ? TRAIT.hyphenated : 0),
      forms,
      verb,
      other,
      adverbials: adverbials.get(form),
      attributions: sources,
    };
  }

  return {
    read(text, isWord) {
      let word = known.get(text);
      if (word === undefined) {
        if (known.size >= MOST_FORMS) {
          known.clear();
          within.clear();
          singly.clear();
          nouns.clear();
          acronyms.clear();
        }
        word = infoOf(text, isWord);
        known.set(text, word);
      }
      return word;
    },
    noun(info) {
      let word = nouns.get(info);
      if (word === undefined) {
        word = { ...info, traits: info.traits & ~(TRAIT.adverb | TRAIT.ending) };
        nouns.set(info, word);
      }
      return word;
    },
    acronym(info) {
      let word = acronyms.get(info);
      if (word === undefined) {
        word = {
          ...info,
          form: info.form.toUpperCase(),
          classes: 0,
          traits: TRAIT.capital,
          forms: 0,
          verb: undefined,
          other: undefined,
        };
        acronyms.set(info, word);
      }
      return word;
    },
    alone(info) {
      let word = singly.get(info);
      if (word === undefined) {
        const people = CLASS.human | CLASS.mouthpiece | CLASS.office;
        word = { ...info, classes: info.classes & ~people, traits: info.traits & ~TRAIT.human };
        singly.set(info, word);
      }
      return word;
    },
    adverbial(info) {
      let word = within.get(info);
      if (word === undefined) {
        const kept = info.traits & (TRAIT.capital | TRAIT.saying | TRAIT.opener | TRAIT.hook);
        const human = (info.traits & TRAIT.capital) === 0 && endsHuman(pack, info.form) ? TRAIT.human : 0;
        const cue = pack.causativeCues.has(info.form) ? TRAIT.cue : 0;
        const traits = kept | human | cue | TRAIT.adverb;
        word = { ...info, classes: CLASS.adverb, traits, forms: 0, verb: undefined, other: undefined };
        within.set(info, word);
      }
      return word;
    },
  };
}

function traitsOf(
  pack: QuotePack,
  text: string,
  isWord: boolean,
  form: string,
  classes: number,
  forms: number,
  isVerb: boolean,
): number {
  const first = text[0] ?? '';
  const capital = isWord && first !== first.toLowerCase();
  const listed = (classes & (CLASS.adverb | CLASS.negation)) !== 0;
  const ending =
    !listed &&
    form.length > 5 &&
    (classes & NOUNLIKE) === 0 &&
    !pack.things.has(form) &&
    (forms & ANY_FORM) === 0 &&
    pack.adverbEndings.some((each) => form.endsWith(each));
  return (
    (capital ? TRAIT.capital : 0) |
    (listed || ending ? TRAIT.adverb : 0) |
    (ending ? TRAIT.ending : 0) |
    ((classes & CLASS.human) !== 0 || (isWord && !capital && !isVerb && endsHuman(pack, form)) ? TRAIT.human : 0)
  );
}

const NOUNLIKE =
  CLASS.human | CLASS.institution | CLASS.source | CLASS.message | CLASS.titleNoun | CLASS.cueNoun | CLASS.naming | CLASS.office;

function endsHuman(pack: QuotePack, word: string): boolean {
  const form = word.replace(pack.lists.pluralNoun, '');
  return form.length > 5 && pack.humanEndings.some((ending) => form.endsWith(ending));
}

/** Phrases by their first word. */
function byFirst<T>(phrases: readonly T[], wordsOf: (phrase: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const phrase of phrases) {
    const first = wordsOf(phrase)[0] ?? '';
    const list = lists.get(first);
    if (list === undefined) lists.set(first, [phrase]);
    else list.push(phrase);
  }
  return lists;
}

/** A form's reading as a verb, a second one, and the classes of all its verbs. */
type VerbReadings = readonly [verb: VerbReading | undefined, other: VerbReading | undefined, classes: number];

const NO_VERB: VerbReadings = [undefined, undefined, 0];

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
  const classes = Object.entries(pack.verbClasses).map(([name, lemmas]) => [CLASS[name as WordClass], lemmas] as const);
  const byStem = new Map<string, VerbLine[]>();
  let longest = 0;
  let longestEnding = 0;
  for (const set of sets) for (const ending of set.keys()) longestEnding = Math.max(longestEnding, ending.length);
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
    const least = Math.max(0, form.length - longestEnding);
    for (let cut = Math.min(form.length, longest); cut >= least; cut--) {
      const lines = byStem.get(form.slice(0, cut));
      if (lines === undefined) continue;
      const ending = form.slice(cut);
      for (const line of lines) {
        const bits = line.endings.get(ending);
        if (bits !== undefined) found.push({ line, bits });
      }
    }
    if (found.length === 0) return NO_VERB;
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
    const bit = CLASS[name];
    for (const word of pack.words[name] ?? []) {
      add(word, bit);
      if (NOUNS.has(name)) add(pluralOf(word, pack.lists.plurals), bit);
    }
  }
  return classes;
}

const NOUNS: ReadonlySet<WordClass> = new Set(['human', 'institution', 'source', 'message', 'conformity', 'titleNoun']);

function pluralOf(word: string, plurals: RuleWords['plurals']): string {
  const rule = plurals.find(([singular]) => singular.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
}

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
