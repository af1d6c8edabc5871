/**
 * What a server in a browser asks its client for: it has no files of its own. The answers come from `vscode.workspace.fs`,
 * whatever stands behind it (a repository on the web, a folder that a person let the browser see).
 */

/** A question about what stands at an address. */
export type DiskQuestion =
  | { readonly kind: 'stat' | 'list' | 'read' | 'remove' | 'makeFolder'; readonly uri: string }
  | { readonly kind: 'write'; readonly uri: string; readonly bytes: Uint8Array };

/** The request. The client answers it; a server on a machine of its own never asks. */
export const DISK_METHOD = 'corpusAnnotator/disk';

/** What is at an address. `readOnly`: it cannot be written, by itself or because nothing can there. */
export interface DiskFacts {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  readonly readOnly: boolean;
}

/** What a question comes to. `code`: as systems name what is wrong, `ENOENT` where there is nothing. */
export type DiskAnswer =
  | { readonly ok: false; readonly code: string; readonly message: string }
  | {
      readonly ok: true;
      readonly facts?: DiskFacts;
      readonly entries?: readonly { readonly name: string; readonly kind: DiskFacts['kind'] }[];
      readonly bytes?: Uint8Array;
    };

/** The first message to the worker, before any of the language server's: what it cannot look for itself. */
export interface WorkerStart {
  /** By language: the bytes of `models/LANGUAGE.bin`. */
  readonly models: Readonly<Record<string, Uint8Array>>;
  /** The schemes of addresses that are files here. */
  readonly schemes: readonly string[];
}

/** The schemes of addresses that are files here, from now on: folders have come or gone. */
export const SCHEMES_METHOD = 'corpusAnnotator/schemes';
