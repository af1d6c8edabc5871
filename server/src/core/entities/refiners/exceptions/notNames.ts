import type { Exception } from '../../../rules/rule';
import type { WordInfo } from '../../model/wordInfo';
import type { EntityPack } from '../../pack';
import type { NameSpan, TaggedSentence } from '../../tagger';
import type { NameException } from '../refiner';

/** A name that may not be one, in its sentence. */
export interface DoubtfulName {
  readonly name: NameSpan;
  readonly sentence: TaggedSentence;
  readonly pack: EntityPack;
}

const isSingle = ({ from, to }: NameSpan): boolean => to - from === 1;

/** "US$20 million": the country of a currency. */
export const currencyCountry: Exception<DoubtfulName> = {
  id: 'currency-country',
  holds({ name, sentence: { words } }) {
    const next = words[name.to];
    return isSingle(name) && name.type === 'LOC' && next?.spaceBefore === false && /^[$€£]/.test(next.text);
  },
};

/** "@Tolvanne", "Anna@arden.org", "www.Tolvanne.fr", "https://LeMonde.fr": parts of addresses. */
export const partOfAddress: Exception<DoubtfulName> = {
  id: 'part-of-address',
  holds({ name: { from, to }, sentence: { words, infos } }) {
    const [before, next] = [words[from - 1]?.text, words[to]];
    if (before === '@' && words[from]?.spaceBefore === false) return true;
    if (next?.text === '@' && !next.spaceBefore) return true;
    return (infos[from] as WordInfo).folded.startsWith('www.') || (before === '/' && words[from - 2]?.text === '/');
  },
};

/** "Islam", "Lundi", "Globe": words with a capital that name neither place, body nor work. */
export const neverAName: Exception<DoubtfulName> = {
  id: 'never-a-name',
  holds: ({ name, sentence: { infos }, pack }) =>
    isSingle(name) && name.type !== 'PER' && pack.neverNames.has((infos[name.from] as WordInfo).folded),
};

/** "T2 2014": a quarter of a year. */
export const quarterOfYear: Exception<DoubtfulName> & NameException = {
  id: 'quarter-code',
  appliesTo: (pack) => pack.quarterLetters.size > 0,
  holds({ name: { from, to, type }, sentence: { infos }, pack }) {
    const { text } = infos[from] as WordInfo;
    if (type === 'PER' || !/^\p{Lu}[1-4]$/u.test(text) || !pack.quarterLetters.has(text.charAt(0))) return false;
    return to - from === 1 || /^\p{Nd}{4}$/u.test(infos[from + 1]?.text ?? '');
  },
};

const ROMAN = /^[IVXLC]+[a-zèé]*$/u;
const CENTURY_REACH = 6;

/** "les XIe et XIIe siècles": a century. */
export const century: Exception<DoubtfulName> & NameException = {
  id: 'numbered-century',
  appliesTo: (pack) => pack.centuryWords !== undefined,
  holds({ name: { from, to }, sentence: { infos }, pack }) {
    if (!ROMAN.test((infos[from] as WordInfo).text)) return false;
    const isBetween = ({ text, folded }: WordInfo): boolean =>
      ROMAN.test(text) || pack.particles.has(folded) || pack.conjunctions?.has(folded) === true;
    let at = from + 1;
    while (at < from + CENTURY_REACH && infos[at] !== undefined && isBetween(infos[at] as WordInfo)) at++;
    return at >= to - 1 && pack.centuryWords?.has(infos[at]?.folded ?? '') === true;
  },
};

const TITLE_REACH = 3;

/** "le chef de l'État": the state in what its head is called. */
export const stateInTitle: Exception<DoubtfulName> & NameException = {
  id: 'state-in-title',
  appliesTo: (pack) => pack.stateWords.size > 0,
  holds({ name, sentence: { infos }, pack }) {
    if (!isSingle(name) || name.type === 'PER' || !pack.stateWords.has((infos[name.from] as WordInfo).folded)) return false;
    return infos.slice(Math.max(0, name.from - TITLE_REACH), name.from).some((info) => pack.roles.has(info.folded));
  },
};
