import { addAll } from '../formats/collections';
import { type AgreementRow, rowOf } from './agreementRow';
import { type ArticleSources, rowsOf, sourcesOf } from './agreementSources';
import type { AnnotatedText } from './compared';
import { compareText, type Difference } from './differences';
import { type CorpusSchema, DEFAULT_SCHEMA } from './schema';

/** How far annotators agree. */
export interface Agreement {
  readonly annotators: readonly string[];
  readonly documents: number;
  /** Words and marks that were compared. */
  readonly tokens: number;
  /** Each layer, then its types, then its aspects; then relations; then each layer in each article. */
  readonly rows: readonly AgreementRow[];
  readonly differences: readonly Difference[];
}

/** Compares annotators. Rejections and suggestions count as nothing; types go by the schema's names. */
export function agreement(texts: readonly AnnotatedText[], annotators: readonly string[], schema?: CorpusSchema): Agreement {
  const steps = agreementStepwise(texts, annotators, schema);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As {@link agreement}; hands back control again and again, with the share of the way that it has come. */
export function* agreementStepwise(
  texts: readonly AnnotatedText[],
  annotators: readonly string[],
  schema: CorpusSchema = DEFAULT_SCHEMA,
): Generator<number, Agreement> {
  const articles: ArticleSources[] = [];
  const differences: Difference[] = [];
  for (const [i, text] of texts.entries()) {
    articles.push(sourcesOf(text, schema));
    addAll(differences, compareText(text, schema).differences);
    yield (0.3 * i) / texts.length;
  }
  const named = rowsOf(articles);
  const rows: AgreementRow[] = [];
  for (const [i, [name, source]] of named.entries()) {
    const steps = rowOf(name, source);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        rows.push(step.value);
        break;
      }
      yield 0.3 + (0.7 * i) / named.length;
    }
  }
  const tokens = articles.reduce((sum, article) => sum + article.tokens, 0);
  return { annotators, documents: texts.length, tokens, rows, differences };
}
