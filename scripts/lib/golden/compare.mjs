// What differs between two results, in words that help to find the change that did it.

/**
 * All differences between two values of JSON, in order: where (`quotes[2].speaker.text`), what kind of thing that is
 * (`quotes[].speaker.text`; `quotes[] lost`, `quotes[] new` and `quotes[] order` for the members of a list), and both values.
 * Members of lists are paired by their span or id, so that one member more does not make all behind it differ.
 */
export function differences(before, after) {
  const found = [];
  compare(before, after, { path: '', kind: '' }, found);
  return found;
}

/** Which kinds of thing differ, each once. */
export const kindsOf = (found) => [...new Set(found.map(({ kind }) => kind))];

function compare(before, after, place, found) {
  if (Object.is(before, after)) return;
  const add = (what = '', at = place) =>
    found.push({ path: at.path || '(all)', kind: `${at.kind || '(all)'}${what}`, before, after });
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, place, found);
  if (!isRecord(before) || !isRecord(after)) return add();
  const seen = found.length;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  for (const name of names) compare(before[name], after[name], member(place, name), found);
  // the same content, other bytes
  if (found.length === seen && JSON.stringify(before) !== JSON.stringify(after)) add(' order of fields');
}

function compareLists(before, after, place, found) {
  const keys = keysOf([before, after]);
  const [known, wanted] = keys.map((list) => new Map(list.map((key, i) => [key, i])));
  const at = (i) => ({ path: `${place.path}[${i}]`, kind: `${place.kind}[]` });
  const seen = found.length;
  for (const [i, key] of keys[0].entries()) {
    const j = wanted.get(key);
    if (j !== undefined) compare(before[i], after[j], at(i), found);
    else found.push({ path: at(i).path, kind: `${place.kind}[] lost`, before: before[i], after: undefined });
  }
  for (const [j, key] of keys[1].entries()) {
    if (!known.has(key)) found.push({ path: at(j).path, kind: `${place.kind}[] new`, before: undefined, after: after[j] });
  }
  if (found.length === seen && JSON.stringify(before) !== JSON.stringify(after))
    found.push({ path: place.path, kind: `${place.kind}[] order`, before, after });
}

/** What the members of two lists are paired by; their places where in one of the lists some cannot be told apart. */
function keysOf(lists) {
  const keys = lists.map((list) => list.map(keyOf));
  const distinct = keys.every((own) => !own.includes(undefined) && new Set(own).size === own.length);
  return distinct ? keys : lists.map((list) => [...list.keys()]);
}

function keyOf(item) {
  if (!isRecord(item)) return undefined;
  if (item.spans !== undefined) return JSON.stringify(item.spans);
  return item.start === undefined ? item.id : `${item.start}-${item.end}`;
}

const member = ({ path, kind }, name) => ({
  path: path === '' ? name : `${path}.${name}`,
  kind: kind === '' ? name : `${kind}.${name}`,
});

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A value as plain JSON in which what means the same is the same: fields, sets and the keys of maps sorted, regular
 * expressions by source and flags, functions without their code. What comes again, or contains itself, is told by the number
 * of its first coming where `graph` is set: without, each coming is written out, and a value must not contain itself.
 *
 * @param options.skip - names of fields to leave out.
 * @param options.prepare - called with each object before it is read.
 */
export function canonical(value, { skip = [], prepare = () => {}, graph = false } = {}) {
  const known = new Map();
  return plain(value);

  function plain(part) {
    if (typeof part === 'function') return '[function]';
    if (part === undefined) return '[undefined]';
    if (typeof part !== 'object' || part === null) return part;
    if (part instanceof RegExp) return { regexp: part.source, flags: part.flags };
    if (ArrayBuffer.isView(part)) return { numbers: [...part] };
    if (graph) {
      const number = known.get(part);
      if (number !== undefined) return { again: number };
      known.set(part, known.size);
    }
    prepare(part);
    if (Array.isArray(part)) return part.map(plain);
    if (part instanceof Set) return { set: sorted([...part].map(plain)) };
    if (part instanceof Map) return { map: sortedBy([...part].sort(byKey), ([key, item]) => [plain(key), plain(item)]) };
    const names = Object.keys(part).filter((name) => !skip.includes(name));
    return Object.fromEntries(names.sort().map((name) => [name, plain(part[name])]));
  }
}

const sorted = (list) =>
  list
    .map((item) => [JSON.stringify(item), item])
    .sort(byKey)
    .map(([, item]) => item); // prettier-ignore
const sortedBy = (entries, make) => entries.map(make);
const byKey = ([a], [b]) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);

/** Whether two texts hold the same words between bars, in any order. */
export const sameWords = (before, after) =>
  typeof before === 'string' && typeof after === 'string' && words(before) === words(after);
const words = (list) => JSON.stringify([...new Set(list.split('|'))].sort());
