import type { Decided, Mention, SearchDocument } from '../searchDocument';

/** What an annotation of people is found by as `layer`: `theme`, `theme=energy`; nothing where it is a rejection. */
export const layerValues = ({ layer, type, status }: Decided): readonly string[] =>
  status === 'rejected' ? [] : [layer, `${layer}=${type}`];

/** What it is found by as `attribute`: `tone`, `tone=negative`. */
export const attributeValuesOf = ({ attributes, status }: Decided): readonly string[] =>
  status === 'rejected' ? [] : attributes.flatMap(([name, value]) => [name, `${name}=${value}`]);

/** What a mention is found by as `property`: `party`, `party=Greens`. */
export const propertyValues = ({ properties = {} }: Mention): readonly string[] =>
  Object.entries(properties).flatMap(([name, value]) => [name, `${name}=${value}`]);

/**
 * Whether tokens are decided on: a person has confirmed or rejected an annotation that they lie in. A word in a speech is
 * not the speech: a quotation is decided on where all of it is meant.
 */
export function isDecided(
  { decided }: SearchDocument,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  return decided.some((each) => {
    if (each.status !== 'confirmed' && each.status !== 'rejected') return false;
    if (each.layer === 'quote') return each.first === first && each.last === last;
    return each.first <= first && each.last >= last;
  });
}
