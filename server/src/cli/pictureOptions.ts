import { NETWORK_SIZE, NETWORK_UNITS, type NetworkUnit } from '../corpus/pictures/kinds';
import type { TableKind, TableRequest } from '../corpus/tables/table';
import { commandMessages } from '../messages/commandLine';
import { statsCommandMessages as messages } from '../messages/statsCommand';
import { UsageError } from './options';

/** Options of `stats` for what is shown as a picture first. */
export const PICTURE_OPTIONS = {
  unit: { type: 'string' },
  top: { type: 'string' },
  type: { type: 'string', multiple: true },
} as const;

interface Values {
  readonly unit?: string;
  readonly top?: string;
  readonly type?: readonly string[];
}

const TYPES = ['PER', 'ORG', 'LOC', 'MISC'];

/** What these options ask for. Throws {@link UsageError} with a message for the user. */
export function pictureRequest(kind: TableKind, { unit, top, type }: Values): Pick<TableRequest, 'unit' | 'most' | 'types'> {
  const { unknownFormat } = commandMessages.wrongCall;
  const known = NETWORK_UNITS.find((each): each is NetworkUnit => each === unit);
  if (unit !== undefined && known === undefined) throw new UsageError(unknownFormat('--unit', unit, NETWORK_UNITS.join(', ')));
  const strange = type?.find((each) => !TYPES.includes(each));
  if (strange !== undefined) throw new UsageError(unknownFormat('--type', strange, TYPES.join(', ')));
  if (top !== undefined && !(/^[1-9]\d{0,3}$/.test(top) && Number(top) >= 2 && Number(top) <= NETWORK_SIZE.most))
    throw new UsageError(messages.badTop(top, NETWORK_SIZE.most));
  if (kind !== 'network' && [unit, top, type].some((value) => value !== undefined)) throw new UsageError(messages.networkOnly);
  return { ...(known && { unit: known }), ...(top !== undefined && { most: Number(top) }), ...(type && { types: type }) };
}
