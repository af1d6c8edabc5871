import { exceptionsOf } from '../../server/src/core/dates/exceptions/index';
import { rulesOf } from '../../server/src/core/dates/grammar/index';
import { packFor } from '../../server/src/core/languages/registry';
import { datesOf } from '../unit/dates/support';
import type { Layer } from './layers';

/** Dates: the rules of the shared grammar and those that a language adds; a rule's patterns are its variants. */
export const dates: Layer = {
  isShared: true,
  rules: (language) => {
    const ids = Object.values(rulesOf(packFor(language).dates)).flatMap((rules) => rules.map(({ id }) => id));
    return [...new Set(ids)].map((id) => ({ id, exceptions: [...new Set(exceptionsOf(id))] }));
  },
  read: (text, language, settings) =>
    datesOf(text, language, settings.date ?? null).map(({ start, end, type, value, mod }) => ({
      start,
      end,
      label: `${type} ${value}${mod ? ` ${mod}` : ''}`,
    })),
};
