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
import { report } from '../report';
import { ui } from '../ui';
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
  const looking = ui.applyToAll.looking;
  const preview = await askWith(client, looking, ApplyToAllPreviewRequest, { uri, scope, verdict, item });
  if (preview === undefined) return;
  if (!preview || preview.total === 0) {
    announce(ui.applyToAll.none);
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
  const deciding = ui.applyToAll.deciding;
  const result = await askWith(client, deciding, ApplyToAllRequest, { uri, words, layer, type, verdict, files });
  if (result) tell(result);
}

async function pickScope(): Promise<'document' | 'folder' | undefined> {
  const document = { label: ui.applyToAll.inArticle, scope: 'document' as const };
  const folder = { label: ui.applyToAll.inFolder, scope: 'folder' as const };
  return (await vscode.window.showQuickPick([document, folder], { placeHolder: ui.applyToAll.title }))?.scope;
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
    title: verdict === 'confirm' ? ui.applyToAll.found(words, preview.title, count) : ui.applyToAll.rejecting(words, count),
    placeHolder: ui.applyToAll.untick,
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
  const line = ui.common.line(range[0] + 1);
  const what = kind === 'same' ? undefined : (now ?? (kind === 'new' ? ui.applyToAll.notAnnotated : undefined));
  const [start, end] = [Math.max(0, highlight[0] - AROUND), Math.min(context.length, highlight[1] + AROUND)];
  const label = `${start > 0 ? '…' : ''}${context.slice(start, end)}${end < context.length ? '…' : ''}`;
  return { label, description: [line, what].filter(Boolean).join(' · '), picked: chosen };
}

function tell({ places, files, skipped }: ApplyToAllResult): void {
  const done = ui.applyToAll.done(places, files);
  announce(done);
  const [first] = skipped;
  if (!first) return;
  const nameOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const warning = ui.applyToAll.skipped(skipped.length, nameOf(first.uri), first.message);
  void report(ui.applyToAll.title, warning, [
    { title: done, lines: skipped.map(({ uri, message }) => `- ${nameOf(uri)}: ${message}`) },
  ]);
}
