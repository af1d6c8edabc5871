const MIN_BEGINNING = 3;

/**
 * Whether one of two given names (small letters, no accents) is a short form of the other: Tim, Timothy; Bill, William.
 * @param nicknames - short names that do not begin their full ones, to these
 */
export function isShortGivenName(a: string, b: string, nicknames: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (nicknames.get(short)?.has(long)) return true;
  return short.length >= MIN_BEGINNING && long.length >= short.length + 2 && long.startsWith(short);
}

const MIN_LENGTH = 5;

/**
 * Whether two words (small letters, no accents) are one word's spellings: same first letter, and one letter changed, left
 * out or two changed over. Short words differ for a reason.
 */
export function isAnotherSpelling(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < MIN_LENGTH) return false;
  let i = 1;
  while (i < a.length && a[i] === b[i]) i++;
  const [restOfA, restOfB] = [a.slice(i), b.slice(i)];
  if (a.length > b.length) return restOfA.slice(1) === restOfB;
  if (a.length < b.length) return restOfA === restOfB.slice(1);
  if (restOfA.slice(1) === restOfB.slice(1)) return true;
  return restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0] && restOfA.slice(2) === restOfB.slice(2);
}
