import { formatMessages } from '../messages/formats';
import type { Message } from '../messages/message';
import { asText, isObject, type JsonObject } from './json';

/** What a field must be where it is there; numbers are text, too, since some tools number what others name. */
type Kind = keyof typeof IS;

/** The fields of an object that are read; others are nobody's business. */
export type Fields = Readonly<Record<string, Kind>>;

const IS = {
  text: (value: unknown) => asText(value) !== undefined,
  number: (value: unknown) => typeof value === 'number',
  flag: (value: unknown) => typeof value === 'boolean',
  list: Array.isArray,
  texts: (value: unknown) => Array.isArray(value) && value.every((item) => asText(item) !== undefined),
  object: isObject,
} as const;

/** The first field of an object that is something else than it must be; null counts as not there. */
export function wrongField(object: JsonObject, fields: Fields): { readonly name: string; readonly must: Message } | undefined {
  for (const [name, kind] of Object.entries(fields)) {
    const value = object[name];
    if (value !== undefined && value !== null && !IS[kind](value)) return { name, must: formatMessages.mustBe[kind] };
  }
  return undefined;
}

/**
 * Tells of every object of a line that has such a field, each once.
 *
 * @param where - what the object is called: `spans[3]`; nothing for the line itself.
 */
export function reportWrongField(object: JsonObject, fields: Fields, where: string, report: (problem: Message) => void): void {
  const wrong = wrongField(object, fields);
  if (wrong) report(formatMessages.named(where === '' ? `"${wrong.name}"` : `${where}.${wrong.name}`, wrong.must));
}
