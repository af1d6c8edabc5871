import * as vscode from 'vscode';
import type { SchemaInfo } from '../../../server/src/protocol';
import { ui } from '../ui';
import type { KeyedType } from './keys';

/** Asks for a type of the schema; the keys of the review mode stand beside the names. */
export async function pickType(schema: SchemaInfo | undefined): Promise<KeyedType | undefined> {
  const items = (schema?.layers ?? []).flatMap((layer) => [
    { label: layer.title, kind: vscode.QuickPickItemKind.Separator },
    ...layer.types.map((type) => ({
      label: type.title,
      description: [type.key, type.id].filter(Boolean).join(' · '),
      ...((type.guidelines || type.place) && {
        detail: [type.guidelines, type.place && `§ ${type.place.heading}`].filter(Boolean).join(' · '),
      }),
      type: { layer: layer.id, type: type.id, title: type.title },
    })),
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: ui.ask.type,
    matchOnDescription: true,
  });
  return picked && 'type' in picked ? picked.type : undefined;
}
