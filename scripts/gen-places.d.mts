/** The source of the list of places. */
export function generated(): string;
/** Whether the list is another one. */
export function isStale(): boolean;
