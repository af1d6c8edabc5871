import * as vscode from 'vscode';
import type { SchemaInfo } from '../../../server/src/protocol';
import { keyLabel } from '../declare';
import { ui } from '../ui';
import { helpLines, REVIEW_ACTIONS } from './actions';

/** The keys of the review mode, for the mouse on its item in the status bar: those of the types, then the others. */
export function keyHelp(schema: SchemaInfo | undefined): vscode.MarkdownString {
  const types = (schema?.layers ?? []).flatMap((layer) =>
    layer.types.flatMap(({ key, title }) => (key ? [`${code(key.toUpperCase())} ${escaped(title)}`] : [])),
  );
  const rows = helpLines(REVIEW_ACTIONS).map(({ keys, text }) => [keys.map(keyLabel), text[ui.locale]] as const);
  const table = [...rows, [['Escape'], ui.keys.leave] as const].map(
    ([keys, what]) => `| ${keys.map(code).join(' ')} | ${what} |`,
  );
  return new vscode.MarkdownString(
    [`**${ui.mode.keysDecide}**`, types.join(' · '), `| | |\n|:--|:--|\n${table.join('\n')}`].join('\n\n'),
  );
}

const code = (key: string): string => `\`${key}\``;
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+|<>!~-]/g, '\\$&');
