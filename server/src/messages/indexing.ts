import { messagesOf } from './message';
import { topic } from './topic';

/** What the index of a corpus says. */
export const indexing = topic('indexing', {
  owned: {
    en: (pid: number) => `the index is in use by another process (${pid})`,
    fr: (pid: number) => `l’index est utilisé par un autre processus (${pid})`,
  },
});

export const indexingMessages = messagesOf(indexing);
