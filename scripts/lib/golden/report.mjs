// What the oracle tells people.

/** A text is written out whole up to so many characters, else what is around the difference. */
const WHOLE = 600;
const AROUND = 250;
const LONGEST_VALUE = 400;

/** Prints how much was compared, how many differ by kind, and the first differences. */
export function report({ counts, failures }, show) {
  const compared = Object.entries(counts).map(([source, n]) => `${n} ${source}`);
  console.log(`Analyses compared: ${compared.join(', ')}`);
  if (failures.length === 0) return console.log('No difference');
  for (const failure of failures.slice(0, show)) console.log(`\n${described(failure)}`);
  console.log(`\nAnalyses that differ: ${failures.length}, by what differs in them:`);
  for (const [kind, n] of tally(failures)) console.log(`  ${String(n).padStart(7)}  ${kind}`);
}

/** How many of the failures have each kind of difference, the most frequent first. */
export function tally(failures) {
  const kinds = new Map();
  for (const kind of failures.flatMap((failure) => failure.kinds)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

/** One failure in words: where it comes from, the text, what differs first. */
export function described({ from, text, language, date, file, setup, step, first }) {
  const details = { language, date, file: file === from ? undefined : file, setup: setup === 'plain' ? undefined : setup, step };
  const told = Object.entries(details).filter(([, value]) => value !== undefined);
  return [
    [from, ...told.map(([name, value]) => `${name} ${value}`)].join(', '),
    `  text    ${excerpt(text, first)}`,
    `  where   ${first.path}`,
    `  before  ${shown(first.before)}`,
    `  after   ${shown(first.after)}`,
  ].join('\n');
}

function excerpt(text, { before, after }) {
  if (text.length <= WHOLE) return JSON.stringify(text);
  const at = startOf(before) ?? startOf(after) ?? 0;
  const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, at + AROUND)];
  return `${from > 0 ? '… ' : ''}${JSON.stringify(text.slice(from, to))}${to < text.length ? ' …' : ''} (${from}–${to} of ${text.length})`;
}

const startOf = (value) => value?.spans?.[0]?.[0] ?? value?.start;

function shown(value) {
  const json = value === undefined ? '(nothing)' : JSON.stringify(value);
  return json.length > LONGEST_VALUE ? `${json.slice(0, LONGEST_VALUE)} …` : json;
}
