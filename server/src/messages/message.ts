import { type Entries, type Entry, isEntry, type Topic } from './topic';

/**
 * Something to be said to a person whose language is not known yet: which text, and what fills its gaps. Plain data, so
 * that it can be kept, compared and sent to another thread; {@link say} puts it into words.
 */
export interface Message {
  /** Topic and name of the entry: `formats.lost.note`. */
  readonly text: string;
  readonly gaps: readonly Gap[];
}

/** What fills a gap; a message there is said in the language of the whole. */
export type Gap = string | number | undefined | readonly (string | number | Message)[] | Message;

type Filled<P extends readonly unknown[]> = {
  [I in keyof P]: string extends P[I] ? P[I] | Message : readonly string[] extends P[I] ? readonly (string | Message)[] : P[I];
};

type MessagesIn<E> = {
  readonly [K in keyof E]: E[K] extends { readonly en: infer English }
    ? English extends (...gaps: infer P) => string
      ? (...gaps: Filled<P>) => Message
      : Message
    : MessagesIn<E[K]>;
};

/** The texts of a topic as messages: one for each entry, or a function for those with gaps. */
export function messagesOf<E>(topic: Topic<E>): MessagesIn<E> {
  return messages(topic.name, topic.entries as Entries) as MessagesIn<E>;
}

function messages(path: string, node: Entry | Entries): unknown {
  if (!isEntry(node))
    return Object.fromEntries(Object.entries(node).map(([name, below]) => [name, messages(`${path}.${name}`, below)]));
  if (typeof node.en === 'string') return { text: path, gaps: [] } satisfies Message;
  return (...gaps: readonly Gap[]): Message => ({ text: path, gaps });
}

/** Whether a gap holds a message. */
export function isMessage(gap: unknown): gap is Message {
  return typeof gap === 'object' && gap !== null && 'text' in gap && 'gaps' in gap;
}
