import type { Block } from '../../analysis';
import type { DocumentView } from '../../document';
import type { Span } from '../../span';
import type { Mention } from './mention';

const SURE = 0.95;
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

function mention(text: string, { start, end }: Span, type: 'ORG' | 'PER', paragraph: number): Mention {
  return { start, end, text: text.slice(start, end), type, confidence: SURE, paragraph };
}

/** The credit without © and slash; none where no slash parts it from a photographer, since it may be either then. */
function agencySpan(text: string, { credit }: Block): Span | undefined {
  if (credit === undefined) return undefined;
  const written = text.slice(credit.start, credit.end);
  if (!written.includes('/')) return undefined;
  const name = written.replace(EDGES, '');
  if (!/^\p{Lu}/u.test(name) || name.includes('/')) return undefined;
  const start = credit.start + written.indexOf(name);
  return { start, end: start + name.length };
}
