export declare function fileWith(tree: string, name: string, expected: string): string | undefined;
