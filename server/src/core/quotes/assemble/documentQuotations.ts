import { directSpeechOnly } from './directSpeechOnly';
import { joinParagraphs } from './joinParagraphs';
import { oncePerWords } from './oncePerWords';
import { paragraphQuotations } from './paragraphQuotations';
import { type AssemblyContext, lastEnd, type PlacedQuotation } from './quotation';
import { spansInOrder } from './spansInOrder';

/** One step of the assembly. What it does not keep is gone for the steps after it. */
type AssemblyStep = (found: readonly PlacedQuotation[], context: AssemblyContext) => readonly PlacedQuotation[];

const STEPS: readonly AssemblyStep[] = [
  joinParagraphs,
  directSpeechOnly,
  // joined paragraphs and what marks add to a clause give spans in any order
  spansInOrder,
  // equal words show only in ordered spans
  oncePerWords,
  inTextOrder,
];

/** All quotations of the document: the paragraphs' own, and those that only their neighbours explain. In text order. */
export function documentQuotations(context: AssemblyContext): readonly PlacedQuotation[] {
  return STEPS.reduce<readonly PlacedQuotation[]>((found, step) => step(found, context), paragraphQuotations(context));
}

/** By where they begin, the longer first where two begin together. */
function inTextOrder(found: readonly PlacedQuotation[]): readonly PlacedQuotation[] {
  const start = ({ spans }: PlacedQuotation): number => spans[0]?.[0] ?? 0;
  const order = (a: PlacedQuotation, b: PlacedQuotation): number => start(a) - start(b) || lastEnd(b) - lastEnd(a);
  const isOrdered = found.every((item, i) => i === 0 || order(found[i - 1] as PlacedQuotation, item) <= 0);
  return isOrdered ? found : [...found].sort(order);
}
