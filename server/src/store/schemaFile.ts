import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { parseProblem } from '../formats/json';
import { jsonRefusal } from '../formats/jsonLimits';
import { schemaMessages } from '../messages/schema';
import { type CorpusSchema, DEFAULT_SCHEMA, type LayerDeclaration } from './schema';
import { readEvents } from './schemaEvents';
import { member, type SchemaProblem, SchemaReader } from './schemaReader';

export type { SchemaProblem };

/** Reads a schema file (JSON with comments) onto the built-in layers, whose titles are in the reader’s language. Total: what is wrong is a problem and left out. */
export function parseSchema(
  text: string,
  builtIn: CorpusSchema = DEFAULT_SCHEMA,
): { readonly schema: CorpusSchema; readonly problems: readonly SchemaProblem[] } {
  // a file that was just made is not a mistake
  if (text.trim() === '') return { schema: builtIn, problems: [] };
  const refusal = jsonRefusal(text, true);
  if (refusal) {
    const { offset, message } = refusal;
    return { schema: builtIn, problems: [{ severity: 'error', start: offset, end: offset + 1, message }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: SchemaProblem[] = errors.map(({ error, offset, length }) => ({
    severity: 'error',
    start: offset,
    end: offset + Math.max(1, length),
    message: schemaMessages.notJson(parseProblem(error)),
  }));
  if (root?.type !== 'object') {
    if (problems.length === 0)
      problems.push({
        severity: 'error',
        start: 0,
        end: Math.min(1, text.length),
        message: schemaMessages.object,
      });
    return { schema: builtIn, problems };
  }
  return { schema: schemaOf(new SchemaReader(problems), root, builtIn), problems };
}

function schemaOf(reader: SchemaReader, root: Node, builtIn: CorpusSchema): CorpusSchema {
  const layersNode = member(root, 'layers');
  const layers: LayerDeclaration[] = [...builtIn.layers];
  for (const [id, node] of reader.entries(layersNode, 'layers')) {
    const at = layers.findIndex((layer) => layer.id === id);
    const layer = reader.layer(id, node, layers[at]);
    if (layer === undefined) continue;
    if (at >= 0) layers[at] = layer;
    else layers.push(layer);
  }
  const guidelines = reader.text(root, 'guidelines');
  const suggestions = reader.flag(root, 'suggestions');
  reader.unknown(root, ['$schema', 'layers', 'labels', 'relations', 'events', 'guidelines', 'suggestions']);
  reader.uniqueKeys(layersNode);
  const types = new Set(layers.flatMap((layer) => layer.types.map(({ id }) => id)));
  const relations = reader
    .entries(member(root, 'relations'), 'relations')
    .flatMap(([id, node]) => reader.relation(id, node, types) ?? []);
  const events = readEvents(reader, member(root, 'events'), types);
  const labels = reader
    .entries(member(root, 'labels'), 'labels')
    .flatMap(([id, node]) => reader.attribute(id, node, schemaMessages.labelObject) ?? []);
  const more = {
    ...(labels.length > 0 && { labels }),
    ...(relations.length > 0 && { relations }),
    ...(events.length > 0 && { events }),
    ...(guidelines !== undefined && { guidelines }),
    ...(suggestions !== undefined && { suggestions }),
  };
  return { layers, ...more };
}
