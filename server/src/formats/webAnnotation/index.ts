import type { FormatDescriptor } from '../format';
import { readWebAnnotations } from './read';
import { writeWebAnnotations } from './write';

/**
 * W3C Web Annotation (JSON-LD): every annotation with a TextPositionSelector in code points, as the Recommendation
 * demands, and a TextQuoteSelector with context, which finds the words again where the text has changed. What the
 * Recommendation has no word for stands in terms of an own namespace that the context declares.
 */
export const webAnnotation: FormatDescriptor = {
  id: 'web-annotation',
  title: 'W3C Web Annotation JSON-LD',
  extensions: ['jsonld', 'json'],
  unit: 'code points',
  perFile: 'many',
  needsText: false,
  variants: [],
  read: readWebAnnotations,
  write: writeWebAnnotations,
};
