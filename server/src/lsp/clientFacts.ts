import type { ClientCapabilities } from 'vscode-languageserver';
import type { Messages } from '../messages/reading';
import type { ClientInitialization, ReviewInitialization } from '../protocol';

/** What the client told when it started the server. */
export interface ClientFacts {
  readonly capabilities: ClientCapabilities;
  readonly messages: Messages;
  readonly folders: readonly string[];
  /** Settings that came with the start, for clients that cannot be asked. */
  readonly initialSettings: unknown;
  readonly review?: ReviewInitialization | undefined;
  readonly index?: ClientInitialization['index'] | undefined;
}
