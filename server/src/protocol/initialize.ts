/** What the client may put in `initializationOptions`. Another editor may leave all of it out. */
export interface ClientInitialization {
  /**
   * The client's {@link PROTOCOL_VERSION}. Where it is not the server's, `initialize` is answered with an error that says so.
   * Without one the client is told nothing beyond the Language Server Protocol, and the server carries out its own commands.
   */
  readonly protocol?: number;
  /** The settings as they are, for clients that cannot be asked for them. */
  readonly settings?: unknown;
  /** The same, as other editors name the section. */
  readonly corpusAnnotator?: unknown;
  readonly review?: ReviewInitialization;
  /** Without it no index is kept: a search goes through all articles. */
  readonly index?: {
    /** A folder of the extension's own, as a file path, for the indexes of the workspace folders. */
    readonly storagePath: string;
  };
}

/** What decisions need. */
export interface ReviewInitialization {
  /** A folder of the extension's own, as a file path: decisions that are not in their files yet are kept there. */
  readonly storagePath?: string;
  /** Whether the workspace is trusted: other people's detectors run in trusted ones alone. Default false. */
  readonly trusted?: boolean;
  /** The client shows a person itself that decisions could not be written. Otherwise the server sends messages. */
  readonly tellsFailures?: boolean;
}
