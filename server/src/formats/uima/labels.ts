import { own } from '../../core/members';
import type { ArticleLabels } from '../articleLabels';
import { shortName } from '../webanno/schema';
import { type Cas, type CasStructure, textFeature } from './cas';
import { ARTICLE_LABEL, WHOLE_TEXT } from './mapping';

/**
 * What a structure says of the whole text, as labels: ours by its label and value, one of a document metadata layer of
 * INCEpTION by its features, `Genre.value` or the feature's own name where that says it (`genre`, `topic`).
 */
export function labelsOfStructure(structure: CasStructure, cas: Cas): readonly (readonly [name: string, value: string])[] {
  if (structure.type === ARTICLE_LABEL) {
    const label = textFeature(structure, 'label');
    return label === undefined ? [] : [[label, textFeature(structure, 'value') ?? '']];
  }
  if (!isOfWholeText(structure, cas)) return [];
  return Object.entries(structure.features).flatMap(([name, value]): [string, string][] => {
    if (name === 'sofa' || value.kind !== 'primitive' || value.value === '' || value.value === false) return [];
    const label = name === 'value' ? shortName(structure.type) : name;
    return [[label, value.value === true ? '' : String(value.value)]];
  });
}

/** A structure as far as the labels of the text still say it; undefined where they no longer do. */
export function stillSaid(structure: CasStructure, cas: Cas, labels: ArticleLabels = {}): CasStructure | undefined {
  const said = labelsOfStructure(structure, cas);
  const gone = said.filter(([name, value]) => !own(labels, name)?.includes(value)).map(([name]) => name);
  if (gone.length === 0) return structure;
  if (gone.length === said.length) return undefined;
  const isGone = (name: string): boolean => gone.includes(name === 'value' ? shortName(structure.type) : name);
  const features = Object.entries(structure.features).filter(([name]) => !isGone(name));
  return { ...structure, features: Object.fromEntries(features) };
}

/**
 * Whether a structure has no place but is of the text all the same. Where a file has no type system, as XMI has not, one of
 * INCEpTION's own types that stands in the index and refers to nothing.
 */
export function isOfWholeText({ type, features, indexed }: CasStructure, { types }: Pick<Cas, 'types'>): boolean {
  if (type === ARTICLE_LABEL) return true;
  if (!type.startsWith('webanno.custom.')) return false;
  if (types.length > 0) return types.some(({ name, supertype }) => name === type && supertype === WHOLE_TEXT);
  return indexed && !Object.hasOwn(features, 'begin') && Object.values(features).every(({ kind }) => kind === 'primitive');
}
