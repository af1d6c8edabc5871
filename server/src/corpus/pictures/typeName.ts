import { schema } from '../../messages/schema';
import { wordsOf } from '../../messages/topic';

/** A type as people call it: of those that are built in, by their words; of a project's own, layer and type. */
export function typeName(item: string, language: string | undefined): string {
  const { types, layers } = wordsOf(schema, language);
  const [layer = '', type] = item.split('/');
  if (type === undefined) return item === 'date' ? layers.date : item;
  const known = Object.entries(types).find(([name]) => name === type)?.[1];
  return known !== undefined && (layer === 'entity' || layer === 'quote') ? known : `${layer}: ${type}`;
}
