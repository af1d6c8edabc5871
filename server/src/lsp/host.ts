import type { SidecarWork } from '../store/sidecarWork';
import type { CorpusIndex } from './index/corpusIndex';
import type { Learning } from './learning/learning';
import type { Session } from './session';

/** What the machine gives the server: the only way out of the protocol. */
export interface Host {
  /** The server's own file, which threads are made of. */
  readonly bundle: string;
  /** A language's trained model; undefined where there is none. */
  model(language: string): Uint8Array | undefined;
  /** A file's text; undefined where there is none. Throws for what cannot be read or has more than `limit` bytes. */
  readFile(uri: string, limit: number): Promise<string | undefined>;
  /** Who understands and makes the files with decisions. */
  readonly sidecarWork: SidecarWork;
  /** Makes the indexes of the workspace folders; undefined where there are none. */
  readonly index?: (session: Session, storage: string) => CorpusIndex;
  /** Learns from decisions in a thread of its own; undefined where there are none. */
  readonly learning?: (session: Session) => Learning;
  /** The language of the interface (BCP 47 or a POSIX locale), for clients that do not tell theirs. */
  readonly language?: string | undefined;
}
