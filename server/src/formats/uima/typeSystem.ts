import { elements, readXml, textContent, type XmlElement } from '../xml/read';
import { XmlBuilder } from '../xml/write';
import type { CasFeature, CasType } from './cas';

/** A UIMA type system description of types; one that is there twice is written once, with the features of both. */
export function encodeTypes(types: readonly CasType[]): string {
  const builder = new XmlBuilder('typeSystemDescription', [{ prefix: '', uri: 'http://uima.apache.org/resourceSpecifier' }]);
  builder.line(1).open('types');
  for (const type of joined(types)) {
    builder
      .line(2)
      .open('typeDescription')
      .line(3)
      .leaf('name', {}, type.name)
      .line(3)
      .leaf('description')
      .line(3)
      .leaf('supertypeName', {}, type.supertype);
    builder.line(3).open('features');
    for (const feature of type.features) encodeFeature(builder, feature);
    builder.line(3).close().line(2).close();
  }
  return builder.line(1).close().line(0).end();
}

function encodeFeature(builder: XmlBuilder, feature: CasFeature): void {
  builder
    .line(4)
    .open('featureDescription')
    .line(5)
    .leaf('name', {}, feature.name)
    .line(5)
    .leaf('description')
    .line(5)
    .leaf('rangeTypeName', {}, feature.range);
  if (feature.elementType !== undefined) builder.line(5).leaf('elementType', {}, feature.elementType);
  builder.line(4).close();
}

/** The description of all types that two of them name, those of the first before the others. */
export const joinTypes = (before: string, added: string): string => encodeTypes([...decodeTypes(before), ...decodeTypes(added)]);

/** The types of a description that {@link encodeTypes} has written; none where it is no such thing. */
function decodeTypes(description: string): readonly CasType[] {
  const { root } = readXml(description);
  if (root?.local !== 'typeSystemDescription') return [];
  return below(root, 'types', 'typeDescription').map((type) => ({
    name: textOf(type, 'name') ?? '',
    supertype: textOf(type, 'supertypeName') ?? '',
    features: below(type, 'features', 'featureDescription').map((feature) => {
      const elementType = textOf(feature, 'elementType');
      return {
        name: textOf(feature, 'name') ?? '',
        range: textOf(feature, 'rangeTypeName') ?? '',
        ...(elementType !== undefined && { elementType }),
      };
    }),
  }));
}

const below = (parent: XmlElement, list: string, item: string): readonly XmlElement[] =>
  elements(parent, list).flatMap((found) => elements(found, item));

const textOf = (parent: XmlElement, name: string): string | undefined => {
  const [found] = elements(parent, name);
  return found && textContent(found);
};

function joined(types: readonly CasType[]): readonly CasType[] {
  const byName = new Map<string, CasType>();
  for (const type of types) {
    const before = byName.get(type.name);
    const known = new Set(before?.features.map(({ name }) => name));
    const features = [...(before?.features ?? []), ...type.features.filter(({ name }) => !known.has(name))];
    byName.set(type.name, { ...(before ?? type), features });
  }
  return [...byName.values()];
}
