import { CUE } from '../../lexicon/wordClasses';
import { subjectOf } from '../../syntax/control';
import { nounPhraseAt } from '../../syntax/nounPhrases';
import type { Sentence } from '../../syntax/sentences';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { ParagraphScan } from '../detect';
import { introducer, placedWith } from '../rules/uncuedSpans';
import { type AssemblyContext, cueSpanOf, type SpeakerMention } from './quotation';

/** What a paragraph that ends in a colon says of the quotation in the next one. */
export interface Introduction {
  readonly cue?: { start: number; end: number };
  readonly speaker?: SpeakerMention;
}

/** The cue and the speaker that the paragraph before brings a quotation in with; undefined unless it ends in a colon. */
export function introductionOf(context: AssemblyContext, paragraph: number): Introduction | undefined {
  const before = paragraph - 1;
  const scan = context.scans[before];
  if (scan === undefined) return undefined;
  const { words } = scan;
  const colon = words.tokens.length - 1;
  const sentence = scan.sentences.at(-1);
  if (words.at(colon) !== ':' || sentence === undefined) return undefined;
  const cue = introducingCue(scan, sentence);
  const phrase =
    cue === undefined
      ? (placedWith(words, sentence, colon) ??
        introducer(words, sentence, colon) ??
        nounPhraseAt(words, sentence.start, colon, 'left'))
      : subjectOf(words, cue, sentence.start, sentence.end);
  return {
    ...(cue && { cue: cueSpanOf(context, before, { start: cue.start, end: cue.end }) }),
    ...(phrase && { speaker: { paragraph: before, phrase } }),
  };
}

/** The last verb of a sentence outside marks that can bring in speech with a colon. */
function introducingCue({ words, groups }: ParagraphScan, sentence: Sentence): VerbGroup | undefined {
  for (let k = groups.length - 1; k >= 0; k--) {
    const group = groups[k];
    if (group === undefined || group.head < sentence.start) return undefined;
    const canIntroduce = (group.senses & (CUE.introducesSpeech | CUE.reportsClause | CUE.colonNeedsMarks)) !== 0;
    if (canIntroduce && group.mood !== 'passive' && words.marks.inside[group.head] === -1) return group;
  }
  return undefined;
}
