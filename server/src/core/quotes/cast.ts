import type { Entity, EntityMention, EntityType } from '../analysis';
import type { PlacedParagraph } from '../document';
import { CLASS, FINITE, PARTICIPLE } from './lexicon';
import type { QuotePack } from './pack';
import { nounPhraseAt } from './phrases';
import type { RuleWords } from './ruleWords';
import type { QuoteScan } from './scan';
import type { Words } from './words';

/** An entity's type, or what the words around a name outside the entity layer make likely. */
type Guess = EntityType | 'unknown';

/** Somebody or something that can speak in the article. */
export interface Character {
  /** The fullest form of the name that the article has, without title. */
  name: string;
  readonly entity?: string;
  type: Guess;
  gender?: 'm' | 'f';
  number?: 'sg' | 'pl';
  /** What the article calls them: each a head noun and the words that go with it. */
  readonly roles: Role[];
  readonly forms: Set<string>;
  /** Where they are named, offsets in order. */
  readonly places: number[];
}

export interface Role {
  readonly head: string;
  readonly words: ReadonlySet<string>;
}

/** One place where a character is named; offsets in the document. */
export interface Appearance {
  readonly start: number;
  readonly end: number;
  readonly character: Character;
  readonly paragraph: number;
  /** Inside quotation marks. */
  readonly quoted: boolean;
}

/** Who appears in an article, and where. */
export interface Cast {
  readonly characters: readonly Character[];
  readonly appearances: readonly Appearance[];
  /** Who has a role with a word in it (its stem), in the order of their first appearance. */
  readonly byRole: (stem: string) => readonly Character[];
  /** Organisations by the first word of their names (its stem): musée de la Mer. */
  readonly byNoun: (stem: string) => readonly Character[];
}

/** Gathers the cast from the entity layer, and from capitals where that layer sees nothing. */
export function gatherCast(
  paragraphs: readonly PlacedParagraph[],
  scans: readonly QuoteScan[],
  mentions: readonly EntityMention[],
  entities: readonly Entity[],
  pack: QuotePack,
): Cast {
  const byId = new Map<string, Character>();
  for (const entity of entities) {
    const character: Character = {
      name: entity.name,
      entity: entity.id,
      type: entity.type,
      roles: [],
      forms: new Set([entity.name, ...entity.aliases]),
      places: [],
    };
    if (entity.gender) character.gender = entity.gender;
    if (entity.number) character.number = entity.number;
    if (entity.role) character.roles.push(officeOf(roleOf(entity.role.split(/[\s'’-]+/).filter(Boolean), pack.lists), pack));
    byId.set(entity.id, character);
  }
  unite(entities, byId);
  const appearances: Appearance[] = [];
  const loose: { start: number; end: number; name: string; paragraph: number; quoted: boolean; guess: Guess }[] = [];
  let at = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const scan = scans[index];
    if (scan === undefined) continue;
    const { words } = scan;
    while (at < mentions.length && (mentions[at]?.start ?? 0) < paragraph.start) at++;
    const here: EntityMention[] = [];
    for (let k = at; k < mentions.length && (mentions[k]?.start ?? 0) < paragraph.end; k++)
      here.push(mentions[k] as EntityMention);
    for (const mention of here) {
      const character = byId.get(mention.entity);
      if (character === undefined || mention.nested) continue;
      character.forms.add(mention.text);
      const token = tokenAt(words, mention.start - paragraph.start);
      appearances.push({
        start: mention.start,
        end: mention.end,
        character,
        paragraph: index,
        quoted: (words.marks.inside[token] ?? -1) >= 0,
      });
    }
    for (const name of words.once(capitalNames, 0, words.tokens.length)) {
      const start = paragraph.start + (words.tokens[name.start]?.start ?? 0);
      const end = paragraph.start + (words.tokens[name.end - 1]?.end ?? 0);
      if (here.some((mention) => mention.start < end && start < mention.end)) continue;
      loose.push({
        start,
        end,
        name: words.text.slice(start - paragraph.start, end - paragraph.start),
        paragraph: index,
        quoted: (words.marks.inside[name.start] ?? -1) >= 0,
        guess: name.guess,
      });
    }
  }
  const known = [...new Set(byId.values())];
  adoptLoose(loose, known, appearances);
  spellOut(scans, known);
  appearances.sort((a, b) => a.start - b.start || b.end - a.end);
  const votes = new Map<Character, number>();
  for (const appearance of appearances) {
    appearance.character.places.push(appearance.start);
    const paragraph = paragraphs[appearance.paragraph];
    const words = scans[appearance.paragraph]?.words;
    if (paragraph === undefined || words === undefined) continue;
    describe(words, appearance, paragraph.start, pack);
    const agreement = agreementAt(words, appearance, paragraph.start);
    if (agreement !== undefined) votes.set(appearance.character, (votes.get(appearance.character) ?? 0) + agreement);
  }
  for (const [character, vote] of votes) if (vote !== 0 && character.type !== 'ORG') character.gender = vote > 0 ? 'f' : 'm';
  return {
    characters: known,
    appearances,
    byRole: whenAsked(() => indexRoles(known)),
    byNoun: whenAsked(() => indexNouns(known, pack.lists)),
  };
}

/** An index that is made when it is first asked: many articles have no description that it could resolve. */
function whenAsked(make: () => ReadonlyMap<string, readonly Character[]>): (stem: string) => readonly Character[] {
  let index: ReadonlyMap<string, readonly Character[]> | undefined;
  return (stem) => {
    index ??= make();
    return index.get(stem) ?? NOBODY;
  };
}

const NOBODY: readonly Character[] = [];

function indexNouns(characters: readonly Character[], lists: RuleWords): Map<string, Character[]> {
  const index = new Map<string, Character[]>();
  for (const character of characters) {
    if (character.type !== 'ORG' || !character.name.includes(' ')) continue;
    const noun = stemOf(character.name.split(' ')[0] ?? '', lists);
    const known = index.get(noun);
    if (known === undefined) index.set(noun, [character]);
    else if (known.length < MOST_BEARERS) known.push(character);
  }
  return index;
}

function indexRoles(characters: readonly Character[]): Map<string, Character[]> {
  const index = new Map<string, Character[]>();
  const inOrder = [...characters].sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
  for (const character of inOrder) {
    for (const word of new Set(character.roles.flatMap((role) => [...role.words]))) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [character]);
      else known.push(character);
    }
  }
  return index;
}

// Of more who share a word of their roles only those named near by are looked at.
const MOST_BEARERS = 200;

/** Those who have a role with a word in it; where they are very many, those who first appear nearest before an offset. */
export function bearersOf(cast: Cast, word: string, at: number): readonly Character[] {
  const all = cast.byRole(word);
  if (all.length <= MOST_BEARERS) return all;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle]?.places[0] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const last = Math.min(all.length, Math.max(low, MOST_BEARERS));
  return all.slice(last - MOST_BEARERS, last);
}

/** A name that is an unknown place here and an organisation or a person there is one thing. */
function unite(entities: readonly Entity[], byId: Map<string, Character>): void {
  const named = new Map<string, Character>();
  for (const { id, type, name } of entities) {
    const character = byId.get(id);
    if (character !== undefined && (type === 'ORG' || type === 'PER') && !named.has(name)) named.set(name, character);
  }
  for (const { id, type, name, place } of entities) {
    const other = type === 'LOC' && place === undefined ? named.get(name) : undefined;
    if (other !== undefined) byId.set(id, other);
  }
}

/** "Front de libération de la Sagoura (FLS)": who is known by the acronym alone gets the full name. */
function spellOut(scans: readonly QuoteScan[], known: readonly Character[]): void {
  const short = known.filter((character) => /^\p{Lu}{2,6}$/u.test(character.name));
  if (short.length === 0) return;
  for (const { words } of scans) {
    if (!words.text.includes('(')) continue;
    for (let i = 2; i + 1 < words.tokens.length; i++) {
      if (words.at(i - 1) !== '(' || words.at(i + 1) !== ')') continue;
      const acronym = words.tokens[i]?.text ?? '';
      const bearer = short.find((character) => character.name === acronym);
      const start = bearer === undefined ? -1 : initialsBefore(words, i - 1, acronym);
      if (bearer !== undefined && start >= 0)
        bearer.name = words.text.slice(words.tokens[start]?.start ?? 0, words.tokens[i - 2]?.end ?? 0);
    }
  }
}

/** Where the words begin whose initials an acronym is, read backwards from its bracket; -1 where they do not match. */
function initialsBefore(words: Words, bracket: number, acronym: string): number {
  let left = acronym.length - 1;
  for (let i = bracket - 1; i >= 0 && i > bracket - 16 && left >= 0; i--) {
    const initial = (words.tokens[i]?.text[0] ?? '').toUpperCase();
    if (words.isWord(i) && initial === acronym[left] && !(words.is(i, CLASS.of) && left > 0)) {
      if (left === 0) return words.isCapital(i) ? i : -1;
      left--;
    } else if (words.isCapital(i) && !words.is(i, CLASS.determiner)) return -1;
  }
  return -1;
}

/** Names outside the entity layer: joined to a character with the same family name, or a character of their own. */
function adoptLoose(
  loose: readonly { start: number; end: number; name: string; paragraph: number; quoted: boolean; guess: Guess }[],
  known: Character[],
  appearances: Appearance[],
): void {
  const byForm = new Map<string, Character>();
  const byLast = new Map<string, Character>();
  const index = (character: Character, form: string): void => {
    byForm.set(form, character);
    const last = form.split(/\s+/).at(-1) as string;
    if (!byLast.has(last)) byLast.set(last, character);
  };
  for (const character of known) for (const form of character.forms) index(character, form);
  // the long forms first, so that the family name alone finds its bearer whatever the order in the text
  for (const item of [...loose].sort((a, b) => b.name.length - a.name.length || a.start - b.start)) {
    let character = byForm.get(item.name) ?? (item.name.includes(' ') ? undefined : byLast.get(item.name));
    if (character === undefined && item.name.includes(' ')) {
      const last = byLast.get(item.name.split(/\s+/).at(-1) as string);
      // "Thomas Hans Hansson" and "Hans Hansson" are one; two first names are two people
      if (last !== undefined && (last.name.endsWith(item.name) || item.name.endsWith(last.name))) character = last;
    }
    if (character === undefined) {
      character = {
        name: item.name,
        type: 'unknown',
        roles: [],
        forms: new Set(),
        places: [],
      };
      known.push(character);
    }
    if (character.entity === undefined && (character.type === 'unknown' || item.guess === 'PER')) character.type = item.guess;
    character.forms.add(item.name);
    index(character, item.name);
    if (item.name.length > character.name.length && item.name.endsWith(character.name)) character.name = item.name;
    appearances.push({ start: item.start, end: item.end, character, paragraph: item.paragraph, quoted: item.quoted });
  }
}

/** Runs of capitalised words with the particles between them; a sentence's first word only where it is no common word. */
export function capitalNames(words: Words): { start: number; end: number; guess: Guess }[] {
  const names: { start: number; end: number; guess: Guess }[] = [];
  for (let i = 0; i < words.tokens.length; i++) {
    if (!words.isCapital(i) || !isNameWord(words, i)) continue;
    // "le Français Jean Dupont": what people come from is no part of their name
    if (words.isHuman(i - 1) && isAcronym(words, i) && words.isCapital(i + 1) && !isAcronym(words, i + 1)) continue;
    if (
      words.is(i - 1, CLASS.determiner) &&
      words.isCapital(i + 1) &&
      words.pack.demonymEndings.some((ending) => words.at(i).endsWith(ending))
    )
      continue;
    const opening = i === 0 || /^[.!?…«»"“”:–—-]$/.test(words.at(i - 1));
    if (opening && (words.info[i]?.verb !== undefined || words.isAdverb(i)) && isNameWord(words, i + 1)) continue;
    const tied = /^[-‑]$/.test(words.at(i - 1)) && !words.spaced(i) && words.is(i - 2, CLASS.particle);
    const start = tied ? i - 2 : i;
    let end = i + 1;
    let capitals = 1;
    for (let k = end; k < words.tokens.length && k < start + 12; ) {
      const glue = joinsName(words, k);
      if (glue > 0 && isNameWord(words, k + glue)) {
        end = k + glue + 1;
        capitals++;
        k = end;
      } else if (isNameWord(words, k) && words.marks.inside[k] === words.marks.inside[start]) {
        end = k + 1;
        capitals++;
        k++;
      } else break;
    }
    // Ing-wen, al-Joulani: what a hyphen ties to the name
    while (/^[-‑]$/.test(words.at(end)) && !words.spaced(end) && words.isWord(end + 1) && !words.spaced(end + 1)) end += 2;
    i = end - 1;
    const first = start === 0 || /^[.!?…«»"“”:–—-]$/.test(words.at(start - 1));
    if (
      capitals === 1 &&
      first &&
      (words.info[start]?.classes !== 0 || words.info[start]?.verb !== undefined || words.isAdverb(start) || words.isHuman(start))
    )
      continue;
    if (capitals === 1 && (words.tokens[start]?.text.length ?? 0) < 2) continue;
    // "l'ONG", "le PDG": a common noun in capitals
    if (capitals === 1 && isAcronym(words, start) && words.pack.organisations.has(words.at(start))) continue;
    names.push({ start, end, guess: guessType(words, start, end, capitals) });
  }
  return names;
}

const isAcronym = (words: Words, i: number): boolean => /^\p{Lu}{2,5}$/u.test(words.tokens[i]?.text ?? '');

/** A title or a first name makes a person, a preposition of place a place, an article an organisation. */
function guessType(words: Words, start: number, end: number, capitals: number): Guess {
  const before = start - 1;
  const form = words.at(before);
  if (words.pack.honorifics.has(form) || words.pack.honorifics.has(words.at(before - 1))) return 'PER';
  for (let i = start; i < end; i++) if (words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return 'ORG';
  if (words.isHuman(before)) return 'PER';
  const all = words.text.slice(words.tokens[start]?.start ?? 0, words.tokens[end - 1]?.end ?? 0);
  if (capitals === 1 && all.length > 1 && all.length < 7 && all === all.toUpperCase()) return 'ORG';
  // Référendum d'Initiative Citoyenne: d' and du join no first and family name
  for (let i = start; i < end; i++)
    if (words.is(i, CLASS.of) && !words.isCapital(i) && !words.lists.fullOf.has(words.at(i))) return 'ORG';
  const article = words.is(before, CLASS.determiner);
  if (capitals > 1 && !article) return 'PER';
  if (article) return 'ORG';
  return words.is(before, CLASS.preposition) &&
    !words.is(before, CLASS.of) &&
    !words.pack.attributions.some((a) => a.words.at(-1) === form)
    ? 'LOC'
    : 'unknown';
}

function isNameWord(words: Words, i: number): boolean {
  if (!words.isCapital(i)) return false;
  const form = words.at(i);
  if (form.endsWith("'")) return false;
  if (words.pack.honorifics.has(form)) return false;
  if (words.pack.capitalNouns && (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source))) return false;
  // "Premier ministre", "PDG": a title is no name
  if (
    (words.is(i, CLASS.human) || words.is(i + 1, CLASS.human)) &&
    (!words.isCapital(i - 1) || words.is(i - 1, CLASS.determiner)) &&
    !(words.is(i - 1, CLASS.particle) && words.isCapital(i - 2)) &&
    (words.is(i, CLASS.human) || words.lists.firstOfTitle.test(form))
  )
    return false;
  // Le Monde, La Haye: a capital article within a sentence
  if (words.is(i, CLASS.determiner) && words.isCapital(i + 1) && i > 0 && words.isWord(i - 1)) return true;
  if (
    words.is(i, CLASS.determiner) ||
    words.is(i, CLASS.subject) ||
    words.is(i, CLASS.time) ||
    words.is(i, CLASS.subordinator) ||
    words.is(i, CLASS.that) ||
    words.is(i, CLASS.relative)
  )
    return words.isCapital(i - 1) && words.tokens[i]?.text === words.tokens[i]?.text.toUpperCase() && form.length > 2;
  return !words.is(i, CLASS.preposition) || (words.is(i, CLASS.particle) && words.isCapital(i + 1)) || words.at(i + 1) === '-';
}

/** How many tokens of glue stand at an index between two parts of a name: a particle, a hyphen, an initial's stop. */
function joinsName(words: Words, k: number): number {
  const text = words.at(k);
  if (/^[-‑]$/.test(text) && !words.spaced(k) && !words.spaced(k + 1)) return 1;
  if (text === '.' && !words.spaced(k) && (words.tokens[k - 1]?.text.length ?? 9) <= 2) return 1;
  if (words.is(k, CLASS.particle) && !words.isCapital(k) && /^[-‑]$/.test(words.at(k + 1)) && !words.spaced(k + 1)) return 2;
  if (words.isCapital(k) && words.is(k, CLASS.particle)) return words.isCapital(k + 1) ? 1 : 0;
  if (words.is(k, CLASS.particle) && !words.isCapital(k))
    return words.is(k + 1, CLASS.particle) && !words.isCapital(k + 1) ? 2 : 1;
  if (/^[-‑]$/.test(text) && words.is(k + 1, CLASS.particle)) return /^[-‑]$/.test(words.at(k + 2)) ? 3 : 2;
  return 0;
}

/** Index of the token that an offset (from the paragraph's start) lies in. */
export function tokenAt(words: Words, offset: number): number {
  let low = 0;
  let high = words.tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words.tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the words around a name call its bearer: the title before it, the apposition behind it or before its comma. */
function describe(words: Words, appearance: Appearance, base: number, pack: QuotePack): void {
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
const bareGender = ({ lists }: Words, noun: string): 'm' | 'f' | undefined =>
  lists.feminineBare.test(noun) ? 'f' : lists.masculineBare.test(noun) ? 'm' : undefined;

/**
 * What a participle that agrees with a person's name tells of gender: 1 feminine, -1 masculine. "Sacha Morvil, née à …",
 * "Sacha Morvil a été élue", "Interrogée mardi, Sacha Morvil".
 */
function agreementAt(words: Words, appearance: Appearance, base: number): 1 | -1 | undefined {
  const { agreement } = words.lists;
  if (agreement === undefined || appearance.character.type === 'ORG' || appearance.character.type === 'LOC') return undefined;
  const first = tokenAt(words, appearance.start - base);
  const last = tokenAt(words, appearance.end - base - 1) + 1;
  const tells = (i: number): 1 | -1 | undefined =>
    words.has(i, PARTICIPLE) && !words.has(i, FINITE) && !agreement.mute.test(words.at(i))
      ? agreement.feminine.test(words.at(i))
        ? 1
        : -1
      : undefined;
  // "la fille de Sacha Morvil, entrée à l'école"
  if (words.is(first - 1, CLASS.of)) return undefined;
  if (words.at(last) === ',') {
    const behind = tells(last + 1);
    if (behind !== undefined && words.spaced(last + 1)) return behind;
  }
  let k = last;
  while (k < last + 4 && (words.is(k, CLASS.clitic | CLASS.negation) || words.isAdverb(k))) k++;
  if (words.is(k, CLASS.auxiliary) && agreement.been.has(words.at(k + 1))) k += 2;
  else if (words.is(k, CLASS.being) && words.has(k, FINITE)) k++;
  else k = -1;
  if (k > 0 && !words.is(first - 1, CLASS.preposition | CLASS.conjunction)) {
    while (k < last + 8 && (words.isAdverb(k) || words.is(k, CLASS.negation))) k++;
    return tells(k);
  }
  // the sentence's first word
  if (words.at(first - 1) !== ',') return undefined;
  for (let i = first - 2; i >= Math.max(0, first - 16); i--) {
    if (i > 0 && !/^[.!?…»”]$/.test(words.at(i - 1))) continue;
    return words.isCapital(i) ? tells(i) : undefined;
  }
  return undefined;
}

/** The gender that a noun's ending tells, where the noun has no capital that a name of its own would have. */
export function nounGender(words: Words, i: number): 'm' | 'f' | undefined {
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

function epithetsOf(words: Words, first: number, last: number): Epithet[] {
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

function headHuman(words: Words, start: number, end: number): boolean {
  for (let i = start; i < Math.min(end, start + 4); i++) {
    if (words.isHuman(i) || words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return true;
    if (words.is(i, CLASS.of) && i > start) return false;
  }
  return false;
}

/** "le groupe automobile Nissan", "le président syrien Bachar el-Assad": the noun group right before a name. */
function titleBefore(words: Words, first: number): { start: number; end: number } | undefined {
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

const isSameRole = (a: Role, b: Role): boolean =>
  a.head === b.head && a.words.size === b.words.size && [...a.words].every((word) => b.words.has(word));

function addRole(character: Character, words: Words, start: number, end: number, pack: QuotePack): void {
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

/** A role's words: its head noun first, function words left out. */
export function roleOf(list: readonly string[], lists: RuleWords): Role {
  const content = list
    .map((word) => word.toLowerCase().replace(/['’]$/, ''))
    .filter((word) => word.length > 1 && !lists.roleless.has(word));
  const stems = content.map((word) => stemOf(word, lists));
  return { head: stems[0] ?? '', words: new Set(stems) };
}

/** A role by the words that its office has elsewhere: chef de l'État as président. */
export function officeOf(role: Role, pack: QuotePack): Role {
  for (const [known, other] of officesOf(pack)) {
    if (role.head !== known[0] || !known.every((word) => role.words.has(word))) continue;
    return { head: other[0] as string, words: new Set([...other, ...[...role.words].filter((word) => !known.includes(word))]) };
  }
  return role;
}

// A pack is constant: the stems of its offices are made once.
const knownOffices = new WeakMap<QuotePack, readonly (readonly [readonly string[], readonly string[]])[]>();

function officesOf(pack: QuotePack): readonly (readonly [readonly string[], readonly string[]])[] {
  let offices = knownOffices.get(pack);
  if (offices === undefined) {
    const stems = (words: string): string[] => words.split(' ').map((word) => stemOf(word, pack.lists));
    offices = pack.sameOffices.map(([description, office]) => [stems(description), stems(office)] as const);
    knownOffices.set(pack, offices);
  }
  return offices;
}

/** A word without the endings of number and gender, enough to compare: cheffe is chef, directrice directeur. */
export function stemOf(word: string, { inflection, stems }: RuleWords): string {
  const bare = word.toLowerCase().replace(inflection, '');
  for (const [feminine, masculine] of stems)
    if (bare.endsWith(feminine)) return bare.slice(0, bare.length - feminine.length) + masculine;
  return bare;
}

/** The places within a range of the text where somebody or something is named. */
export function appearancesIn(cast: Cast, start: number, end: number): Appearance[] {
  const { appearances } = cast;
  let low = 0;
  let high = appearances.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((appearances[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Appearance[] = [];
  for (let k = low; k < appearances.length && (appearances[k]?.start ?? 0) < end; k++) found.push(appearances[k] as Appearance);
  return found;
}
