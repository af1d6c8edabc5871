import * as vscode from 'vscode';
import { type ReviewConflict, ReviewConflictsRequest, ReviewResolveRequest } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { showPlace } from '../navigation';
import { ui } from '../ui';
import { announce, type Reviews } from './reviews';

/** Asks for each conflict which side to keep; a conflict that is passed over stays as decided here. */
export async function resolveConflicts(client: ArticleClient, reviews: Reviews): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!isArticle(document)) return;
  const uri = document.uri.toString();
  const conflicts = reviews.state(document)?.conflicts ? await client.ask(ReviewConflictsRequest, { uri }) : [];
  if (!conflicts || conflicts.length === 0) {
    // two sides of git's that go together are written
    if (reviews.state(document)?.pending) await client.ask(ReviewResolveRequest, { uri, choices: {} });
    else announce(ui.conflicts.none);
    return;
  }
  const choices = new Map<string, Side>();
  for (const conflict of conflicts) {
    await showPlace(document.uri, toRange(conflict.range));
    const side = await pickSide(conflict);
    if (side === undefined) return;
    choices.set(conflict.id, side);
  }
  await client.ask(ReviewResolveRequest, { uri, choices: Object.fromEntries(choices) });
}

type Side = 'ours' | 'theirs' | 'both';

async function pickSide({ ours, theirs }: ReviewConflict): Promise<Side | undefined> {
  const gone = ui.conflicts.deleted;
  const items: { label: string; description?: string; side: Side }[] = [
    { label: ui.conflicts.ours, description: ours ?? gone, side: 'ours' },
    { label: ui.conflicts.theirs, description: theirs ?? gone, side: 'theirs' },
  ];
  if (ours && theirs) items.push({ label: ui.conflicts.both, side: 'both' });
  return (await vscode.window.showQuickPick(items, { placeHolder: ui.conflicts.title }))?.side;
}
