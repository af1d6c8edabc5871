import * as vscode from 'vscode';
import type { QuoteDecorations } from '../annotations/quoteDecorations';
import type { ArticleClient } from '../articleClient';
import type { TextProtection } from '../articles/protection';
import { ReviewCommands } from './commands';
import { registerCorpusCommands } from './corpusCommands';
import { ReviewDecorations } from './decorations';
import { registerFileOperations } from './fileOperations';
import { Labels } from './labels';
import { ReviewMode } from './mode';
import { registerNotices } from './notices';
import { registerOriginals } from './originals';
import { Outcomes } from './outcomes';
import { OwnTypeDecorations } from './ownTypeDecorations';
import { ProgressTree } from './progressTree';
import { Reviews } from './reviews';
import { ReviewTree } from './reviewTree';
import { registerThreshold } from './threshold';
import { undoContext } from './undoContext';
import { Unwritten } from './unwritten';

/** What reviewing has to do with. */
export interface Surroundings {
  readonly quotes: QuoteDecorations;
  readonly protection: TextProtection;
  /** Of the workspace. */
  readonly memory: vscode.Memento;
}

/** All of reviewing; to be called before the server is started. */
export function registerReview(client: ArticleClient, { quotes, protection, memory }: Surroundings): vscode.Disposable {
  const reviews = new Reviews(client);
  const commands = new ReviewCommands(client, reviews, protection);
  const mode = new ReviewMode(reviews, commands, protection);
  const outcomes = new Outcomes(client, reviews);
  return vscode.Disposable.from(
    reviews,
    commands,
    mode,
    new ReviewDecorations(reviews, mode),
    mode.onDidChange((isOn) => quotes.showLines(!isOn)),
    new OwnTypeDecorations(reviews),
    new ReviewTree(reviews),
    outcomes,
    new Labels(reviews),
    new ProgressTree(client, outcomes),
    registerThreshold(),
    undoContext(reviews),
    registerNotices(client, reviews),
    new Unwritten(client, reviews),
    registerFileOperations(client),
    registerOriginals(client, reviews, memory),
    registerCorpusCommands(client, reviews),
  );
}
