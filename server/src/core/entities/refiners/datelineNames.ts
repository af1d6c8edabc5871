import type { Mention } from '../mention';
import { layoutMention } from './creditNames';
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
  find({ document: { text, paragraphs }, isPlace }) {
    const mentions: Mention[] = [];
    paragraphs.forEach(({ start, view }, index) => {
      if (isSmallAt(view.text, 1)) return;
      const dispatched = DISPATCH.exec(view.text)?.[1];
      const place = dispatched ?? DATELINE.exec(view.text)?.[1];
      if (place === undefined || (dispatched === undefined && !isPlace(place))) return;
      mentions.push(layoutMention(text, { start, end: start + place.length }, 'LOC', index));
    });
    return mentions;
  },
};

/** Whether a letter from a to z stands there, or a blank. */
function isSmallAt(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return (unit >= 0x61 && unit <= 0x7a) || unit === 0x20;
}
