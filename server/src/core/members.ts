/*
 * Tables looked up by words that come from a text, a file or a person, who may well write `constructor` or `__proto__`.
 */

/** An object's own member; what every object inherits (`constructor`, `toString`) is none. */
export function own<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Sets a member of an object, whatever its name: `table.__proto__ = …` would set none. */
export function setOwn<T>(table: { [name: string]: T }, name: string, value: T): void {
  Object.defineProperty(table, name, { value, enumerable: true, configurable: true, writable: true });
}
