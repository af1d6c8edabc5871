import { createHash, randomBytes } from 'node:crypto';
import { lstat, open, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileMessages } from '../messages/files';
import { errorCode, FileError } from './fileError';
import { hasMovedTo } from './movedArticle';
import { fateOf, THIS_PROCESS } from './processIdentity';
import { readBeginning, readFileBytes, readText, SIZE_LIMITS } from './readText';
import { sweepOnce } from './temporaryFiles';
import { makeLastingFolder, removeFile, syncData, syncFolder, writeAll } from './writeText';

/** What is kept of decisions that are not in their files yet. */
export interface JournalEntry {
  readonly path: string;
  /** The text that the decisions were made on. */
  readonly text: string;
  /** The files as they were last read, and as they are to be. */
  readonly base: { readonly ann?: string; readonly review?: string };
  readonly ours: { readonly ann?: string; readonly review?: string };
}

/** The journal's folder: in a program's own storage, else in the state of the user. */
export function journalFolder(storage: string | undefined): string {
  return join(storage ?? join(homedir(), '.local', 'state', 'corpus-annotator'), 'journal');
}

/**
 * Decisions on their way into files: written before the files are, let go after.
 *
 * An entry stands in a slot: a file of this process alone, that is used again and again. So a decision waits for one sync
 * of data that has a place on the disk already, and for no file to be made, renamed and its folder synced. A slot whose
 * entry still counts is never written over: the next entry goes into another. What is half written is known by its hash.
 */
export class Journal {
  readonly #folder: string;
  #swept: Promise<void> | undefined;
  /** Slots of ours that hold nothing. */
  readonly #free: string[] = [];
  /** By article: our slot, and files of others that were read and not let go yet. */
  readonly #ours = new Map<string, string>();
  readonly #others = new Map<string, readonly string[]>();

  /** @param folder - the extension's own storage; made when it is first needed. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Keeps an entry in place of all that this journal has written or read of its article. Resolves when it is safe.
   *
   * @param syncing - called when nothing is left to do but to wait for the disk.
   */
  async write(entry: JournalEntry, syncing?: () => void): Promise<void> {
    const key = keyOf(entry.path);
    await this.#sweep();
    const before = this.#ours.get(key);
    const instead = [...(before === undefined ? [] : [before]), ...(this.#others.get(key) ?? [])];
    const slot = await this.#put(Buffer.from(JSON.stringify({ ...entry, instead }), 'utf8'), key, syncing);
    this.#ours.set(key, slot);
    // no failure: the new entry says that it stands in their place, and so will those after it
    await this.#letOthersGo(key).catch(() => undefined);
    if (before !== undefined) await this.#empty(before).catch(() => this.#distrust(before, key));
  }

  /**
   * What was left for an article by processes that were ended, the oldest first; what cannot be read is passed over.
   *
   * @param text - where it is given, also what is kept of an article of that name and text that is not where it was any more.
   */
  async read(path: string, text?: string): Promise<readonly JournalEntry[]> {
    await this.#sweep();
    const key = keyOf(path);
    const found: (Kept & { readonly name: string })[] = [];
    for (const name of await readdir(this.#folder).catch((): string[] => [])) {
      const kept = await this.#kept(name, key, text === undefined ? undefined : { path, text });
      if (kept !== undefined) found.push({ name, ...kept });
    }
    const own = this.#ours.get(key);
    const others = found.map(({ name }) => name).filter((name) => name !== own);
    if (others.length > 0) this.#others.set(key, others);
    const replaced = new Set(found.flatMap(({ entry }) => entry.instead ?? []));
    return found
      .filter(({ name }) => !replaced.has(name))
      .sort((a, b) => a.time - b.time)
      .map(({ entry: { instead: _, ...entry } }) => entry);
  }

  /** What a file of the folder keeps of an article; of one that has moved there, too, where that is given. */
  async #kept(name: string, key: string, there?: { readonly path: string; readonly text: string }): Promise<Kept | undefined> {
    if (name === `${key}.json`) return this.#older(name);
    if (!isReadable(name) || this.#free.includes(name)) return undefined;
    const kept = await this.#slot(name, there === undefined ? key : undefined);
    if (kept === undefined || kept.key === key) return kept;
    return there && (await hasMovedTo(there.path, there.text, kept.entry)) ? kept : undefined;
  }

  /** Lets go what is kept of an article: it is in its files. */
  async remove(path: string): Promise<void> {
    const key = keyOf(path);
    await this.#letOthersGo(key);
    const own = this.#ours.get(key);
    if (own === undefined) return;
    await this.#empty(own);
    this.#ours.delete(key);
  }

  async #letOthersGo(key: string): Promise<void> {
    for (const name of this.#others.get(key) ?? []) await removeFile(join(this.#folder, name));
    this.#others.delete(key);
  }

  /** Writes into a slot that is free, or into a new one; gives its name. */
  async #put(body: Uint8Array, key: string, syncing?: () => void): Promise<string> {
    const bytes = Buffer.concat([Buffer.from(headerOf(body, key)), body]);
    const known = this.#free.pop();
    if (known !== undefined) {
      try {
        await fill(join(this.#folder, known), bytes, syncing);
        return known;
      } catch (error) {
        // somebody has cleared the folder: then there is a new one
        if (errorCode(error) !== 'ENOENT') {
          this.#distrust(known, key);
          throw error;
        }
      }
    }
    const name = slotName();
    const path = join(this.#folder, name);
    await makeLastingFolder(this.#folder);
    try {
      await (await open(path, 'wx', 0o600)).close();
      await fill(path, bytes, syncing);
      await syncFolder(this.#folder);
    } catch (error) {
      this.#distrust(name, key);
      throw error;
    }
    return name;
  }

  /** What was written there may count or not: it goes when the article is written, and is not used again. */
  #distrust(name: string, key: string): void {
    this.#others.set(key, [...(this.#others.get(key) ?? []), name]);
  }

  /** Takes a slot's entry back. Not synced: what comes back with a loss of power stands in the files already. */
  async #empty(name: string): Promise<void> {
    const path = join(this.#folder, name);
    try {
      const handle = await open(path, 'r+');
      try {
        await writeAll(handle, Buffer.from(FREE), path);
        if ((await handle.stat()).size > LARGE) await handle.truncate(FREE.length);
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
      throw error;
    }
    this.#free.push(name);
  }

  /** What stands in a slot; with a key, if it is of that article. */
  async #slot(name: string, key: string | undefined): Promise<Kept | undefined> {
    const path = join(this.#folder, name);
    const begun = parseHeader(await readBeginning(path, HEADER_LENGTH).catch(() => undefined));
    if (begun === undefined || (key !== undefined && begun.key !== key)) return undefined;
    const kept = whole(await readFileBytes(path, SIZE_LIMITS.journal).catch(() => undefined));
    // looked at again: it may be another entry now
    const entry = kept && (key === undefined || kept.key === key) ? parseEntry(kept.body.toString('utf8')) : undefined;
    return entry && kept && { time: kept.time, key: kept.key, entry };
  }

  /** An entry of an earlier version: a file an article, written whole. */
  async #older(name: string): Promise<Kept | undefined> {
    const content = await readText(join(this.#folder, name), SIZE_LIMITS.journal).catch(() => undefined);
    const entry = content === undefined ? undefined : parseEntry(content);
    return entry && { time: 0, key: '', entry };
  }

  #sweep(): Promise<void> {
    this.#swept ??= this.#sweepNow();
    return this.#swept;
  }

  /** Slots of processes that are no more and hold nothing; what earlier versions left half written. The folder is ours alone. */
  async #sweepNow(): Promise<void> {
    await sweepOnce(this.#folder);
    for (const name of await readdir(this.#folder).catch((): string[] => [])) {
      const path = join(this.#folder, name);
      const isSlot = SLOT.test(name);
      if (!isSlot && !/^[0-9a-f]{32}\.json\.\d+$/.test(name)) continue;
      const found = await lstat(path).catch(() => undefined);
      if (!found?.isFile()) continue;
      const age = Date.now() - found.mtimeMs;
      const isLeft = isSlot ? (await holdsNothing(path)) && isOfNobody(name, age) : age > 60_000;
      if (isLeft) await removeFile(path).catch(() => undefined);
    }
  }
}

interface StoredEntry extends JournalEntry {
  /** Files whose entries this one stands in place of. */
  readonly instead?: readonly string[];
}

interface Kept {
  readonly time: number;
  readonly key: string;
  readonly entry: StoredEntry;
}

const FREE = 'free';
/** A slot that an entry has made longer than this is cut when it is free, in bytes. */
const LARGE = 1024 * 1024;
const SLOT = /^([0-9a-f]{8})-(\d+)-(\d*)-[0-9a-f]{16}\.slot$/;
const HEADER = /^kept ([0-9a-f]{64}) ([0-9a-f]{32}) (\d{16}) (\d{12})\n$/;
const HEADER_LENGTH = 'kept '.length + 64 + 1 + 32 + 1 + 16 + 1 + 12 + 1;
const HOUR = 3_600_000;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const keyOf = (path: string): string => sha256(resolve(path)).slice(0, 32);
const slotName = (): string =>
  `${THIS_PROCESS.space}-${THIS_PROCESS.pid}-${THIS_PROCESS.start}-${randomBytes(8).toString('hex')}.slot`;

let lastTime = 0;
function headerOf(body: Uint8Array, key: string): string {
  // two of one millisecond keep their order
  lastTime = Math.max(lastTime + 1, Date.now() * 100);
  return `${['kept', sha256(body), key, String(lastTime).padStart(16, '0'), String(body.length).padStart(12, '0')].join(' ')}\n`;
}

function parseHeader(bytes: Buffer | undefined) {
  const [, hash = '', key = '', time, length] = HEADER.exec(bytes?.toString('latin1', 0, HEADER_LENGTH) ?? '') ?? [];
  return length === undefined ? undefined : { hash, key, time: Number(time), length: Number(length) };
}

function parseEntry(content: string): StoredEntry | undefined {
  try {
    const entry = JSON.parse(content) as StoredEntry;
    return typeof entry.text === 'string' && typeof entry.ours === 'object' && typeof entry.base === 'object' ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** The process that a slot's name says of. */
function ownerOf(name: string) {
  const [, space = '', pid, start = ''] = SLOT.exec(name) ?? [];
  return { space, pid: Number(pid), start };
}

/**
 * Whether what stands in a slot may be looked at: not where its process certainly lives and is another than this one. Where
 * the system does not tell when a process began, its number may have been given to another.
 */
function isReadable(name: string): boolean {
  if (!SLOT.test(name)) return false;
  const owner = ownerOf(name);
  return owner.pid === process.pid || owner.start === '' || fateOf(owner) !== 'runs';
}

function isOfNobody(name: string, age: number): boolean {
  const owner = ownerOf(name);
  const fate = fateOf(owner);
  return fate === 'ended' || (fate === 'unknown' && age > HOUR);
}

/** Free, or half written: then nobody was told that it is safe. What cannot be read may hold something. */
async function holdsNothing(path: string): Promise<boolean> {
  const bytes = await readFileBytes(path, SIZE_LIMITS.journal).catch(() => undefined);
  return bytes !== undefined && whole(bytes) === undefined;
}

/** What stands in a slot, where all of it does. */
function whole(bytes: Buffer | undefined) {
  const header = parseHeader(bytes);
  const body = header && bytes?.subarray(HEADER_LENGTH, HEADER_LENGTH + header.length);
  return header && body && sha256(body) === header.hash ? { ...header, body } : undefined;
}

/** Writes a slot from its beginning, reads it back and has it synced. */
async function fill(path: string, bytes: Uint8Array, syncing: () => void = () => undefined): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await writeAll(handle, bytes, path);
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(bytes.length), 0, bytes.length, 0);
    if (bytesRead !== bytes.length || buffer.compare(bytes) !== 0) throw new FileError(path, 'incomplete', fileMessages.notWhole);
    const synced = syncData(handle);
    syncing();
    await synced;
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
  await handle.close();
}
