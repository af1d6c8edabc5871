import type { Analyser } from '../analyser';
import type { LanguagePack } from '../languages/pack';
import { seenSpans, type TypedSpan } from './article';
import type { SimulatedArticle } from './simulate';
import type { SpanFinder } from './spans';

/** An annotated article: its names as people see them. */
export interface AnnotatedArticle {
  readonly key: string;
  readonly text: string;
  /** EDTF: when it was written, where that is known. */
  readonly date?: string | null;
  /** Names of which none overlap; offsets in UTF-16. */
  readonly names: readonly TypedSpan[];
}

/** What a simulation analyses with: the same model for suggestions and for candidates. */
export interface SimulatedLanguage {
  readonly analyser: Analyser;
  readonly finder: SpanFinder;
  readonly pack: LanguagePack;
}

/** Readies annotated articles of one language for a simulation. */
export function simulatedArticles(
  articles: readonly AnnotatedArticle[],
  { analyser, finder, pack }: SimulatedLanguage,
): SimulatedArticle[] {
  const looking = { finder, pack, isForm: () => false };
  const forms = new Set<string>();
  const read = articles.map((article) => {
    const { key, text, date, names } = article;
    const analysis = analyser.analyse({ id: key, text, language: pack.id, ...(date && { date }) });
    const at = new Set(names.map(place));
    for (const span of seenSpans(text, analysis, names, looking)) if (at.has(place(span))) forms.add(span.form);
    return { article, analysis, offered: new Set(seenSpans(text, analysis, [], looking).map(place)) };
  });
  const isForm = (form: string): boolean => forms.has(form);
  return read.map(({ article, analysis, offered }) => {
    const spans = seenSpans(article.text, analysis, article.names, { finder, pack, isForm });
    return {
      key: article.key,
      gold: article.names,
      paragraphs: analysis.structure.map(({ start }) => start),
      spans,
      offered: new Set(spans.filter((span) => offered.has(place(span)))),
    };
  });
}

const place = ({ start, end }: Pick<TypedSpan, 'start' | 'end'>): string => `${start}-${end}`;

/** The names that stand in no longer one; of two that cross, the first. */
export function outermost(names: readonly TypedSpan[]): TypedSpan[] {
  const kept: TypedSpan[] = [];
  let end = -1;
  for (const name of [...names].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (name.start < end) continue;
    kept.push(name);
    end = name.end;
  }
  return kept;
}
