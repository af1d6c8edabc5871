export declare function importProblems(files: ReadonlyMap<string, string>): string[];
export declare function copyProblems(lock: { readonly packages?: Readonly<Record<string, unknown>> }): string[];
