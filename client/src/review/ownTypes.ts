import type { FlatRange, ReviewItemInfo, SchemaInfo } from '../../../server/src/protocol';

/** What the semantic tokens and the quotation's background paint already. */
const PAINTED: Readonly<Record<string, readonly string[]>> = {
  entity: ['PER', 'ORG', 'LOC', 'MISC'],
  date: ['DATE', 'TIME', 'DURATION', 'SET'],
  quote: ['direct', 'mixed', 'indirect', 'scare', 'title'],
};

/** A colour as a schema names it: `#rrggbb` or a theme's. */
export const DEFAULT_OWN_COLOR = 'charts.orange';

/** Whether a project has types that nothing else paints: its own, or built-in ones that it gives another colour. */
export function hasOwnTypes(schema: SchemaInfo | undefined): boolean {
  return (schema?.layers ?? []).some((layer) => layer.types.some((type) => ownColor(layer.id, type) !== undefined));
}

/** The places to paint in each colour: annotations of the project's own types that were not rejected. */
export function placesByColor(items: readonly ReviewItemInfo[], schema: SchemaInfo): ReadonlyMap<string, readonly FlatRange[]> {
  const colors = new Map<string, string>();
  for (const layer of schema.layers) {
    for (const type of layer.types) {
      const color = ownColor(layer.id, type);
      if (color !== undefined) colors.set(`${layer.id}/${type.id}`, color);
    }
  }
  const places = new Map<string, FlatRange[]>();
  for (const item of items) {
    const color = item.status === 'rejected' ? undefined : colors.get(`${item.layer}/${item.type}`);
    if (color !== undefined) places.set(color, [...(places.get(color) ?? []), ...item.ranges]);
  }
  return places;
}

function ownColor(layer: string, type: { readonly id: string; readonly color?: string }): string | undefined {
  return type.color ?? (Object.hasOwn(PAINTED, layer) && PAINTED[layer]?.includes(type.id) ? undefined : DEFAULT_OWN_COLOR);
}
