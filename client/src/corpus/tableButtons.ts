import type { TableAsked, TableParams } from '../../../server/src/protocol';

/** A table as it was asked for, of whatever folder. */
export type TableSettings = Pick<TableParams, 'table' | 'lists' | 'once'>;

/** Settings that are asked for, and such as are in force or not. */
const TOGGLES = ['crossSentences', 'once', 'marks', 'matchCase', 'ignoreAccents'] as const;
export type Toggle = (typeof TOGGLES)[number];
export type Question = 'within' | 'by' | 'minimum' | 'window' | 'reading' | 'length' | 'group' | 'stop' | 'lemmas' | 'reference';
/** What can be changed of a table that is shown. */
export type Changeable = Question | Toggle;

/** A button of a table; `pressed`: of a setting that is in force or not, whether it is. */
export interface TableButton {
  readonly command: Changeable;
  readonly pressed?: boolean;
}

/** The settings that a table of that kind has, in the order of their buttons. */
export function buttonsOf(settings: TableSettings): readonly TableButton[] {
  const { table } = settings;
  const questions: readonly Question[] = ['within', ...(OWN[table.kind] ?? []), 'minimum'];
  const isOfWords = WORDS.has(table.kind);
  const shown = questions.filter((question) => FITS[question]?.(table) ?? true);
  const toggles = TOGGLES.filter((toggle) => (toggle === 'crossSentences' ? hasWindow(table) : toggle === 'once' || isOfWords));
  return [...shown.map((command) => ({ command })), ...toggles.map((command) => ({ command, pressed: isOn(settings, command) }))];
}

/** The settings with one that is in force or not the other way round. */
export function toggled(settings: TableSettings, what: Toggle): TableSettings {
  const on = !isOn(settings, what);
  return what === 'once' ? { ...settings, once: on } : { ...settings, table: { ...settings.table, [what]: on } };
}

export const isToggle = (what: Changeable): what is Toggle => (TOGGLES as readonly string[]).includes(what);

function isOn({ table, once = false }: TableSettings, what: Toggle): boolean {
  return what === 'once' ? once : (table[what] ?? false);
}

/** Questions beside those of every kind; what is a picture first has none. */
const OWN: Readonly<Partial<Record<TableAsked['kind'], readonly Question[]>>> = {
  words: ['by', 'stop', 'lemmas'],
  ngrams: ['by', 'length', 'stop', 'lemmas'],
  collocates: ['reading', 'window', 'stop', 'lemmas'],
  keywords: ['by', 'reference', 'stop', 'lemmas'],
  dispersion: ['by', 'stop', 'lemmas'],
  entities: ['by', 'group'],
  speakers: ['by', 'group'],
  cues: ['by', 'group'],
  quotes: ['by', 'group'],
  series: ['by'],
};
const WORDS: ReadonlySet<TableAsked['kind']> = new Set(['words', 'ngrams', 'collocates', 'keywords', 'dispersion']);

const hasWindow = ({ kind, speaker }: TableAsked): boolean => kind === 'collocates' && speaker?.words !== 'inside';

/** Where a question means something only with what else is asked. */
const FITS: Readonly<Partial<Record<Question, (table: TableAsked) => boolean>>> = {
  window: hasWindow,
  reading: ({ speaker }) => speaker !== undefined,
  minimum: ({ kind }) => kind !== 'series',
};
