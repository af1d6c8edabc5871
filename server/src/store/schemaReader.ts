import { getNodeValue, type Node } from 'jsonc-parser';
import type { Span } from '../core/span';
import type { Message } from '../messages/message';
import { schemaMessages } from '../messages/schema';
import type { AttributeDeclaration, LayerDeclaration, RelationDeclaration, TypeDeclaration } from './schema';

/** Something wrong in a schema file. Offsets in the file. */
export interface SchemaProblem extends Span {
  readonly severity: 'error' | 'warning';
  readonly message: Message;
}

/** What an object of a schema file says under a name. */
export const member = (node: Node | undefined, name: string): Node | undefined =>
  node?.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];

const NAME = /^[\p{L}\p{N}_.-]+$/u;

/** Reads the parts of a schema file; what is wrong is a problem. */
export class SchemaReader {
  readonly #problems: SchemaProblem[];

  constructor(problems: SchemaProblem[]) {
    this.#problems = problems;
  }

  say(node: Node, message: Message, severity: SchemaProblem['severity'] = 'error'): void {
    this.#problems.push({ severity, start: node.offset, end: node.offset + node.length, message });
  }

  entries(node: Node | undefined, what: string): readonly (readonly [string, Node])[] {
    if (node === undefined) return [];
    if (node.type !== 'object') {
      this.say(node, schemaMessages.mustBeObject(what));
      return [];
    }
    return (node.children ?? []).flatMap((property): (readonly [string, Node])[] => {
      const [name, value] = property.children ?? [];
      if (name === undefined || value === undefined) return [];
      if (!NAME.test(String(name.value))) {
        this.say(name, schemaMessages.badName(String(name.value)));
        return [];
      }
      return [[String(name.value), value]];
    });
  }

  text(node: Node, name: string): string | undefined {
    const value = member(node, name);
    if (value === undefined) return undefined;
    if (value.type === 'string') return value.value as string;
    this.say(value, schemaMessages.mustBeText(name));
    return undefined;
  }

  flag(node: Node, name: string): boolean | undefined {
    const value = member(node, name);
    if (value === undefined) return undefined;
    if (value.type === 'boolean') return value.value as boolean;
    this.say(value, schemaMessages.mustBeFlag(name));
    return undefined;
  }

  list(node: Node, name: string): readonly string[] | undefined {
    const value = member(node, name);
    if (value === undefined) return undefined;
    const items: unknown = getNodeValue(value);
    if (Array.isArray(items) && items.every((item) => typeof item === 'string')) return items as string[];
    this.say(value, schemaMessages.mustBeTexts(name));
    return undefined;
  }

  unknown(node: Node, known: readonly string[]): void {
    for (const property of node.children ?? []) {
      const name = property.children?.[0];
      if (name !== undefined && !known.includes(String(name.value)))
        this.say(name, schemaMessages.unknown(String(name.value), known.join(', ')), 'warning');
    }
  }

  layer(id: string, node: Node, before: LayerDeclaration | undefined): LayerDeclaration | undefined {
    if (node.type !== 'object') {
      this.say(node, schemaMessages.layerObject(id));
      return undefined;
    }
    this.unknown(node, ['title', 'types', 'attributes', 'review', 'overlap', 'guidelines', 'replace']);
    const overlap = this.#overlap(node) ?? before?.overlap;
    const types = this.#types(node, before);
    if (types.length === 0) this.say(node, schemaMessages.layerNoTypes(id), 'warning');
    const attributes = new Map((before?.attributes ?? []).map((known) => [known.id, known]));
    for (const [name, attribute] of this.entries(member(node, 'attributes'), 'attributes')) {
      const declared = this.attribute(name, attribute);
      if (declared) attributes.set(name, declared);
    }
    const guidelines = this.text(node, 'guidelines') ?? before?.guidelines;
    return {
      id,
      title: this.text(node, 'title') ?? before?.title ?? id,
      types,
      attributes: [...attributes.values()],
      review: this.flag(node, 'review') ?? before?.review ?? true,
      ...(overlap && { overlap }),
      ...(guidelines !== undefined && { guidelines }),
    };
  }

  #types(node: Node, before: LayerDeclaration | undefined): readonly TypeDeclaration[] {
    const kept = this.flag(node, 'replace') === true ? [] : (before?.types ?? []);
    const types = new Map(kept.map((known) => [known.id, known]));
    for (const [id, own] of this.entries(member(node, 'types'), 'types')) {
      const declared = this.#type(
        id,
        own,
        before?.types.find((known) => known.id === id),
      );
      if (declared) types.set(id, declared);
    }
    return [...types.values()];
  }

  #overlap(node: Node): LayerDeclaration['overlap'] {
    const value = this.text(node, 'overlap');
    const at = member(node, 'overlap');
    if (value === 'any' || value === 'nested' || value === 'none') return value;
    if (value !== undefined && at) this.say(at, schemaMessages.badOverlap);
    return undefined;
  }

  #type(id: string, node: Node, before: TypeDeclaration | undefined): TypeDeclaration | undefined {
    if (node.type !== 'object') {
      this.say(node, schemaMessages.typeObject(id));
      return undefined;
    }
    this.unknown(node, ['title', 'key', 'color', 'aliases', 'guidelines']);
    const key = this.text(node, 'key');
    const keyNode = member(node, 'key');
    if (key !== undefined && keyNode && !/^[\p{L}\p{N}]$/u.test(key)) this.say(keyNode, schemaMessages.badKey);
    const color = this.text(node, 'color');
    const colorNode = member(node, 'color');
    if (color !== undefined && colorNode && !/^(?:#[0-9a-f]{6}|[a-zA-Z][\w.]*)$/i.test(color))
      this.say(colorNode, schemaMessages.badColour);
    const guidelines = this.text(node, 'guidelines') ?? before?.guidelines;
    const chosen = key ?? before?.key;
    const painted = color ?? before?.color;
    return {
      id,
      title: this.text(node, 'title') ?? before?.title ?? id,
      aliases: [...new Set([...(before?.aliases ?? []), ...(this.list(node, 'aliases') ?? [])])],
      ...(chosen !== undefined && { key: chosen }),
      ...(painted !== undefined && { color: painted }),
      ...(guidelines !== undefined && { guidelines }),
    };
  }

  /** An attribute of annotations, or a label of articles. */
  attribute(id: string, node: Node, mustBeObject = schemaMessages.attributeObject): AttributeDeclaration | undefined {
    if (node.type !== 'object') {
      this.say(node, mustBeObject(id));
      return undefined;
    }
    this.unknown(node, ['title', 'kind', 'values', 'multiple', 'guidelines']);
    const values = this.list(node, 'values') ?? [];
    const multiple = this.flag(node, 'multiple') === true;
    const kind = this.text(node, 'kind');
    const kindNode = member(node, 'kind');
    if (kind !== undefined && kindNode && !['text', 'choice', 'flag'].includes(kind)) this.say(kindNode, schemaMessages.badKind);
    const guidelines = this.text(node, 'guidelines');
    return {
      id,
      title: this.text(node, 'title') ?? id,
      kind: kind === 'flag' ? 'flag' : kind === 'choice' || values.length > 0 ? 'choice' : 'text',
      values,
      ...(multiple && { multiple }),
      ...(guidelines !== undefined && { guidelines }),
    };
  }

  /** @param types - those that there are: an end of another type is a mistake, and left out. */
  relation(id: string, node: Node, types: ReadonlySet<string>): RelationDeclaration | undefined {
    if (node.type !== 'object') {
      this.say(node, schemaMessages.relationObject(id));
      return undefined;
    }
    this.unknown(node, ['title', 'from', 'to', 'guidelines']);
    const end = (name: 'from' | 'to'): readonly string[] => {
      const wanted = this.list(node, name) ?? [];
      const strange = wanted.filter((type) => !types.has(type));
      const at = member(node, name);
      if (strange.length > 0 && at) this.say(at, schemaMessages.noSuchType(strange.join(', ')), 'warning');
      return wanted.filter((type) => types.has(type));
    };
    const guidelines = this.text(node, 'guidelines');
    return {
      id,
      title: this.text(node, 'title') ?? id,
      from: end('from'),
      to: end('to'),
      ...(guidelines !== undefined && { guidelines }),
    };
  }

  /** Two types of one layer with the same key: the key would set neither. */
  uniqueKeys(layers: Node | undefined): void {
    for (const layer of layers?.children ?? []) {
      const seen = new Map<string, string>();
      for (const property of member(layer.children?.[1], 'types')?.children ?? []) {
        const key = member(property.children?.[1], 'key');
        if (typeof key?.value !== 'string') continue;
        const first = seen.get(key.value);
        if (first !== undefined) this.say(key, schemaMessages.keyTaken(key.value, first), 'warning');
        else seen.set(key.value, String(property.children?.[0]?.value));
      }
    }
  }
}
