import * as vscode from 'vscode';
import { ui } from '../ui';

/** Asks for a score from 0 to 1, with a point or a comma; undefined where it is given up. */
export async function askScore(title: string, prompt: string, first: number): Promise<number | undefined> {
  const typed = await vscode.window.showInputBox({
    title,
    prompt,
    value: String(first),
    validateInput: (value) => (scoreOf(value) === undefined ? ui.ask.score : undefined),
  });
  return typed === undefined ? undefined : scoreOf(typed);
}

function scoreOf(text: string): number | undefined {
  const score = Number(text.replace(',', '.'));
  return text.trim() !== '' && score >= 0 && score <= 1 ? score : undefined;
}
