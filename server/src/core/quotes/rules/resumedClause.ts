import { CLASS, CUE } from '../../lexicon/wordClasses';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import { nounAfterPreposition } from './reportingAddressee';
import { type ClausePlace, clauseTail, openerAt, type ReportingClause } from './reportingClauseParts';

const SPEECH = CUE.introducesSpeech | CUE.reportsClause;

/** "comme nous l'avons dit", "comme le maire l'indique"; "comme il l'avait promis" quotes nobody. */
export function resumedClause({ words, cue, sentence }: ClausePlace): ReportingClause | undefined {
  if (!takesUpSpeech(cue)) return undefined;
  const pronoun = words.is(cue.left - 1, CLASS.subject);
  const speaker: Phrase | undefined = pronoun
    ? { start: cue.left - 1, end: cue.left, kind: 'pronoun' }
    : subjectAfterOpener(words, cue, sentence);
  if (speaker === undefined) return undefined;
  if (!words.pack.firstPerson.has(words.at(speaker.start)) && words.lists.pluperfect.has(words.at(cue.start))) return undefined;
  const start = openerStart(words, speaker.start - 1, sentence);
  return start < 0 ? undefined : { cue, speaker, start, end: clauseTail(words, cue.end, sentence.end) };
}

const takesUpSpeech = ({ resumed, reflexive, inverted, senses }: VerbGroup): boolean =>
  resumed && !reflexive && inverted < 0 && (senses & SPEECH) !== 0 && (senses & (CUE.isThought | CUE.requests)) === 0;

/** Where an opener that ends at a token begins, its comma included, at the sentence's head or after a comma; or -1. */
function openerStart(words: QuoteWords, at: number, sentence: Range): number {
  const opener = openerAt(words, at);
  if (opener < 0) return -1;
  if (words.at(opener - 1) === ',') return opener - 1;
  return opener > sentence.start ? -1 : opener;
}

const LONGEST_SUBJECT = 12;

/** "comme le maire l'a annoncé": the noun phrase between the opener and the verb. */
function subjectAfterOpener(words: QuoteWords, group: VerbGroup, sentence: Range): Phrase | undefined {
  for (let i = group.left - 2; i >= Math.max(sentence.start, group.left - LONGEST_SUBJECT); i--) {
    if (openerAt(words, i) < 0) continue;
    const subject = nounPhraseAt(words, i + 1, group.left, 'left');
    return subject?.end === group.left && subject.kind !== 'pronoun' ? subject : undefined;
  }
  return undefined;
}

const OPENER_REACH = 12;

/** "As Reed told reporters, the dam is safe": the clause that "as" takes up follows the comma. */
export function reportedClauseAfterAs({ words, cue, sentence }: ClausePlace): ReportingClause | undefined {
  if (words.pack.inversion || (cue.senses & SPEECH) === 0 || cue.inverted >= 0) return undefined;
  const opener = openerBefore(words, cue, sentence);
  const start = openerAt(words, opener) === opener ? openerStart(words, opener, sentence) : -1;
  if (start < 0) return undefined;
  const speaker = nounPhraseAt(words, opener + 1, cue.left, 'left');
  if (speaker?.end !== cue.left) return undefined;
  const end = overAdjuncts(words, afterAddressee(words, cue, sentence.end), sentence.end);
  return words.at(end) === ',' && words.opens(end + 1) === undefined ? { cue, speaker, start, end } : undefined;
}

/** The opener before a cue, or where the search for it ends. */
function openerBefore(words: QuoteWords, cue: VerbGroup, sentence: Range): number {
  let opener = cue.left - 1;
  while (opener > sentence.start && opener > cue.left - OPENER_REACH && words.at(opener) !== ',' && openerAt(words, opener) < 0)
    opener--;
  return opener;
}

/** After a cue and whom it addresses: "told reporters". */
export function afterAddressee(words: QuoteWords, cue: VerbGroup, limit: number): number {
  const end = afterGroup(cue);
  return (cue.senses & CUE.takesAddressee) === 0 ? end : (nounPhraseAt(words, end, limit, 'right')?.end ?? end);
}

/** Over "in a statement", "on Monday" up to a comma; where anything else stands, that. */
export function overAdjuncts(words: QuoteWords, from: number, limit: number): number {
  let end = from;
  while (end < limit && words.at(end) !== ',') {
    const noun = nounAfterPreposition(words, end);
    const next = noun < 0 ? undefined : nounPhraseAt(words, noun, limit, 'right');
    if (next !== undefined) end = next.end;
    else if (words.isAdverb(end) || words.is(end, CLASS.time)) end++;
    else return end;
  }
  return end;
}
