import { overlaps } from '../../span';
import { FLAG, type WordInfo } from '../model/wordInfo';
import { isAcronym } from '../nameForms';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { BY_LISTS, ORGANISATION_HEAD } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** The longest name before its acronym, in words. */
const MAX_WORDS = 18;
/** The share of an acronym's letters that the words of a body's name must spell where something else says that it is one. */
const MOST = 0.6;
/** How many words of a name may have been left out before the acronym. */
const MAX_REST = 3;

/**
 * Comité alpin de protection des sources (CAPS): a body's name goes up to the acronym in parentheses that it spells, from
 * the word on that begins with its first letter; where it was found but for its last words, also up to one that another
 * language spells (Fédération des ports danois (DHF)).
 */
export const longBodyBeforeAcronym: CapitalRule = {
  id: 'long-body-before-acronym',
  wakes: ({ text }) => text === '(',
  refineAt(names, i, { sentence }) {
    const { infos, words } = sentence;
    if (infos[i - 1]?.text !== '(' || infos[i + 1]?.text !== ')' || !isAcronym((infos[i] as WordInfo).text)) return names;
    const from = startOfBody(sentence, i, names) ?? startOfCutBody(sentence, i, names);
    if (from === undefined) return names;
    const body = nameOfWords(sentence, { from, to: i - 1 }, 'ORG', BY_LISTS);
    const touched = names.filter((name) => overlaps(name, body));
    // a name that stands before the body, a person's or a work's among them speak against it
    if (touched.some((name) => name.start < body.start || name.type === 'PER' || name.type === 'MISC')) return names;
    if (touched.length === 1 && touched[0]?.end === body.end && touched[0].start === body.start) return names;
    const acronym = { ...nameOfWords(sentence, { from: i, to: i + 1 }, 'ORG', BY_LISTS) };
    const word = words[i] as Word;
    const rest = names.filter((name) => !touched.includes(name) && !overlaps(name, word));
    return inTextOrder([...rest, body, acronym]);
  },
};

/** Where the body's name begins whose acronym stands at a word; undefined where the words before do not spell it. */
function startOfBody({ infos, words }: TaggedSentence, acronymAt: number, names: readonly NameSpan[]): number | undefined {
  const letters = plain((infos[acronymAt] as WordInfo).text.replace(/[.-]/g, ''));
  for (let from = acronymAt - 2; from >= 0 && acronymAt - from < MAX_WORDS; from--) {
    const info = infos[from] as WordInfo;
    if ((info.flags & FLAG.mark) !== 0 && !/^[-'’&]$/.test(info.text)) return undefined;
    if (!info.capital || plain(info.text.charAt(0)) !== letters.charAt(0) || acronymAt - from < 4) continue;
    const spelt = spelledLetters(infos, { from, to: acronymAt - 1 }, letters);
    if (spelt === letters.length) return from;
    const start = (words[from] as Word).start;
    const isBody = (info.bits & ORGANISATION_HEAD) !== 0 || names.some((name) => name.type === 'ORG' && name.start === start);
    if (isBody && spelt >= Math.max(2, letters.length * MOST)) return from;
  }
  return undefined;
}

/** Where an organisation's name begins that a few small words without a mark lead from to the acronym. */
function startOfCutBody({ infos }: TaggedSentence, acronymAt: number, names: readonly NameSpan[]): number | undefined {
  const end = acronymAt - 1;
  const body = names.find(({ type, from, to }) => type === 'ORG' && to < end && end - to <= MAX_REST && to - from > 1);
  if (body === undefined || names.some((name) => name.from >= body.to && name.to <= end)) return undefined;
  const rest = infos.slice(body.to, end);
  return rest.every(({ capital, mark, digit }) => !capital && !mark && !digit) ? body.from : undefined;
}

/** How many letters of an acronym, from the first on, are initials of words one after the other. */
function spelledLetters(infos: readonly WordInfo[], { from, to }: { from: number; to: number }, letters: string): number {
  let spelt = 0;
  for (let i = from; i < to && spelt < letters.length; i++) {
    if (plain((infos[i] as WordInfo).text.charAt(0)) === letters.charAt(spelt)) spelt++;
  }
  return spelt;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase();
