export declare function wordProblems(files: ReadonlyMap<string, string>): string[];
