/**
 * What of a corpus is shown as a picture first, with its table behind it. Each is a table too: counted as one, written as
 * one, and its marks are the table's rows.
 */
export const PICTURE_KINDS = ['dashboard', 'network', 'map', 'barcode', 'timeline', 'progress'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

export const isPictureKind = (kind: string): kind is PictureKind => PICTURE_KINDS.some((known) => known === kind);

/** Within what names stand next to each other. */
export const NETWORK_UNITS = ['sentence', 'paragraph', 'article'] as const;
export type NetworkUnit = (typeof NETWORK_UNITS)[number];

/** So many names a network shows where nothing else is asked, and at most. */
export const NETWORK_SIZE = { usual: 40, most: 150 } as const;
