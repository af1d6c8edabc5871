import * as vscode from 'vscode';
import { type ReviewFilter, type SchemaInfo, SETTINGS_SECTION } from '../../../server/src/protocol';
import { ui } from '../ui';
import { type Listing, UNDECIDED } from './reviews';
import { askScore } from './scores';

interface Choice extends vscode.QuickPickItem {
  readonly choose: () => Listing | undefined | Promise<Listing | undefined>;
}

/** Asks what is to be listed and gone through; undefined where it is given up. */
export async function pickListing(schema: SchemaInfo | undefined): Promise<Listing | undefined> {
  const plain = (label: string, filter: ReviewFilter): Choice => ({
    label,
    choose: () => ({ name: label, filter, order: 'text' }),
  });
  const leastSure = ui.list.leastSure;
  const separator = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const choices: (Choice | vscode.QuickPickItem)[] = [
    { label: ui.list.undecided, choose: () => UNDECIDED },
    { label: leastSure, choose: () => ({ ...UNDECIDED, name: leastSure, order: 'leastSure' }) },
    { label: ui.list.below, choose: pickBelow },
    plain(ui.list.doubtful, { status: ['doubtful'] }),
    plain(ui.list.confirmed, { status: ['confirmed'] }),
    plain(ui.list.rejected, { status: ['rejected'] }),
    { label: ui.list.by, choose: pickBy },
    plain(ui.list.everything, {}),
    ...(schema?.layers ?? []).flatMap((layer) => [
      separator(layer.title),
      plain(ui.list.undecidedOf(layer.title), { status: ['undecided'], layers: [layer.id] }),
      ...layer.types.map((type) =>
        plain(ui.list.undecidedOf(type.title), { status: ['undecided'], layers: [layer.id], types: [type.id] }),
      ),
    ]),
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    placeHolder: ui.list.title,
  });
  return picked && 'choose' in picked ? picked.choose() : undefined;
}

async function pickBelow(): Promise<Listing | undefined> {
  const title = ui.list.below;
  const below = await askScore(title, ui.ask.scoreBelow, 0.7);
  if (below === undefined) return undefined;
  return { name: ui.list.belowOf(below), filter: { status: ['undecided'], below }, order: 'text' };
}

async function pickBy(): Promise<Listing | undefined> {
  const value = vscode.workspace.getConfiguration(SETTINGS_SECTION).get<string>('annotator', '');
  const by = await vscode.window.showInputBox({ title: ui.list.by, prompt: ui.list.byPrompt, value });
  return by === undefined || by.trim() === ''
    ? undefined
    : { name: ui.list.byOf(by.trim()), filter: { by: by.trim() }, order: 'text' };
}

/** What the keys go through: of what is listed, that which waits for a decision. */
export function toWalk({ filter, order }: Listing): Pick<Listing, 'filter' | 'order'> {
  const isDoubtful = filter.status?.length === 1 && filter.status[0] === 'doubtful';
  return { filter: isDoubtful ? filter : { ...filter, status: ['undecided'] }, order };
}

/** What an empty list says. */
export function nothingListed({ name }: Listing): string {
  return name === '' ? ui.list.nothingUndecided : ui.list.nothing(name);
}
