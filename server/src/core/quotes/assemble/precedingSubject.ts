import { CLASS } from '../../lexicon/wordClasses';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import { subjectBefore } from '../../syntax/subjects';
import type { ParagraphScan } from '../detect';
import { paragraphStart, startOf } from '../offsets';
import { type AssemblyContext, isSpeech, lastEnd, type PlacedQuotation, type SpeakerMention } from './quotation';

/** Who acts in the sentence that ends before a token, in the paragraph before where the token stands at a paragraph's head. */
export function precedingSubject(scans: readonly ParagraphScan[], paragraph: number, token: number): SpeakerMention | undefined {
  if (scans[paragraph] === undefined) return undefined;
  return token > 2 ? subjectInSentenceBefore(scans, paragraph, token) : subjectInParagraphBefore(scans, paragraph);
}

/** In a narrative, who acts in the paragraph's last sentence before a turn without a cue: "Elle riait. — Voyons !" */
export function subjectInParagraphBefore(scans: readonly ParagraphScan[], paragraph: number): SpeakerMention | undefined {
  const scan = scans[paragraph - 1];
  if (scan === undefined || scan.turn !== undefined) return undefined;
  return subjectInSentenceBefore(scans, paragraph - 1, scan.words.tokens.length);
}

/** Who acts in the sentence before a quotation without a cue, where nobody is quoted in that sentence. */
export function actorBefore(
  { document, scans }: AssemblyContext,
  paragraph: number,
  token: number,
  last: PlacedQuotation | undefined,
): SpeakerMention | undefined {
  const scan = scans[paragraph];
  const sentence = scan?.sentences.findLast((each) => each.end <= token);
  if (scan === undefined || sentence === undefined) return undefined;
  const from = paragraphStart(document.paragraphs, paragraph) + startOf(scan.words, sentence.start);
  const isQuoted = last?.paragraph === paragraph && isSpeech(last) && lastEnd(last) > from;
  return isQuoted ? undefined : subjectInSentenceBefore(scans, paragraph, token);
}

/** The subject of the last sentence that ends before a token. */
function subjectInSentenceBefore(scans: readonly ParagraphScan[], paragraph: number, token: number): SpeakerMention | undefined {
  const scan = scans[paragraph];
  const sentence = scan?.sentences.findLast((each) => each.end <= token);
  if (scan === undefined || sentence === undefined || scan.words.closes(sentence.end - 1) !== undefined) return undefined;
  const { words } = scan;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (words.marks.inside[i] !== -1 || !isFiniteVerb(words, i)) continue;
    let left = i;
    while (words.is(left - 1, CLASS.clitic)) left--;
    const phrase = subjectBefore(words, left, sentence.start);
    if (phrase !== undefined) return { paragraph, phrase };
  }
  return undefined;
}
