import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { reviewMessages } from '../../messages/reviewing';
import { LabelRequest } from '../../protocol';
import type { ArticleLabel } from '../../store/decisions';
import { readText, SIZE_LIMITS } from '../../store/files';
import { labelProblems, withLabel } from '../../store/labels';
import { SOURCE } from '../convert';
import { labelTitle } from '../reviewConvert';
import { uriOf } from '../reviews';
import type { AnalysedDocument, Session } from '../session';
import { answer } from './answer';
import type { Feature } from './feature';
import { type Decided, decideOnArticle } from './reviewOutcomes';

/** Labels of articles: set, and told of where the schema does not admit them. */
export const labelsFeature: Feature = (session) => {
  answer(session, LabelRequest, (params) => setLabel(session, params));
  session.diagnosticSources.push((analysed) => labelDiagnostics(session, analysed));
  return {};
};

interface LabelParams {
  readonly uri: string;
  readonly label: string;
  readonly values: readonly string[];
}

async function setLabel(session: Session, { uri, label, values }: LabelParams): Promise<Decided> {
  const { schema } = await session.schemas.forArticle(uri);
  // what is taken away may be unknown: that is how it is mended
  const wanted = values.map((value) => ({ label, value: value.trim() }));
  const [problem] = labelProblems(wanted, schema);
  if (problem) return { ok: false, message: session.say(problem.message) };
  const title = reviewMessages(session.messages.locale).labelled(labelTitle(schema, label));
  const own = wanted.map(({ value }) => value);
  return decideOnArticle(session, uri, (before) => withLabel(before, label, own), title);
}

/** What the schema does not admit, at the article's beginning, with its line in the review file. */
async function labelDiagnostics(session: Session, { document, schema }: AnalysedDocument): Promise<readonly Diagnostic[]> {
  const state = session.reviews.get(document.uri)?.state;
  const problems = labelProblems(state?.decisions.labels ?? [], schema);
  if (state === undefined || problems.length === 0) return [];
  const path = state.files.review;
  const lines = ((await readText(path, SIZE_LIMITS.annotations).catch(() => undefined)) ?? '').split('\n');
  const start = { line: 0, character: 0 };
  return problems.map(({ label, message }): Diagnostic => {
    const at = { line: lineOf(lines, label), character: 0 };
    const said = session.say(message);
    return {
      range: { start, end: start },
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      code: 'label',
      message: said,
      relatedInformation: [
        { location: { uri: uriOf(path), range: { start: at, end: { ...at, character: 10_000 } } }, message: said },
      ],
    };
  });
}

/** Where a label stands in its file, from 0; a file that was not written yet has it nowhere. */
function lineOf(lines: readonly string[], { label, value }: ArticleLabel): number {
  const beginning = JSON.stringify({ label, ...(value !== '' && { value }) }).slice(0, -1);
  return Math.max(
    0,
    lines.findIndex((line) => line.startsWith(beginning) && /^[,}]/.test(line.slice(beginning.length))),
  );
}
