export declare function auditFindings(output: string): string[] | undefined;
export declare function audit(): Promise<string[] | undefined>;
