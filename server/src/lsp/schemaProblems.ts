import { DiagnosticSeverity } from 'vscode-languageserver';
import type { LineIndex } from '../core/lineIndex';
import type { SchemaProblem } from '../store/schemaFile';
import { SOURCE, toRange } from './convert';
import type { Session } from './session';

/** Says what is wrong in a schema, each at its place, whether somebody has it open or not. */
export function tellSchemaProblems(
  session: Pick<Session, 'connection' | 'say'>,
  uri: string,
  lines: LineIndex,
  problems: readonly SchemaProblem[],
): void {
  const diagnostics = problems.map((problem) => ({
    range: toRange(lines, problem),
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: SOURCE,
    message: session.say(problem.message),
  }));
  void session.connection.sendDiagnostics({ uri, diagnostics });
}
