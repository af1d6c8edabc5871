import { own } from '../../members';
import type { Phrase } from '../../syntax/nounPhrases';
import { tokenAt } from '../../syntax/paragraphWords';
import type { LooseQuotation } from '../attribute';
import type { QuoteWords } from '../candidate';
import { appearancesIn } from '../speakers/candidates';
import type { Discourse, Resolution } from '../speakers/discourse';
import { resolveBearer, resolveNamedPhrase, resolvePlural } from '../speakers/resolve';
import { describedAt, voicesOf } from './descriptions';
import { agrees, identify, type Person, resolutionOf, rootOf } from './person';
import { castOf } from './persons';
import { type Presence, presencesOf, WEIGHT } from './salience';
import { isVocative, speechOf } from './speech';

/** A quotation as the dialogue remembers it. */
interface Turn {
  readonly paragraph: number;
  readonly end: number;
  readonly person?: Person;
  readonly addressed: readonly Person[];
}

/** Who says what in a narrative; asked for its quotations in text order. */
export interface Stage {
  speakerOf(found: LooseQuotation): Resolution | undefined;
}

// How many characters of text it takes until a presence has faded to a third.
const FADES_IN = 300;
// How much of a presence a new mention adds to.
const KEPT = 0.2;
// A gap of narration between two turns that is shorter says nothing of who speaks.
const SHORT_GAP = 12;

/** Reads the narration of a document: who is mentioned where. Linear in the text. */
export function trackNarrativeSpeakers(discourse: Discourse, found: readonly LooseQuotation[]): Stage {
  const { pack } = discourse;
  const speech = speechOf(found);
  const cast = castOf(discourse, speech, voicesOf(discourse, found));
  const presences = presencesOf(discourse, speech, cast);
  const told = new Map<number, Person>();
  let next = 0;
  let turns: Turn[] = [];
  // who is who is told somewhere; it holds for the whole text
  for (const item of found) {
    if (item.kind === 'scare' || item.kind === 'title') continue;
    speakerOf(item);
    introduce(item);
  }
  advance(Number.POSITIVE_INFINITY);
  cast.leave();
  told.clear();
  next = 0;
  turns = [];

  return { speakerOf };

  /** "Je m'appelle Ombeline": whoever says so. */
  function introduce(item: LooseQuotation): void {
    const speaker = turns.at(-1)?.person;
    if (speaker === undefined || speaker.character !== undefined) return;
    const { words } = discourse.scans[item.paragraph] as { words: QuoteWords };
    const base = discourse.paragraphs[item.paragraph]?.start ?? 0;
    for (const [from, to] of item.spans) {
      for (const appearance of appearancesIn(discourse.cast, from, to)) {
        if (appearance.paragraph !== item.paragraph || !cast.isPerson(appearance.character)) continue;
        let k = tokenAt(words, appearance.start - base) - 1;
        if (pack.honorifics.has(words.at(k))) k--;
        if (pack.narrative.ownNaming.has(words.at(k)) && pack.narrative.ownNamingBefore.has(words.at(k - 1)))
          identify(speaker, cast.named(appearance.character, appearance.character.name));
      }
    }
  }

  function speakerOf(item: LooseQuotation): Resolution | undefined {
    const start = item.spans[0]?.[0] ?? 0;
    advance(start);
    const addressed = addressedIn(item);
    const person = who(item, start, addressed);
    const plural =
      person === undefined && item.speaker ? resolvePlural(discourse, item.speaker.paragraph, item.speaker.phrase) : undefined;
    turns.push({ paragraph: item.paragraph, end: item.spans.at(-1)?.[1] ?? start, addressed, ...(person && { person }) });
    if (turns.length > 8) turns.shift();
    const end = item.spans.at(-1)?.[1] ?? start;
    if (person !== undefined) appear(person, Math.max(end, start), WEIGHT.speaker);
    for (const each of addressed) appear(each, end, WEIGHT.addressed);
    return person === undefined ? plural : resolutionOf(person);
  }

  /** Lets the narration up to an offset go by. */
  function advance(to: number): void {
    for (; next < presences.length && (presences[next] as Presence).at < to; next++) {
      const { at, person, gender, weight, name } = presences[next] as Presence;
      const found = person ?? mostPresent(at, gender, NOBODY);
      if (found === undefined) continue;
      if (name !== undefined) identify(found, name);
      const meant = rootOf(found);
      if (found.alike !== undefined) found.alike.last = found;
      if (person === undefined) told.set(at, meant);
      appear(meant, at, weight);
    }
  }

  function who(item: LooseQuotation, start: number, addressed: readonly Person[]): Person | undefined {
    const { speaker } = item;
    const before = turns.at(-1);
    const adjacent = before !== undefined && item.paragraph - before.paragraph <= 1 && !isTold(before.end, start, item.paragraph);
    const inTurn = adjacent && before.paragraph !== item.paragraph;
    const others = new Set<Person>(addressed);
    if (speaker === undefined) {
      if (!adjacent) return mostPresent(start, undefined, others);
      return inTurn ? otherThan(before, start, others) : (before.person ?? mostPresent(start, undefined, others));
    }
    const { paragraph, phrase } = speaker;
    const { words } = discourse.scans[paragraph] as { words: QuoteWords };
    const base = discourse.paragraphs[paragraph]?.start ?? 0;
    const at = base + (words.tokens[phrase.start]?.start ?? 0);
    if (phrase.kind !== 'pronoun') {
      const meant = personOf(words, phrase, paragraph, item.cue !== undefined);
      if (meant !== undefined || item.cue !== undefined) return meant;
      return inTurn ? otherThan(before, start, others) : mostPresent(start, undefined, others);
    }
    const known = told.get(at);
    if (known !== undefined) return known;
    const form = words.at(phrase.start);
    const sense = own(pack.pronouns, form);
    if (sense === undefined || sense.number === 'pl') return undefined;
    if (sense.speaker) {
      if (!pack.firstPerson.has(form) || cast.narrator === undefined) return undefined;
      // "Je la regardai. — Voyons !": the narrator acts, and somebody else speaks
      if (item.cue !== undefined || isIntroduced(start)) return cast.narrator;
      others.add(cast.narrator);
      return mostPresent(start, undefined, others);
    }
    const gender = sense.gender ?? (pack.narrative.defaultMasculine.has(form) ? 'm' : undefined);
    const goesOn = pack.narrative.goesOn.has(words.verb(tokenAt(words, (item.cue?.start ?? 0) - base))?.lemma ?? '');
    if (inTurn && before.person !== undefined && !goesOn) {
      const two = turns.at(-2);
      const other = two !== undefined && before.paragraph - two.paragraph <= 1 ? two.person : undefined;
      if (
        other !== undefined &&
        other !== before.person &&
        other !== cast.narrator &&
        agrees(other, gender) &&
        !others.has(other)
      )
        return other;
      others.add(before.person);
      const found = mostPresent(start, gender, others);
      if (found !== undefined) return found;
      others.delete(before.person);
    }
    return mostPresent(start, gender, others);
  }

  /** Whether a colon leads to a quotation. */
  function isIntroduced(start: number): boolean {
    return /:[\s«»"“”–—―-]*$/u.test(discourse.text.slice(Math.max(0, start - 12), start));
  }

  /** In a dialogue: who spoke before the last one, whom the last one addressed, or who else is on stage. */
  function otherThan(before: Turn, at: number, others: Set<Person>): Person | undefined {
    const two = turns.at(-2);
    const earlier = two !== undefined && before.paragraph - two.paragraph <= 1 ? two.person : undefined;
    if (before.person === undefined) return earlier !== undefined && !others.has(earlier) ? earlier : undefined;
    if (earlier !== undefined && earlier !== before.person && !others.has(earlier)) return earlier;
    const called = before.addressed.find((person) => person !== before.person && !others.has(person));
    if (called !== undefined) return called;
    if (cast.narrator !== undefined && before.person !== cast.narrator && cast.narratorTalks) {
      const recent = turns.slice(-6).some((turn) => turn.person === cast.narrator);
      if (recent) return cast.narrator;
    }
    others.add(before.person);
    return mostPresent(at, undefined, others);
  }

  function mostPresent(at: number, gender: 'm' | 'f' | undefined, others: ReadonlySet<Person>): Person | undefined {
    let best: Person | undefined;
    let most = 0;
    for (const person of cast.active) {
      if (others.has(person) || (gender !== undefined && person === cast.narrator) || !agrees(person, gender)) continue;
      const sure = gender === undefined || person.gender !== undefined ? 1 : 0.5;
      const present = sure * person.salience * Math.exp((person.at - at) / FADES_IN);
      if (present > most) {
        most = present;
        best = person;
      }
    }
    return best;
  }

  function appear(person: Person, at: number, weight: number): void {
    if (person.ghost) return;
    if (person.salience === 0) cast.active.push(person);
    person.salience = Math.max(KEPT * person.salience * Math.exp(Math.min(0, person.at - at) / FADES_IN), FAINT) + weight;
    person.at = Math.max(person.at, at);
    if (cast.active.length > MOST_ACTIVE) retire(at);
  }

  /** Those who have long not been mentioned leave the stage, so that a long novel is read in linear time. */
  function retire(at: number): void {
    const present = (person: Person): number => person.salience * Math.exp((person.at - at) / FADES_IN);
    cast.active.sort((a, b) => present(b) - present(a));
    for (const person of cast.active.splice(MOST_ACTIVE / 2)) person.salience = 0;
  }

  function personOf(words: QuoteWords, phrase: Phrase, paragraph: number, cued: boolean): Person | undefined {
    const named = resolveNamedPhrase(discourse, paragraph, phrase);
    if (named !== undefined) {
      if (named.character !== undefined) return cast.named(named.character, named.name);
      return cast.called(named.name, named.name, named.gender);
    }
    const description = describedAt(words, phrase.start, phrase.end, cued, cast.voices);
    if (description === undefined) return undefined;
    const bearer = description.mine ? undefined : resolveBearer(discourse, paragraph, phrase);
    if (bearer?.character?.type === 'PER') return cast.named(bearer.character, bearer.name);
    return cast.described(description);
  }

  function addressedIn(item: LooseQuotation): Person[] {
    const { paragraph } = item;
    const { words } = discourse.scans[paragraph] as { words: QuoteWords };
    const base = discourse.paragraphs[paragraph]?.start ?? 0;
    const list: Person[] = [];
    for (const [from, to] of item.spans) {
      for (const appearance of appearancesIn(discourse.cast, from, to)) {
        if (appearance.paragraph !== paragraph || !cast.isPerson(appearance.character)) continue;
        if (isVocative(words, appearance, base, from)) list.push(cast.named(appearance.character, appearance.character.name));
      }
    }
    return list;
  }

  /** Whether there is narration between two quotations, more than an incise leaves. */
  function isTold(from: number, to: number, paragraph: number): boolean {
    let told = 0;
    for (let p = paragraph - 1; p <= paragraph; p++) {
      const place = discourse.paragraphs[p];
      const tokens = discourse.scans[p]?.words.tokens;
      if (place === undefined || tokens === undefined || place.end < from) continue;
      const first = Math.max(from, place.start);
      const last = Math.min(to, place.end);
      if (last > first) told += last - first;
    }
    return told > SHORT_GAP * 4;
  }
}

const NOBODY: ReadonlySet<Person> = new Set();
const FAINT = 1e-9;
const MOST_ACTIVE = 64;
