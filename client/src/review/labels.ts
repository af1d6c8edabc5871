import * as vscode from 'vscode';
import { type LabelInfo, LabelRequest, OutcomesRequest, type SchemaInfo, SchemaRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import { labelWords } from './outcomes';
import { addLabel } from './projectFiles';
import { announce, type Reviews } from './reviews';

type Declared = NonNullable<SchemaInfo['labels']>[number];

/** The labels of the active article in the status bar; a click sets them. */
export class Labels implements vscode.Disposable {
  readonly #reviews: Reviews;
  readonly #item = vscode.window.createStatusBarItem('corpusAnnotator.labels', vscode.StatusBarAlignment.Right, 99);
  readonly #disposables: readonly vscode.Disposable[];

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
    this.#item.name = ui.labels.name;
    this.#item.command = 'corpusAnnotator.review.labelArticle';
    this.#disposables = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      reviews.onDidChange(() => this.#show()),
    ];
  }

  async #show(): Promise<void> {
    const { document } = vscode.window.activeTextEditor ?? {};
    const state = this.#reviews.state(document);
    const declared = state && document ? (await this.#reviews.schema(document))?.labels : undefined;
    // another editor has become active meanwhile
    if (document !== vscode.window.activeTextEditor?.document) return;
    const labels = state?.labels ?? [];
    // where a project has no labels, nobody is to be reminded of them
    if (state === undefined || (labels.length === 0 && declared === undefined)) return this.#item.hide();
    const words = labels.map(({ title, values }) => values.filter(Boolean).join(', ') || title).join(' · ');
    this.#item.text = `$(tag) ${words || ui.labels.none}`;
    this.#item.tooltip = [...labels.map(labelWords), ui.labels.click].join('\n');
    this.#item.accessibilityInformation = { label: `${ui.labels.name}: ${labels.map(labelWords).join(', ') || ui.labels.none}` };
    this.#item.show();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** Asks which label an article is to have, and which of its values, and sets it. */
export async function labelArticle(client: ArticleClient, uri: vscode.Uri): Promise<void> {
  const [schema, outcomes] = await Promise.all([
    client.ask(SchemaRequest, { uri: uri.toString() }),
    client.ask(OutcomesRequest, { uris: [uri.toString()] }),
  ]);
  const declared = schema?.labels ?? [];
  const now = outcomes?.[0]?.labels ?? [];
  if (declared.length === 0 && now.length === 0) return offerLabel(uri);
  const label = await pickLabel(declared, now);
  if (label === 'new') await addLabel(uri, declared);
  if (label === undefined || label === 'new') return;
  const values = await askValues(label, now.find((own) => own.label === label.id)?.values ?? []);
  if (values === undefined) return;
  const answer = await client.ask(LabelRequest, { uri: uri.toString(), label: label.id, values });
  if (!answer?.ok) return void vscode.window.showWarningMessage(answer?.message ?? ui.agreement.unchanged);
  announce(labelWords({ title: label.title, values }) || ui.labels.removed(label.title));
}

/** A project without labels: says so, and where they would be declared. */
async function offerLabel(uri: vscode.Uri): Promise<void> {
  const pressed = await vscode.window.showInformationMessage(ui.labels.noneDeclared, ui.labels.declare);
  if (pressed === ui.labels.declare) await addLabel(uri, []);
}

/** The declared labels, those that the article has all the same, and a new one. */
async function pickLabel(declared: readonly Declared[], now: readonly LabelInfo[]): Promise<Declared | 'new' | undefined> {
  const values = (id: string): readonly string[] | undefined => now.find(({ label }) => label === id)?.values;
  const strange = now.filter(({ label }) => !declared.some(({ id }) => id === label));
  const rows = [
    ...declared.map((label) => ({
      label: label.title,
      description: shown(values(label.id)),
      ...(label.guidelines !== undefined && { detail: label.guidelines }),
      chosen: label,
    })),
    ...strange.map(({ label, title }) => ({
      label: title,
      description: `${shown(values(label))} · ${ui.labels.undeclared}`,
      chosen: { id: label, title, kind: 'choice', values: [] } satisfies Declared,
    })),
    { label: ui.labels.declare, chosen: 'new' as const },
  ];
  return (await vscode.window.showQuickPick(rows, { placeHolder: ui.labels.which, matchOnDescription: true }))?.chosen;
}

const shown = (values: readonly string[] | undefined): string =>
  values?.map((value) => (value === '' ? '✓' : value)).join(', ') ?? '';

/** The values that the label is to have: none takes it away; undefined where it is given up. */
async function askValues(label: Declared, now: readonly string[]): Promise<readonly string[] | undefined> {
  const { title, kind, values, guidelines } = label;
  if (kind === 'flag') return now.length > 0 ? [] : [''];
  const placeHolder = guidelines === undefined ? title : `${title}: ${guidelines}`;
  if (kind === 'choice' && label.multiple === true) {
    // what is there and not offered can be taken away
    const rows = [...new Set([...values, ...now])].map((value) => ({ label: value, picked: now.includes(value) }));
    const picked = await vscode.window.showQuickPick(rows, { placeHolder, canPickMany: true });
    return picked?.map((row) => row.label);
  }
  if (kind === 'choice') {
    const none = { label: ui.ask.noValue, value: undefined };
    const rows = [...values.map((value) => ({ label: value, value, description: now.includes(value) ? '✓' : '' })), none];
    const picked = await vscode.window.showQuickPick(rows, { placeHolder });
    return picked && (picked.value === undefined ? [] : [picked.value]);
  }
  const prompt = label.multiple === true ? ui.labels.several : placeHolder;
  const typed = await vscode.window.showInputBox({ title, prompt, value: now.join('; ') });
  const parts = label.multiple === true ? typed?.split(';') : typed === undefined ? undefined : [typed];
  return parts?.map((part) => part.trim()).filter((part) => part !== '');
}
