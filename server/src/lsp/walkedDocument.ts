import { withNameDecisions } from '../corpus/nameDecisions';
import { type SearchDocument, searchDocument } from '../corpus/searchDocument';
import { visible } from '../service/visible';
import { withLabels } from '../store/labels';
import type { CorpusArticle } from './corpusWalk';
import { nameDecisionsFor } from './nameDecisions';
import { type Session, visibility } from './session';

/**
 * An article of the corpus laid out for searching and counting, as people have decided. A closed one is as it would be shown
 * if it were open: what a setting hides is not in it.
 */
export async function walkedDocument(session: Session, read: CorpusArticle): Promise<SearchDocument> {
  const { uri, text, items, article, open } = read;
  const values = withLabels(await session.metadata.valuesOf(uri), article.state.decisions);
  const analysis = open ? read.analysis : visible(read.analysis, visibility(await session.settingsOfClosed(uri)));
  const document = searchDocument(text, { ...analysis, id: uri }, values, items);
  return withNameDecisions(document, await nameDecisionsFor(session, uri));
}

/** An open article as it is in the editor; undefined where it is not open. */
export async function openDocument(session: Session, uri: string): Promise<SearchDocument | undefined> {
  if (session.documents.get(uri) === undefined) return undefined;
  const analysed = await session.current(uri);
  const decisions = session.reviews.get(uri)?.state.decisions;
  if (analysed === undefined || decisions === undefined) return undefined;
  const { text, analysis } = analysed.article;
  const document = searchDocument(text, analysis, withLabels(await session.metadata.valuesOf(uri), decisions), analysed.items);
  return withNameDecisions(document, await nameDecisionsFor(session, uri));
}
