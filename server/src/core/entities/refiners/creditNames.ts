import type { Block, EntityType } from '../../analysis';
import { type Span, textSpan } from '../../span';
import type { Mention } from '../mention';
import type { LayoutRule } from './layoutNames';

/** How certain a name is that the layout gives. */
const BY_LAYOUT = 0.95;
/** What stands before the colon says that a credit follows: Image, Photo, Crédit. */
const LABEL = /^[^:/]*:\s*/u;
const EDGES = /^[\s©/:.,()-]+|[\s©/:.,()-]+$/gu;

/** A picture's credit names the agency before the slash and the photographer after it. */
export const creditNames: LayoutRule = {
  id: 'credit-names',
  find({ document: { text, structure, paragraphs } }) {
    const mentions: Mention[] = [];
    const places = new Map(paragraphs.map(({ start }, index) => [start, index]));
    for (const block of structure) {
      const paragraph = block.role === 'caption' ? places.get(block.start) : undefined;
      if (paragraph === undefined) continue;
      const agency = agencySpan(text, block);
      if (agency !== undefined) mentions.push(layoutMention(text, agency, 'ORG', paragraph));
      if (block.photographer !== undefined) mentions.push(layoutMention(text, block.photographer, 'PER', paragraph));
    }
    return mentions;
  },
};

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

/** A mention that the layout gives. */
export const layoutMention = (text: string, { start, end }: Span, type: EntityType, paragraph: number): Mention => ({
  type,
  confidence: BY_LAYOUT,
  paragraph,
  ...textSpan(text, start, end),
});
