import type { Span } from '../../core/span';
import type { Annotation } from '../annotationDocument';
import { fromLabel } from '../labels';
import { attribute, textContent, type XmlElement } from '../xml/read';
import { attributesOf, usualType } from './elements';

/*
 * Other people's `span` elements, which say from elsewhere what a stretch of the text is:
 *
 *   <spanGrp type="NER"><span from="#w1" to="#w3" type="PER">Anne Corbin</span></spanGrp>
 *   <span target="#w7 #w8" ana="#ORG"/>
 */

/** What a span says: the type by its own, its analysis, its group's type or its words, in this order; then its words are a note. */
export function saidBySpan(
  element: XmlElement,
  group: XmlElement | undefined,
): Pick<Annotation, 'layer' | 'type' | 'attributes' | 'note'> {
  const words = textContent(element).replace(/\s+/g, ' ').trim();
  const analysis = attribute(element, 'ana')?.trim().split(/\s+/)[0]?.split(/[#:]/).at(-1);
  const named = attribute(element, 'type') || analysis || (group && attribute(group, 'type'));
  const { from: _from, to: _to, ...attributes } = attributesOf(element);
  const isNoted = words !== '' && named !== undefined && named !== '';
  return { ...fromLabel(usualType(named || words || 'span')), attributes, ...(isNoted && { note: words }) };
}

/** The pointers of an element, by whichever attribute. */
export function pointersOf(element: XmlElement): readonly string[] {
  const said = ['target', 'from', 'to'].map((name) => attribute(element, name) ?? '').join(' ');
  return said.split(/\s+(?![^(]*\))/).filter((pointer) => pointer !== '');
}

/** Whether a pointer is to a whole element. */
export const isWhole = (pointer: string): boolean => /^#[^(]+$/.test(pointer);

/** Words that stand side by side as one stretch. */
export function joinedWords(spans: readonly Span[], text: string): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (last && /^[^\S\n]*$/.test(text.slice(last.end, start))) last.end = end;
    else result.push({ start, end });
  }
  return result;
}
