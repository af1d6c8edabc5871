interface Metafile {
  readonly outputs: {
    readonly [file: string]: { readonly inputs: { readonly [file: string]: { readonly bytesInOutput: number } } };
  };
}
export declare function bundledPackages(metafile: Metafile): string[];
export declare function namedPackages(sources: readonly string[], names: readonly string[]): string[];
export declare function noticeOf(
  manifest: { readonly name: string; readonly version: string; readonly license?: string },
  files: readonly string[],
): string;
export declare function shippingProblems(
  bundled: readonly string[],
  lock: { readonly packages: { readonly [place: string]: { readonly dev?: boolean; readonly dependencies?: object } } },
): string[];
export declare function requireFreshNotices(): Promise<void>;
