import { formatMessages } from '../../messages/formats';
import { error, type FormatProblem } from '../format';
import { elements, inDocumentOrder, readXml, type XmlElement } from '../xml/read';
import { declaredEntities, type XmlPiece, xmlPieces } from '../xml/source';
import { layOut, type TeiLayout } from './layout';

/**
 * What marks an element as put in by this program: `@resp` of those in the text, `@xml:id` of the `standOff` that they point
 * at. All else in a file is somebody else's and stays.
 */
export const OURS = 'corpus-annotator';

/** One TEI document of a file: the element itself, its text, and that text laid out. */
export interface TeiPart {
  readonly root: XmlElement;
  readonly text: XmlElement;
  readonly layout: TeiLayout;
}

/** A TEI file: its documents, or what is wrong with it. */
export interface TeiFile {
  readonly root: XmlElement | undefined;
  readonly parts: readonly TeiPart[];
  readonly pieces: readonly XmlPiece[];
  /** All elements of the file, in document order, as their start tags are among the pieces. */
  readonly elements: readonly XmlElement[];
  readonly problems: readonly FormatProblem[];
}

/** Reads a TEI file: one document, or a corpus of several. Never throws. */
export function readTeiFile(content: string): TeiFile {
  const reading = readXml(content);
  const nothing = { root: undefined, parts: [], pieces: [], elements: [] };
  if (!reading.root) return { ...nothing, problems: reading.problems };
  const all = inDocumentOrder(reading.root);
  const roots = all.filter((element) => element.local === 'TEI');
  if (roots.length === 0) return { ...nothing, problems: [error(reading.root.line, formatMessages.teiRoot)] };
  const pieces = xmlPieces(content, declaredEntities(content));
  const places = new Map<XmlElement, number>();
  let next = 0;
  const tags = pieces.flatMap((piece, i) => (piece.kind === 'open' ? [i] : []));
  for (const element of all) places.set(element, next++);
  const problems: FormatProblem[] = [];
  const parts = roots.flatMap((root): TeiPart[] => {
    const text = elements(root, 'text')[0];
    if (!text) {
      problems.push(error(root.line, formatMessages.teiNoText));
      return [];
    }
    const place = places.get(text) as number;
    return [{ root, text, layout: layOut(content, pieces, tags[place] as number, all.slice(place)) }];
  });
  return { root: reading.root, parts, pieces, elements: all, problems };
}
