import * as vscode from 'vscode';
import { pictures } from '../../../server/src/messages/pictures';
import { schema } from '../../../server/src/messages/schema';
import { tables } from '../../../server/src/messages/tables';
import { wordsOf } from '../../../server/src/messages/topic';
import type { TableAsked, TableKind } from '../../../server/src/protocol';
import type { PictureSetting } from './picturePage';

const { page, units } = wordsOf(pictures, vscode.env.language);
const { editor, kinds } = wordsOf(tables, vscode.env.language);
const { types } = wordsOf(schema, vscode.env.language);

export type PictureKind = Extract<TableKind, 'dashboard' | 'network' | 'map' | 'barcode' | 'timeline' | 'progress'>;

/** Tables whose picture is what many ask for first. */
const WITH_PICTURES = ['series', 'speakers', 'entities', 'keywords'] as const satisfies readonly TableKind[];
const PICTURES = ['dashboard', 'network', 'map', 'barcode', 'timeline', 'progress'] as const satisfies readonly PictureKind[];

/** More names than these cannot be told apart; the server draws no more. */
const MOST_NAMES = 150;

/** The page's scroll bar holds so many rows. */
const MOST_ROWS = 10_000;

/** How a picture is counted where nothing else is asked: as the server has it. */
export const requestFor = (kind: PictureKind): TableAsked => ({ kind, limit: MOST_ROWS });

/** Which picture, or which table with one; undefined where it was given up. */
export async function askKind(): Promise<PictureKind | (typeof WITH_PICTURES)[number] | undefined> {
  const items = [...PICTURES, ...WITH_PICTURES].map((value) => ({ label: kinds[value], value }));
  return (await vscode.window.showQuickPick(items, { title: page.title }))?.value;
}

export const isPicture = (kind: string): kind is PictureKind => PICTURES.some((known) => known === kind);

/** What must be known before it can be counted; undefined where it was given up. */
export async function askPicture(kind: PictureKind): Promise<TableAsked | undefined> {
  const request = requestFor(kind);
  return kind === 'barcode' ? changePicture(request, 'query') : request;
}

/** The settings that a picture has. */
export function settingsOf(kind: TableKind): readonly PictureSetting[] {
  if (kind === 'network') return ['unit', 'types', 'most', 'minimum', 'within', 'again'];
  if (kind === 'barcode') return ['query', 'minimum', 'within', 'again'];
  if (kind === 'map' || kind === 'timeline') return ['minimum', 'within', 'again'];
  return ['within', 'again'];
}

/** Asks for another value of a setting; undefined where it was given up. */
export async function changePicture(request: TableAsked, what: PictureSetting): Promise<TableAsked | undefined> {
  switch (what) {
    case 'again':
      return request;
    case 'unit': {
      const unit = await pick((['sentence', 'paragraph', 'article'] as const).map((value) => ({ label: units[value], value })));
      return unit && { ...request, unit };
    }
    case 'types':
      return askTypes(request);
    case 'minimum':
    case 'most':
      return askNumber(request, what);
    default:
      return askText(request, what);
  }
}

async function askTypes(request: TableAsked): Promise<TableAsked | undefined> {
  const items = (['PER', 'ORG', 'LOC', 'MISC'] as const).map((value) => ({
    label: types[value],
    value,
    picked: request.types?.includes(value) ?? false,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: page.title, placeHolder: page.whichTypes, canPickMany: true });
  if (picked === undefined) return undefined;
  const { types: _before, ...rest } = request;
  return picked.length === 0 ? rest : { ...rest, types: picked.map(({ value }) => value) };
}

async function askNumber(request: TableAsked, what: 'minimum' | 'most'): Promise<TableAsked | undefined> {
  const prompt = what === 'minimum' ? editor.minimum : page.howMany(MOST_NAMES);
  const written = await ask(prompt, String(request[what] ?? ''));
  if (written === undefined || !/^[1-9]\d{0,8}$/.test(written)) return undefined;
  const number = Number(written);
  return what === 'minimum' ? { ...request, minimum: number } : { ...request, most: Math.min(MOST_NAMES, Math.max(2, number)) };
}

async function askText(request: TableAsked, what: 'query' | 'within'): Promise<TableAsked | undefined> {
  const prompt = what === 'query' ? editor.queryOrQuotes : editor.withinWhat;
  const written = await ask(prompt, (what === 'query' ? request.queries?.[0] : request.within) ?? '');
  if (written === undefined) return undefined;
  const { queries, within, ...rest } = request;
  const own = { ...rest, ...(queries && { queries }), ...(within !== undefined && { within }) };
  if (what === 'query') return written === '' ? { ...own, queries: [] } : { ...own, queries: [written] };
  return written === '' ? { ...rest, ...(queries && { queries }) } : { ...own, within: written };
}

async function pick<T>(items: readonly { readonly label: string; readonly value: T }[]): Promise<T | undefined> {
  return (await vscode.window.showQuickPick(items, { title: page.title }))?.value;
}

async function ask(prompt: string, value: string): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ title: page.title, prompt, value }))?.trim();
}
