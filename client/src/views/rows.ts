import type { EntityItem, QuoteKind, SpeakerQuotes, TimelineItem } from '../../../server/src/protocol';

/** Speech by speaker with how many pieces there are, the most quoted first; the order of speaking where they are even. */
export function bySpeech(speakers: readonly SpeakerQuotes[]): readonly SpeakerQuotes[] {
  const named = speakers.filter((speaker) => speaker.name !== '');
  const unnamed = speakers.filter((speaker) => speaker.name === '');
  return [...named].sort((a, b) => b.quotes.length - a.quotes.length).concat(unnamed);
}

/** Entities of one type, the most mentioned first. */
export interface EntityGroup {
  readonly type: EntityItem['type'];
  readonly entities: readonly EntityItem[];
}

const TYPES: readonly EntityItem['type'][] = ['PER', 'ORG', 'LOC', 'MISC'];

/** Groups entities by type; types without entities are left out. */
export function byType(entities: readonly EntityItem[]): readonly EntityGroup[] {
  return TYPES.map((type) => ({
    type,
    entities: entities.filter((entity) => entity.type === type).sort((a, b) => b.mentions.length - a.mentions.length),
  })).filter((group) => group.entities.length > 0);
}

/** The icon of an entity's type, by its name among VS Code's own. */
export const ENTITY_ICONS: Readonly<Record<EntityItem['type'], string>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'location',
  MISC: 'star-empty',
};

export const QUOTE_ICONS: Readonly<Record<QuoteKind, string>> = {
  direct: 'quote',
  mixed: 'quote',
  indirect: 'comment',
  scare: 'symbol-string',
  title: 'book',
};

/** The icon of a temporal expression: what lasts, what comes again, an hour, a day. */
export const TIME_ICONS: Readonly<Record<TimelineItem['type'], string>> = {
  DATE: 'calendar',
  TIME: 'clock',
  DURATION: 'watch',
  SET: 'sync',
};

/** A time line in two: what has a place in the calendar, in its order, and what has none. */
export function splitTimeline(items: readonly TimelineItem[]): {
  placed: readonly TimelineItem[];
  loose: readonly TimelineItem[];
} {
  return {
    placed: items.filter((item) => item.earliest !== undefined),
    loose: items.filter((item) => item.earliest === undefined),
  };
}
