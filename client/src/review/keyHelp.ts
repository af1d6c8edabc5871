import * as vscode from 'vscode';
import type { SchemaInfo } from '../../../server/src/protocol';
import { keyLabel } from '../declare';
import { ui } from '../ui';
import { helpLines, REVIEW_ACTIONS } from './actions';
import { actionsIn, claimedIn, type KeySet } from './keySets';

/** The keys of the review mode, for the mouse on its item in the status bar: those of the types, then the others. */
export function keyHelp(schema: SchemaInfo | undefined, set: KeySet): vscode.MarkdownString {
  const taken = claimedIn(set);
  const types = (schema?.layers ?? []).flatMap((layer) =>
    layer.types.flatMap(({ key, title }) =>
      key && !taken.has(key.toLowerCase()) ? [`${code(key.toUpperCase())} ${escaped(title)}`] : [],
    ),
  );
  const rows = helpLines(actionsIn(set, REVIEW_ACTIONS)).map(({ keys, text }) => [keys.map(keyLabel), text[ui.locale]] as const);
  const table = [...rows, [['Alt+…'], ui.keys.exact] as const, [['Escape'], ui.keys.leave] as const].map(
    ([keys, what]) => `| ${keys.map(code).join(' ')} | ${what} |`,
  );
  return new vscode.MarkdownString(
    [`**${ui.mode.keysDecide}** (${ui.keys.sets[set]})`, types.join(' · '), `| | |\n|:--|:--|\n${table.join('\n')}`].join('\n\n'),
  );
}

const code = (key: string): string => `\`${key}\``;
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+|<>!~-]/g, '\\$&');
