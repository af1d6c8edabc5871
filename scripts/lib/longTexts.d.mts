export declare const KINDS: readonly string[];
export declare function longText(kind: string, length: number): string;
