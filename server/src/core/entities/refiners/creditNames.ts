import type { EntityType } from '../../analysis';
import type { PlacedParagraph } from '../../document';
import { type Span, textSpan } from '../../span';
import type { ParagraphName } from '../mention';
import type { LayoutRule } from './layoutNames';

/** How certain a name is that the layout gives. */
const BY_LAYOUT = 0.95;
/** What stands before the colon says that a credit follows: Image, Photo, Crédit. */
const LABEL = /^[^:/]*:\s*/u;
const EDGES = /^[\s©/:.,()-]+|[\s©/:.,()-]+$/gu;

/** A picture's credit names the agency before the slash and the photographer after it. */
export const creditNames: LayoutRule = {
  id: 'credit-names',
  findIn(paragraph, { document: { structure, paragraphs } }) {
    const { role, start, view } = paragraphs[paragraph] as PlacedParagraph;
    if (role !== 'caption') return [];
    // the header is the one block that is not a paragraph
    const block = structure[paragraph + structure.length - paragraphs.length];
    const inParagraph = (span: Span | undefined): Span | undefined =>
      span && { start: span.start - start, end: span.end - start };
    const agency = agencySpan(view.text, inParagraph(block?.credit));
    const photographer = inParagraph(block?.photographer);
    return [
      ...(agency ? [layoutName(view.text, agency, 'ORG')] : []),
      ...(photographer ? [layoutName(view.text, photographer, 'PER')] : []),
    ];
  },
};

/** The credit without © and slash; none where no slash parts it from a photographer, since it may be either then. */
function agencySpan(text: string, credit: Span | undefined): Span | undefined {
  if (credit === undefined) return undefined;
  const written = text.slice(credit.start, credit.end);
  if (!written.includes('/')) return undefined;
  const name = written.replace(LABEL, '').replace(EDGES, '');
  if (!/^\p{Lu}/u.test(name) || name.includes('/')) return undefined;
  const start = credit.start + written.indexOf(name);
  return { start, end: start + name.length };
}

/** A name that the layout gives. */
export const layoutName = (text: string, { start, end }: Span, type: EntityType): ParagraphName => ({
  type,
  confidence: BY_LAYOUT,
  ...textSpan(text, start, end),
});
