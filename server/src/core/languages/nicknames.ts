/** English given names and the short ones that do not begin them; the first of a row is the full one. */
const ROWS: readonly string[] = [
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

/** For {@link EntityPack.nicknames}: articles in any language name English-speaking people. */
export const NICKNAMES: ReadonlyMap<string, ReadonlySet<string>> = fullNames();

function fullNames(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const row of ROWS) {
    const [full, ...short] = row.split(' ') as [string, ...string[]];
    for (const name of short) names.set(name, (names.get(name) ?? new Set()).add(full));
  }
  return names;
}
