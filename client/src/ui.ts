import * as vscode from 'vscode';
import { client } from '../../server/src/messages/client';
import { wordsOf } from '../../server/src/messages/topic';

/** What the editor says, in the language of its interface. */
export const ui = wordsOf(client, vscode.env.language);
