export function generated(): string;
export function isStale(): boolean;
