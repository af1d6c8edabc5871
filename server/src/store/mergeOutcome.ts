import { compareText } from '../formats/annotationDocument';
import type { Decisions, Outcome } from './decisions';

type Side = Pick<Decisions, 'outcome'>;

/**
 * Whether an article is finished or set aside, of what two sides made of the same beginning. Where both say something else,
 * nothing of it is lost: what was set aside by one stays so, for a person to look at, with what the other said in its note.
 * Both sides come to the same, whichever is ours.
 */
export function mergeOutcome(base: Side, ours: Side, theirs: Side): Outcome | undefined {
  if (isSame(ours.outcome, base.outcome)) return theirs.outcome;
  if (isSame(theirs.outcome, base.outcome) || isSame(ours.outcome, theirs.outcome)) return ours.outcome;
  // one took back what the other said anew
  if (ours.outcome === undefined || theirs.outcome === undefined) return ours.outcome ?? theirs.outcome;
  const [first, second] = [ours.outcome, theirs.outcome].sort(compare) as [Outcome, Outcome];
  const note = noteOf(first, second);
  return { ...first, ...(note !== undefined && { note }) };
}

const isSame = (a: Outcome | undefined, b: Outcome | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is set aside comes first, then what was said last. */
function compare(a: Outcome, b: Outcome): number {
  return (
    compareText(a.state, b.state) || compareText(b.day ?? '', a.day ?? '') || compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

function noteOf(first: Outcome, second: Outcome): string | undefined {
  if (first.state === second.state && (second.note === undefined || first.note?.includes(second.note))) return first.note;
  // words of the file itself, in no language of the reader: a note is kept with the article
  const said = [first.state === second.state ? '' : second.state, second.note ?? ''].filter(Boolean).join(': ');
  const who = [second.by, second.day].filter(Boolean).join(', ');
  return [first.note, who === '' ? said : `${said} (${who})`].filter(Boolean).join(' / ');
}
