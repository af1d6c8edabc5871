import type { Decisions } from './decisions';
import { readSidecars, type SidecarFiles, type SidecarReading, writeSidecars } from './sidecars';

/** Where an article's two files are understood and made: in this thread, or in another where they are large. */
export interface SidecarWork {
  /** See {@link readSidecars}. Rejects where it could not be done at all. */
  read(files: SidecarFiles, text: string, id: string): Promise<SidecarReading>;
  /** See {@link writeSidecars}. Never rejects: what was decided must come to disk. */
  write(decisions: Decisions, before: SidecarFiles): Promise<SidecarFiles>;
}

/** At once, in this thread. */
export const HERE: SidecarWork = {
  read: async (files, text, id) => readSidecars(files, text, id),
  write: async (decisions, before) => writeSidecars(decisions, before),
};
