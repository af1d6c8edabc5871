import type { MadeRow } from './finish';
import type { Frequencies } from './frequencies';
import type { Counted, Scope } from './scope';
import type { Column } from './table';

/** What a list counts: the columns that say what each row is, how an article is counted, and how a key is read again. */
export interface Counting {
  readonly columns: readonly Column[];
  count(counted: Counted, counts: Frequencies): void;
  /** Undefined for what makes no row. */
  read(key: string, scope: Scope): MadeRow | undefined;
}
