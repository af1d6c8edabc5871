import { CLASS } from '../lexicon/wordClasses';
import { isFiniteVerb } from './finiteVerbs';
import { phraseEndingAt } from './nounPhraseSearch';
import { isBareName, nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import { describes, leftOf, looseSubject, segmentStart, subjectBefore } from './subjects';
import type { VerbGroup } from './verbGroups';

/**
 * Who the subject of a cue is, within its sentence: the inverted pronoun, the phrase before the verb, the antecedent
 * of a relative, the main clause's subject for a participle or infinitive.
 * @param floor - first token of the sentence (or of the marked stretch that the cue stands in)
 */
export function subjectOf(words: ParagraphWords, group: VerbGroup, floor: number, ceiling: number): Phrase | undefined {
  if (group.inverted >= 0) return { start: group.inverted, end: group.inverted + 1, kind: 'pronoun' };
  if (group.mood === 'gerund' || group.mood === 'infinitive') return controller(words, group, floor, ceiling);
  return subjectBefore(words, group.left, floor);
}

/** Who does what a participle or an infinitive says: the phrase right before it, else the subject of the main verb. */
function controller(words: ParagraphWords, group: VerbGroup, floor: number, ceiling: number): Phrase | undefined {
  let k = group.left - 1;
  // "permettez-moi de dire que", "permettez-moi enfin de dire que"
  const asked = words.isAdverb(k - 1) ? k - 2 : k - 1;
  if (
    group.mood === 'infinitive' &&
    words.is(k, CLASS.of) &&
    words.lists.askedFor.has(words.at(asked)) &&
    /^[-‑]$/.test(words.at(asked - 1))
  )
    return { start: asked, end: asked + 1, kind: 'pronoun' };
  if (words.lists.beforeGerund.has(words.at(k))) k--;
  if (group.mood === 'infinitive' && words.isWord(k) && !words.is(k, CLASS.preposition) && !words.is(k, CLASS.of)) {
    const near = phraseEndingAt(words, segmentStart(words, k, floor), k + 1, floor);
    if (near !== undefined && words.info[near.start - 1]?.verb !== undefined) return near;
  }
  if (group.mood === 'gerund' && k + 1 === group.left && words.isWord(k) && !words.is(k, CLASS.preposition)) {
    const near = phraseEndingAt(words, segmentStart(words, k, floor), k + 1, floor);
    if (
      near !== undefined &&
      (words.isHuman(near.end - 1) || near.kind === 'name' || words.is(near.start, CLASS.determiner)) &&
      !(words.features.bareTimeAdverbs && words.is(near.end - 1, CLASS.time)) &&
      // "…, certains se demandant": a clause of its own
      ((words.at(near.start - 1) === ',' && words.is(near.start, CLASS.indefinite)) || !mainVerbBefore(words, near.start, floor))
    )
      return near;
  }
  // "…, with one villager writing that"
  if (words.features.absoluteGerunds && group.mood === 'gerund' && k + 1 === group.left)
    for (let i = k - 1; i > floor && i > k - 8; i--) {
      const phrase = words.lists.withClause.has(words.at(i)) ? nounPhraseAt(words, i + 1, group.left, 'left') : undefined;
      if (phrase?.end === group.left) return phrase;
    }
  // "because of reports stating that"
  if (words.features.absoluteGerunds && group.mood === 'gerund' && k + 1 === group.left && words.is(k, CLASS.source))
    return { start: k, end: k + 1, kind: 'description' };
  // "asked the council for what it needs, saying that": the main clause's subject
  if (words.features.absoluteGerunds && group.mood === 'gerund' && words.at(k) === ',') {
    const from = mainClause(words, floor, k);
    const main = looseSubject(words, from, k, words.marks.inside[group.head] as number);
    if (main !== undefined) return main;
  }
  let aside: Phrase | undefined;
  for (let i = k; i >= floor; i--) {
    if (words.marks.inside[i] !== words.marks.inside[group.head]) continue;
    if (!isFiniteVerb(words, i)) continue;
    // "il est utile de préciser que", "force est de constater que": nobody in particular
    if (group.mood === 'infinitive' && words.is(k, CLASS.of) && words.is(i, CLASS.being) && !words.is(i, CLASS.auxiliary))
      return undefined;
    const left = leftOf(words, i, floor);
    const subject = subjectBefore(words, left, floor);
    if (subject === undefined) continue;
    // "X dément le blocage, qui dure, reconnaissant que …": the main clause's subject, not the relative's
    const paused = group.mood === 'gerund' && (words.at(k) === ',' || words.lists.gerundMarker.has(words.at(group.left - 1)));
    // "considérant que le moment n'est pas bon, tout en expliquant": nor the clause's that a conjunction brings in
    const within = paused && words.is(subject.start - 1, CLASS.that);
    const apart = paused && words.at(k) === ',' && words.is(left - 1, CLASS.relative);
    if (!within && (!apart || describes(words, subject) || isBareName(words, subject))) return subject;
    aside ??= subject;
  }
  if (aside !== undefined) return aside;
  if (words.features.absoluteGerunds) {
    const main = looseSubject(words, floor, k, words.marks.inside[group.head] as number);
    if (main !== undefined) return main;
  }
  for (let i = group.end; i < ceiling; i++) {
    if (words.marks.inside[i] !== words.marks.inside[group.head] || !isFiniteVerb(words, i)) continue;
    const left = leftOf(words, i, floor);
    const subject = subjectBefore(words, left, group.end);
    if (subject === undefined) continue;
    // "Calling it “a shame,” Reed resigned": English has the comma within the marks
    const marked = words.features.commaInsideMarks && words.closes(subject.start - 1) !== undefined;
    if (words.at(subject.start - 1) === ',' || marked) return subject;
  }
  return undefined;
}

/** Where the last main clause of a range begins: behind ", and", or behind the comma of "After the flood, …". */
function mainClause(words: ParagraphWords, floor: number, end: number): number {
  for (let i = end - 2; i > floor; i--) if (words.at(i) === ',' && words.lists.nextClause.has(words.at(i + 1))) return i + 2;
  if (!words.is(floor, CLASS.subordinator | CLASS.preposition)) return floor;
  for (let i = floor; i < end; i++) if (words.at(i) === ',') return i + 1;
  return floor;
}

function mainVerbBefore(words: ParagraphWords, at: number, floor: number): boolean {
  for (let i = at - 1; i >= floor; i--) if (isFiniteVerb(words, i)) return true;
  return false;
}
