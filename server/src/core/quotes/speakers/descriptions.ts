import { CLASS, PARTICIPLE } from '../../lexicon/wordClasses';
import { partitionPoint } from '../../span';
import type { Phrase } from '../../syntax/nounPhrases';
import type { QuoteWords } from '../candidate';
import { appearancesIn, bearersOf, type CandidateSpeaker } from './candidates';
import { type Discourse, isQuoted, type Resolution, resolutionOf, type Where } from './discourse';
import { nounGender } from './epithets';
import { officeOf, roleOf, stemOf } from './roles';
import { backwards } from './sentencesBack';

/** "la maraîchère", "mon père": in a narrative that is who it is, until a name is told. */
export function calledByDescription(discourse: Discourse, words: QuoteWords, phrase: Phrase): Resolution | undefined {
  const { pack } = discourse;
  const opening = words.at(phrase.start);
  let end = phrase.start + 1;
  while (end < phrase.end && words.isWord(end) && !words.is(end, CLASS.relative | CLASS.that)) {
    if (end > phrase.start + 1 && words.has(end, PARTICIPLE)) break;
    end++;
  }
  const name = words.text.slice(words.tokens[phrase.start]?.start ?? 0, words.tokens[end - 1]?.end ?? 0);
  const gender = pack.feminine.has(opening)
    ? 'f'
    : (pack.definite.get(opening) ?? (words.lists.masculineCalled.has(opening) ? 'm' : undefined));
  return { name: name.charAt(0).toUpperCase() + name.slice(1), ...(gender && { gender }) };
}

/** "le secrétaire du Conseil de sécurité": whom the article gives this role; "le parquet de Nouméa": the institution by its own words. */
export function resolveDescription(
  discourse: Discourse,
  words: QuoteWords,
  phrase: Phrase,
  where: Where,
): Resolution | undefined {
  const { start } = where;
  const { content, of, head } = partsOf(words, phrase);
  if (head < 0) return undefined;
  const indefinite = words.lists.indefinite.has(words.at(phrase.start));
  const role = officeOf(roleOf(content, words.lists), discourse.pack);
  const institution = institutionHead(words, phrase);
  if (!indefinite) {
    const gender = discourse.pack.definite.get(words.at(phrase.start));
    const bearer = bearerOf(discourse, role, start, institution >= 0, gender);
    // "le sondage de Val-Info" is not the one of another institute
    if (bearer !== undefined && !namesAnother(words, phrase, bearer)) return resolutionOf(bearer);
  }
  if (words.lists.possessives.has(words.at(phrase.start)) && of < 0) {
    // "sa femme ajoute": the only one who is called so
    const only = bearersOf(discourse.cast, role.head, start).filter(
      (c) => c.type === 'PER' && c.roles.some((r) => r.head === role.head),
    );
    if (only.length === 1 && only[0]) return resolutionOf(only[0]);
  }
  if (!indefinite && institution < 0 && isBareNoun(words, phrase, head, 0)) {
    const named = namedBy(discourse, role.head, start);
    if (named !== undefined) return resolutionOf(named);
  }
  if (!indefinite && institution < 0 && !words.isHuman(head)) {
    const maker = makerOf(discourse, words, phrase, start);
    if (maker !== undefined) return maker;
  }
  if (institution >= 0 && !indefinite)
    return (
      institutionBefore(discourse, role, start, phrase) ??
      resolveInstitution(discourse, words, phrase, where, { institution, of })
    );
  const noun = phrase.start + 1;
  if (!indefinite && discourse.pack.organisations.has(words.at(noun)) && isBareNoun(words, phrase, noun, 1))
    return resolveOrganisation(discourse, where);
  return of >= 0 && words.is(head, CLASS.mouthpiece) ? spokenFor(discourse, words, phrase, start, { head, of }) : undefined;
}

/** A description's words up to its comma or relative, its head and its first "of", as tokens; -1 where it has none. */
function partsOf(words: QuoteWords, phrase: Phrase): { content: readonly string[]; of: number; head: number } {
  const content: string[] = [];
  let of = -1;
  let head = -1;
  for (let i = phrase.start; i < phrase.end; i++) {
    if (words.at(i) === ',' || words.is(i, CLASS.relative)) break;
    if (!words.isWord(i)) continue;
    if (words.is(i, CLASS.of) && i > phrase.start && of < 0) of = i;
    if (head < 0 && !words.is(i, CLASS.determiner) && !words.is(i, CLASS.of)) head = i;
    content.push(words.at(i));
  }
  return { content, of, head };
}

/** A definite institution that was not named more fully before: a part of a whole, the one named last, or its own words. */
function resolveInstitution(
  discourse: Discourse,
  words: QuoteWords,
  phrase: Phrase,
  where: Where,
  { institution, of }: { readonly institution: number; readonly of: number },
): Resolution | undefined {
  const { start } = where;
  if (of >= 0 && discourse.pack.branches.has(words.at(institution))) {
    const base = start - (words.tokens[phrase.start]?.start ?? 0);
    const from = base + (words.tokens[of]?.end ?? 0);
    const whole = appearancesIn(discourse.cast, from, base + (words.tokens[phrase.end - 1]?.end ?? 0))[0];
    if (whole?.character.type === 'ORG') return resolutionOf(whole.character);
  }
  const general = discourse.pack.organisations.has(words.at(institution));
  // "le quotidien" is one named before, "le quotidien régional" may be any
  if (general && isBareNoun(words, phrase, institution, words.is(institution, CLASS.source) ? 0 : 1)) {
    const named = resolveOrganisation(discourse, where);
    if (named !== undefined) return named;
  }
  const maker = words.is(institution, CLASS.source) ? makerOf(discourse, words, phrase, start) : undefined;
  if (maker !== undefined) return maker;
  // "l'étude", "les premiers chiffres" name nobody
  if (!words.is(institution, CLASS.institution) && !general && !hasCapital(words, phrase)) return undefined;
  const from = words.is(phrase.start, CLASS.determiner | CLASS.of) ? phrase.start + 1 : phrase.start;
  const to = endOfDescription(words, phrase);
  const gender = discourse.pack.definite.get(words.at(phrase.start)) ?? nounGender(words, institution);
  return {
    name: words.text.slice(words.tokens[from]?.start ?? 0, words.tokens[to - 1]?.end ?? 0),
    ...(gender && { gender }),
  };
}

/** Whom a spokesperson, a communiqué or a page speaks for: the organisation named in its complement, or that one's own words. */
function spokenFor(
  discourse: Discourse,
  words: QuoteWords,
  phrase: Phrase,
  start: number,
  { head, of }: { readonly head: number; readonly of: number },
): Resolution | undefined {
  const base = start - (words.tokens[phrase.start]?.start ?? 0);
  const from = base + (words.tokens[of]?.start ?? 0);
  const to = base + (words.tokens[phrase.end - 1]?.end ?? 0);
  const own = words.is(of + 1, CLASS.institution) || words.is(of + 2, CLASS.institution);
  // "les propos du ministre": whose words they are
  const uttered = words.is(head, CLASS.message) || words.is(head, CLASS.cueNoun);
  const owner = own
    ? undefined
    : appearancesIn(discourse.cast, from, to).find((a) => (uttered || a.character.type !== 'PER') && a.character.type !== 'LOC');
  if (owner !== undefined) return resolutionOf(owner.character);
  const end = endOfDescription(words, phrase);
  for (let i = of + 1; i < phrase.end; i++)
    if (words.is(i, CLASS.institution))
      return { name: words.text.slice(words.tokens[i]?.start ?? 0, words.tokens[end - 1]?.end ?? 0) };
  return undefined;
}

/** "les chiffres fournis par Anne Morel": who made what is the source. */
function makerOf(discourse: Discourse, words: QuoteWords, phrase: Phrase, start: number): Resolution | undefined {
  const base = start - (words.tokens[phrase.start]?.start ?? 0);
  for (let i = phrase.start + 1; i < phrase.end; i++) {
    if (!words.lists.agent.has(words.at(i))) continue;
    const end = base + (words.tokens[phrase.end - 1]?.end ?? 0);
    const maker = appearancesIn(discourse.cast, base + (words.tokens[i]?.end ?? 0), end)[0];
    return maker === undefined || maker.character.type === 'LOC' ? undefined : resolutionOf(maker.character);
  }
  return undefined;
}

/** "le groupe", "la compagnie aérienne": a noun with an adjective at most, nothing that names. */
function isBareNoun(words: QuoteWords, phrase: Phrase, noun: number, adjectives: number): boolean {
  const end = endOfDescription(words, phrase);
  if (!words.is(phrase.start, CLASS.determiner) || end - noun > 1 + adjectives) return false;
  for (let i = noun; i < end; i++) if (words.isCapital(i) || words.is(i, CLASS.of)) return false;
  return true;
}

function hasCapital(words: QuoteWords, phrase: Phrase): boolean {
  for (let i = phrase.start + 1; i < phrase.end; i++) if (words.isCapital(i)) return true;
  return false;
}

/** "l'entreprise", "le groupe": the organisation last named, a sentence's first before those behind it. */
function resolveOrganisation(discourse: Discourse, where: Where): Resolution | undefined {
  return backwards(discourse, where, ({ from, to }) => {
    const named = appearancesIn(discourse.cast, from, to).find((a) => !isQuoted(a, where) && a.character.type === 'ORG');
    return named === undefined ? undefined : resolutionOf(named.character);
  });
}

/** Whether a description of an institution holds a name that its supposed bearer is not called by. */
function namesAnother(words: QuoteWords, phrase: Phrase, bearer: CandidateSpeaker): boolean {
  if (bearer.type === 'PER') return false;
  for (let i = phrase.start + 1; i < phrase.end; i++) {
    if (!words.isCapital(i)) continue;
    const stem = stemOf(words.at(i), words.lists);
    if (!bearer.roles.some((role) => role.words.has(stem)) && !bearer.name.toLowerCase().includes(words.at(i))) return true;
  }
  return false;
}

/** The token at which a description's comma, relative or bracket begins; its end where it has none. */
export function endOfDescription(words: QuoteWords, phrase: Phrase): number {
  for (let i = phrase.start; i < phrase.end; i++)
    if (words.at(i) === ',' || words.is(i, CLASS.relative) || words.at(i) === '(') return i;
  return phrase.end;
}

/** The token of the institution or source that heads a description; -1 where a person does, or nothing of the kind. */
export function institutionHead(words: QuoteWords, phrase: Phrase): number {
  for (let i = phrase.start; i < Math.min(phrase.end, phrase.start + 4); i++) {
    if (words.is(i, CLASS.of) && i > phrase.start) return -1;
    if (words.is(i, CLASS.human)) return -1;
    if (words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return i;
  }
  return -1;
}

/** "le parquet" after "le parquet de Nouméa": the fuller form that came before. */
function institutionBefore(
  discourse: Discourse,
  role: { head: string; words: ReadonlySet<string> },
  start: number,
  phrase: Phrase,
): Resolution | undefined {
  if (phrase.end - phrase.start > 3) return undefined;
  for (let k = discourse.speakers.length - 1; k >= 0 && k > discourse.speakers.length - 40; k--) {
    const before = discourse.speakers[k];
    if (before?.resolution === undefined || before.at >= start) continue;
    const content = roleOf(before.phrase.split(/[\s'’]+/), discourse.pack.lists);
    if (content.words.has(role.head) && content.words.size >= role.words.size) return before.resolution;
    const name = roleOf(before.resolution.name.split(/[\s'’]+/), discourse.pack.lists);
    if (name.head === role.head) return before.resolution;
  }
  // "l'Autorité" is the one that the article names in full
  const named = role.words.size === 1 ? namedBy(discourse, role.head, start) : undefined;
  if (named !== undefined) return resolutionOf(named);
  const known = discourse.fullForms.get(role.head);
  if (known !== undefined) return known ?? undefined;
  const full = findFullForm(discourse, role);
  discourse.fullForms.set(role.head, full ?? null);
  return full;
}

/** The organisation whose name begins with a noun and that was named before an offset: le musée de la Mer for "le musée". */
function namedBy(discourse: Discourse, head: string, start: number): CandidateSpeaker | undefined {
  return discourse.cast.byNoun(head).find((character) => (character.places[0] ?? start) < start);
}

/** The first fuller form of an institution in the text: "parquet de Nouméa" for "le parquet". */
function findFullForm(discourse: Discourse, role: { head: string }): Resolution | undefined {
  for (const scan of discourse.scans) {
    const other = scan.words;
    for (let i = 0; i < other.tokens.length; i++) {
      if (!other.is(i, CLASS.institution) || stemOf(other.at(i), other.lists) !== role.head) continue;
      if (!other.is(i + 1, CLASS.of) || !other.isCapital(i + 2)) continue;
      let end = i + 3;
      while (other.isCapital(end) || (/^[-‑]$/.test(other.at(end)) && !other.spaced(end))) end++;
      return { name: other.text.slice(other.tokens[i]?.start ?? 0, other.tokens[end - 1]?.end ?? 0) };
    }
  }
  return undefined;
}

/** Who bears a role: the head noun must be the same, and the rest of the description must not contradict. */
function bearerOf(
  discourse: Discourse,
  role: { head: string; words: ReadonlySet<string> },
  start: number,
  institution: boolean,
  gender: 'm' | 'f' | undefined,
): CandidateSpeaker | undefined {
  let best: CandidateSpeaker | undefined;
  let score = 0;
  for (const character of bearersOf(discourse.cast, role.head, start)) {
    // a ministry is not its minister
    if (institution && character.type === 'PER') continue;
    // "la mère de la victime" is none of the men whose roles speak of her
    if (gender === 'f' && character.type === 'PER' && character.gender === 'm') continue;
    for (const known of character.roles) {
      if (!known.words.has(role.head)) continue;
      let shared = 0;
      for (const word of role.words) if (known.words.has(word)) shared++;
      const share = shared / role.words.size;
      if (share < 0.5 || (role.words.size === 2 && share < 1 && known.words.size > 1)) continue;
      // of two presidents the one whose office has no words besides
      const besides = 0.1 * (known.words.size - shared);
      const value = share * 10 + shared + (known.head === role.head ? 2 : 0) + nearness(character, start) - besides;
      if (value > score) {
        score = value;
        best = character;
      }
    }
  }
  return best;
}

/** Between 0 and 1: how near before an offset a character was last named. */
function nearness(character: CandidateSpeaker, at: number): number {
  const last = character.places[partitionPoint(character.places, (place) => place < at) - 1];
  return last === undefined ? 0 : 1 / (1 + (at - last) / 500);
}
