import * as vscode from 'vscode';
import type { ReviewFilter, SchemaInfo } from '../../../server/src/protocol';
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
  const leastSure = vscode.l10n.t('Undecided, the least sure first');
  const separator = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const choices: (Choice | vscode.QuickPickItem)[] = [
    { label: vscode.l10n.t('Undecided'), choose: () => UNDECIDED },
    { label: leastSure, choose: () => ({ ...UNDECIDED, name: leastSure, order: 'leastSure' }) },
    { label: vscode.l10n.t('Undecided below a confidence…'), choose: pickBelow },
    plain(vscode.l10n.t('Doubtful after an edit'), { status: ['doubtful'] }),
    plain(vscode.l10n.t('Confirmed'), { status: ['confirmed'] }),
    plain(vscode.l10n.t('Rejected'), { status: ['rejected'] }),
    plain(vscode.l10n.t('Everything'), {}),
    ...(schema?.layers ?? []).flatMap((layer) => [
      separator(layer.title),
      plain(vscode.l10n.t('Undecided: {0}', layer.title), { status: ['undecided'], layers: [layer.id] }),
      ...layer.types.map((type) =>
        plain(vscode.l10n.t('Undecided: {0}', type.title), { status: ['undecided'], layers: [layer.id], types: [type.id] }),
      ),
    ]),
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    placeHolder: vscode.l10n.t('What to list, and to go through with the keys'),
  });
  return picked && 'choose' in picked ? picked.choose() : undefined;
}

async function pickBelow(): Promise<Listing | undefined> {
  const title = vscode.l10n.t('Undecided below a confidence…');
  const below = await askScore(title, vscode.l10n.t('With a score below (0 to 1)'), 0.7);
  if (below === undefined) return undefined;
  return { name: vscode.l10n.t('Undecided below {0}', below), filter: { status: ['undecided'], below }, order: 'text' };
}

/** What the keys go through: of what is listed, that which waits for a decision. */
export function toWalk({ filter, order }: Listing): Pick<Listing, 'filter' | 'order'> {
  const isDoubtful = filter.status?.length === 1 && filter.status[0] === 'doubtful';
  return { filter: isDoubtful ? filter : { ...filter, status: ['undecided'] }, order };
}

/** What an empty list says. */
export function nothingListed({ name }: Listing): string {
  return name === '' ? vscode.l10n.t('Nothing here waits for a decision.') : vscode.l10n.t('{0}: nothing in this article.', name);
}
