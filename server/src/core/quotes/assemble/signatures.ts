import { withApposition } from '../../syntax/appositions';
import { nounPhraseAt } from '../../syntax/nounPhrases';
import { withoutFinal } from '../../syntax/sentences';
import type { ParagraphScan } from '../detect';
import type { PlacedQuotation, SpeakerMention } from './quotation';

// A line of more tokens is not a signature.
const MAX_SIGNATURE_TOKENS = 30;

/** The name in a line "— Name, what he is" after a quotation that stands alone. */
export function signatureAfter(scans: readonly ParagraphScan[], paragraph: number): SpeakerMention | undefined {
  const scan = scans[paragraph + 1];
  const turn = scan?.turn;
  if (scan === undefined || turn === undefined || !turn.nominal) return undefined;
  const { words } = scan;
  const end = words.tokens.length;
  if (end > MAX_SIGNATURE_TOKENS) return undefined;
  const start = turn.parts[0]?.start ?? 1;
  const phrase = nounPhraseAt(words, start, withoutFinal(words, start, end), 'right');
  if (phrase === undefined || phrase.kind !== 'name') return undefined;
  return { paragraph: paragraph + 1, phrase: withApposition(words, phrase, end, 'right') };
}

/** Whether a short line comes right after a quotation that stands alone, where no turn stands before: it signs that quotation. */
export function signsLastQuotation(
  scans: readonly ParagraphScan[],
  paragraph: number,
  last: PlacedQuotation | undefined,
): boolean {
  return last?.rule === 'uncued-speech' && last.paragraph === paragraph - 1 && scans[paragraph - 1]?.turn === undefined;
}
