import * as vscode from 'vscode';
import { type AgreementReport, AgreementRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { showRendered } from '../report';
import { saveOrTell } from '../saveOrTell';
import { ui } from '../ui';
import { adjudicate } from './adjudication';
import { askWith } from './longAsk';
import { pickAnnotators } from './pickAnnotators';

/** Compares annotators' folders, shows how far they agree, and offers what can be done with that. */
export async function agreement(client: ArticleClient, given?: readonly vscode.Uri[]): Promise<void> {
  const folders = given ?? (await pickAnnotators());
  if (!folders) return;
  const params = { folders: folders.map(String) };
  const result = await askWith(client, ui.agreement.comparing, AgreementRequest, params);
  if (!result) return;
  await showRendered(ui.agreement.title, result.markdown);
  void offer(client, folders, result);
}

async function offer(client: ArticleClient, folders: readonly vscode.Uri[], result: AgreementReport): Promise<void> {
  const { toGold, asCsv, done } = ui.agreement;
  const { documents, differences } = result;
  const picked = await vscode.window.showInformationMessage(done(documents, differences), toGold, asCsv);
  if (picked === toGold) await adjudicate(client, { folders });
  if (picked !== asCsv) return;
  const target = await vscode.window.showSaveDialog({ filters: { CSV: ['csv'] } });
  if (target !== undefined) await saveOrTell(target, result.csv);
}
