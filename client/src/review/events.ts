import * as vscode from 'vscode';
import {
  type RelationInfo,
  RelationsRequest,
  type ReviewItemInfo,
  type ReviewOperation,
  type SchemaInfo,
} from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import { askName, pickOther } from './relations';
import { shortened } from './speakers';

type Declared = NonNullable<SchemaInfo['events']>[number];
type Argument = Declared['arguments'][number];

/** What has a part in an event, while it is being put together. */
interface Part {
  readonly role: string;
  readonly item: string;
  readonly words: string;
}

/** Where an event is to be told, and what it is chosen from. */
export interface EventPlace {
  readonly uri: string;
  readonly selection: vscode.Selection;
  /** What the cursor is in. */
  readonly item: ReviewItemInfo | undefined;
  readonly items: readonly ReviewItemInfo[];
  readonly schema: SchemaInfo | undefined;
}

/**
 * Asks for an event: what kind it is, and who and what has a part in it. The words that tell it are those selected, else what
 * the cursor is in; where those tell one already, its arguments are changed. `noWords` where there are none.
 */
export async function askEvent(client: ArticleClient, place: EventPlace): Promise<ReviewOperation | 'noWords' | undefined> {
  const known = (await client.ask(RelationsRequest, { uri: place.uri })) ?? [];
  const before = known.find(({ trigger }) => trigger !== undefined && trigger.item === place.item?.id);
  const here = place.item?.ranges[0];
  const range = before || place.selection.isEmpty ? here && toRange(here) : place.selection;
  if (range === undefined) return 'noWords';
  const event = before ? declaredAs(before.type, before.title, place.schema) : await pickEvent(place.schema, known);
  if (event === undefined) return undefined;
  const parts = await askParts(event, before ? partsOf(before) : [], place);
  if (parts === undefined) return undefined;
  const bare = parts.map(({ role, item }) => ({ role, item }));
  if (before) return { kind: 'setArguments', relation: before.id, parts: bare };
  return { kind: 'addEvent', type: event.id, range, parts: bare };
}

const declaredAs = (id: string, title: string, schema: SchemaInfo | undefined): Declared =>
  schema?.events?.find((event) => event.id === id) ?? { id, title, arguments: [] };

/** brat numbers what several have: `Who2` is one more `Who`. */
const partsOf = ({ ends }: RelationInfo): readonly Part[] =>
  ends.map(({ role = '', item, words }) => ({ role: role.replace(/\d+$/, '') || role, item, words }));

/** The events of the schema; where it has none, those of the article, and any name. */
async function pickEvent(schema: SchemaInfo | undefined, known: readonly RelationInfo[]): Promise<Declared | undefined> {
  const own = known.filter(({ trigger }) => trigger).map(({ type, title }) => [type, declaredAs(type, title, schema)] as const);
  const events = schema?.events ?? [...new Map(own).values()];
  const rows = events.map((event) => ({
    label: event.title,
    ...(event.guidelines !== undefined && { detail: event.guidelines }),
    event: event as Declared | undefined,
  }));
  if (schema?.events === undefined) rows.push({ label: ui.events.another, event: undefined });
  const row = await vscode.window.showQuickPick(rows, { placeHolder: ui.events.which });
  if (row === undefined || row.event) return row?.event;
  const id = await askName(ui.events.name);
  return id ? declaredAs(id, id, schema) : undefined;
}

/** Lists the parts with what they have, until they are done with; undefined where it is given up. */
async function askParts(event: Declared, given: readonly Part[], place: EventPlace): Promise<readonly Part[] | undefined> {
  let parts = given;
  for (;;) {
    const row = await vscode.window.showQuickPick(partRows(event, parts), { placeHolder: ui.events.parts(event.title) });
    if (row === undefined) return undefined;
    if (row.does === 'done') return parts;
    const { part } = row;
    if (part) parts = parts.filter((one) => one !== part);
    else parts = [...parts, ...(await askPart(row.argument, place))];
  }
}

interface PartRow extends vscode.QuickPickItem {
  readonly does?: 'done';
  readonly argument?: Argument;
  /** One that is there: to be taken out. */
  readonly part?: Part;
}

function partRows(event: Declared, parts: readonly Part[]): readonly PartRow[] {
  const lacks = event.arguments.some(({ role, required }) => required && !parts.some((part) => part.role === role));
  const open = event.arguments.filter(({ role, multiple }) => multiple || !parts.some((part) => part.role === role));
  return [
    ...(lacks ? [] : [{ label: `$(check) ${ui.events.done}`, does: 'done' as const }]),
    ...open.map((argument) => ({
      label: `$(add) ${argument.role}`,
      description: argument.required ? ui.events.required : '',
      argument,
    })),
    ...(event.arguments.length === 0 ? [{ label: `$(add) ${ui.events.part}` }] : []),
    ...parts.map((part) => ({
      label: `$(trash) ${part.role}`,
      description: shortened(part.words),
      detail: ui.events.takeOut,
      part,
    })),
  ];
}

/** One more part: which, and what has it. Nothing where it is given up. */
async function askPart(argument: Argument | undefined, { items, item, selection }: EventPlace): Promise<readonly Part[]> {
  const role = argument?.role ?? (await askName(ui.events.role));
  if (!role) return [];
  const types = argument?.types ?? [];
  const fitting = items.filter(({ type, id }) => id !== item?.id && (types.length === 0 || types.includes(type)));
  if (fitting.length === 0) {
    void vscode.window.showInformationMessage(ui.events.nothingFits(role));
    return [];
  }
  const chosen = await pickOther(fitting, { ranges: [flat(selection)] }, role);
  return chosen ? [{ role, item: chosen.id, words: chosen.words }] : [];
}

const flat = ({ start, end }: vscode.Range): ReviewItemInfo['ranges'][number] => [
  start.line,
  start.character,
  end.line,
  end.character,
];
