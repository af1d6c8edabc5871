/** What a language says about the lines that stand between paragraphs. Lower case. */
export interface HeadlineRules {
  /** What begins a sentence and never a name, see `CreditRules`. */
  readonly determiners: ReadonlySet<string>;
  /** Finite verbs that headlines use, none of them a noun as well: nie, refuse, ont. They tell a headline from a section's heading. */
  readonly headlineVerbs: ReadonlySet<string>;
}

/** How a line shows that it is another article's headline: by a verb, or by a colon after who or where it is about. */
export type HeadlineForm = 'verb' | 'colon';

const WORD = /[\p{L}\p{M}\p{N}-]+/gu;
const LABEL = /^\p{Lu}[^:.!?;«“"]{1,40}?\s?:\s?(?=\S)/u;
const LABEL_WORDS = 5;
const SPOKEN = /^[«“"]\s?[^«»“”"]{3,120}[»”"]$/u;
/** What ends a sentence, behind the words or before a closing mark. */
const ENDED = /[.!?…,;:]\s*[»”"]?$/u;
const INNER_END = /[.!?…]\s+\p{Lu}/u;

/** The form of headline that a line without a full stop has; null where it has none. */
export function headlineForm(line: string, rules: HeadlineRules): HeadlineForm | null {
  if (labelOf(line, rules) !== null) return 'colon';
  const words = line.toLowerCase().match(WORD) ?? [];
  const verb = words.some((word, i) => i > 0 && rules.headlineVerbs.has(word) && !rules.determiners.has(words[i - 1] as string));
  return verb ? 'verb' : null;
}

/**
 * Whether a line is somebody's words, or a question, as a headline: `Anton Berg: «nous restons»`, `Vell: qui a fermé le
 * port ?`. In running text such words end in a full stop.
 */
export function isMarkedHeadline(line: string, rules: HeadlineRules): boolean {
  const label = labelOf(line, rules);
  if (label === null) return false;
  const rest = line.slice(label.length).trim();
  if (SPOKEN.test(rest)) return !ENDED.test(rest) && !INNER_END.test(rest);
  return /[?!]$/u.test(rest) && !INNER_END.test(rest) && !/[«“"]/u.test(rest);
}

/** Whether a line is words between marks that end in nothing: the form of a heading that quotes. */
export const isQuotedLine = (line: string): boolean => SPOKEN.test(line) && !ENDED.test(line) && !INNER_END.test(line);

/** `Vell: `, a few words before a colon that do not begin as a sentence does. */
export function labelOf(line: string, rules: HeadlineRules): string | null {
  const label = LABEL.exec(line)?.[0];
  if (label === undefined) return null;
  const words = label.toLowerCase().match(WORD) ?? [];
  return words.length <= LABEL_WORDS && !rules.determiners.has(words[0] as string) ? label : null;
}

/** Whether so many of the lines begin with a label that it is an interview, or minutes, where labels tell who speaks. */
export function isDialogue(lines: readonly { readonly isLabelled: boolean }[]): boolean {
  let labelled = 0;
  for (const { isLabelled } of lines) if (isLabelled) labelled++;
  return labelled > 3 && labelled * 4 > lines.length;
}
