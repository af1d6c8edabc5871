import type { ClientCapabilities } from 'vscode-languageserver';
import type { Messages } from '../messages/reading';
import type { ClientInitialization, ReviewInitialization } from '../protocol';

/** What the client told when it started the server. */
export interface ClientFacts {
  readonly capabilities: ClientCapabilities;
  /** Whether it knows the Language Server Protocol alone, and nothing of what we say beyond it. */
  readonly standard: boolean;
  readonly messages: Messages;
  readonly folders: readonly string[];
  /** Settings that came with the start, for clients that cannot be asked. */
  readonly initialSettings: unknown;
  readonly review?: ReviewInitialization | undefined;
  readonly index?: ClientInitialization['index'] | undefined;
}
