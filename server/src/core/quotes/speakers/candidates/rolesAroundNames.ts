import { CLASS } from '../../../lexicon/wordClasses';
import { packed } from '../../../packed';
import { isFiniteVerb } from '../../../syntax/finiteVerbs';
import { nounPhraseAt } from '../../../syntax/nounPhrases';
import type { Range } from '../../../syntax/ranges';
import type { QuoteWords } from '../../candidate';
import type { CandidateSpeaker } from '../candidates';
import { genderByEnding } from '../nounGender';
import { isSameRole, type Role, roleNamed } from '../roles';
import type { NameInParagraph } from './nameInParagraph';

/** What the words beside a name call its bearer. */
export interface NameDescription {
  readonly role: Role;
  /** The gender that the article or title at its head shows. */
  readonly gender: Gender;
  /** The gender of an apposition after the name, which says it more surely than a role gathered elsewhere. */
  readonly apposed: Gender;
}

type Gender = 'm' | 'f' | undefined;

/** Gives a candidate the roles that the words around a name show. */
export function addRolesAround(candidate: CandidateSpeaker, name: NameInParagraph): void {
  if (candidate.type === 'ORG' && candidate.gender === undefined) setGender(candidate, name.bodyGender);
  const { descriptions } = name;
  if (descriptions.length === 0) return;
  for (const { role, gender, apposed } of descriptions) {
    if (role.words.size > 0) {
      // a long article names an office time and again
      if (!candidate.roles.some((known) => known === role || isSameRole(known, role))) candidate.roles.push(role);
      if (candidate.gender === undefined && candidate.type !== 'LOC') setGender(candidate, gender);
    }
    if (candidate.type === 'PER') setGender(candidate, apposed);
  }
}

/** The gender that the article before an organisation's name shows, or the name's own ending; tokens. */
export const bodyGender = (words: QuoteWords, start: number): Gender =>
  words.pack.definite.get(words.at(start - 1)) ?? genderByEnding(words, start);

/** What the words around a name call its bearer: the title before it, the appositions beside it; tokens. */
export const descriptionsAround = (words: QuoteWords, start: number, end: number): readonly NameDescription[] =>
  packed(
    phrasesAround(words, start, end).map((phrase) => ({
      role: roleIn(words, phrase),
      gender: titleGender(words, words.at(phrase.start)),
      apposed: phrase.followsName ? appositionGender(words, phrase.start) : undefined,
    })),
  );

function roleIn(words: QuoteWords, { start, end }: Range): Role {
  const content: string[] = [];
  for (let i = start; i < end; i++) if (words.isWord(i)) content.push(words.at(i));
  return roleNamed((words.is(start, CLASS.determiner) ? content.slice(1) : content).join(' '), words.pack);
}

function setGender(candidate: CandidateSpeaker, gender: 'm' | 'f' | undefined): void {
  if (gender !== undefined) candidate.gender = gender;
}

/** The gender that an apposition's article shows, or its noun without one: women too are ambassadeur, but no woman is collégien. */
function appositionGender(words: QuoteWords, start: number): 'm' | 'f' | undefined {
  const { feminineBareNoun, masculineBareNoun } = words.pack.speakers;
  const opening = words.at(start);
  if (words.is(start, CLASS.determiner)) return words.lists.indefiniteArticle.get(opening);
  if (feminineBareNoun.test(opening)) return 'f';
  return masculineBareNoun.test(opening) ? 'm' : undefined;
}

/** Words beside a name that call its bearer something; tokens. */
interface PhraseBeside extends Range {
  /** An apposition after the name and its comma. */
  readonly followsName?: true;
}

function phrasesAround(words: QuoteWords, start: number, end: number): PhraseBeside[] {
  const found: PhraseBeside[] = [];
  const title = titleBefore(words, start);
  if (title !== undefined) found.push(title);
  const after = words.at(end) === ',' ? appositionAfter(words, end) : undefined;
  if (after !== undefined) found.push(after);
  const before = words.at(start - 1) === ',' ? appositionBefore(words, start - 1) : undefined;
  if (before !== undefined) found.push(before);
  return found;
}

// A title before a name, and an apposition before its comma, take so many tokens at most.
const MAX_TITLE_TOKENS = 14;
const MAX_APPOSITION_TOKENS = 23;

/** "le groupe automobile Nissan", "le président syrien Bachar el-Assad": the noun group right before a name. */
function titleBefore(words: QuoteWords, name: number): PhraseBeside | undefined {
  if (words.is(name - 1, CLASS.of) && isInTitle(words, name - 1)) return undefined;
  if (words.is(name - 1, CLASS.preposition) && !words.is(name - 1, CLASS.of)) return undefined;
  let i = name - 1;
  while (i > name - MAX_TITLE_TOKENS && isInTitle(words, i)) i--;
  const start = words.is(i, CLASS.determiner) ? i : i + 1;
  return start < name && isHeadedByHuman(words, { start, end: name }) ? { start, end: name } : undefined;
}

/** "Le procureur accuse Marc Petit", "the mayor told Paul Hartley": a verb ends what a title can be. */
const isInTitle = (words: QuoteWords, i: number): boolean =>
  words.isWord(i) &&
  !words.is(i, CLASS.determiner | CLASS.that | CLASS.relative) &&
  !isVerbOfSentence(words, i) &&
  !followsComplement(words, i);

/** "le procureur de Tolvanne soupçonne …": a word without a capital right after the name in a complement, listed or not. */
const followsComplement = (words: QuoteWords, i: number): boolean =>
  !words.isCapital(i) &&
  !words.is(i, CLASS.of | CLASS.conjunction | CLASS.preposition) &&
  words.isCapital(i - 1) &&
  (words.is(i - 2, CLASS.of) || (words.is(i - 2, CLASS.determiner) && words.is(i - 3, CLASS.of)));

/** A finite verb, not a noun of the same form: "le groupe automobile". */
const isVerbOfSentence = (words: QuoteWords, i: number): boolean =>
  isFiniteVerb(words, i) && !words.isHuman(i) && !words.is(i - 1, CLASS.determiner | CLASS.of);

/** "Odile Sarna, maire de …", "Odile Sarna, 54 ans, maire de …": the noun phrase after the name's comma. */
function appositionAfter(words: QuoteWords, comma: number): PhraseBeside | undefined {
  const isAged = words.tokens[comma + 1]?.kind === 'number' && words.at(comma + 3) === ',';
  const phrase = nounPhraseAt(words, comma + (isAged ? 4 : 1), words.tokens.length, 'right');
  if (phrase === undefined || phrase.kind === 'pronoun') return undefined;
  const isClosed = words.tokens[phrase.end]?.kind !== 'word' || (isAged && words.is(phrase.end, CLASS.preposition));
  if (!isClosed || !isHeadedByHuman(words, phrase)) return undefined;
  return { start: phrase.start, end: phrase.end, followsName: true };
}

/** "La maire de la ville, Odile Sarna": the noun phrase that ends at the comma before the name. */
function appositionBefore(words: QuoteWords, comma: number): PhraseBeside | undefined {
  for (let start = Math.max(0, comma - MAX_APPOSITION_TOKENS); start < comma; start++) {
    if (!opensApposition(words, start)) continue;
    const phrase = nounPhraseAt(words, start, comma, 'left');
    if (phrase?.end === comma && isHeadedByHuman(words, { start, end: comma })) return { start, end: comma };
  }
  return undefined;
}

function opensApposition(words: QuoteWords, i: number): boolean {
  if (i === 0) return words.is(i, CLASS.determiner) || words.isHuman(i);
  return words.is(i, CLASS.determiner) && !words.is(i - 1, CLASS.of | CLASS.preposition);
}

// The head noun is one of the first tokens of its phrase.
const MAX_HEAD_TOKENS = 4;

function isHeadedByHuman(words: QuoteWords, { start, end }: Range): boolean {
  for (let i = start; i < Math.min(end, start + MAX_HEAD_TOKENS); i++) {
    if (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source)) return true;
    if (words.is(i, CLASS.of) && i > start) return false;
  }
  return false;
}

/** The gender that the article or title at a role's head shows. */
function titleGender({ pack }: QuoteWords, opening: string): 'm' | 'f' | undefined {
  if (pack.feminine.has(opening) || pack.speakers.feminineTitles.has(opening)) return 'f';
  return pack.speakers.masculineTitles.has(opening) ? 'm' : undefined;
}
