/**
 * A message as JSON would carry it, without being made text: what has a `toJSON` is what that gives (a position of VS Code's
 * shows its line by a getter, which the copy that a worker is sent loses), functions and what is undefined go, and bytes stay
 * bytes.
 */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON());
  if (Array.isArray(value)) return value.map((part) => (isSaid(part) ? plain(part) : null));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => isSaid(part))
      .map(([name, part]) => [name, plain(part)]),
  );
}

const isSaid = (value: unknown): boolean => value !== undefined && typeof value !== 'function';
