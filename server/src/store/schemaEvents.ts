import { getNodeValue, type Node } from 'jsonc-parser';
import { schemaMessages } from '../messages/schema';
import type { EventArgument, EventDeclaration } from './schema';
import { member, type SchemaReader } from './schemaReader';

/**
 * The events of a schema. An argument of a type that there is not is a mistake, and that type is left out; events that need
 * each other to be whole are one, for none of them could ever be.
 *
 * @param types - of annotations that there are.
 */
export function readEvents(
  reader: SchemaReader,
  node: Node | undefined,
  types: ReadonlySet<string>,
): readonly EventDeclaration[] {
  const entries = reader.entries(node, 'events');
  const known = new Set([...types, ...entries.map(([id]) => id)]);
  const events = entries.flatMap(([id, own]) => readEvent(reader, id, own, known) ?? []);
  for (const { id, circle } of needingEachOther(events)) {
    const at = entries.find(([name]) => name === id)?.[1];
    if (at) reader.say(at, schemaMessages.eventCircle(circle.join(' → ')));
  }
  return events;
}

function readEvent(reader: SchemaReader, id: string, node: Node, known: ReadonlySet<string>): EventDeclaration | undefined {
  if (node.type !== 'object') {
    reader.say(node, schemaMessages.eventObject(id));
    return undefined;
  }
  reader.unknown(node, ['title', 'arguments', 'guidelines']);
  const guidelines = reader.text(node, 'guidelines');
  return {
    id,
    title: reader.text(node, 'title') ?? id,
    arguments: reader
      .entries(member(node, 'arguments'), 'arguments')
      .flatMap(([role, own]) => readArgument(reader, role, own, known) ?? []),
    ...(guidelines !== undefined && { guidelines }),
  };
}

function readArgument(reader: SchemaReader, role: string, node: Node, known: ReadonlySet<string>): EventArgument | undefined {
  // a list of types is the short form
  if (node.type === 'array') return { role, types: knownTypes(reader, node, known) };
  if (node.type !== 'object') {
    reader.say(node, schemaMessages.argumentObject(role));
    return undefined;
  }
  reader.unknown(node, ['types', 'required', 'multiple']);
  const types = member(node, 'types');
  const [required, multiple] = [reader.flag(node, 'required'), reader.flag(node, 'multiple')];
  return {
    role,
    types: types ? knownTypes(reader, types, known) : [],
    ...(required === true && { required }),
    ...(multiple === true && { multiple }),
  };
}

function knownTypes(reader: SchemaReader, node: Node, known: ReadonlySet<string>): readonly string[] {
  const value: unknown = getNodeValue(node);
  if (!Array.isArray(value) || !value.every((type): type is string => typeof type === 'string')) {
    reader.say(node, schemaMessages.mustBeTexts('types'));
    return [];
  }
  const strange = value.filter((type) => !known.has(type));
  if (strange.length > 0) reader.say(node, schemaMessages.noSuchType(strange.join(', ')), 'warning');
  return value.filter((type) => known.has(type));
}

/** Events that need an event that needs them, each with the way round. */
function needingEachOther(
  events: readonly EventDeclaration[],
): readonly { readonly id: string; readonly circle: readonly string[] }[] {
  const ids = new Set(events.map(({ id }) => id));
  // what an argument may also be filled with by something else is not needed
  const needs = new Map(
    events.map(({ id, arguments: all }) => [
      id,
      all.flatMap(({ required, types: [only, ...others] }) =>
        required && only !== undefined && others.length === 0 && ids.has(only) ? [only] : [],
      ),
    ]),
  );
  return events.flatMap(({ id }) => {
    const circle = wayBack(needs, id);
    return circle === undefined ? [] : [{ id, circle }];
  });
}

/** The shortest way along what is needed from an event to itself. */
function wayBack(needs: ReadonlyMap<string, readonly string[]>, from: string): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[from]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of needs.get(way.at(-1) ?? '') ?? []) {
      if (next === from) return [...way, from];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
