import { commandLine } from '../messages/commandLine';
import { importing } from '../messages/importing';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import type { ImportOutcome, PlacedProblem } from './importCorpus';
import type { PreviewArticle } from './preview';

/** What came of an import, for a person: a line each, the first says it all. */
export function summaryLines(outcome: ImportOutcome, target: string, language: string | undefined): readonly string[] {
  const { articles, files, written, same, changed, lost, doubtful, passedOver, texts, columns, report, stopped } = outcome;
  const words = wordsOf(importing, language);
  return [
    words.done(articles, files, target),
    ...(same + changed > 0 ? [words.fates(written, same, changed)] : []),
    ...(columns.length > 0 ? [words.columnsKept(columns.join(', '))] : []),
    ...(lost + doubtful > 0 ? [words.losses(lost, doubtful, report ?? '')] : []),
    ...(passedOver > 0 ? [words.passedOver(passedOver)] : []),
    ...(texts > 0 ? [words.textsLeft(texts)] : []),
    ...(stopped ? [words.stopped] : []),
  ];
}

/** A place and what is wrong there. */
export function problemLine({ place, line, severity, message }: PlacedProblem, language: string | undefined): string {
  const kind = severity === 'error' ? '' : `${wordsOf(commandLine, language).severity[severity]}: `;
  return `${place}:${line}: ${kind}${say(message, language)}`;
}

/** What is known of an article, on one line. */
export function factsOf(article: PreviewArticle, language: string | undefined): string {
  const words = wordsOf(importing, language);
  const day = article.day ?? (article.date === undefined ? undefined : words.notUnderstood(article.date));
  return [day, article.source, article.author, article.id].filter((fact) => fact !== undefined).join(' · ');
}
