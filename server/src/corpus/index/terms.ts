import { plain } from '../query/folding';
import type { Attribute } from '../query/query';
import { attributeValuesOf, layerValues, propertyValues } from '../query/values';
import type { SearchDocument } from '../searchDocument';

/** What an article can be found by: a form of a token, or a value of an annotation. */
export interface Term {
  readonly kind: Attribute;
  readonly form: string;
}

/** All that an article can be found by, each once. */
export function termsOf(document: SearchDocument): readonly Term[] {
  const forms: Readonly<Record<Attribute, ReadonlySet<string>>> = {
    word: new Set(document.forms),
    entity: new Set(document.mentions.flatMap(({ names }) => names)),
    type: new Set(document.mentions.map(({ type }) => type)),
    speaker: new Set(document.quotations.flatMap(({ speakers }) => speakers)),
    quote: new Set(document.quotations.map(({ kind }) => kind)),
    date: new Set(document.dates.map(({ value }) => value)),
    layer: new Set(document.decided.flatMap(layerValues)),
    attribute: new Set(document.decided.flatMap(attributeValuesOf)),
    property: new Set(document.mentions.flatMap(propertyValues)),
    // every article has undecided tokens
    decided: new Set(),
  };
  return KINDS.flatMap((kind) => [...forms[kind]].map((form) => ({ kind, form })));
}

/** In the order of the numbers that a store writes for them. */
export const KINDS: readonly Attribute[] = [
  'word',
  'entity',
  'type',
  'speaker',
  'quote',
  'date',
  'layer',
  'attribute',
  'property',
];

/**
 * A form as coarsely as any question compares forms: what a question takes for equal is equal in this, so that what may fit
 * is found by it. Capitals of small letters make one of what a regular expression that ignores case takes for one (s and ſ,
 * σ and ς).
 */
export const coarse = (form: string): string => plain(form, true, true).toUpperCase();
