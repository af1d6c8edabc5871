import type { Meaning, Mod } from '../expression';
import type { DatePack, LanguageRule } from '../pack';
import { AMOUNT_PARTS } from './amounts';
import { CALENDAR_PARTS, calendarOf } from './calendarRules';
import { DATE_PARTS } from './dateRules';
import { LIST_CODED, LIST_PARTS } from './listRules';
import { NUMBER_PARTS } from './numbers';
import { NUMERIC_PARTS } from './numeric';
import { type Captures, compileGrammar, type Grammar, type Rule } from './pattern';
import { RELATIVE_PARTS } from './relativeRules';
import { TIME_PARTS } from './timeRules';
import { TOP_PARTS } from './topRules';

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

function languageRules(rules: readonly LanguageRule[]): Readonly<Record<string, readonly Rule[]>> {
  const parts: Record<string, Rule[]> = {};
  for (const [pattern, name, argument] of rules) {
    const action = ACTIONS[name];
    if (action === undefined) throw new Error(`No such action: ${name}`);
    const list = parts[action.part] ?? [];
    parts[action.part] = list;
    list.push({ pattern, make: (c) => action.make(c, argument ?? '') });
  }
  return parts;
}

/** The grammar of a language: the shared rules and its own, compiled. */
export function grammarFor(pack: DatePack): Grammar {
  const parts: Record<string, readonly Rule[]> = {};
  const own = languageRules(pack.rules);
  for (const shared of [AMOUNT_PARTS, CALENDAR_PARTS, DATE_PARTS, RELATIVE_PARTS, TIME_PARTS, LIST_PARTS, TOP_PARTS, own]) {
    for (const [name, rules] of Object.entries(shared)) parts[name] = [...(parts[name] ?? []), ...rules];
  }
  return compileGrammar(parts, { ...NUMBER_PARTS, ...NUMERIC_PARTS, ...LIST_CODED });
}
