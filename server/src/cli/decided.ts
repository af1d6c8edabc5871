import type { ArticleInput } from '../core/analyser';
import type { ArticleAnalysis } from '../core/analysis';
import { type SearchDocument, searchDocument } from '../corpus/searchDocument';
import type { Message } from '../messages/message';
import { ArticleDecisions } from '../store/articleDecisions';
import type { Decisions } from '../store/decisions';
import { withLabels } from '../store/labels';
import { decisionItems, overlay } from '../store/overlay';
import type { ProjectSchemas } from '../store/projectSchema';
import type { ReviewItem } from '../store/reviewItem';

/** Whom it is asked of, and who is told of files that cannot be understood: then what the machine finds stands alone. */
interface Surrounding {
  readonly schemas: ProjectSchemas;
  complain(place: string, problem: Message): void;
}

/** An article that has been read and analysed, and what is known of it by its metadata's columns. */
interface AnalysedArticle {
  readonly article: ArticleInput;
  readonly analysis: ArticleAnalysis;
  readonly metadata: ReadonlyMap<string, string>;
}

/** An analysis as people have decided, that alone as items, and the labels that they gave the article. */
interface Decided {
  readonly analysis: ArticleAnalysis;
  readonly items: readonly ReviewItem[];
  readonly labels: Pick<Decisions, 'labels'>;
}

/** An article laid out for searching and counting, as people have decided unless the machine's findings alone are wanted. */
export async function decidedDocument(
  { article, analysis, metadata }: AnalysedArticle,
  undecided: boolean,
  surrounding: Surrounding,
): Promise<SearchDocument> {
  if (undecided) return searchDocument(article.text, analysis, metadata);
  const decided = await withDecisions(article, analysis, surrounding);
  return searchDocument(article.text, decided.analysis, withLabels(metadata, decided.labels), decided.items);
}

/** The analysis with what people have decided in the files beside a text. */
async function withDecisions(
  { id, text }: ArticleInput,
  analysis: ArticleAnalysis,
  { schemas, complain }: Surrounding,
): Promise<Decided> {
  const { state } = await ArticleDecisions.open(id, text);
  if (state.readOnly !== undefined) complain(id, state.readOnly);
  const { decisions } = state;
  const schema = await schemas.of(id);
  const laid = overlay({ text, analysis, decisions, schema, version: '' });
  return { analysis: laid.analysis, items: decisionItems(decisions, schema), labels: decisions };
}
