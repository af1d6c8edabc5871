/** Given names and the short ones that do not begin them; the first is the full one. */
const SHORT_GIVEN_NAMES: readonly string[] = [
  'stephen steve',
  'steven steve',
  'william bill will billy liam',
  'robert bob rob bobby',
  'richard dick rick',
  'james jim jimmy',
  'john jack johnny',
  'joseph joe',
  'michael mike mick',
  'anthony tony',
  'antonio tony toni',
  'edward ted ed eddie',
  'theodore ted',
  'henry harry hank',
  'charles charlie chuck',
  'thomas tom tommy',
  'lawrence larry',
  'francis frank',
  'elizabeth liz beth betty',
  'katherine kate kathy',
  'catherine kate cathy',
  'margaret peggy maggie',
  'susan sue',
  'aleksandr sacha sasha',
  'alexander alex sasha',
  'jacob jake',
  'david dave',
  'kenneth ken',
  'gerald gerry jerry',
];

const LONG_FORMS = new Map<string, Set<string>>();
for (const row of SHORT_GIVEN_NAMES) {
  const [full, ...short] = row.split(' ') as [string, ...string[]];
  for (const name of short) {
    const known = LONG_FORMS.get(name);
    if (known === undefined) LONG_FORMS.set(name, new Set([full]));
    else known.add(full);
  }
}

const LEAST_BEGINNING = 3;

/** Whether one of two given names (small letters, no accents) is a short form of the other: Tim, Timothy; Bill, William. */
export function isShortGivenName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (LONG_FORMS.get(short)?.has(long)) return true;
  return short.length >= LEAST_BEGINNING && long.length >= short.length + 2 && long.startsWith(short);
}

const LEAST_LENGTH = 5;

/**
 * Whether two words (small letters, no accents) are one word's spellings: same first letter, and one letter changed, left
 * out or two changed over. Short words differ for a reason.
 */
export function isAnotherSpelling(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < LEAST_LENGTH) return false;
  let i = 1;
  while (i < a.length && a[i] === b[i]) i++;
  const [restOfA, restOfB] = [a.slice(i), b.slice(i)];
  if (a.length > b.length) return restOfA.slice(1) === restOfB;
  if (a.length < b.length) return restOfA === restOfB.slice(1);
  if (restOfA.slice(1) === restOfB.slice(1)) return true;
  return restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0] && restOfA.slice(2) === restOfB.slice(2);
}
