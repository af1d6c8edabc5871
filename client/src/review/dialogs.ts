import * as vscode from 'vscode';
import type { ReviewItemInfo, ReviewOperation, ReviewQuestion, SchemaInfo } from '../../../server/src/protocol';
import { ui } from '../ui';
import { pickName, shortened, speakersFor } from './speakers';

/** What is asked about, and what the answers are chosen from. */
export interface Subject {
  readonly item: ReviewItemInfo;
  /** All items of the article. */
  readonly items: readonly ReviewItemInfo[];
  readonly schema: SchemaInfo | undefined;
}

/** Asks for what an operation needs to be told, as on a form; undefined where it is given up. */
export function askOperation(question: ReviewQuestion, subject: Subject): Promise<ReviewOperation | undefined> {
  return QUESTIONS[question](subject);
}

/** The layer that a question makes sense for; undefined: for any. */
export function layerOf(question: ReviewQuestion): string | undefined {
  return LAYERS[question];
}

const LAYERS: Readonly<Partial<Record<ReviewQuestion, string>>> = {
  speaker: 'quote',
  value: 'date',
  sameEntity: 'entity',
  differentEntity: 'entity',
};

const QUESTIONS: Readonly<Record<ReviewQuestion, (subject: Subject) => Promise<ReviewOperation | undefined>>> = {
  speaker: askSpeaker,
  value: askValue,
  note: askNote,
  attribute: askAttribute,
  sameEntity: askEntity,
  differentEntity: async ({ item }) => ({ kind: 'differentEntity', items: [item.id] }),
};

/** The speaker is asked for by name; names that the article has are offered. */
async function askSpeaker({ item, items }: Subject): Promise<ReviewOperation | undefined> {
  const name = await pickName(speakersFor(items), ui.ask.speaker(shortened(item.words)));
  return name === undefined ? undefined : { kind: 'setSpeaker', items: [item.id], name };
}

async function askValue({ item }: Subject): Promise<ReviewOperation | undefined> {
  const now = item.attributes.value;
  const value = await vscode.window.showInputBox({
    title: item.words,
    prompt: ui.ask.value,
    value: typeof now === 'string' ? now : (item.proposed ?? ''),
  });
  return value ? { kind: 'setValue', items: [item.id], value } : undefined;
}

async function askNote({ item }: Subject): Promise<ReviewOperation | undefined> {
  const prompt = ui.ask.note(item.words);
  const text = await vscode.window.showInputBox({ prompt, value: item.note ?? '' });
  return text === undefined ? undefined : { kind: 'note', item: item.id, text };
}

/** The entities of the article are offered: those of the same type first, each with its number of mentions. */
async function askEntity({ item, items }: Subject): Promise<ReviewOperation | undefined> {
  const mentions = new Map<string, ReviewItemInfo[]>();
  for (const other of items) {
    if (other.layer !== 'entity' || other.status === 'rejected') continue;
    const name = other.entity ?? other.words;
    mentions.set(name, [...(mentions.get(name) ?? []), other]);
  }
  const own = item.entity ?? item.words;
  const others = [...mentions].filter(([name]) => name !== own);
  const rank = (of: readonly ReviewItemInfo[]): number => (of[0]?.type === item.type ? 0 : 1);
  others.sort(([, a], [, b]) => rank(a) - rank(b) || b.length - a.length);
  const rows = others.map(([label, of]) => ({ label, description: `${of[0]?.title ?? ''} · ${of.length}` }));
  const name = await pickName(rows, ui.ask.sameEntity(shortened(item.words)));
  if (name === undefined) return undefined;
  const same = mentions.get(name)?.[0];
  return { kind: 'sameEntity', items: same ? [item.id, same.id] : [item.id], name };
}

interface AttributeRow extends vscode.QuickPickItem {
  readonly name?: string;
}

/** What an item has itself: an attribute may be called `constructor`. */
const attributeOf = ({ attributes }: Subject['item'], name: string) =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;

/** The attributes that the schema declares for the layer, those that the item has, and any other. */
async function askAttribute({ item, schema }: Subject): Promise<ReviewOperation | undefined> {
  const declared = schema?.layers.find((layer) => layer.id === item.layer)?.attributes ?? [];
  const ids = new Set(declared.map(({ id }) => id));
  const free = Object.keys(item.attributes).filter((name) => !ids.has(name));
  const rows: AttributeRow[] = [
    ...declared.map(({ id, title }) => ({ label: title, description: shownValue(attributeOf(item, id)), name: id })),
    ...free.map((name) => ({ label: name, description: shownValue(attributeOf(item, name)), name })),
    { label: ui.ask.otherAttribute },
  ];
  const placeHolder = ui.ask.attribute(shortened(item.words));
  const row = rows.length === 1 ? rows[0] : await vscode.window.showQuickPick(rows, { placeHolder });
  if (row === undefined) return undefined;
  const name = row.name ?? (await askName(placeHolder));
  if (name === undefined) return undefined;
  const value = await askAttributeValue(
    name,
    attributeOf(item, name),
    declared.find(({ id }) => id === name),
  );
  return value === undefined ? undefined : { kind: 'attribute', items: [item.id], name, value };
}

/** A name that brat can write: one word. */
async function askName(title: string): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    prompt: ui.ask.attributeName,
    validateInput: (typed) => (/^\S*$/u.test(typed) ? undefined : ui.ask.noSpaces),
  });
  return name || undefined;
}

type Declared = SchemaInfo['layers'][number]['attributes'][number];
type Value = ReviewItemInfo['attributes'][string] | undefined;

/**
 * A text, one or several of the declared values, or a flag turned round; null takes the attribute away; undefined where it
 * is given up.
 */
async function askAttributeValue(
  name: string,
  now: Value,
  declared: Declared | undefined,
): Promise<string | readonly string[] | null | undefined> {
  if (declared?.kind === 'flag') return now === undefined ? '' : null;
  if (declared?.multiple && declared.values.length > 0) return pickSeveral(declared, now);
  if (declared && declared.values.length > 0) {
    const none = ui.ask.noValue;
    const rows = [...declared.values, none].map((label) => ({ label, picked: label === now }));
    const picked = await vscode.window.showQuickPick(rows, { placeHolder: declared.title });
    return picked && (picked.label === none ? null : picked.label);
  }
  const value = await vscode.window.showInputBox({
    prompt: ui.ask.attributeValue(declared?.title ?? name),
    value: typeof now === 'string' ? now : '',
  });
  return value === '' ? null : value;
}

/** Several of the declared values; what is there and not offered can be taken away. */
async function pickSeveral({ title, values }: Declared, now: Value): Promise<readonly string[] | null | undefined> {
  const own = typeof now === 'string' ? [now] : (now ?? []);
  const rows = [...new Set([...values, ...own])].map((label) => ({ label, picked: own.includes(label) }));
  const picked = await vscode.window.showQuickPick(rows, { placeHolder: title, canPickMany: true });
  return picked && (picked.length === 0 ? null : picked.map(({ label }) => label));
}

function shownValue(value: Value): string {
  if (value === undefined) return '';
  return value === '' ? '✓' : String(value);
}
