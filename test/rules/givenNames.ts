import type { EntityType } from '../../server/src/core/analysis';
import type { PlacedParagraph } from '../../server/src/core/document';
import { TYPES } from '../../server/src/core/entities/model/labels';
import { type MakePass, sentenceRefiner } from '../../server/src/core/entities/secondPass';
import type { PlacedName } from '../../server/src/core/entities/taggedParagraph';
import type { NameSpan, TaggedSentence } from '../../server/src/core/entities/tagger';
import type { Mark } from './page';

/** How sure the model is where an example does not say it. */
const SURE_OF_IT = 0.95;

/**
 * In place of a model's names those that an example gives: its rules run behind just these. Of the model itself what the lists
 * and the table of words say is left.
 * @throws Error where a name's words are none that names are looked for in
 */
export const givenPass =
  (given: readonly Mark[]): MakePass =>
  (_model, phrases, pack) => {
    const refine = sentenceRefiner(phrases, pack);
    return {
      namesIn({ sentences }, paragraph) {
        const all: PlacedName[] = [];
        const open = new Set(given.filter((mark) => paragraph.start <= mark.start && mark.end <= paragraph.end));
        for (const sentence of sentences) {
          const found: NameSpan[] = [];
          for (const mark of open) {
            const name = nameAt(mark, sentence, paragraph);
            if (name !== undefined && open.delete(mark)) found.push(name);
          }
          refine(all, found, sentence, paragraph.view.text);
        }
        for (const { start, end, label } of open)
          throw new Error(`no model finds ${label} from ${start} to ${end}: these are no words that names are looked for in`);
        return all;
      },
    };
  };

/** A given name as one of a sentence; undefined where it is none of its words. */
function nameAt(mark: Mark, { words }: TaggedSentence, paragraph: PlacedParagraph): NameSpan | undefined {
  const start = mark.start - paragraph.start;
  const end = mark.end - paragraph.start;
  const from = words.findIndex((word) => word.start === start);
  const to = words.findIndex((word) => word.end === end) + 1;
  if (from < 0 || to <= from) return undefined;
  return { start, end, ...readLabel(mark.label), from, to };
}

/** `PER`, or `PER 0.5`. */
function readLabel(label: string): { type: EntityType; confidence: number } {
  const [type = '', sure = String(SURE_OF_IT)] = label.split(' ');
  const known = TYPES.find((other) => other === type);
  if (known === undefined || !(Number(sure) > 0 && Number(sure) <= 1)) throw new Error(`no type and confidence: ${label}`);
  return { type: known, confidence: Number(sure) };
}
