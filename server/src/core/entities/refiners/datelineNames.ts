import type { PlacedParagraph } from '../../document';
import type { ParagraphName } from '../mention';
import { layoutName } from './creditNames';
import type { LayoutRule } from './layoutNames';

/** ARDEN (AFP) –, ARDEN, Norland (Reuters) -: the place that a dispatch begins with, its agency, the dash. Every part is bounded. */
const DISPATCH =
  /^(\p{Lu}[\p{Lu}'’-]+(?: [\p{Lu}'’-]{2,}){0,3})(?:, [^().\n—–_]{1,40})?\.? ?\((?:AFP|AP|Reuters|REUTERS|APA|dpa|ANSA|EFE|Belga|ATS|PA)\)[.,]? ?[-—–_:]/u;
/** ARDEN. _ …, ARDEN, Norland — …: the same without an agency, where any heading may stand. */
const DATELINE = /^(\p{Lu}[\p{Lu}'’-]+(?: [\p{Lu}'’-]{2,}){0,3})(?:, [^().\n—–_]{1,40})?(?: ?\. ?[-—–_]| [—–])/u;

/**
 * A dateline, in capitals at the beginning of a paragraph, names a place. Where no agency says that it is a dateline the
 * lists must know the place.
 */
export const datelineNames: LayoutRule = {
  id: 'dateline-names',
  findIn(paragraph, { document, isPlace }) {
    const { text } = (document.paragraphs[paragraph] as PlacedParagraph).view;
    if (isSmallAt(text, 1)) return NOTHING;
    const dispatched = DISPATCH.exec(text)?.[1];
    const place = dispatched ?? DATELINE.exec(text)?.[1];
    if (place === undefined || (dispatched === undefined && !isPlace(place))) return NOTHING;
    return [layoutName(text, { start: 0, end: place.length }, 'LOC')];
  },
};

const NOTHING: readonly ParagraphName[] = [];

/** Whether a letter from a to z stands there, or a blank. */
function isSmallAt(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return (unit >= 0x61 && unit <= 0x7a) || unit === 0x20;
}
