import { type Attributes, type EntityGroup, toAttributeValue } from '../annotationDocument';
import { attribute, elements, textContent, XML_URI, type XmlElement } from '../xml/read';
import type { XmlBuilder } from '../xml/write';

/** Lists of things by type; any other type is an object with @type. */
const LISTS = [
  { type: 'PER', list: 'listPerson', item: 'person', name: 'persName' },
  { type: 'ORG', list: 'listOrg', item: 'org', name: 'orgName' },
  { type: 'LOC', list: 'listPlace', item: 'place', name: 'placeName' },
] as const;

/** What of a group these lists say: id, type, name, aliases. */
export function listableGroup(group: EntityGroup): EntityGroup {
  const { aliases } = group.attributes;
  const kept: Attributes = aliases !== undefined && group.name !== undefined ? { aliases } : {};
  return {
    id: group.id,
    members: group.members,
    attributes: kept,
    ...(group.type !== undefined && { type: group.type }),
    ...(group.name !== undefined && { name: group.name }),
  };
}

/** Writes groups as listPerson, listOrg, listPlace and listObject into standOff. */
export function writeGroups(builder: XmlBuilder, groups: readonly EntityGroup[], xmlId: (id: string) => string): void {
  for (const { type, list, item, name } of LISTS) {
    const own = groups.filter((group) => group.type === type);
    if (own.length === 0) continue;
    builder.line(2).open(list);
    for (const group of own) {
      builder.line(3).open(item, { 'xml:id': xmlId(group.id) });
      for (const [i, words] of namesOf(group).entries()) builder.leaf(name, i > 0 ? { type: 'alias' } : {}, words);
      builder.close();
    }
    builder.line(2).close();
  }
  const others = groups.filter((group) => !LISTS.some((own) => own.type === group.type));
  if (others.length === 0) return;
  builder.line(2).open('listObject');
  for (const group of others) {
    builder
      .line(3)
      .open('object', { 'xml:id': xmlId(group.id), type: group.type })
      .open('objectIdentifier');
    for (const [i, words] of namesOf(group).entries()) builder.leaf('objectName', i > 0 ? { type: 'alias' } : {}, words);
    builder.close().close();
  }
  builder.line(2).close();
}

function namesOf(group: EntityGroup): readonly string[] {
  const { aliases = [] } = group.attributes;
  return group.name === undefined ? [] : [group.name, ...(typeof aliases === 'string' ? [aliases] : aliases)];
}

/** Reads the lists of a standOff; members are added by the references that the text has. */
export function readGroups(
  standOff: XmlElement,
): { id: string; type?: string; name?: string; members: string[]; attributes: EntityGroup['attributes'] }[] {
  const kinds = [
    ...LISTS.map(({ list, item, type }) => ({ list, item, type: type as string | undefined })),
    { list: 'listObject', item: 'object', type: undefined },
  ];
  return kinds.flatMap(({ list, item, type }) =>
    elements(standOff, list).flatMap((parent) =>
      elements(parent, item).flatMap((element) => {
        const id = attribute(element, 'id', XML_URI);
        if (id === undefined) return [];
        const holder = elements(element, 'objectIdentifier')[0] ?? element;
        const names = elements(holder).filter((name) => name.local.endsWith('Name'));
        const aliases = names.filter((name) => attribute(name, 'type') === 'alias').map(textContent);
        const attributes: Attributes = aliases.length > 0 ? { aliases: toAttributeValue(aliases) } : {};
        const main = names.find((name) => attribute(name, 'type') !== 'alias');
        const own = type ?? attribute(element, 'type');
        return [
          {
            id,
            ...(own !== undefined && { type: own }),
            ...(main && { name: textContent(main) }),
            members: [] as string[],
            attributes,
          },
        ];
      }),
    ),
  );
}
