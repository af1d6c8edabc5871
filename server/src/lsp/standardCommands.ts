import { REVIEW_COMMANDS } from '../protocol';

/**
 * What the server carries out itself for editors that know nothing of ours, by the names that docs/editors.md lists. The
 * first argument says where: what the protocol calls TextDocumentPositionParams, or a text document with a range.
 */
export const STANDARD_COMMANDS = {
  confirm: 'corpusAnnotator.confirm',
  reject: 'corpusAnnotator.reject',
  /** Takes the decision at the place back. */
  clear: 'corpusAnnotator.clear',
  /** Second argument: a type of the schema. */
  setType: 'corpusAnnotator.setType',
  /** Annotates the range. Second argument: a type of the schema. */
  add: 'corpusAnnotator.add',
  undo: 'corpusAnnotator.undo',
  redo: 'corpusAnnotator.redo',
  /** Second argument: a {@link StopKind}. Shows the place where the client can, and answers with it. */
  next: 'corpusAnnotator.next',
  previous: 'corpusAnnotator.previous',
} as const;

/** All that `workspace/executeCommand` takes. */
export const EXECUTED: readonly string[] = [...Object.values(STANDARD_COMMANDS), REVIEW_COMMANDS.apply];

/** What `next` and `previous` go to. */
export const STOP_KINDS = ['quote', 'quoteBySameSpeaker', 'date', 'entity', 'mention', 'undecided'] as const;

export type StopKind = (typeof STOP_KINDS)[number];
