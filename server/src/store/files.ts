/** Files as this program reads, writes, locks and journals them; nothing else of it calls the system for that. */
export { FileError, NotTextError } from './fileError';
export { Journal, type JournalEntry, journalFolder } from './journal';
export { withLock } from './lock';
export { readText, SIZE_LIMITS } from './readText';
export { removeFile, type WriteTextOptions, writeText } from './writeText';
