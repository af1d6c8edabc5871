import * as vscode from 'vscode';
import type { SchemaInfo } from '../../../server/src/protocol';

/** The keys of the review mode, for the mouse on its item in the status bar: those of the types, then the others. */
export function keyHelp(schema: SchemaInfo | undefined): vscode.MarkdownString {
  const types = (schema?.layers ?? []).flatMap((layer) =>
    layer.types.flatMap(({ key, title }) => (key ? [`${code(key.toUpperCase())} ${escaped(title)}`] : [])),
  );
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['Enter', 'Y'], vscode.l10n.t('confirm')],
    [['Delete', 'R'], vscode.l10n.t('reject')],
    [['C'], vscode.l10n.t('take the decision back')],
    [['Space', 'N'], vscode.l10n.t('next undecided; with Shift, the one before')],
    [['F', 'Shift+F'], vscode.l10n.t('end: a word more, a word less')],
    [['B', 'Shift+B'], vscode.l10n.t('start: a word more, a word less')],
    [['K', 'G'], vscode.l10n.t('split at the cursor, merge what is selected')],
    [['Shift+K', 'Shift+G'], vscode.l10n.t('names something else, names the same as …')],
    [['H', 'V', 'J'], vscode.l10n.t('speaker, value of a date, note')],
    [['Shift+H', 'Shift+J'], vscode.l10n.t('selected words as speaker or cue, attribute')],
    [['A', 'Shift+A'], vscode.l10n.t('confirm all mentions, reject all mentions')],
    [['Shift+D'], vscode.l10n.t('next article')],
    [['Z', 'Shift+Z'], vscode.l10n.t('undo, redo')],
    [['Escape'], vscode.l10n.t('type again')],
  ];
  const table = rows.map(([keys, what]) => `| ${keys.map(code).join(' ')} | ${what} |`);
  return new vscode.MarkdownString(
    [`**${vscode.l10n.t('Keys decide instead of typing')}**`, types.join(' · '), `| | |\n|:--|:--|\n${table.join('\n')}`].join(
      '\n\n',
    ),
  );
}

const code = (key: string): string => `\`${key}\``;
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+|<>!~-]/g, '\\$&');
