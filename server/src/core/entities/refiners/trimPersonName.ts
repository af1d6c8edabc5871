import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { listedGivenName, type OpeningWord, particleOrTitle } from './exceptions/openingWords';
import { ANY_GIVEN_NAME, CAPITAL_AS_A_RULE, FAMILY_NAME, isSmallAsARule, isTitle } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';
import { withWords } from './spans';

/** Words `from` to `to` (exclusive) of a sentence that may be a person's name. */
interface Part {
  readonly from: number;
  readonly to: number;
}

const KEPT_OPENINGS: readonly Exception<OpeningWord>[] = [particleOrTitle, listedGivenName];

/**
 * Cuts out of persons' names what no name holds: small words besides particles and titles ("Gaspard reconnut Ombeline"
 * are two names), marks, what somebody is addressed by, and the common word that a sentence begins with ("Mais Ombeline",
 * "Suivez Sarna").
 */
export const trimPersonName: NameRefiner = {
  id: 'trim-person-name',
  scope: 'sentence',
  except: KEPT_OPENINGS,
  refine(names, context) {
    let trimmed: NameSpan[] | undefined;
    names.forEach((name, k) => {
      const parts = name.type === 'PER' ? personParts(name, context) : undefined;
      if (parts === undefined) trimmed?.push(name);
      else {
        trimmed ??= names.slice(0, k);
        for (const { from, to } of parts) trimmed.push(withWords(name, context.sentence, from, to));
      }
    });
    return trimmed ?? names;
  },
};

/** The parts of a name that can be a person's; undefined where it stays as it is. */
function personParts({ from, to }: Part, { sentence, pack }: SentenceContext): readonly Part[] | undefined {
  const parts: Part[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !partsNames(sentence.infos[i] as WordInfo, pack)) continue;
    const part = withoutMargins(sentence, { from: start, to: i }, pack);
    if (part !== undefined) parts.push(part);
    start = i + 1;
  }
  const whole = parts.length === 1 && parts[0]?.from === from && parts[0].to === to;
  return whole || parts.length === 0 ? undefined : parts;
}

/** Marks that end a name, and part two of them; a comma may stand before the given name (Volmer, Anna). */
const PARTING = /^[!?;:…]+$/;

/** Whether a word ends one person's name before the next one begins. */
function partsNames(info: WordInfo, pack: EntityPack): boolean {
  const { text, folded, capital, mark, digit, particle } = info;
  if (mark) return PARTING.test(text);
  if (capital || digit || particle || /[-‐‑'’.]/.test(text) || text.length < 3) return false;
  return pack.verbsLikeNames.has(folded) || isCommonInNames(info, pack);
}

/** Whether a small word is neither a title nor a name that somebody wrote small. */
const isCommonInNames = ({ folded, statistics, bits }: WordInfo, pack: EntityPack): boolean =>
  !isTitle(folded, pack) && !CAPITAL_AS_A_RULE.has(statistics.casing) && (bits & ANY_GIVEN_NAME) === 0;

function withoutMargins(sentence: TaggedSentence, part: Part, pack: EntityPack): Part | undefined {
  const { infos } = sentence;
  const start = afterAddress(infos, part, pack);
  if (infos[start] === undefined) return undefined;
  const to = beforeTrailingWords(infos, { from: start, to: part.to }, pack);
  const opened = afterOpeningWord(sentence, { from: start, to }, pack);
  const from = opened === start ? afterGenitive(infos, { from: start, to }, pack) : opened;
  for (let i = from; i < to; i++) if ((infos[i] as WordInfo).capital) return { from, to };
  return undefined;
}

/** "Mme Dubois", "M. Dubois": where the name begins that an address stands before. */
function afterAddress(infos: readonly WordInfo[], { from, to }: Part, pack: EntityPack): number {
  if (to - from < 2 || !isAddress(infos[from] as WordInfo, pack)) return from;
  const name = infos[from + 1]?.text === '.' ? from + 2 : from + 1;
  // M. C. Dubois: an initial before an initial
  return name < to && !/^\p{Lu}\.?$/u.test((infos[name] as WordInfo).text) ? name : from;
}

const isAddress = ({ folded, capital }: WordInfo, pack: EntityPack): boolean =>
  capital && pack.addresses.has(folded.endsWith('.') ? folded.slice(0, -1) : folded);

/** Where a name ends without commas, particles and titles that lead to nothing any more. */
function beforeTrailingWords(infos: readonly WordInfo[], { from, to }: Part, pack: EntityPack): number {
  let end = to;
  while (end > from && trails(infos[end - 1] as WordInfo, pack)) end--;
  return end;
}

const trails = ({ capital, text, particle, folded }: WordInfo, pack: EntityPack): boolean =>
  !capital && (text === ',' || particle || isTitle(folded, pack));

/** "Mais Ombeline": where the name begins without the common word that has its capital from the sentence's beginning. */
function afterOpeningWord({ words, infos }: TaggedSentence, { from, to }: Part, pack: EntityPack): number {
  const info = infos[from] as WordInfo;
  if (to - from < 2 || !info.capital || !isCommonOpening(info, pack) || !beginsSentence(words, from)) return from;
  return isAccepted(KEPT_OPENINGS, { info, pack }) ? from + 1 : from;
}

/** Casings that say too little: unknown, or rare and with a capital. */
const UNKNOWN_CASING: ReadonlySet<number> = new Set([0, 6]);

/** Whether a word is common (Mais, Avec, Suivez, Follow), or a verb by its ending that no list knows as a family name. */
function isCommonOpening(info: WordInfo, pack: EntityPack): boolean {
  const { folded, bits, statistics } = info;
  if (pack.neverGiven.has(folded) || pack.functionWords.has(folded) || isSmallAsARule(info)) return true;
  return UNKNOWN_CASING.has(statistics.casing) && (bits & FAMILY_NAME) === 0 && pack.verbForm?.test(folded) === true;
}

function beginsSentence(words: readonly Word[], i: number): boolean {
  return i === 0 || /^[«»"“”„‹›–—―.:!?…-]+$/u.test((words[i - 1] as Word).text);
}

/** "la barque de Gaspard": a given name alone has no particle. */
function afterGenitive(infos: readonly WordInfo[], { from, to }: Part, pack: EntityPack): number {
  const [first, second] = [infos[from], infos[from + 1]];
  if (to - from !== 2 || first === undefined || second === undefined) return from;
  return !first.capital && pack.genitives.has(first.folded) && (second.bits & ANY_GIVEN_NAME) !== 0 ? from + 1 : from;
}
