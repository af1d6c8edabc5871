import * as vscode from 'vscode';
import { pictureTitles } from '../../../server/src/messages/pictureTitles';
import { tables } from '../../../server/src/messages/tables';
import { wordsOf } from '../../../server/src/messages/topic';
import type { TableAsked, TableKind } from '../../../server/src/protocol';
import type { Question, TableSettings } from './tableButtons';

const words = wordsOf(tables, vscode.env.language);
const ui = words.editor;

/** The page's scroll bar holds so many rows. */
const MOST_ROWS = 10_000;

/** What is shown as a picture first has a command of its own. */
const TABLES = Object.entries(words.kinds)
  .filter(([value]) => !Object.hasOwn(pictureTitles, value))
  .map(([value, label]) => ({ label, value: value as TableKind }));

/** Asks what is to be counted; undefined where it was given up. What is not asked is as the server has it. */
export async function askTable(given?: TableKind): Promise<TableAsked | undefined> {
  const kind = given ?? (await pick(undefined, TABLES));
  if (kind === undefined) return undefined;
  const asked: TableAsked = { kind, limit: MOST_ROWS, ...(kind === 'ngrams' && { minimum: 2 }) };
  switch (kind) {
    case 'collocates':
      return askNode(asked);
    case 'keywords':
      return askPart(asked);
    case 'dispersion':
    case 'series':
      return askQuery(asked);
    case 'entities':
    case 'speakers':
      return askGroup(asked);
    default:
      return asked;
  }
}

/** One speaker's words against those of all others. */
export const speakerWords = (name: string): TableAsked => ({ kind: 'keywords', by: 'speaker', part: name, limit: MOST_ROWS });

async function askNode(asked: TableAsked): Promise<TableAsked | undefined> {
  const what = await pick(asked.kind, [{ label: ui.ofQuery, value: 'query' }, ...READINGS]);
  const written = what && (await ask(asked.kind, what === 'query' ? ui.query : ui.name));
  if (!written) return undefined;
  return what === 'query' ? { ...asked, queries: [written] } : { ...asked, speaker: { name: written, words: what } };
}

/** The two readings of a speaker's collocates. */
const READINGS = [
  { label: ui.nearName, value: 'near' },
  { label: ui.inside, value: 'inside' },
] as const;

async function askPart(asked: TableAsked): Promise<TableAsked | undefined> {
  const by = await askColumn(asked.kind);
  const part = by && (await ask(asked.kind, by === 'speaker' ? ui.name : ui.part(by)));
  const { reference: _, ...rest } = asked;
  return by && part ? { ...rest, by, part } : undefined;
}

async function askQuery(asked: TableAsked): Promise<TableAsked | undefined> {
  const isSeries = asked.kind === 'series';
  const by = isSeries ? await askPeriod(asked.kind) : undefined;
  if (isSeries && by === undefined) return undefined;
  const written = await ask(asked.kind, isSeries ? ui.queryOrQuotes : ui.query);
  if (written === undefined || (written === '' && !isSeries)) return undefined;
  return { ...asked, ...(by !== undefined && { by }), ...(written !== '' && { queries: [written] }) };
}

const askPeriod = (kind: TableKind): Promise<'month' | 'year' | undefined> =>
  pick(kind, [
    { label: ui.month, value: 'month' },
    { label: ui.year, value: 'year' },
  ]);

async function askGroup(asked: TableAsked): Promise<TableAsked | undefined> {
  const group = await pick(asked.kind, [
    { label: words.kinds[asked.kind], value: '' },
    { label: ui.byGender, value: 'gender' },
    { label: ui.byProperty, value: '?' },
  ]);
  const name = group === '?' ? await ask(asked.kind, ui.property) : group;
  if (name === undefined) return undefined;
  const { group: _, ...rest } = asked;
  return name === '' ? rest : { ...rest, group: name };
}

/** Asks for another value of a setting; undefined where it was given up. */
export async function changeTable(settings: TableSettings, what: Question): Promise<TableSettings | undefined> {
  if (what === 'stop' || what === 'lemmas' || what === 'reference') return askList(settings, what);
  const table = await CHANGES[what](settings.table);
  return table && { ...settings, table };
}

type Change = (asked: TableAsked) => Promise<TableAsked | undefined>;

const CHANGES: Readonly<Record<Exclude<Question, 'stop' | 'lemmas' | 'reference'>, Change>> = {
  async minimum(asked) {
    const minimum = await askNumber(asked.kind, ui.minimumIs, asked.minimum ?? 1);
    return minimum === undefined ? undefined : { ...asked, minimum };
  },
  async by(asked) {
    if (asked.kind === 'keywords') return askPart(asked);
    const by = asked.kind === 'series' ? await askPeriod(asked.kind) : await askColumn(asked.kind);
    return by === undefined ? undefined : { ...asked, by };
  },
  async within(asked) {
    const { within: own = '', ...rest } = asked;
    const written = await ask(asked.kind, ui.withinWhat, own);
    if (written === undefined) return undefined;
    return written === '' ? rest : { ...rest, within: written };
  },
  async window(asked) {
    const { left = 5, right = 5 } = asked;
    const found = /^(\d{1,2})\D+(\d{1,2})$/.exec((await askChecked(asked.kind, ui.windowIs, `${left}:${right}`, isWindow)) ?? '');
    return found === null ? undefined : { ...asked, left: Number(found[1]), right: Number(found[2]) };
  },
  async reading(asked) {
    const { speaker } = asked;
    const reading = speaker && (await pick(asked.kind, READINGS));
    return speaker && reading ? { ...asked, speaker: { ...speaker, words: reading } } : undefined;
  },
  async length(asked) {
    const { shortest = 2, longest = 4 } = asked;
    const found = /^(\d+)(?:\D+(\d+))?$/.exec(
      (await askChecked(asked.kind, ui.lengthIs, `${shortest}-${longest}`, isLength)) ?? '',
    );
    return found === null ? undefined : { ...asked, shortest: Number(found[1]), longest: Number(found[2] ?? found[1]) };
  },
  group: askGroup,
};

/** Words to leave out, forms with their lemmas, or words of other texts: of a file, which is read anew for each table. */
async function askList(settings: TableSettings, what: 'stop' | 'lemmas' | 'reference'): Promise<TableSettings | undefined> {
  const { lists: { [what]: _, ...lists } = {}, table } = settings;
  const { kind } = table;
  const from = await pick(kind, [
    { label: ui.ofFile, value: 'file' },
    ...(what === 'stop' ? ([{ label: ui.ofWords, value: 'words' }] as const) : []),
    ...(what === 'reference' ? [] : ([{ label: ui.noList, value: 'none' }] as const)),
  ]);

  const { stop: __, ...rest } = table;
  const plain = what === 'stop' ? rest : table;
  if (from === 'none') return { ...settings, lists, table: plain };
  if (from === 'words') {
    const written = await ask(kind, ui.stopWords, table.stop?.join(' '));
    return written === undefined
      ? undefined
      : { ...settings, lists, table: { ...plain, stop: written.split(/[\s,;]+/).filter(Boolean) } };
  }
  const [file] = (from && (await vscode.window.showOpenDialog({ title: ui[what], canSelectMany: false }))) || [];
  return file && { ...settings, lists: { ...lists, [what]: file.toString() }, table: plain };
}

/** A partition: something known without a table, or a column of metadata.csv. */
async function askColumn(kind: TableKind): Promise<string | undefined> {
  const column = await pick(kind, [
    { label: ui.year, value: 'year' },
    { label: ui.month, value: 'month' },
    { label: ui.speaker, value: 'speaker' },
    { label: ui.language, value: 'language' },
    { label: ui.column, value: '?' },
  ]);
  const name = column === '?' ? await ask(kind, ui.columnName) : column;
  return name === '' ? undefined : name;
}

const isWindow = (written: string): boolean => {
  const [, left = '0', right = '0'] = /^(\d{1,2})\s*[:,/ ]\s*(\d{1,2})$/.exec(written) ?? [];
  return Number(left) + Number(right) > 0;
};

const isLength = (written: string): boolean => {
  const [, shortest = '0', longest = shortest] = /^(\d{1,2})(?:\s*[-–:]\s*(\d{1,2}))?$/.exec(written) ?? [];
  return Number(shortest) >= 1 && Number(longest) >= Number(shortest) && Number(longest) <= 10;
};

async function askNumber(kind: Kind, prompt: string, value: number): Promise<number | undefined> {
  const written = await askChecked(kind, prompt, String(value), (text) => /^[1-9]\d{0,8}$/.test(text));
  return written === undefined ? undefined : Number(written);
}

type Kind = TableKind | undefined;

/** What the boxes are for: a table of a kind, or any. */
const titleOf = (kind: Kind): string => (kind === undefined ? ui.title : words.kinds[kind]);

interface Item<T extends string> {
  readonly label: string;
  readonly value: T;
}

async function pick<T extends string>(kind: Kind, items: readonly Item<T>[]): Promise<T | undefined> {
  return (await vscode.window.showQuickPick(items, { title: titleOf(kind) }))?.value;
}

async function ask(kind: Kind, prompt: string, value = ''): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ title: titleOf(kind), prompt, value }))?.trim();
}

/** Asks until what is written is of that form; the prompt says which. */
async function askChecked(
  kind: Kind,
  prompt: string,
  value: string,
  fits: (written: string) => boolean,
): Promise<string | undefined> {
  const validateInput = (written: string): string | undefined => (fits(written.trim()) ? undefined : prompt);
  return (await vscode.window.showInputBox({ title: titleOf(kind), prompt, value, validateInput }))?.trim();
}
