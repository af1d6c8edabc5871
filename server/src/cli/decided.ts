import type { ArticleInput } from '../core/analyser';
import type { ArticleAnalysis } from '../core/analysis';
import type { Message } from '../messages/message';
import { ArticleDecisions } from '../store/articleDecisions';
import { overlay } from '../store/overlay';
import { DEFAULT_SCHEMA } from '../store/schema';

/**
 * The analysis with what people have decided in the files beside a text.
 *
 * @param complain - told of files that cannot be understood: then what the machine finds stands alone.
 */
export async function withDecisions(
  { id, text }: ArticleInput,
  analysis: ArticleAnalysis,
  complain: (place: string, problem: Message) => void,
): Promise<ArticleAnalysis> {
  const { state } = await ArticleDecisions.open(id, text);
  if (state.readOnly !== undefined) complain(id, state.readOnly);
  return overlay({ text, analysis, decisions: state.decisions, schema: DEFAULT_SCHEMA, version: '' }).analysis;
}
