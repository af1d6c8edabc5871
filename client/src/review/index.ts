import * as vscode from 'vscode';
import type { QuoteDecorations } from '../annotations/quoteDecorations';
import type { ArticleClient } from '../articleClient';
import { ReviewCommands } from './commands';
import { registerCorpusCommands } from './corpusCommands';
import { ReviewDecorations } from './decorations';
import { ReviewMode } from './mode';
import { registerNotices } from './notices';
import { OwnTypeDecorations } from './ownTypeDecorations';
import { Reviews } from './reviews';
import { ReviewTree } from './reviewTree';
import { registerThreshold } from './threshold';
import { undoContext } from './undoContext';

/** All of reviewing; to be called before the server is started. */
export function registerReview(client: ArticleClient, quotes: QuoteDecorations): vscode.Disposable {
  const reviews = new Reviews(client);
  const commands = new ReviewCommands(client, reviews);
  const mode = new ReviewMode(reviews, commands);
  return vscode.Disposable.from(
    reviews,
    commands,
    mode,
    new ReviewDecorations(reviews, mode),
    mode.onDidChange((isOn) => quotes.showLines(!isOn)),
    new OwnTypeDecorations(reviews),
    new ReviewTree(reviews),
    registerThreshold(),
    undoContext(reviews),
    registerNotices(client, reviews),
    registerCorpusCommands(client, reviews),
  );
}
