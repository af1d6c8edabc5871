import * as vscode from 'vscode';
import { ui } from '../ui';

/** Says that a browser does not have what was asked for, and where it is to be had. */
export function tellNotHere(): void {
  void vscode.window.showInformationMessage(ui.browser.notHere);
}
