import { articles } from '../messages/articles';
import { files } from '../messages/files';
import { formats } from '../messages/formats';
import { learning } from '../messages/learning';
import { losses } from '../messages/losses';
import { schema } from '../messages/schema';
import type { Topic } from '../messages/topic';

/** Stands in for `messages/topics.ts`: the topics of what is in the bundle for a browser, whose size counts. */
export const TOPICS: readonly Topic<unknown>[] = [articles, files, formats, learning, losses, schema];
