import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Stands in for `store/digest.ts`: a browser's own hashing is only there for who can wait. */
export const sha256 = (text: string): string => bytesToHex(hash(utf8ToBytes(text)));
