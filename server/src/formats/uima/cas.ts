import { own } from '../../core/members';

/*
 * UIMA's CAS as far as both of its files, XMI and JSON, can say it: a text, feature structures with typed features, and
 * the types that are not UIMA's own.
 */

/** A part of a type's name, or a feature's name. */
export const UIMA_NAME = /^[A-Za-z_]\w*$/;

/** The value of a feature. References are ids of other structures. */
export type CasValue =
  | { readonly kind: 'primitive'; readonly value: string | number | boolean }
  | { readonly kind: 'reference'; readonly id: number }
  | { readonly kind: 'references'; readonly ids: readonly number[]; readonly array?: CasArray }
  | { readonly kind: 'strings'; readonly values: readonly string[]; readonly array?: CasArray };

/** In JSON an array is a structure of its own. */
export interface CasArray {
  readonly id: number;
  readonly type: string;
}

/** A feature structure; an annotation if it has `begin` and `end`. */
export interface CasStructure {
  readonly id: number;
  /** Full name with dots. */
  readonly type: string;
  readonly features: Readonly<Record<string, CasValue>>;
  /** Whether the view's index holds it. */
  readonly indexed: boolean;
  /** 1-based line in the file; 0 where it was made here. */
  readonly line: number;
}

/** A type of the type system. */
export interface CasType {
  readonly name: string;
  readonly supertype: string;
  readonly features: readonly CasFeature[];
}

/** A feature; arrays of structures have an element type. */
export interface CasFeature {
  readonly name: string;
  readonly range: string;
  readonly elementType?: string;
}

/** One document: one view on one text. */
export interface Cas {
  readonly text: string;
  readonly sofaId: number;
  readonly mimeType: string | undefined;
  readonly structures: readonly CasStructure[];
  readonly types: readonly CasType[];
  /** The `%TYPES` of a JSON file as they stood. */
  readonly rawTypes?: unknown;
}

/** A primitive value of a feature. */
export const primitive = (value: string | number | boolean): CasValue => ({ kind: 'primitive', value });

/** A primitive feature as text. */
export function textFeature(structure: CasStructure, name: string): string | undefined {
  const value = own(structure.features, name);
  return value?.kind === 'primitive' ? String(value.value) : undefined;
}

/** A primitive feature as a whole number. */
export function numberFeature(structure: CasStructure, name: string): number | undefined {
  const text = textFeature(structure, name);
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
