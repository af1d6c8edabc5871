export declare function packageProblems(files: readonly string[], packageJson: object): string[];
export declare function packageExtension(options?: { readonly out?: string; readonly always?: boolean }): Promise<string>;
