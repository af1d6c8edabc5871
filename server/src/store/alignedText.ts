import { diffArrays } from 'diff';
import type { Decisions } from './decisions';
import type { TextEdit } from './rebase';
import { rebaseDecisions } from './rebaseDecisions';

/** Decisions as they are on another wording of their text, and in how many places it differs. */
export interface AlignedDecisions {
  readonly decisions: Decisions;
  readonly places: number;
}

/** Of a text's words, marks and spaces, the share that may differ before it is another text. */
const MOST_DIFFERENT = 0.25;
/** A text may differ in so many of them, however short it is. */
const ALWAYS = 6;

/**
 * Brings decisions from one wording of a text to another: both are laid beside each other word by word (shortest edit
 * script, Myers 1986), and the decisions are carried through what differs as through edits of a person.
 *
 * @returns undefined where more than a quarter of the text differs: it is another one.
 */
export function ontoText(decisions: Decisions, text: string): AlignedDecisions | undefined {
  const edits = editsBetween(decisions.document.text, text);
  if (edits === undefined) return undefined;
  // from the last to the first, so that the places of those before stay what they are
  const moved = [...edits].reverse().reduce((now, edit) => rebaseDecisions(now, edit).decisions, decisions);
  return { decisions: moved, places: edits.length };
}

/** What makes one text of another, in order, each counted in the first; undefined where that is too much. */
function editsBetween(from: string, to: string): readonly TextEdit[] | undefined {
  const [before, after] = [piecesOf(from), piecesOf(to)];
  const maxEditLength = Math.max(ALWAYS, Math.floor(MOST_DIFFERENT * (before.length + after.length)));
  const changes = diffArrays(before, after, { maxEditLength });
  if (changes === undefined) return undefined;
  const edits: TextEdit[] = [];
  let at = 0;
  let open: { start: number; end: number; inserted: string } | undefined;
  for (const { value, added, removed } of changes) {
    const words = value.join('');
    if (!added && !removed) {
      if (open) edits.push(open);
      open = undefined;
      at += words.length;
      continue;
    }
    open ??= { start: at, end: at, inserted: '' };
    if (added) open.inserted += words;
    else {
      at += words.length;
      open.end = at;
    }
  }
  return open ? [...edits, open] : edits;
}

const piecesOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
