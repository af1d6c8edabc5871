import * as vscode from 'vscode';
import type { FlatRange } from '../../../server/src/protocol';

/** A range of the protocol as VS Code has it. */
export function toRange([startLine, startCharacter, endLine, endCharacter]: FlatRange): vscode.Range {
  return new vscode.Range(startLine, startCharacter, endLine, endCharacter);
}

/** A range as it came over the wire: plain numbers without VS Code's methods. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export function fromWire({ start, end }: WireRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
