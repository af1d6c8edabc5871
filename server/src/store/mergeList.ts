/** Merges lists by id; where both sides changed one, ours holds. */
export function mergeList<T extends { readonly id: string }>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
): readonly T[] {
  const [b, o, t] = [base, ours, theirs].map((list) => new Map(list.map((item) => [item.id, item]))) as [
    Map<string, T>,
    Map<string, T>,
    Map<string, T>,
  ];
  const result: T[] = [];
  for (const id of new Set([...t.keys(), ...o.keys()])) {
    const unchanged = JSON.stringify(o.get(id)) === JSON.stringify(b.get(id));
    const item = unchanged ? t.get(id) : o.get(id);
    if (item) result.push(item);
  }
  return result;
}
