import { articles } from './articles';
import { commandLine } from './commandLine';
import { corpusNames } from './corpusNames';
import { detectors } from './detectors';
import { duplicates } from './duplicates';
import { files } from './files';
import { formats } from './formats';
import { handOn } from './handOn';
import { importing } from './importing';
import { indexing } from './indexing';
import { learning } from './learning';
import { losses } from './losses';
import { pictures } from './pictures';
import { schema } from './schema';
import { search } from './search';
import { statsCommand } from './statsCommand';
import { tables } from './tables';
import type { Topic } from './topic';

/** The topics whose texts are given as messages. */
export const TOPICS: readonly Topic<unknown>[] = [
  articles,
  commandLine,
  corpusNames,
  detectors,
  duplicates,
  files,
  formats,
  handOn,
  importing,
  indexing,
  learning,
  losses,
  pictures,
  schema,
  search,
  statsCommand,
  tables,
];
