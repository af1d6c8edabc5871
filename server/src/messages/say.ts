import { articles } from './articles';
import { commandLine } from './commandLine';
import { detectors } from './detectors';
import { duplicates } from './duplicates';
import { files } from './files';
import { formats } from './formats';
import { importing } from './importing';
import { indexing } from './indexing';
import { losses } from './losses';
import { type Gap, isMessage, type Message } from './message';
import { schema } from './schema';
import { search } from './search';
import { type Entry, localeOf, type Topic } from './topic';

/** The topics whose texts are given as messages. */
const TOPICS: readonly Topic<unknown>[] = [
  articles,
  commandLine,
  detectors,
  duplicates,
  files,
  formats,
  importing,
  indexing,
  losses,
  schema,
  search,
];

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
