export type Owed = Readonly<Record<string, Readonly<Record<string, number>>>>;
export declare function compareOwed(found: Owed, owed: Owed): { grown: string[]; shrunk: string[] };
export declare function shrink(found: Owed, owed: Owed): Owed;
