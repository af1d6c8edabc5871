import type { Span } from '../core/span';

/**
 * What a person may do to items. Items go by {@link ReviewItem.id}; offsets are UTF-16. Each is one step to undo. Where it
 * says `snap`, what is selected goes to the ends of words.
 */
export type Operation =
  /** Says that the items are right as they are. */
  | { readonly kind: 'confirm'; readonly items: readonly string[] }
  /** Says that the items are wrong. What a person had added goes. */
  | { readonly kind: 'reject'; readonly items: readonly string[] }
  /** Takes decisions back: suggestions stand as suggestions again. */
  | { readonly kind: 'clear'; readonly items: readonly string[] }
  /** Annotates words; several spans make one annotation in pieces. */
  | { readonly kind: 'add'; readonly layer: string; readonly type: string; readonly spans: readonly Span[]; readonly snap?: true }
  | { readonly kind: 'setType'; readonly items: readonly string[]; readonly layer?: string; readonly type: string }
  | { readonly kind: 'setSpans'; readonly item: string; readonly spans: readonly Span[]; readonly snap?: true }
  /** Moves a boundary by a word. */
  | { readonly kind: 'move'; readonly item: string; readonly edge: 'start' | 'end'; readonly direction: 'widen' | 'narrow' }
  /** Makes two of one; `at` lies within. */
  | { readonly kind: 'split'; readonly item: string; readonly at: number; readonly snap?: true }
  /** Makes one of several of one layer: from the first word to the last, with the first one's type. */
  | { readonly kind: 'merge'; readonly items: readonly string[] }
  /** Sets a quotation's speaker: to words of the text, to a name, to both, or (neither) to none. */
  | {
      readonly kind: 'setSpeaker';
      readonly items: readonly string[];
      readonly span?: Span;
      readonly name?: string;
      readonly snap?: true;
    }
  /** Sets a quotation's cue; without a span there is none. */
  | { readonly kind: 'setCue'; readonly item: string; readonly span?: Span; readonly snap?: true }
  /** Sets a date's TIMEX3 value. */
  | { readonly kind: 'setValue'; readonly items: readonly string[]; readonly value: string }
  /** Says that mentions name the same thing. Without a name it has that of the longest. */
  | { readonly kind: 'sameEntity'; readonly items: readonly string[]; readonly name?: string }
  /** Says that mentions name something else than what they were taken for. */
  | { readonly kind: 'differentEntity'; readonly items: readonly string[]; readonly name?: string }
  /** Writes a note; an empty one goes. */
  | { readonly kind: 'note'; readonly item: string; readonly text: string }
  /** Sets an attribute; an empty text is a flag that is set, several values are a list, null takes the attribute away. */
  | {
      readonly kind: 'attribute';
      readonly items: readonly string[];
      readonly name: string;
      readonly value: string | readonly string[] | null;
    }
  /** Relates the first to the second. */
  | { readonly kind: 'relate'; readonly items: readonly [from: string, to: string]; readonly type: string }
  /** Makes an event that words tell, with what has a part in it. */
  | {
      readonly kind: 'addEvent';
      readonly type: string;
      readonly span: Span;
      readonly parts: readonly EventPartId[];
      readonly snap?: true;
    }
  /** Gives an event these arguments and no others. */
  | { readonly kind: 'setArguments'; readonly relation: string; readonly parts: readonly EventPartId[] }
  /** Takes relations away. */
  | { readonly kind: 'unrelate'; readonly relations: readonly string[] }
  /** Puts a decision whose words were lost back on the text. */
  | { readonly kind: 'place'; readonly lost: string; readonly spans: readonly Span[] }
  /** Lets lost decisions go. */
  | { readonly kind: 'forget'; readonly lost: readonly string[] };

/** What has a part in an event: an item by its id. */
export interface EventPartId {
  readonly role: string;
  readonly item: string;
}

/** The ids of the items that an operation is about. */
export function itemsOf(operation: Operation): readonly string[] {
  if ('items' in operation) return operation.items;
  if ('parts' in operation) return operation.parts.map(({ item }) => item);
  return 'item' in operation ? [operation.item] : [];
}
