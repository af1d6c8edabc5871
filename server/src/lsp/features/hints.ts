import type { CodeLens, InlayHint } from 'vscode-languageserver';
import { codeLenses } from '../../service/codeLens';
import { inlayHints } from '../../service/inlayHints';
import { fromRange, toCodeLens, toInlayHint } from '../convert';
import { type Feature, forArticle } from './feature';

/** Lenses above the article: who speaks how often. */
export const codeLensFeature: Feature = (session) => {
  // a lens lists the quotes: nothing of the protocol does that
  if (session.standard) return {};
  session.connection.onCodeLens(
    forArticle(session, 'codeLens', [], ({ article, document, settings }): CodeLens[] => {
      if (!settings['codeLens.enabled']) return [];
      return codeLenses(article, session.messages).map((lens) => toCodeLens(article.lines, document.uri, lens));
    }),
  );
  return { codeLensProvider: {} };
};

/** Hints behind relative dates and behind pronouns that speak. */
export const inlayHintFeature: Feature = (session) => {
  session.connection.languages.inlayHint.on(
    forArticle(session, 'inlayHint', [], ({ article, settings }, { range }): InlayHint[] => {
      const options = { dates: settings['inlayHints.dates'], speakers: settings['inlayHints.speakers'] };
      if (!options.dates && !options.speakers) return [];
      const hints = inlayHints(article, fromRange(article.lines, range), options, session.messages);
      return hints.map((hint) => toInlayHint(article.lines, hint));
    }),
  );
  return { inlayHintProvider: true };
};
