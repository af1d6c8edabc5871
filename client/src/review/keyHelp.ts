import * as vscode from 'vscode';
import type { SchemaInfo } from '../../../server/src/protocol';
import { keyLabel, type Text } from '../declare';
import { helpLines, REVIEW_ACTIONS } from './actions';

/** The keys of the review mode, for the mouse on its item in the status bar: those of the types, then the others. */
export function keyHelp(schema: SchemaInfo | undefined): vscode.MarkdownString {
  const types = (schema?.layers ?? []).flatMap((layer) =>
    layer.types.flatMap(({ key, title }) => (key ? [`${code(key.toUpperCase())} ${escaped(title)}`] : [])),
  );
  const rows = helpLines(REVIEW_ACTIONS).map(({ keys, text }) => [keys.map(keyLabel), inOwnLanguage(text)] as const);
  const table = [...rows, [['Escape'], vscode.l10n.t('type again')] as const].map(
    ([keys, what]) => `| ${keys.map(code).join(' ')} | ${what} |`,
  );
  return new vscode.MarkdownString(
    [`**${vscode.l10n.t('Keys decide instead of typing')}**`, types.join(' · '), `| | |\n|:--|:--|\n${table.join('\n')}`].join(
      '\n\n',
    ),
  );
}

const inOwnLanguage = ({ en, fr }: Text): string => (/^fr\b/i.test(vscode.env.language) ? fr : en);
const code = (key: string): string => `\`${key}\``;
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+|<>!~-]/g, '\\$&');
