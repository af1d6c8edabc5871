import type { Meaning, Mod } from '../expression';
import type { DatePack, LanguageRule } from '../pack';
import { calendarOf } from '../rules/calendar';
import { CODED_PARTS, SHARED_RULES } from '../rules/index';
import { compileGrammar, type Grammar } from './pattern';
import type { Captures, DateRule } from './types';

/** What a language's own rule can do with what it catches; the argument stands in the pack. */
const ACTIONS: Readonly<Record<string, { readonly part: string; readonly make: (c: Captures, argument: string) => unknown }>> = {
  /** A calendar date: weekday, month, Day, Year, which. */
  calendar: { part: 'Cal', make: (c) => calendarOf(c) },
  /** An amount before (-1) or after (1) the document's date. */
  shift: {
    part: 'Date',
    make: (c, argument): Meaning => ({
      kind: 'shift',
      amount: c.part('Amount') as never,
      sign: argument === '-1' ? -1 : 1,
      from: 'document',
    }),
  },
  /** The same counted from the date last spoken of. */
  shiftText: {
    part: 'Date',
    make: (c, argument): Meaning => ({
      kind: 'shift',
      amount: c.part('Amount') as never,
      sign: argument === '-1' ? -1 : 1,
      from: 'text',
    }),
  },
  /** The part of a date that the argument names: START, MID, END. */
  part: {
    part: 'Date',
    make: (c, argument): Meaning => ({ kind: 'part', mod: argument as Mod, of: c.part<Meaning>('Base') as Meaning }),
  },
};

function languageRules(rules: readonly LanguageRule[]): Readonly<Record<string, readonly DateRule[]>> {
  const parts: Record<string, DateRule[]> = {};
  for (const { id, pattern, action: name, argument } of rules) {
    const action = ACTIONS[name];
    if (action === undefined) throw new Error(`No such action: ${name}`);
    const list = parts[action.part] ?? [];
    parts[action.part] = list;
    list.push({ id, pattern, make: (c) => action.make(c, argument ?? '') });
  }
  return parts;
}

/** The rules of a language by the part of the grammar that they belong to: the shared ones and its own. */
export function rulesOf(pack: DatePack): Readonly<Record<string, readonly DateRule[]>> {
  const parts: Record<string, readonly DateRule[]> = { ...SHARED_RULES };
  for (const [name, rules] of Object.entries(languageRules(pack.rules))) parts[name] = [...(parts[name] ?? []), ...rules];
  return parts;
}

/** The grammar of a language, compiled. */
export const grammarFor = (pack: DatePack): Grammar => compileGrammar(rulesOf(pack), CODED_PARTS);
