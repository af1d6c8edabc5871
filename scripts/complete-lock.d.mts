/** A package-lock.json, as far as it is looked at. */
interface Lock {
  readonly packages: Readonly<Record<string, object>>;
}
export declare function missingEntries(lock: Lock): Record<string, object>;
