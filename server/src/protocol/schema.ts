/** The messages about a project's schema: what can be annotated in it. */
import { notification, request } from './message';

/** The layers, types, labels and relations that hold for an article. */
export interface SchemaInfo {
  /** Where it was read; absent: the built-in layers alone. */
  readonly uri?: string;
  readonly guidelines?: string;
  readonly layers: readonly {
    readonly id: string;
    readonly title: string;
    readonly review: boolean;
    readonly guidelines?: string;
    readonly types: readonly {
      readonly id: string;
      readonly title: string;
      readonly key?: string;
      /** `#rrggbb` or a theme colour's name. */
      readonly color?: string;
      readonly guidelines?: string;
      /** Where the document that the schema names speaks of it: the heading, and an address that opens it. */
      readonly place?: { readonly heading: string; readonly uri: string };
    }[];
    readonly attributes: readonly {
      readonly id: string;
      readonly title: string;
      readonly kind: 'text' | 'choice' | 'flag';
      readonly values: readonly string[];
      /** Whether it may have several values at once. */
      readonly multiple?: boolean;
      readonly guidelines?: string;
    }[];
  }[];
  /** What can be said of the article as a whole. */
  readonly labels?: SchemaInfo['layers'][number]['attributes'];
  /** Without types, any may be at that end. */
  readonly relations?: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly guidelines?: string;
  }[];
  readonly events?: readonly {
    readonly id: string;
    readonly title: string;
    readonly arguments: readonly {
      readonly role: string;
      readonly types: readonly string[];
      readonly required?: boolean;
      readonly multiple?: boolean;
    }[];
    readonly guidelines?: string;
  }[];
}

/** Client → server: the layers and types for an article. */
export const SchemaRequest = request<{ readonly uri: string }, SchemaInfo>('review/schema');
/** Server → client: a schema file has changed; ask again. */
export const SchemaChangedNotification = notification<null>('review/schemaChanged');
