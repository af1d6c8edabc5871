import { type Gap, isMessage, type Message } from './message';
import { type Entry, localeOf } from './topic';
import { TOPICS } from './topics';

/** A message in words, in the language of a BCP 47 tag or POSIX locale; English where there is none. A name stays as it is. */
export function say(message: Message | string, language: string | undefined): string {
  if (typeof message === 'string') return message;
  const locale = localeOf(language);
  const form = entryOf(message.text)[locale];
  return typeof form === 'string' ? form : form(...message.gaps.map((gap) => inWords(gap, locale)));
}

function inWords(gap: Gap, language: string): Gap {
  if (Array.isArray(gap)) return gap.map((part) => (isMessage(part) ? say(part, language) : part));
  return isMessage(gap) ? say(gap, language) : gap;
}

function entryOf(path: string): Entry {
  const [name, ...rest] = path.split('.');
  let node: unknown = TOPICS.find((topic) => topic.name === name)?.entries;
  for (const part of rest) node = (node as Readonly<Record<string, unknown>> | undefined)?.[part];
  return node as Entry;
}
