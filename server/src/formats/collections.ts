/*
 * Lists that are filled from somebody's file, which may hold any number of items of one kind.
 */

/** Adds a value to the list under a key. Copying the list each time would make a long one's time quadratic. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Adds all items to a list. `list.push(...items)` puts each on the stack, which ends the program with some 100,000. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
