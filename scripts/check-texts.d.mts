export declare function textProblems(files: ReadonlyMap<string, string>): string[];
