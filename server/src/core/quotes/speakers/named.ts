import { CLASS } from '../../lexicon/wordClasses';
import { isBareName, type Phrase } from '../../syntax/nounPhrases';
import { tokenAt } from '../../syntax/paragraphWords';
import type { QuoteWords } from '../candidate';
import { appearancesIn, type CandidateMention, type CandidateSpeaker } from './candidates';
import { endOfDescription, institutionHead } from './descriptions';
import { type Discourse, type Resolution, resolutionOf } from './discourse';

/** The name in a mention that is its head or stands beside its head: "le ministre X", "X, fondateur de Y"; not "le ministre de X". */
export function resolveNamed(
  discourse: Discourse,
  words: QuoteWords,
  phrase: Phrase,
  start: number,
  end: number,
  base: number,
): Resolution | undefined {
  const inside = appearancesIn(discourse.cast, start, end);
  const heads: CandidateMention[] = [];
  for (const appearance of inside) {
    const token = tokenAt(words, appearance.start - base);
    // "un Kanak de vingt ans": what somebody is, not who
    if (
      token === phrase.start + 1 &&
      words.lists.indefiniteArticle.has(words.at(phrase.start)) &&
      appearance.character.type !== 'ORG'
    )
      continue;
    // "le président de la région Val-Noir Jean Dupont": a person's name right behind another name heads the phrase
    const behindName = appearance.character.type === 'PER' && inside.some((other) => isRightBefore(other, appearance));
    if (isHead(words, phrase, token, behindName)) heads.push(appearance);
  }
  const person =
    heads.find((a) => a.character.type === 'PER') ??
    heads.find((a) => a.character.type === 'unknown') ??
    heads.find((a) => a.character.type !== 'LOC') ??
    heads[0];
  // a name that the capitals around it hid: the mention's own words
  if (person === undefined) return isBareName(words, phrase) ? { name: words.text.slice(start - base, end - base) } : undefined;
  const joined = coordinated(heads, person, words, base);
  if (joined.length > 1)
    return {
      name: joined.map((a) => a.character.name).join(' ; '),
      ...(person.character.entity && { entity: person.character.entity }),
      character: person.character,
    };
  const compound = compoundInstitution(words, phrase, person, base);
  if (compound !== undefined) return compound;
  const own = fullestOf(discourse, person.character);
  // "le comité Nobel" is named as the sentence names it, not as a signature's capitals do
  const from = words.is(phrase.start, CLASS.determiner) ? phrase.start + 1 : phrase.start;
  const mention = words.text.slice(words.tokens[from]?.start ?? 0, words.tokens[phrase.end - 1]?.end ?? 0);
  return mention.toLowerCase() === own.name.toLowerCase() && own.entity === undefined ? { ...own, name: mention } : own;
}

/** "le comité Nobel", "le Conseil constitutionnel": an institution whose name is more than the capital word in it. */
function compoundInstitution(words: QuoteWords, phrase: Phrase, named: CandidateMention, base: number): Resolution | undefined {
  const head = institutionHead(words, phrase);
  if (head < 0 || named.character.entity !== undefined) return undefined;
  const token = tokenAt(words, named.start - base);
  const end = endOfDescription(words, phrase);
  const longer = token === head && tokenAt(words, named.end - base - 1) + 1 < end;
  const person = named.character.type === 'PER' && token === head + 1;
  if (!longer && !person) return undefined;
  return { name: words.text.slice(words.tokens[head]?.start ?? 0, words.tokens[end - 1]?.end ?? 0) };
}

/** "le Conseil" behind "le Conseil constitutionnel": the organisation whose name goes on from the noun. */
function fullestOf(discourse: Discourse, character: CandidateSpeaker): Resolution {
  if (character.type !== 'ORG' || !/^\p{Lu}\p{Ll}+$/u.test(character.name)) return resolutionOf(character);
  const fuller = discourse.cast.characters.find(
    (other) =>
      other.type === 'ORG' && other.name.startsWith(`${character.name} `) && (other.places[0] ?? 0) < (character.places[0] ?? 0),
  );
  return resolutionOf(fuller ?? character);
}

const isRightBefore = (first: CandidateMention, second: CandidateMention): boolean =>
  first !== second && first.end < second.start && second.start - first.end < 3;

/** Two names with "et" between them are two speakers. */
function coordinated(
  heads: readonly CandidateMention[],
  first: CandidateMention,
  words: QuoteWords,
  base: number,
): readonly CandidateMention[] {
  const list = [first];
  for (const next of heads) {
    if (next.start <= (list.at(-1)?.start ?? 0) || next.character === first.character) continue;
    const gap = words.text.slice((list.at(-1)?.end ?? 0) - base, next.start - base).trim();
    if (words.lists.betweenNames.test(gap)) list.push(next);
  }
  return list;
}

/** Whether a name in a phrase belongs to its head: no "de" before it within its own segment. */
function isHead(words: QuoteWords, phrase: Phrase, token: number, behindName: boolean): boolean {
  for (let i = token - 1; i >= phrase.start; i--) {
    const text = words.at(i);
    if (text === ',' || text === '(') return true;
    if (words.is(i, CLASS.of)) {
      // "le porte-parole du ministère des Affaires étrangères François Rivasseau" has a comma; without one a name behind a noun is its own
      return (
        i < token - 1 &&
        headsPerson(words, phrase) &&
        !words.isHuman(token - 1) &&
        (behindName || !words.isCapital(token - 1)) &&
        !words.is(token - 1, CLASS.determiner)
      );
    }
    if (words.is(i, CLASS.conjunction)) return true;
    if ((words.is(i, CLASS.preposition) || words.is(i, CLASS.relative)) && i > phrase.start) return false;
  }
  return true;
}

/** The phrase's own noun means a person: "le porte-parole du gouvernement X" names the spokesman. */
function headsPerson(words: QuoteWords, phrase: Phrase): boolean {
  for (let i = phrase.start; i < Math.min(phrase.end, phrase.start + 4); i++) {
    if (words.is(i, CLASS.of) && i > phrase.start) return false;
    if (words.isHuman(i)) return true;
  }
  return false;
}
