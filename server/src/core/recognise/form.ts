import { type Lines, linesOf } from './lines';
import { machineKind } from './machine';
import { runningText, technicality } from './running';

/** What a text looks like that is not an article. */
export type NotProse =
  | 'empty'
  | 'annotations'
  | 'changelog'
  | 'code'
  | 'config'
  | 'data'
  | 'documentation'
  | 'licence'
  | 'list'
  | 'log'
  | 'mail'
  | 'markup'
  | 'package'
  | 'patch'
  | 'readme'
  | 'subtitles'
  | 'table'
  | 'translations';

/**
 * What a text is by its form: prose (sentences in whatever language and script, verse and speech too), or something made
 * by or for programs.
 *
 * @param head - the text's beginning, a few thousand characters.
 * @param isCut - whether the text goes on: the last line may then be half a line.
 */
export function formOf(head: string, isCut = false): NotProse | 'prose' {
  const lines: Lines = linesOf(head, isCut);
  if (lines.full.length === 0) return 'empty';
  const machine = machineKind(lines);
  if (machine !== undefined) return machine;
  const technical = technicality(lines);
  if (technical !== undefined) return technical;
  return runningText(lines) ? 'prose' : 'list';
}
