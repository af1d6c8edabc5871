import type { Entity, EntityMention, EntityType } from '../../analysis';
import type { PlacedParagraph } from '../../document';
import { CLASS } from '../../lexicon/wordClasses';
import { lowerBound, partitionPoint } from '../../span';
import { tokenAt } from '../../syntax/paragraphWords';
import type { QuoteWords } from '../candidate';
import type { ParagraphScan } from '../detect';
import type { QuotePack } from '../pack';
import type { RuleWords } from '../ruleWords';
import { agreementAt } from './agreement';
import { capitalNames } from './capitalNames';
import { describe } from './epithets';
import { officeOf, type Role, roleOf, stemOf } from './roles';

/** An entity's type, or what the words around a name outside the entity layer make likely. */
export type Guess = EntityType | 'unknown';

/** Somebody or something that can speak in the article. */
export interface CandidateSpeaker {
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

/** One place where a character is named; offsets in the document. */
export interface CandidateMention {
  readonly start: number;
  readonly end: number;
  readonly character: CandidateSpeaker;
  readonly paragraph: number;
  /** Inside quotation marks. */
  readonly quoted: boolean;
}

/** Who appears in an article, and where. */
export interface SpeakerCandidates {
  readonly characters: readonly CandidateSpeaker[];
  readonly appearances: readonly CandidateMention[];
  /** Who has a role with a word in it (its stem), in the order of their first appearance. */
  readonly byRole: (stem: string) => readonly CandidateSpeaker[];
  /** Organisations by the first word of their names (its stem): musée de la Mer. */
  readonly byNoun: (stem: string) => readonly CandidateSpeaker[];
}

/** Gathers the cast from the entity layer, and from capitals where that layer sees nothing. */
export function gatherCast(
  paragraphs: readonly PlacedParagraph[],
  scans: readonly ParagraphScan[],
  mentions: readonly EntityMention[],
  entities: readonly Entity[],
  pack: QuotePack,
): SpeakerCandidates {
  const byId = new Map<string, CandidateSpeaker>();
  for (const entity of entities) {
    const character: CandidateSpeaker = {
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
  const appearances: CandidateMention[] = [];
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
  const votes = new Map<CandidateSpeaker, number>();
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
function whenAsked(make: () => ReadonlyMap<string, readonly CandidateSpeaker[]>): (stem: string) => readonly CandidateSpeaker[] {
  let index: ReadonlyMap<string, readonly CandidateSpeaker[]> | undefined;
  return (stem) => {
    index ??= make();
    return index.get(stem) ?? NOBODY;
  };
}

const NOBODY: readonly CandidateSpeaker[] = [];

function indexNouns(characters: readonly CandidateSpeaker[], lists: RuleWords): Map<string, CandidateSpeaker[]> {
  const index = new Map<string, CandidateSpeaker[]>();
  for (const character of characters) {
    if (character.type !== 'ORG' || !character.name.includes(' ')) continue;
    const noun = stemOf(character.name.split(' ')[0] ?? '', lists);
    const known = index.get(noun);
    if (known === undefined) index.set(noun, [character]);
    else if (known.length < MOST_BEARERS) known.push(character);
  }
  return index;
}

function indexRoles(characters: readonly CandidateSpeaker[]): Map<string, CandidateSpeaker[]> {
  const index = new Map<string, CandidateSpeaker[]>();
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
export function bearersOf(cast: SpeakerCandidates, word: string, at: number): readonly CandidateSpeaker[] {
  const all = cast.byRole(word);
  if (all.length <= MOST_BEARERS) return all;
  const until = partitionPoint(all, ({ places }) => (places[0] ?? 0) <= at);
  const last = Math.min(all.length, Math.max(until, MOST_BEARERS));
  return all.slice(last - MOST_BEARERS, last);
}

/** A name that is an unknown place here and an organisation or a person there is one thing. */
function unite(entities: readonly Entity[], byId: Map<string, CandidateSpeaker>): void {
  const named = new Map<string, CandidateSpeaker>();
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
function spellOut(scans: readonly ParagraphScan[], known: readonly CandidateSpeaker[]): void {
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
function initialsBefore(words: QuoteWords, bracket: number, acronym: string): number {
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
  known: CandidateSpeaker[],
  appearances: CandidateMention[],
): void {
  const byForm = new Map<string, CandidateSpeaker>();
  const byLast = new Map<string, CandidateSpeaker>();
  const index = (character: CandidateSpeaker, form: string): void => {
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

/** The places within a range of the text where somebody or something is named. */
export function appearancesIn(cast: SpeakerCandidates, start: number, end: number): CandidateMention[] {
  const { appearances } = cast;
  return appearances.slice(lowerBound(appearances, start), lowerBound(appearances, end));
}
