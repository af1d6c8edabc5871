import { CLASS } from '../../lexicon/wordClasses';
import { nounPhraseAt } from '../../syntax/nounPhrases';
import { tokenAt } from '../../syntax/paragraphWords';
import type { QuoteWords } from '../candidate';
import type { QuotePack } from '../pack';
import type { CandidateMention, CandidateSpeaker } from './candidates';
import { isSameRole, officeOf, roleOf } from './roles';

/** What the words around a name call its bearer: the title before it, the apposition behind it or before its comma. */
export function describe(words: QuoteWords, appearance: CandidateMention, base: number, pack: QuotePack): void {
  const { character } = appearance;
  const first = tokenAt(words, appearance.start - base);
  const last = tokenAt(words, appearance.end - base - 1) + 1;
  if (character.type === 'ORG' && character.gender === undefined)
    character.gender = pack.definite.get(words.at(first - 1)) ?? nounGender(words, first);
  for (const { start, end, behind } of words.once(epithetsOf, first, last)) {
    addRole(character, words, start, end, pack);
    if (!behind) continue;
    // an apposition of its own says it more surely than a role gathered elsewhere
    if (character.type !== 'PER') continue;
    const opening = words.at(start);
    const told = words.is(start, CLASS.determiner) ? words.lists.indefiniteArticle.get(opening) : bareGender(words, opening);
    if (told !== undefined) character.gender = told;
  }
}

/** What a noun without an article tells: women too are ambassadeur or professeur, but no woman is collégien. */
const bareGender = ({ lists }: QuoteWords, noun: string): 'm' | 'f' | undefined =>
  lists.feminineBare.test(noun) ? 'f' : lists.masculineBare.test(noun) ? 'm' : undefined;

/** The gender that a noun's ending tells, where the noun has no capital that a name of its own would have. */
export function nounGender(words: QuoteWords, i: number): 'm' | 'f' | undefined {
  const { feminineNoun, masculineNoun } = words.pack;
  const noun = words.at(i);
  return feminineNoun?.test(noun) ? 'f' : masculineNoun?.test(noun) ? 'm' : undefined;
}

interface Epithet {
  readonly start: number;
  readonly end: number;
  /** Stands behind the name, parted by a comma. */
  readonly behind: boolean;
}

function epithetsOf(words: QuoteWords, first: number, last: number): Epithet[] {
  const found: Epithet[] = [];
  const before = titleBefore(words, first);
  if (before !== undefined) found.push({ start: before.start, end: before.end, behind: false });
  if (words.at(last) === ',') {
    // "Odile Sarna, 54 ans, maire de …"
    const aged = words.tokens[last + 1]?.kind === 'number' && words.at(last + 3) === ',' ? 3 : 0;
    const after = nounPhraseAt(words, last + aged + 1, words.tokens.length, 'right');
    const closed =
      after !== undefined && (words.tokens[after.end]?.kind !== 'word' || (aged > 0 && words.is(after.end, CLASS.preposition)));
    if (after !== undefined && closed && after.kind !== 'pronoun' && headHuman(words, after.start, after.end))
      found.push({ start: after.start, end: after.end, behind: true });
  }
  if (words.at(first - 1) === ',') {
    for (let p = Math.max(0, first - 24); p < first - 1; p++) {
      if (!words.is(p, CLASS.determiner) && !(words.isHuman(p) && p === 0)) continue;
      if (p > 0 && (words.is(p - 1, CLASS.of) || words.is(p - 1, CLASS.preposition))) continue;
      const phrase = nounPhraseAt(words, p, first - 1, 'left');
      if (phrase !== undefined && phrase.end === first - 1 && headHuman(words, p, phrase.end)) {
        found.push({ start: p, end: phrase.end, behind: false });
        break;
      }
    }
  }
  return found;
}

function headHuman(words: QuoteWords, start: number, end: number): boolean {
  for (let i = start; i < Math.min(end, start + 4); i++) {
    if (words.isHuman(i) || words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return true;
    if (words.is(i, CLASS.of) && i > start) return false;
  }
  return false;
}

/** "le groupe automobile Nissan", "le président syrien Bachar el-Assad": the noun group right before a name. */
function titleBefore(words: QuoteWords, first: number): { start: number; end: number } | undefined {
  let i = first - 1;
  while (
    i >= 0 &&
    i > first - 14 &&
    words.isWord(i) &&
    !words.is(i, CLASS.determiner) &&
    !words.is(i, CLASS.that) &&
    !words.is(i, CLASS.relative) &&
    !(words.is(i, CLASS.preposition) && !words.is(i, CLASS.of) && i === first - 1)
  ) {
    if (words.is(i, CLASS.of) && i === first - 1) return undefined;
    i--;
  }
  const start = words.is(i, CLASS.determiner) ? i : i + 1;
  return start < first && headHuman(words, start, first) ? { start, end: first } : undefined;
}

function addRole(character: CandidateSpeaker, words: QuoteWords, start: number, end: number, pack: QuotePack): void {
  const content: string[] = [];
  for (let i = start; i < end; i++) if (words.isWord(i)) content.push(words.at(i));
  const role = officeOf(
    roleOf(
      content.filter((_, k) => k > 0 || !words.is(start, CLASS.determiner)),
      words.lists,
    ),
    pack,
  );
  if (role.words.size === 0) return;
  // a long article names an office time and again
  if (!character.roles.some((known) => isSameRole(known, role))) character.roles.push(role);
  const opening = words.at(start);
  if (character.gender === undefined && character.type !== 'LOC') {
    if (pack.feminine.has(opening) || words.lists.feminineTitles.has(opening)) character.gender = 'f';
    else if (words.lists.masculine.has(opening)) character.gender = 'm';
  }
}
