export declare function generated(): Promise<ReadonlyMap<string, string>>;
