/** Elements by layer, with the attributes that hold the id and the type. */
export const ELEMENTS: Readonly<
  Record<string, { readonly layer: string; readonly id: string; readonly type: string | undefined }>
> = {
  TIMEX3: { layer: 'date', id: 'tid', type: 'type' },
  EVENT: { layer: 'event', id: 'eid', type: 'class' },
  SIGNAL: { layer: 'signal', id: 'sid', type: undefined },
};
/** The element of a layer. */
export const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(ELEMENTS).map(([name, { layer }]) => [layer, name]));
/** Links between events and times. */
export const LINKS: readonly string[] = ['TLINK', 'SLINK', 'ALINK'];
/** A link's ends: the first one that is there, on each side. */
export const FROM: readonly string[] = ['eventInstanceID', 'timeID', 'eventID'];
export const TO: readonly string[] = ['relatedToEventInstance', 'relatedToTime', 'subordinatedEventInstance', 'relatedToEvent'];
/** What an event's instance is: TimeML up to 1.2.1 says tense, aspect and polarity there, later ones at the event. */
export const INSTANCE = 'MAKEINSTANCE';
/** The function of the date on which a text was made. */
export const CREATION = 'CREATION_TIME';

/** The creation time as it is written where it stands outside the text (`March 22, 2013`), and its value. */
export interface CreationWords {
  readonly value: string | undefined;
  readonly words: string;
}

/** What the reader keeps of a file for its writer. */
export interface TimemlOrigin {
  /** Of each event the instances that are elements of their own, with their attributes. */
  readonly instances: ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>;
  /** Of each element what it says itself, besides its instances. */
  readonly atEvents: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly creation: CreationWords | undefined;
  /** Of each link which instances its ends were, by role, where an event has several. */
  readonly ends: ReadonlyMap<string, Readonly<Record<string, string>>>;
}
