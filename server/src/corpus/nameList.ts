import Papa from 'papaparse';
import { delimiterOf } from '../formats/metadata';
import { MessageError } from '../messages/error';
import { searchMessages } from '../messages/search';

/**
 * The names of a table's first column. A first line that says `name` or `nom` is its heading.
 * @throws MessageError where there are none
 */
export function namesIn(table: string): readonly string[] {
  const content = table.replace(/^\ufeff/, '');
  const names = Papa.parse(content, { delimiter: delimiterOf(content) }).data.flatMap(([name = '']) => name.trim() || []);
  if (/^(?:names?|noms?)$/i.test(names[0] ?? '')) names.shift();
  if (names.length === 0) throw new MessageError(searchMessages.badList);
  return names;
}
