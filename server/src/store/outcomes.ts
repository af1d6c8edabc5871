import { changedSince, type Decisions, type Outcome } from './decisions';
import { readAnyText } from './fileEncoding';
import { readText, SIZE_LIMITS } from './files';
import { labelList } from './labels';
import { sidecarPlaces } from './sidecarPlaces';
import { readSidecars } from './sidecars';

/** How far people are with an article, and what they say of it as a whole. */
export interface OutcomeInfo extends Pick<Outcome, 'note' | 'by' | 'day'> {
  readonly state: 'open' | Outcome['state'];
  /** What has changed since it was finished or set aside. */
  readonly changed?: 'text' | 'annotations';
  /** Its labels with their values, in order; absent where it has none. A flag's value is empty. */
  readonly labels?: readonly { readonly label: string; readonly values: readonly string[] }[];
}

const OPEN: OutcomeInfo = { state: 'open' };

/** What decisions say of an article as a whole. */
export function outcomeInfo(decisions: Decisions): OutcomeInfo {
  const { outcome } = decisions;
  const own = labelList(decisions);
  const labels = own && { labels: own };
  if (outcome === undefined) return { ...OPEN, ...labels };
  const { state, note, by, day } = outcome;
  const changed = changedSince(decisions);
  return {
    state,
    ...(note !== undefined && { note }),
    ...(by !== undefined && { by }),
    ...(day !== undefined && { day }),
    ...(changed && { changed }),
    ...labels,
  };
}

/** What an article's files say of it as a whole. Most say nothing: their text is not read. Throws where they cannot be read. */
export async function outcomeIn(path: string): Promise<OutcomeInfo> {
  const places = await sidecarPlaces(path);
  const review = places.taken === undefined ? await readText(places.review, SIZE_LIMITS.annotations) : undefined;
  if (review === undefined || !/^\{"(?:article|label)":/m.test(review)) return OPEN;
  const [text, ann] = await Promise.all([readAnyText(path), readText(places.ann, SIZE_LIMITS.annotations)]);
  return text === undefined ? OPEN : outcomeInfo(readSidecars({ ann, review }, text, path).decisions);
}
