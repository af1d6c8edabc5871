import type { Grammar } from './grammar';
import { CLASS, CUE, FINITE, GERUND, HISTORIC, INFINITIVE, PARTICIPLE, type VerbReading, type WordClass } from './wordClasses';

/** A form's reading as a verb, a second one, and the classes of all its verbs. */
export type VerbReadings = readonly [verb: VerbReading | undefined, other: VerbReading | undefined, classes: number];

/** A form that is not a verb's. */
export const NO_VERB: VerbReadings = [undefined, undefined, 0];

interface VerbLine {
  /** Its place in the table: of two verbs with one form the first comes first. */
  readonly place: number;
  readonly lemma: string;
  readonly senses: number;
  readonly classes: number;
  /** Bits of each ending's tags, in the table's order. */
  readonly endings: ReadonlyMap<string, readonly number[]>;
}

/** What a form (lower case) is as a form of the pack's verbs: looked up by stem and ending when asked. */
export function verbFinder(pack: Grammar): (form: string) => VerbReadings {
  const sets = pack.verbs.endings.map(endingsOf);
  const classes = Object.entries(pack.verbClasses).map(([name, lemmas]) => [CLASS[name as WordClass], lemmas] as const);
  const byStem = new Map<string, VerbLine[]>();
  let longest = 0;
  let longestEnding = 0;
  for (const set of sets) for (const ending of set.keys()) longestEnding = Math.max(longestEnding, ending.length);
  pack.verbs.verbs.split('\n').forEach((line, place) => {
    const [lemma = '', stem = '', set = '0', letters = ''] = line.split(' ');
    const endings = sets[Number(set)];
    if (endings === undefined) return;
    let bits = 0;
    for (const [bit, lemmas] of classes) if (lemmas.has(lemma)) bits |= bit;
    longest = Math.max(longest, stem.length);
    const lines = byStem.get(stem);
    const verb: VerbLine = { place, lemma, senses: sensesOf(letters), classes: bits, endings };
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

/** The first reading leads, unless a later one is a verb of speech and it is not one. */
function ranked(found: readonly { readonly line: VerbLine; readonly bits: readonly number[] }[]): VerbReadings {
  let verb: VerbReading | undefined;
  let other: VerbReading | undefined;
  let classes = 0;
  for (const { line, bits } of found) {
    classes |= line.classes;
    for (const forms of bits) {
      const reading: VerbReading = { lemma: line.lemma, senses: line.senses, forms };
      if (verb === undefined) verb = reading;
      else if (verb.senses === 0 && line.senses !== 0) {
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

/**
 * The letters that the verb tables write the senses of a cue with.
 *
 * @public for scripts/gen-lexicon.mjs
 */
export const CUE_NAMES = {
  reportsClause: 'q',
  introducesSpeech: 'd',
  isThought: 't',
  reportsInfinitive: 'i',
  judges: 'j',
  takesAddressee: 'o',
  asks: 's',
  besideMarksOnly: 'w',
  isNounToo: 'n',
  requests: 'r',
  inReportingClauseOnly: 'z',
  isReflexive: 'x',
  colonNeedsMarks: 'c',
  dropsThat: 'h',
  takesObject: 'v',
} as const satisfies Readonly<Record<keyof typeof CUE, string>>;

const CUE_BITS: ReadonlyMap<string, number> = new Map(
  Object.entries(CUE_NAMES).map(([name, letter]) => [letter, CUE[name as keyof typeof CUE]]),
);

function sensesOf(letters: string): number {
  let senses = 0;
  for (const letter of letters) senses |= CUE_BITS.get(letter) ?? 0;
  return senses;
}
