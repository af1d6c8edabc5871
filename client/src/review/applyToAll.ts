import * as vscode from 'vscode';
import {
  type ApplyPlaceInfo,
  type ApplyToAllPreview,
  ApplyToAllPreviewRequest,
  ApplyToAllRequest,
  type ApplyToAllResult,
  type FlatRange,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { askWith } from './longAsk';
import { announce } from './reviews';

/** The item whose mentions are meant, and what is to become of them. */
export interface ToAll {
  readonly uri: string;
  readonly item: string;
  readonly verdict: 'confirm' | 'reject';
}

interface PlaceItem extends vscode.QuickPickItem {
  readonly uri?: string;
  readonly range?: FlatRange;
}

/** Asks where, shows what would be done at each place, and does what is ticked, as one step to undo. */
export async function applyToAll(client: ArticleClient, { uri, item, verdict }: ToAll): Promise<void> {
  const scope = await pickScope();
  if (scope === undefined) return;
  const looking = vscode.l10n.t('Looking for all mentions');
  const preview = await askWith(client, looking, ApplyToAllPreviewRequest, { uri, scope, verdict, item });
  if (preview === undefined) return;
  if (!preview || preview.total === 0) {
    announce(vscode.l10n.t('There are no other mentions to apply this to.'));
    return;
  }
  const chosen = await pickPlaces(preview, verdict);
  if (chosen === undefined || chosen.length === 0) return;
  const files = preview.files
    .map((file) => ({
      uri: file.uri,
      ranges: chosen.flatMap((place) => (place.uri === file.uri && place.range ? [place.range] : [])),
    }))
    .filter((file) => file.ranges.length > 0);
  const { words, layer, type } = preview;
  const deciding = vscode.l10n.t('Deciding on all mentions');
  const result = await askWith(client, deciding, ApplyToAllRequest, { uri, words, layer, type, verdict, files });
  if (result) report(result);
}

async function pickScope(): Promise<'document' | 'folder' | undefined> {
  const document = { label: vscode.l10n.t('In this article'), scope: 'document' as const };
  const folder = { label: vscode.l10n.t('In all articles of the folder'), scope: 'folder' as const };
  return (await vscode.window.showQuickPick([document, folder], { placeHolder: vscode.l10n.t('Apply to all mentions') }))?.scope;
}

function pickPlaces(preview: ApplyToAllPreview, verdict: 'confirm' | 'reject'): Thenable<readonly PlaceItem[] | undefined> {
  const items = preview.files.flatMap((file): PlaceItem[] => [
    // One article needs no heading: its name would take the room of what is said of the place.
    ...(preview.files.length > 1 ? [heading(file.uri)] : []),
    ...file.places.map((place) => ({ ...placeItem(place), uri: file.uri, range: place.range })),
  ]);
  const [words, count] = [preview.words, preview.total];
  return vscode.window.showQuickPick(items, {
    canPickMany: true,
    title:
      verdict === 'confirm'
        ? vscode.l10n.t('“{0}” as {1}: {2} found', words, preview.title, count)
        : vscode.l10n.t('Reject “{0}”: {1} found', words, count),
    placeHolder: vscode.l10n.t('Untick where it does not hold'),
    matchOnDescription: true,
  });
}

const heading = (uri: string): PlaceItem => ({
  label: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
  kind: vscode.QuickPickItemKind.Separator,
});

/** How much of what stands around the words a row has room for beside the line and what is there now. */
const AROUND = 24;

function placeItem({ context, highlight, kind, now, chosen, range }: ApplyPlaceInfo): vscode.QuickPickItem {
  const line = vscode.l10n.t('line {0}', range[0] + 1);
  const what = kind === 'same' ? undefined : (now ?? (kind === 'new' ? vscode.l10n.t('not annotated') : undefined));
  const [start, end] = [Math.max(0, highlight[0] - AROUND), Math.min(context.length, highlight[1] + AROUND)];
  const label = `${start > 0 ? '…' : ''}${context.slice(start, end)}${end < context.length ? '…' : ''}`;
  return { label, description: [line, what].filter(Boolean).join(' · '), picked: chosen };
}

function report({ places, files, skipped }: ApplyToAllResult): void {
  announce(vscode.l10n.t('Places decided: {0}, in files: {1}', places, files));
  const [first] = skipped;
  if (first) {
    const name = vscode.workspace.asRelativePath(vscode.Uri.parse(first.uri));
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} files were passed over. {1}: {2}', skipped.length, name, first.message),
    );
  }
}
