import type { Grammar, SyntaxWords } from './grammar';
import { NO_VERB, verbFinder } from './verbForms';
import { ANY_FORM, CLASS, TRAIT, WORD_CLASSES, type WordClass, type WordInfo } from './wordClasses';

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
const compiled = new WeakMap<Grammar, Lexicon>();

/** The pack's lexicon, made at the first call. */
export function lexiconOf(pack: Grammar): Lexicon {
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
function compile(pack: Grammar): Lexicon {
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
    const cue = (verb !== undefined && (verb.senses !== 0 || pack.expressions.has(verb.lemma))) || pack.causativeCues.has(form);
    const sources = attributions.get(form);
    const hook = cue || sources !== undefined || (own & CLASS.cueNoun) !== 0;
    return {
      form,
      classes: own,
      traits:
        (hook ? TRAIT.hook : 0) |
        traitsOf(pack, text, isWord, form, own, forms, verb !== undefined) |
        (cue ? TRAIT.cue : 0) |
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
        const kept = info.traits & (TRAIT.capital | TRAIT.opener | TRAIT.hook);
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
  pack: Grammar,
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

function endsHuman(pack: Grammar, word: string): boolean {
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

function classesOfWords(pack: Grammar): ReadonlyMap<string, number> {
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

function pluralOf(word: string, plurals: SyntaxWords['plurals']): string {
  const rule = plurals.find(([singular]) => singular.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
}
