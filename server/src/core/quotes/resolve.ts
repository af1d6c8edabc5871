import type { PlacedParagraph } from '../document';
import {
  type Appearance,
  appearancesIn,
  bearersOf,
  type Cast,
  type Character,
  nounGender,
  officeOf,
  roleOf,
  stemOf,
  tokenAt,
} from './cast';
import { CLASS, PARTICIPLE } from './lexicon';
import type { QuotePack } from './pack';
import { isBareName, type Phrase } from './phrases';
import type { QuoteScan } from './scan';
import { isFiniteVerb, subjectBefore } from './subjects';
import type { Words } from './words';

/** Whom a speaker's mention means. */
export interface Resolution {
  readonly name: string;
  readonly entity?: string;
  readonly character?: Character;
  /** Of a character who is known by a description alone. */
  readonly gender?: 'm' | 'f';
}

/** What the document has said so far, for pronouns and descriptions. */
export interface Discourse {
  readonly text: string;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly scans: readonly QuoteScan[];
  readonly cast: Cast;
  readonly pack: QuotePack;
  /** A literary narrative: its characters may be called by descriptions alone. */
  readonly narrative: boolean;
  /** Institutions' full forms by head noun, once they were looked for. */
  readonly fullForms: Map<string, Resolution | null>;
  /** The dialogue's turns so far that follow one another. */
  readonly turns: { readonly paragraph: number; readonly resolution?: Resolution }[];
  /** Speakers so far, the last one last; with the offset of their mention. */
  readonly speakers: {
    readonly at: number;
    readonly resolution?: Resolution;
    readonly plural: boolean;
    readonly phrase: string;
  }[];
}

/** Resolves a speaker phrase of a paragraph; undefined for the unnamed. */
export function resolveSpeaker(
  discourse: Discourse,
  paragraph: number,
  phrase: Phrase,
  quoted: readonly (readonly [number, number])[],
): Resolution | undefined {
  const scan = discourse.scans[paragraph];
  const place = discourse.paragraphs[paragraph];
  if (scan === undefined || place === undefined) return undefined;
  const { words } = scan;
  const start = place.start + (words.tokens[phrase.start]?.start ?? 0);
  const end = place.start + (words.tokens[phrase.end - 1]?.end ?? 0);
  const where: Where = { paragraph, start, quoted };
  if (words.tokens[phrase.start]?.kind === 'number') return undefined;
  const last = words.at(phrase.end - 1);
  const latter = phrase.end - phrase.start === 2 ? words.lists.last.get(last) : undefined;
  if (latter !== undefined) return lastNamed(discourse, where, latter);
  const near = words.lists.nearSuffix.has(last) ? words.lists.near.get(words.at(phrase.start)) : undefined;
  if (near !== undefined) return lastNamed(discourse, where, near, ['PER', 'ORG']);
  if (phrase.kind === 'pronoun') return resolvePronoun(discourse, words, phrase, where);
  const named = resolveNamed(discourse, words, phrase, start, end, place.start);
  if (named !== undefined) return named;
  return (
    resolveDescription(discourse, words, phrase, where) ??
    resolveEpithet(discourse, words, phrase, where) ??
    (discourse.narrative ? calledByDescription(discourse, words, phrase) : undefined)
  );
}

/** Whom a mention names, itself or by a name beside its head; undefined where it holds no such name. */
export function resolveNamedPhrase(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const scan = discourse.scans[paragraph];
  const base = discourse.paragraphs[paragraph]?.start;
  if (scan === undefined || base === undefined) return undefined;
  const { words } = scan;
  const start = base + (words.tokens[phrase.start]?.start ?? 0);
  return resolveNamed(discourse, words, phrase, start, base + (words.tokens[phrase.end - 1]?.end ?? 0), base);
}

/** Whom a description without a name means by the office that somebody is given elsewhere. */
export function resolveBearer(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const scan = discourse.scans[paragraph];
  const base = discourse.paragraphs[paragraph]?.start;
  if (scan === undefined || base === undefined) return undefined;
  const start = base + (scan.words.tokens[phrase.start]?.start ?? 0);
  return resolveDescription(discourse, scan.words, phrase, { paragraph, start, quoted: [] });
}

/** Whom a pronoun of the plural means: those who spoke last together. */
export function resolvePlural(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const form = discourse.scans[paragraph]?.words.at(phrase.start) ?? '';
  if (phrase.kind !== 'pronoun' || discourse.pack.pronouns[form]?.number !== 'pl') return undefined;
  const spoken = discourse.speakers.at(-1);
  return spoken?.plural ? spoken.resolution : undefined;
}

/** "la maraîchère", "mon père": in a narrative that is who it is, until a name is told. */
function calledByDescription(discourse: Discourse, words: Words, phrase: Phrase): Resolution | undefined {
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

/** "ce dernier": the person named last; "celle-ci" may be an organisation too. */
function lastNamed(discourse: Discourse, where: Where, gender: 'm' | 'f', types = ['PER']): Resolution | undefined {
  return backwards(discourse, where, ({ from, to }) => {
    const named = appearancesIn(discourse.cast, from, to).findLast(
      ({ character, ...appearance }) =>
        (character.type === 'PER'
          ? (character.gender ?? gender) === gender
          : types.includes(character.type) && character.gender === gender) && !isQuoted({ character, ...appearance }, where),
    );
    return named === undefined ? undefined : resolutionOf(named.character);
  });
}

/** "l'officier", "la magistrate": a bare definite noun for one person means the one last spoken of. */
function resolveEpithet(discourse: Discourse, words: Words, phrase: Phrase, where: Where): Resolution | undefined {
  const noun =
    words.isHuman(phrase.start + 1) || !words.lists.epithets.has(words.at(phrase.start + 1))
      ? phrase.start + 1
      : phrase.start + 2;
  const size = phrase.end - noun;
  if (size < 1 || size > 2 || !words.is(phrase.start, CLASS.determiner) || !words.isHuman(noun)) return undefined;
  const form = words.at(phrase.start);
  if (discourse.pack.plural.has(form) || !discourse.pack.definite.has(form)) return undefined;
  if (discourse.pack.pluralEndings.some((ending) => words.at(phrase.end - 1).endsWith(ending))) return undefined;
  for (let i = phrase.start; i < phrase.end; i++) if (words.is(i, CLASS.of) && i > phrase.start) return undefined;
  // "le préfet" is not the town hall that spoke before
  const gender = discourse.pack.epicene?.has(words.at(noun))
    ? undefined
    : (discourse.pack.definite.get(form) ?? genderOfNoun(words, noun));
  return resolveAnaphor(discourse, where, gender, true);
}

/** What a noun or the adjective before it tells of gender where the article is l'. */
function genderOfNoun(words: Words, noun: number): 'm' | 'f' | undefined {
  const { epithets, feminineEnding, masculineEnding } = words.lists;
  const told = epithets.get(words.at(noun - 1));
  if (told !== undefined) return told;
  const form = words.at(noun);
  if (words.pack.feminine.has(form) || feminineEnding.test(form)) return 'f';
  return masculineEnding.test(form) ? 'm' : undefined;
}

/** The name in a mention that is its head or stands beside its head: "le ministre X", "X, fondateur de Y"; not "le ministre de X". */
function resolveNamed(
  discourse: Discourse,
  words: Words,
  phrase: Phrase,
  start: number,
  end: number,
  base: number,
): Resolution | undefined {
  const inside = appearancesIn(discourse.cast, start, end);
  const heads: Appearance[] = [];
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
function compoundInstitution(words: Words, phrase: Phrase, named: Appearance, base: number): Resolution | undefined {
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
function fullestOf(discourse: Discourse, character: Character): Resolution {
  if (character.type !== 'ORG' || !/^\p{Lu}\p{Ll}+$/u.test(character.name)) return resolutionOf(character);
  const fuller = discourse.cast.characters.find(
    (other) =>
      other.type === 'ORG' && other.name.startsWith(`${character.name} `) && (other.places[0] ?? 0) < (character.places[0] ?? 0),
  );
  return resolutionOf(fuller ?? character);
}

const resolutionOf = (character: Character): Resolution => ({
  name: character.name,
  ...(character.entity && { entity: character.entity }),
  character,
});

const isRightBefore = (first: Appearance, second: Appearance): boolean =>
  first !== second && first.end < second.start && second.start - first.end < 3;

/** Two names with "et" between them are two speakers. */
function coordinated(heads: readonly Appearance[], first: Appearance, words: Words, base: number): readonly Appearance[] {
  const list = [first];
  for (const next of heads) {
    if (next.start <= (list.at(-1)?.start ?? 0) || next.character === first.character) continue;
    const gap = words.text.slice((list.at(-1)?.end ?? 0) - base, next.start - base).trim();
    if (words.lists.betweenNames.test(gap)) list.push(next);
  }
  return list;
}

/** Whether a name in a phrase belongs to its head: no "de" before it within its own segment. */
function isHead(words: Words, phrase: Phrase, token: number, behindName: boolean): boolean {
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
function headsPerson(words: Words, phrase: Phrase): boolean {
  for (let i = phrase.start; i < Math.min(phrase.end, phrase.start + 4); i++) {
    if (words.is(i, CLASS.of) && i > phrase.start) return false;
    if (words.isHuman(i)) return true;
  }
  return false;
}

/** "le secrétaire du Conseil de sécurité": whom the article gives this role; "le parquet de Nouméa": the institution by its own words. */
function resolveDescription(discourse: Discourse, words: Words, phrase: Phrase, where: Where): Resolution | undefined {
  const { start } = where;
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
  if (head < 0 || content.length === 0) return undefined;
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
  if (institution >= 0 && !indefinite) {
    const known = institutionBefore(discourse, role, start, phrase);
    if (known !== undefined) return known;
    if (of >= 0 && discourse.pack.branches.has(words.at(institution))) {
      const base = start - (words.tokens[phrase.start]?.start ?? 0);
      const whole = appearancesIn(
        discourse.cast,
        base + (words.tokens[of]?.end ?? 0),
        base + (words.tokens[phrase.end - 1]?.end ?? 0),
      )[0];
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
    const from = words.is(phrase.start, CLASS.determiner) || words.is(phrase.start, CLASS.of) ? phrase.start + 1 : phrase.start;
    const to = endOfDescription(words, phrase);
    const gender = discourse.pack.definite.get(words.at(phrase.start)) ?? nounGender(words, institution);
    return {
      name: words.text.slice(words.tokens[from]?.start ?? 0, words.tokens[to - 1]?.end ?? 0),
      ...(gender && { gender }),
    };
  }
  const noun = phrase.start + 1;
  if (!indefinite && discourse.pack.organisations.has(words.at(noun)) && isBareNoun(words, phrase, noun, 1))
    return resolveOrganisation(discourse, where);
  // a spokesperson, a communiqué or a page of a named organisation speaks for it
  if (of >= 0 && words.is(head, CLASS.mouthpiece)) {
    const base = start - (words.tokens[phrase.start]?.start ?? 0);
    const from = base + (words.tokens[of]?.start ?? 0);
    const to = base + (words.tokens[phrase.end - 1]?.end ?? 0);
    const own = words.is(of + 1, CLASS.institution) || words.is(of + 2, CLASS.institution);
    // "les propos du ministre": whose words they are
    const uttered = words.is(head, CLASS.message) || words.is(head, CLASS.cueNoun);
    const owner = own
      ? undefined
      : appearancesIn(discourse.cast, from, to).find(
          (a) => (uttered || a.character.type !== 'PER') && a.character.type !== 'LOC',
        );
    if (owner !== undefined) return resolutionOf(owner.character);
    for (let i = of + 1; i < phrase.end; i++) {
      if (words.is(i, CLASS.institution))
        return {
          name: words.text.slice(words.tokens[i]?.start ?? 0, words.tokens[endOfDescription(words, phrase) - 1]?.end ?? 0),
        };
    }
  }
  return undefined;
}

/** "les chiffres fournis par Anne Morel": who made what is the source. */
function makerOf(discourse: Discourse, words: Words, phrase: Phrase, start: number): Resolution | undefined {
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
function isBareNoun(words: Words, phrase: Phrase, noun: number, adjectives: number): boolean {
  const end = endOfDescription(words, phrase);
  if (!words.is(phrase.start, CLASS.determiner) || end - noun > 1 + adjectives) return false;
  for (let i = noun; i < end; i++) if (words.isCapital(i) || words.is(i, CLASS.of)) return false;
  return true;
}

function hasCapital(words: Words, phrase: Phrase): boolean {
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
function namesAnother(words: Words, phrase: Phrase, bearer: Character): boolean {
  if (bearer.type === 'PER') return false;
  for (let i = phrase.start + 1; i < phrase.end; i++) {
    if (!words.isCapital(i)) continue;
    const stem = stemOf(words.at(i), words.lists);
    if (!bearer.roles.some((role) => role.words.has(stem)) && !bearer.name.toLowerCase().includes(words.at(i))) return true;
  }
  return false;
}

function endOfDescription(words: Words, phrase: Phrase): number {
  for (let i = phrase.start; i < phrase.end; i++)
    if (words.at(i) === ',' || words.is(i, CLASS.relative) || words.at(i) === '(') return i;
  return phrase.end;
}

function institutionHead(words: Words, phrase: Phrase): number {
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
function namedBy(discourse: Discourse, head: string, start: number): Character | undefined {
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
): Character | undefined {
  let best: Character | undefined;
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
function nearness(character: Character, at: number): number {
  let low = 0;
  let high = character.places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((character.places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const last = character.places[low - 1];
  return last === undefined ? 0 : 1 / (1 + (at - last) / 500);
}

/** A pronoun's antecedent: who speaks or acts in the sentences before, then the last speaker, then whoever was named last. */
function resolvePronoun(discourse: Discourse, words: Words, phrase: Phrase, where: Where): Resolution | undefined {
  const sense = discourse.pack.pronouns[words.at(phrase.start)];
  if (sense === undefined || sense.speaker) return undefined;
  const spoken = discourse.speakers.at(-1);
  if (sense.number === 'pl') return spoken?.plural ? spoken.resolution : undefined;
  return resolveAnaphor(discourse, where, sense.gender, sense.person === true);
}

/** Where a mention stands, and what of the text says nothing about whom it means: its own quotation. */
export interface Where {
  readonly paragraph: number;
  readonly start: number;
  readonly quoted: readonly (readonly [number, number])[];
}

// A pronoun reaches back over a few paragraphs at most.
const PARAGRAPHS_BACK = 4;

/** @param person - whether only a person will do, no organisation */
function resolveAnaphor(
  discourse: Discourse,
  where: Where,
  gender: 'm' | 'f' | undefined,
  person: boolean,
): Resolution | undefined {
  const fits = (character: Character): boolean =>
    (!person || character.type === 'PER') &&
    character.type !== 'LOC' &&
    character.type !== 'MISC' &&
    character.number !== 'pl' &&
    (gender === undefined || character.gender === undefined || character.gender === gender);
  // in a narrative who is known by a description is a person, in news a body as a rule
  const nameless = (resolution: Resolution): boolean => (!person || discourse.narrative) && agreesWith(resolution, gender);
  const subject = backwards(
    discourse,
    where,
    (sentence) =>
      speakerIn(discourse, sentence, fits, nameless) ??
      subjectIn(discourse, sentence, fits, 'PER') ??
      (discourse.narrative ? describedSubject(discourse, sentence, gender) : undefined) ??
      // "elle" for la mairie: only where the article in front of the name tells its gender
      (gender === undefined || person
        ? undefined
        : subjectIn(
            discourse,
            sentence,
            (character) => character.entity !== undefined && character.gender === gender && fits(character),
            'ORG',
          )) ??
      (gender === undefined || person ? undefined : institutionSubject(discourse, sentence, gender)),
  );
  if (subject !== undefined) return subject;
  const spoken = discourse.speakers.at(-1);
  if (
    spoken?.resolution !== undefined &&
    !spoken.plural &&
    (spoken.resolution.character === undefined ? nameless(spoken.resolution) : fits(spoken.resolution.character))
  )
    return spoken.resolution;
  return backwards(discourse, where, ({ from, to }) => {
    const named = appearancesIn(discourse.cast, from, to).filter(
      (a) => !isQuoted(a, where) && a.character.type === 'PER' && fits(a.character),
    );
    const first = named[0];
    return first === undefined ? undefined : resolutionOf(first.character);
  });
}

interface Stretch {
  readonly paragraph: number;
  /** Tokens. */
  readonly first: number;
  readonly last: number;
  /** Offsets in the document. */
  readonly from: number;
  readonly to: number;
  readonly where: Where;
}

const isQuoted = (a: Appearance, where: Where): boolean =>
  a.quoted || where.quoted.some(([start, end]) => start <= a.start && a.end <= end);

/** Sentence by sentence back from a mention, its own sentence first; captions, headings and teasers are passed over. */
function backwards(
  discourse: Discourse,
  where: Where,
  look: (sentence: Stretch) => Resolution | undefined,
): Resolution | undefined {
  let seen = 0;
  let sentences = 0;
  for (let p = where.paragraph; p >= 0 && seen < PARAGRAPHS_BACK; p--) {
    const scan = discourse.scans[p];
    const place = discourse.paragraphs[p];
    if (scan === undefined || place === undefined) continue;
    if (p !== where.paragraph && ASIDES.has(place.role)) continue;
    seen++;
    const { tokens } = scan.words;
    for (let s = lastBefore(scan, where.start - place.start); s >= 0; s--) {
      const sentence = scan.sentences[s];
      if (sentence === undefined) continue;
      const from = place.start + (tokens[sentence.start]?.start ?? 0);
      const to = Math.min(where.start, place.start + (tokens[sentence.end - 1]?.end ?? 0));
      if (to <= from) continue;
      const found = look({ paragraph: p, first: sentence.start, last: sentence.end, from, to, where });
      if (found !== undefined) return found;
      if (++sentences > SENTENCES_BACK) return undefined;
    }
  }
  return undefined;
}

// What stands beside the article's own text.
const ASIDES: ReadonlySet<PlacedParagraph['role']> = new Set(['caption', 'teaser', 'heading'] as const);

/** Index of the last sentence that begins before an offset (from the paragraph's start). */
function lastBefore(scan: QuoteScan, offset: number): number {
  let low = 0;
  let high = scan.sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((scan.words.tokens[scan.sentences[middle]?.start ?? 0]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// Further back than this in one paragraph nobody looks for an antecedent.
const SENTENCES_BACK = 12;

const agreesWith = (resolution: Resolution, gender: 'm' | 'f' | undefined): boolean =>
  resolution.gender === undefined || gender === undefined || resolution.gender === gender;

function speakerIn(
  discourse: Discourse,
  { from, to }: Stretch,
  fits: (character: Character) => boolean,
  nameless: (resolution: Resolution) => boolean,
): Resolution | undefined {
  const count = discourse.speakers.length;
  for (let k = count - 1; k >= 0 && k > count - 20; k--) {
    const speaker = discourse.speakers[k];
    if (speaker === undefined || speaker.at < from) break;
    const { resolution } = speaker;
    if (speaker.at >= to || resolution === undefined || speaker.plural) continue;
    if (resolution.character === undefined ? nameless(resolution) : fits(resolution.character)) return resolution;
  }
  return undefined;
}

/** The subject of the first finite verb outside marks, in the part of a sentence that is looked at. */
function firstSubject(discourse: Discourse, words: Words, { first, last, paragraph, to }: Stretch): Phrase | undefined {
  const base = discourse.paragraphs[paragraph]?.start ?? 0;
  const verb = words.once(firstVerb, first, last);
  if (verb >= Math.min(last, first + FARTHEST_VERB) || base + (words.tokens[verb]?.start ?? 0) >= to) return undefined;
  let left = verb;
  while (words.is(left - 1, CLASS.clitic)) left--;
  return subjectBefore(words, left, first);
}

// Behind more words than these a sentence's first verb has no subject that a pronoun would mean.
const FARTHEST_VERB = 50;

/** The first finite verb of a sentence outside marks; where there is none, or too far on, the token where the search ended. */
function firstVerb(words: Words, first: number, last: number): number {
  const end = Math.min(last, first + FARTHEST_VERB);
  let verb = first;
  while (verb < end && !(words.marks.inside[verb] === -1 && isFiniteVerb(words, verb))) verb++;
  return verb;
}

/** In a narrative: "La servante s'arrêta", somebody known by a description alone who is the sentence's subject. */
function describedSubject(discourse: Discourse, sentence: Stretch, gender: 'm' | 'f' | undefined): Resolution | undefined {
  const words = discourse.scans[sentence.paragraph]?.words;
  if (words === undefined) return undefined;
  const subject = firstSubject(discourse, words, sentence);
  if (subject === undefined || subject.kind !== 'description') return undefined;
  const who = calledByDescription(discourse, words, subject);
  const person =
    words.isHuman(subject.start + 1) || discourse.speakers.slice(-60).some(({ resolution }) => resolution?.name === who?.name);
  return who !== undefined && person && agreesWith(who, gender) ? who : undefined;
}

/** "La police de Tolvanne a arrêté …": an institution without a name of its own that is the sentence's subject. */
function institutionSubject(discourse: Discourse, sentence: Stretch, gender: 'm' | 'f'): Resolution | undefined {
  const words = discourse.scans[sentence.paragraph]?.words;
  if (words === undefined || discourse.narrative) return undefined;
  const subject = firstSubject(discourse, words, sentence);
  if (subject === undefined || subject.kind === 'pronoun' || institutionHead(words, subject) < 0) return undefined;
  if (discourse.pack.definite.get(words.at(subject.start)) !== gender) return undefined;
  const base = discourse.paragraphs[sentence.paragraph]?.start ?? 0;
  const start = base + (words.tokens[subject.start]?.start ?? 0);
  return resolveDescription(discourse, words, subject, { ...sentence.where, paragraph: sentence.paragraph, start });
}

/** The person named before the sentence's first verb, and by no preposition: its subject. */
function subjectIn(
  discourse: Discourse,
  sentence: Stretch,
  fits: (character: Character) => boolean,
  type: 'PER' | 'ORG',
): Resolution | undefined {
  const words = discourse.scans[sentence.paragraph]?.words;
  const base = discourse.paragraphs[sentence.paragraph]?.start ?? 0;
  if (words === undefined) return undefined;
  const verb = words.once(firstVerb, sentence.first, sentence.last);
  for (const appearance of appearancesIn(discourse.cast, sentence.from, sentence.to)) {
    if (isQuoted(appearance, sentence.where) || appearance.character.type !== type || !fits(appearance.character)) continue;
    const token = tokenAt(words, appearance.start - base);
    if (token > verb) return undefined;
    const before = token - 1;
    if (before >= sentence.first && words.is(before, CLASS.preposition) && !words.isHuman(before)) continue;
    return resolutionOf(appearance.character);
  }
  return undefined;
}

/** Who was last on stage before an offset: for quotations without a cue whose last speaker has no name. */
export function lastOnStage(discourse: Discourse, at: number, paragraph: number): Resolution | undefined {
  const from = discourse.paragraphs[Math.max(0, paragraph - 1)]?.start ?? 0;
  const here = appearancesIn(discourse.cast, from, at).filter((a) => !a.quoted && a.character.type === 'PER');
  const last = here.at(-1);
  return last === undefined ? undefined : resolutionOf(last.character);
}
