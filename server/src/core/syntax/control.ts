import { CLASS } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import { isFiniteVerb, leftOf } from './finiteVerbs';
import { phraseEndingAt } from './nounPhraseSearch';
import { describes, isBareName, nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import { segmentStart } from './segments';
import { looseSubject, subjectBefore } from './subjects';
import type { VerbGroup } from './verbGroups';

/**
 * Who the subject of a cue is, within its sentence: the inverted pronoun, the phrase before the verb, the antecedent
 * of a relative, the main clause's subject for a participle or infinitive.
 * @param floor - first token of the sentence (or of the quoted span that the cue stands in)
 */
export function subjectOf(words: ParagraphWords, group: VerbGroup, floor: number, ceiling: number): Phrase | undefined {
  if (group.inverted >= 0) return { start: group.inverted, end: group.inverted + 1, kind: 'pronoun' };
  if (group.mood !== 'gerund' && group.mood !== 'infinitive') return subjectBefore(words, group.left, floor);
  const left = group.left - 1;
  const before = words.lists.beforeGerund.has(words.at(left)) ? left - 1 : left;
  return firstAnswer(CONTROLLERS, { words, group, floor, ceiling, before }, left) ?? undefined;
}

/** A gerund or an infinitive, which has no subject of its own, in its sentence. */
interface ControlSite {
  readonly words: ParagraphWords;
  readonly group: VerbGroup;
  /** First token of the sentence; its end, exclusive. */
  readonly floor: number;
  readonly ceiling: number;
  /** The token before the verb and before what belongs to it: en, tout, by. */
  readonly before: number;
}

/** Null where the verb is nobody's: no other way is tried then. */
type Controller = Strategy<ControlSite, Phrase | null>;

/** A gerund with nothing before it that belongs to it. */
const isPlainGerund = ({ group, before }: ControlSite): boolean => group.mood === 'gerund' && before + 1 === group.left;

/** Whether a token stands at the group's level of quotation marks. */
const isLevel = ({ words, group }: ControlSite, i: number): boolean => words.marks.inside[i] === words.marks.inside[group.head];

/** "permettez-moi de dire que", "permettez-moi enfin de dire que": who is tied to the imperative. */
const askedPerson: Controller = {
  id: 'controller/asked-person',
  find({ words, group }, left) {
    if (group.mood !== 'infinitive' || !words.is(left, CLASS.of)) return undefined;
    const asked = words.isAdverb(left - 1) ? left - 2 : left - 1;
    const tied = words.lists.askedFor.has(words.at(asked)) && /^[-‑]$/.test(words.at(asked - 1));
    return tied ? { start: asked, end: asked + 1, kind: 'pronoun' } : undefined;
  },
};

/** "Et le maire d'ajouter que …": the infinitive of narration, its subject between the conjunction and de. */
const narratedInfinitive: Controller = {
  id: 'controller/narrated-infinitive',
  find({ words, group, floor }, left) {
    if (group.mood !== 'infinitive' || !words.is(left, CLASS.of) || words.is(left, CLASS.determiner)) return undefined;
    for (let i = left - 1; i >= floor && i >= left - NARRATED_REACH; i--) {
      if (!words.lists.and.has(words.at(i)) || !(i === floor || /^[,»”"]$/.test(words.at(i - 1)))) continue;
      const phrase = nounPhraseAt(words, i + 1, left, 'left');
      return phrase?.end === left ? phrase : undefined;
    }
    return undefined;
  },
};

// Its subject is that long at most.
const NARRATED_REACH = 12;

/** "a entendu le maire affirmer que": the object of the verb before it. */
const objectOfVerb: Controller = {
  id: 'controller/object-of-verb',
  find({ words, group, floor, before }) {
    if (group.mood !== 'infinitive' || !words.isWord(before) || words.is(before, CLASS.preposition | CLASS.of)) return undefined;
    const near = phraseBefore(words, before, floor);
    return near !== undefined && words.info[near.start - 1]?.verb !== undefined ? near : undefined;
  },
};

/** "un rapport affirmant que", "le maire reconnaissant que": the phrase right before it. */
const adjacentPhrase: Controller = {
  id: 'controller/adjacent-phrase',
  find(site) {
    const { words, floor, before } = site;
    if (!isPlainGerund(site) || !words.isWord(before) || words.is(before, CLASS.preposition)) return undefined;
    const near = phraseBefore(words, before, floor);
    return near !== undefined && canAct(words, near) && isItsOwnClause(words, near, floor) ? near : undefined;
  },
};

const phraseBefore = (words: ParagraphWords, last: number, floor: number): Phrase | undefined =>
  phraseEndingAt(words, segmentStart(words, last, floor), last + 1, floor);

/** A person, a name or something with an article; "resigned Monday saying": not a time. */
const canAct = (words: ParagraphWords, { start, end, kind }: Phrase): boolean =>
  (words.isHuman(end - 1) || kind === 'name' || words.is(start, CLASS.determiner)) &&
  !(words.features.bareTimeAdverbs && words.is(end - 1, CLASS.time));

/** Before any verb, or "…, certains se demandant": a subject and a gerund between commas. */
const isItsOwnClause = (words: ParagraphWords, { start }: Phrase, floor: number): boolean =>
  (words.at(start - 1) === ',' && words.is(start, CLASS.indefinite)) || !mainVerbBefore(words, start, floor);

// "with" stands so close before the gerund.
const WITH_REACH = 7;

/** "…, with one villager writing that" */
const withClauseSubject: Controller = {
  id: 'controller/with-clause',
  find(site, left) {
    const { words, group, floor } = site;
    if (!words.features.absoluteGerunds || !isPlainGerund(site)) return undefined;
    for (let i = left - 1; i > floor && i >= left - WITH_REACH; i--) {
      if (!words.lists.withClause.has(words.at(i))) continue;
      const phrase = nounPhraseAt(words, i + 1, group.left, 'left');
      if (phrase?.end === group.left) return phrase;
    }
    return undefined;
  },
};

/** "because of reports stating that" */
const sourceNoun: Controller = {
  id: 'controller/source-noun',
  find(site, left) {
    const { words } = site;
    if (!words.features.absoluteGerunds || !isPlainGerund(site) || !words.is(left, CLASS.source)) return undefined;
    return { start: left, end: left + 1, kind: 'description' };
  },
};

/** "asked the council for what it needs, saying that": the main clause's subject. */
const mainClauseSubject: Controller = {
  id: 'controller/main-clause',
  find({ words, group, floor, before }) {
    if (!words.features.absoluteGerunds || group.mood !== 'gerund' || words.at(before) !== ',') return undefined;
    return looseSubject(words, mainClauseStart(words, floor, before), before, words.marks.inside[group.head] as number);
  },
};

/** Where the last main clause of a range begins: after ", and", or after the comma of "After the flood, …". */
function mainClauseStart(words: ParagraphWords, floor: number, end: number): number {
  for (let i = end - 2; i > floor; i--) if (words.at(i) === ',' && words.lists.nextClause.has(words.at(i + 1))) return i + 2;
  if (!words.is(floor, CLASS.subordinator | CLASS.preposition)) return floor;
  for (let i = floor; i < end; i++) if (words.at(i) === ',') return i + 1;
  return floor;
}

/** "X dément le blocage, qui dure, reconnaissant que …": the subject of a verb before it, of the main clause if it can be. */
const earlierVerbSubject: Controller = {
  id: 'controller/earlier-verb',
  find(site) {
    const { words, floor, before } = site;
    const paused = isPaused(site);
    let aside: Phrase | undefined;
    for (let i = before; i >= floor; i--) {
      if (!isLevel(site, i) || !isFiniteVerb(words, i)) continue;
      if (isImpersonal(site, i)) return null;
      const left = leftOf(words, i, floor);
      const subject = subjectBefore(words, left, floor);
      if (subject === undefined) continue;
      if (!paused || !isSubordinate(site, subject, left)) return subject;
      aside ??= subject;
    }
    return aside;
  },
};

/** "…, reconnaissant que", "tout en expliquant": a gerund apart from what stands before it. */
const isPaused = ({ words, group, before }: ControlSite): boolean =>
  group.mood === 'gerund' && (words.at(before) === ',' || words.lists.gerundMarker.has(words.at(group.left - 1)));

/** "il est utile de préciser que", "force est de constater que": nobody in particular. */
const isImpersonal = ({ words, group, before }: ControlSite, verb: number): boolean =>
  group.mood === 'infinitive' && words.is(before, CLASS.of) && words.is(verb, CLASS.being) && !words.is(verb, CLASS.auxiliary);

/** Whether a verb's subject is that of a clause within the main one, which a paused gerund does not belong to. */
function isSubordinate({ words, before }: ControlSite, subject: Phrase, left: number): boolean {
  // "considérant que le moment n'est pas bon, tout en expliquant"
  if (words.is(subject.start - 1, CLASS.that)) return true;
  const relative = words.at(before) === ',' && words.is(left - 1, CLASS.relative);
  return relative && !describes(words, subject) && !isBareName(words, subject);
}

/** "Reed resigned saying that": a past tense that looks like a participle. */
const looseSubjectBefore: Controller = {
  id: 'controller/loose-subject',
  find({ words, group, floor, before }) {
    if (!words.features.absoluteGerunds) return undefined;
    return looseSubject(words, floor, before, words.marks.inside[group.head] as number);
  },
};

/** "Reconnaissant que la digue fuit, le maire a démissionné", “Calling it “a shame,” Reed resigned”: a verb's after it. */
const laterVerbSubject: Controller = {
  id: 'controller/later-verb',
  find(site) {
    const { words, group, floor, ceiling } = site;
    for (let i = group.end; i < ceiling; i++) {
      if (!isLevel(site, i) || !isFiniteVerb(words, i)) continue;
      const subject = subjectBefore(words, leftOf(words, i, floor), group.end);
      if (subject !== undefined && followsComma(words, subject.start)) return subject;
    }
    return undefined;
  },
};

/** After a comma; English has it within the marks that close before the token. */
const followsComma = (words: ParagraphWords, i: number): boolean =>
  words.at(i - 1) === ',' || (words.features.commaInsideMarks && words.closes(i - 1) !== undefined);

/** Who does what a gerund or an infinitive says: whoever stands right before it, else a subject of the sentence's other verbs. */
export const CONTROLLERS: readonly Controller[] = [
  askedPerson,
  narratedInfinitive,
  objectOfVerb,
  adjacentPhrase,
  withClauseSubject,
  sourceNoun,
  mainClauseSubject,
  earlierVerbSubject,
  looseSubjectBefore,
  laterVerbSubject,
];

function mainVerbBefore(words: ParagraphWords, at: number, floor: number): boolean {
  for (let i = at - 1; i >= floor; i--) if (isFiniteVerb(words, i)) return true;
  return false;
}
