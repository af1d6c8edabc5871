import { own } from '../../members';
import type { Phrase } from '../../syntax/nounPhrases';
import { tokenAt } from '../../syntax/paragraphWords';
import { isSpeech, lastEnd, type PlacedQuotation, type SpeakerMention } from '../assemble/quotation';
import type { QuoteWords } from '../candidate';
import { paragraphStart, startOf } from '../offsets';
import type { Discourse, Resolution, SpeakerOf } from '../speakers/discourse';
import { resolveBearer, resolveNamedPhrase, resolvePlural } from '../speakers/resolveMention';
import { resolveSelfQuotation } from '../speakers/selfQuotation';
import { addresseesOf } from './addressees';
import { Dialogue, type Turn } from './dialogue';
import { type NarrationMention, narrationMentions } from './narrationMentions';
import { narratorEvidence } from './narratorEvidence';
import { agrees, identify, identityOf, type Person, resolutionOf } from './person';
import { describedAt } from './personDescriptions';
import { Persons } from './persons';
import { SalientPersons, WEIGHT } from './salience';
import { selfIntroductions } from './selfIntroductions';
import { speakingNounsOf } from './speakingNouns';
import { speechOf } from './speech';

/**
 * Who says what in a narrative. The text is read twice: who is who may be said anywhere, and holds for the whole text.
 * Linear in the text.
 */
export function trackNarrativeSpeakers(discourse: Discourse, found: readonly PlacedQuotation[]): SpeakerOf {
  const tracker = new NarrativeTracker(discourse, found);
  tracker.identifyAll(found.filter(isSpeech));
  return (quotation, earlier) =>
    resolveSelfQuotation(discourse, quotation, earlier) ?? (isSpeech(quotation) ? tracker.speakerOf(quotation) : undefined);
}

/** A quotation whose speaker is looked for. */
interface Utterance {
  readonly quotation: PlacedQuotation;
  readonly start: number;
  /** The turn of the paragraph before that it may answer. */
  readonly answered: Turn | undefined;
  /** Earlier speech of its own paragraph that it may go on with. */
  readonly continued: Turn | undefined;
  /** Who does not say it: those whom it addresses, for a start. */
  readonly excluded: Set<Person>;
}

/** Follows a narrative from quotation to quotation: who is salient, who took which turn. */
class NarrativeTracker {
  private readonly discourse: Discourse;
  private readonly persons: Persons;
  private readonly salient: SalientPersons;
  private readonly dialogue: Dialogue;
  private readonly mentions: readonly NarrationMention[];
  /** The first of them that the reading has not come to. */
  private next = 0;
  /** Whom the pronouns of the narration mean, by their offsets. */
  private readonly antecedents = new Map<number, Person>();

  constructor(discourse: Discourse, found: readonly PlacedQuotation[]) {
    const speech = speechOf(found);
    this.discourse = discourse;
    this.persons = new Persons(narratorEvidence(discourse, speech), speakingNounsOf(discourse, found), discourse.pack.narrative);
    this.salient = new SalientPersons(this.persons.narrator);
    this.dialogue = new Dialogue(discourse);
    this.mentions = narrationMentions(discourse, speech, this.persons);
  }

  /** Reads the whole text for who is who, and goes back to its beginning. */
  identifyAll(found: readonly PlacedQuotation[]): void {
    for (const quotation of found) {
      this.speakerOf(quotation);
      const speaker = this.dialogue.last?.person;
      if (speaker === undefined || speaker.candidate !== undefined) continue;
      for (const name of selfIntroductions(this.discourse, this.persons, quotation)) identify(speaker, name);
    }
    this.advanceTo(Number.POSITIVE_INFINITY);
    this.salient.clear();
    this.persons.forgetMentions();
    this.dialogue.clear();
    this.antecedents.clear();
    this.next = 0;
  }

  /** Who says a quotation; asked for the quotations in text order. */
  speakerOf(quotation: PlacedQuotation): Resolution | undefined {
    const start = quotation.spans[0]?.[0] ?? 0;
    const end = lastEnd(quotation);
    this.advanceTo(start);
    const addressees = addresseesOf(this.discourse, this.persons, quotation);
    const person = this.personSpeaking(this.utterance(quotation, start, addressees));
    this.dialogue.add({ paragraph: quotation.paragraph, end, addressees, ...(person && { person }) });
    if (person !== undefined) this.salient.mention(person, Math.max(end, start), WEIGHT.speaker);
    for (const addressee of addressees) this.salient.mention(addressee, end, WEIGHT.addressed);
    if (person !== undefined) return resolutionOf(person);
    const { speaker } = quotation;
    return speaker && resolvePlural(this.discourse, speaker.paragraph, speaker.phrase);
  }

  /** Reads the narration up to an offset. */
  private advanceTo(offset: number): void {
    for (; this.next < this.mentions.length; this.next++) {
      const mention = this.mentions[this.next] as NarrationMention;
      if (mention.start >= offset) return;
      this.readMention(mention);
    }
  }

  private readMention({ start, person, gender, weight, identity }: NarrationMention): void {
    const meant = person ?? this.salient.mostSalient(start, gender, NOBODY);
    if (meant === undefined) return;
    if (identity !== undefined) identify(meant, identity);
    if (meant.namesakes !== undefined) meant.namesakes.last = meant;
    const known = identityOf(meant);
    if (person === undefined) this.antecedents.set(start, known);
    this.salient.mention(known, start, weight);
  }

  private utterance(quotation: PlacedQuotation, start: number, addressees: readonly Person[]): Utterance {
    const before = this.dialogue.turnBefore(quotation, start);
    const isSameParagraph = before?.paragraph === quotation.paragraph;
    return {
      quotation,
      start,
      answered: isSameParagraph ? undefined : before,
      continued: isSameParagraph ? before : undefined,
      excluded: new Set(addressees),
    };
  }

  private personSpeaking(utterance: Utterance): Person | undefined {
    const { speaker } = utterance.quotation;
    if (speaker === undefined) return this.personWithoutMention(utterance);
    if (speaker.phrase.kind === 'pronoun') return this.personOfPronoun(utterance, speaker);
    return this.personMentioned(utterance, speaker);
  }

  /** Whose turn it is, who goes on, or who is most salient. */
  private personWithoutMention({ start, answered, continued, excluded }: Utterance): Person | undefined {
    if (answered !== undefined) return this.answering(answered, start, excluded);
    return continued?.person ?? this.salient.mostSalient(start, undefined, excluded);
  }

  /** Whom a name or a description means; one without a verb of speech that means no person leaves it to the turns. */
  private personMentioned(utterance: Utterance, { paragraph, phrase }: SpeakerMention): Person | undefined {
    const { quotation, start, answered, excluded } = utterance;
    const meant = this.personOf(paragraph, phrase, quotation);
    if (meant !== undefined || quotation.cue !== undefined) return meant;
    if (answered !== undefined) return this.answering(answered, start, excluded);
    return this.salient.mostSalient(start, undefined, excluded);
  }

  private personOf(paragraph: number, phrase: Phrase, { cue }: PlacedQuotation): Person | undefined {
    const { discourse, persons } = this;
    const named = resolveNamedPhrase(discourse, paragraph, phrase);
    if (named?.candidate !== undefined) return persons.named(named.candidate, named.name);
    if (named !== undefined) return persons.called(named.name, named.gender);
    const { words } = discourse.scans[paragraph] as { words: QuoteWords };
    const signs = { speakingNouns: persons.speakingNouns, hasCue: cue !== undefined };
    const description = describedAt(words, phrase, signs);
    if (description === undefined) return undefined;
    const bearer = description.isFirstPersons ? undefined : resolveBearer(discourse, paragraph, phrase);
    if (bearer?.candidate?.type === 'PER') return persons.named(bearer.candidate, bearer.name);
    return persons.described(description);
  }

  private personOfPronoun(utterance: Utterance, { paragraph, phrase }: SpeakerMention): Person | undefined {
    const { pack, paragraphs, scans } = this.discourse;
    const { words } = scans[paragraph] as { words: QuoteWords };
    const base = paragraphStart(paragraphs, paragraph);
    const antecedent = this.antecedents.get(base + startOf(words, phrase.start));
    if (antecedent !== undefined) return antecedent;
    const form = words.at(phrase.start);
    const sense = own(pack.pronouns, form);
    if (sense === undefined || sense.number === 'pl') return undefined;
    if (sense.speaker) return pack.firstPerson.has(form) ? this.personOfFirstPerson(utterance) : undefined;
    const gender = sense.gender ?? (pack.narrative.masculineByDefault.has(form) ? 'm' : undefined);
    const { cue } = utterance.quotation;
    const verb = words.verb(tokenAt(words, (cue?.start ?? 0) - base));
    const goesOn = pack.narrative.continuing.has(verb?.lemma ?? '');
    const other = goesOn ? undefined : this.answeringOfGender(utterance, gender);
    return other ?? this.salient.mostSalient(utterance.start, gender, utterance.excluded);
  }

  /** The narrator, unless nothing brings the speech in: "Je la regardai. — Voyons !" has the narrator act and somebody else speak. */
  private personOfFirstPerson({ quotation, start, excluded }: Utterance): Person | undefined {
    const { narrator } = this.persons;
    if (narrator === undefined || quotation.cue !== undefined || followsColon(this.discourse.text, start)) return narrator;
    excluded.add(narrator);
    return this.salient.mostSalient(start, undefined, excluded);
  }

  /** Who answers the last turn among those whom a pronoun of a gender can mean: its speaker does not. */
  private answeringOfGender(utterance: Utterance, gender: 'm' | 'f' | undefined): Person | undefined {
    const { start, answered, excluded } = utterance;
    if (answered?.person === undefined) return undefined;
    const other = this.dialogue.personBeforeLast;
    const isOther = other !== undefined && other !== answered.person && other !== this.persons.narrator;
    if (isOther && agrees(other, gender) && !excluded.has(other)) return other;
    excluded.add(answered.person);
    const found = this.salient.mostSalient(start, gender, excluded);
    // without anybody else it may be the same speaker after all, even if addressed
    if (found === undefined) excluded.delete(answered.person);
    return found;
  }

  /** Who answers a turn: who spoke before it, whom it addresses, the narrator who takes part, or who else is most salient. */
  private answering(turn: Turn, start: number, excluded: Set<Person>): Person | undefined {
    const earlier = this.dialogue.personBeforeLast;
    const isFree = (person: Person | undefined): person is Person =>
      person !== undefined && person !== turn.person && !excluded.has(person);
    if (turn.person === undefined) return isFree(earlier) ? earlier : undefined;
    if (isFree(earlier)) return earlier;
    const addressee = turn.addressees.find(isFree);
    if (addressee !== undefined) return addressee;
    const { narrator, narratorSpeaks } = this.persons;
    const isNarrator = narrator !== undefined && narrator !== turn.person && narratorSpeaks;
    if (isNarrator && this.dialogue.hasSpokenRecently(narrator)) return narrator;
    excluded.add(turn.person);
    return this.salient.mostSalient(start, undefined, excluded);
  }
}

const NOBODY: ReadonlySet<Person> = new Set();

/** Whether a colon leads to a quotation. */
const followsColon = (text: string, start: number): boolean =>
  /:[\s«»"“”–—―-]*$/u.test(text.slice(Math.max(0, start - 12), start));
