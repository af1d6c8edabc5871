import type { Block, EntityType } from '../../analysis';
import type { DocumentView } from '../../document';
import type { Span } from '../../span';
import type { Mention } from './mention';

const SURE = 0.95;
/** What stands before the colon says that a credit follows: Image, Photo, Crédit. */
const LABEL = /^[^:/]*:\s*/u;
const EDGES = /^[\s©/:.,()-]+|[\s©/:.,()-]+$/gu;

/** What a picture's credit names: the agency before the slash, the photographer behind it. */
export function creditMentions(document: DocumentView): Mention[] {
  const mentions: Mention[] = [];
  const places = new Map(document.paragraphs.map(({ start }, index) => [start, index]));
  for (const block of document.structure) {
    if (block.role !== 'caption') continue;
    const paragraph = places.get(block.start);
    if (paragraph === undefined) continue;
    const agency = agencySpan(document.text, block);
    if (agency !== undefined) mentions.push(mention(document.text, agency, 'ORG', paragraph));
    if (block.photographer !== undefined) mentions.push(mention(document.text, block.photographer, 'PER', paragraph));
  }
  return mentions;
}

/** ARDEN (AFP) –, ARDEN, Norland (Reuters) -: the place that a dispatch begins with, its agency, the dash. Every part is bounded. */
const DISPATCH =
  /^(\p{Lu}[\p{Lu}'’-]+(?: [\p{Lu}'’-]{2,}){0,3})(?:, [^().\n—–_]{1,40})?\.? ?\((?:AFP|AP|Reuters|REUTERS|APA|dpa|ANSA|EFE|Belga|ATS|PA)\)[.,]? ?[-—–_:]/u;
/** ARDEN. _ …, ARDEN, Norland — …: the same without an agency, where any heading may stand. */
const DATELINE = /^(\p{Lu}[\p{Lu}'’-]+(?: [\p{Lu}'’-]{2,}){0,3})(?:, [^().\n—–_]{1,40})?(?: ?\. ?[-—–_]| [—–])/u;

/** Whether a letter from a to z stands there, or a blank. */
function isSmallAt(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return (unit >= 0x61 && unit <= 0x7a) || unit === 0x20;
}

/**
 * Places of datelines, in capitals at the beginning of a paragraph.
 *
 * @param isPlace - whether a name is a place's; asked where no agency says that this is a dateline
 */
export function datelineMentions(document: DocumentView, isPlace: (name: string) => boolean): Mention[] {
  const mentions: Mention[] = [];
  document.paragraphs.forEach(({ start, view }, index) => {
    if (isSmallAt(view.text, 1)) return;
    const dispatched = DISPATCH.exec(view.text)?.[1];
    const place = dispatched ?? DATELINE.exec(view.text)?.[1];
    if (place === undefined || (dispatched === undefined && !isPlace(place))) return;
    mentions.push(mention(document.text, { start, end: start + place.length }, 'LOC', index));
  });
  return mentions;
}

function mention(text: string, { start, end }: Span, type: EntityType, paragraph: number): Mention {
  return { start, end, text: text.slice(start, end), type, confidence: SURE, paragraph };
}

/** The credit without © and slash; none where no slash parts it from a photographer, since it may be either then. */
function agencySpan(text: string, { credit }: Block): Span | undefined {
  if (credit === undefined) return undefined;
  const written = text.slice(credit.start, credit.end);
  if (!written.includes('/')) return undefined;
  const name = written.replace(LABEL, '').replace(EDGES, '');
  if (!/^\p{Lu}/u.test(name) || name.includes('/')) return undefined;
  const start = credit.start + written.indexOf(name);
  return { start, end: start + name.length };
}
