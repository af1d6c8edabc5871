/** A package-lock.json, as far as it is looked at. */
interface Lock {
  readonly packages?: Readonly<Record<string, object>>;
}
export declare function ensurePackages(packages: readonly string[], found: () => boolean): Promise<void>;
export declare function outdatedReason(wanted: Lock | undefined, installed: Lock | undefined): string | undefined;
