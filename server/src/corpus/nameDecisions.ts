import type { NameDecision } from '../store/namesFile';
import type { SearchDocument } from './searchDocument';

/** The names of one entity over the corpus, the one that it is called by first. */
export type NameGroup = readonly string[];

/** What people have decided on names over the whole corpus. */
export class NameDecisions {
  readonly #heads = new Map<string, string>();
  readonly #groups = new Map<string, string[]>();
  readonly #apart: ReadonlySet<string>;
  /** The entities that have several names. */
  readonly groups: readonly { readonly type: string; readonly names: NameGroup }[];

  constructor(decisions: readonly NameDecision[]) {
    this.#apart = new Set(decisions.flatMap((each) => (each.kind === 'apart' ? [keyOf(each.type, each.name)] : [])));
    for (const each of decisions) if (each.kind === 'same') this.#heads.set(keyOf(each.type, each.other), each.name);
    for (const each of decisions) {
      if (each.kind !== 'same') continue;
      const head = this.headOf(each.type, each.name);
      const key = keyOf(each.type, head);
      const group = this.#groups.get(key) ?? [head];
      this.#groups.set(key, group);
      group.push(each.other);
    }
    this.groups = [...this.#groups].map(([key, names]) => ({ type: key.slice(0, key.indexOf(' ')), names }));
  }

  /** The name that an entity is called by. */
  headOf(type: string, name: string): string {
    const way: string[] = [];
    let head = name;
    // what goes round in a circle is not read
    for (let at = this.#heads.get(keyOf(type, head)); at !== undefined; at = this.#heads.get(keyOf(type, head))) {
      way.push(head);
      head = at;
    }
    // a name of a name of a name is not looked up so again
    for (const one of way) this.#heads.set(keyOf(type, one), head);
    return head;
  }

  /** All names of the entity that a name means, the one it is called by first. */
  groupOf(type: string, name: string): NameGroup {
    const head = this.headOf(type, name);
    return this.#groups.get(keyOf(type, head)) ?? [head];
  }

  /**
   * Whether a name means nobody over all articles: people have set it apart, or it is a given name or a family name alone,
   * which stays with its article unless people have said whose it is. Full names, and those of what is no person, are one
   * over all.
   */
  isAlone(name: string, type: string): boolean {
    if (this.#apart.has(keyOf(type, name))) return true;
    return type === 'PER' && !/\S\s+\S/.test(name) && this.groupOf(type, name).length === 1;
  }

  /** Whether people have set a name apart. */
  isApart(type: string, name: string): boolean {
    return this.#apart.has(keyOf(type, name));
  }
}

const keyOf = (type: string, name: string): string => `${type} ${name}`;

/** Nothing is decided. */
export const NO_NAME_DECISIONS = new NameDecisions([]);

const TYPES = ['PER', 'ORG', 'LOC', 'MISC'];

/** An article as people have decided on names over the corpus: each entity is called by one name, and found by all that it has. */
export function withNameDecisions(document: SearchDocument, decisions: NameDecisions): SearchDocument {
  if (decisions.groups.length === 0) return document;
  let named: Pick<SearchDocument, 'mentions' | 'quotations'> | undefined;
  const laid = (): Pick<SearchDocument, 'mentions' | 'quotations'> => {
    named ??= {
      mentions: document.mentions.map((mention) => {
        const group = decisions.groupOf(mention.type, mention.names[0] ?? '');
        return group.length === 1
          ? mention
          : { ...mention, names: [...new Set([group[0] as string, ...mention.names, ...group])] };
      }),
      quotations: document.quotations.map((quotation) => {
        const [name] = quotation.speakers;
        const groups = name === undefined ? [] : TYPES.map((type) => decisions.groupOf(type, name));
        const group = groups.find(({ length }) => length > 1);
        if (group === undefined) return quotation;
        return { ...quotation, speakers: [...new Set([group[0] as string, ...quotation.speakers, ...group])] };
      }),
    };
    return named;
  };
  return Object.create(document, {
    mentions: { get: () => laid().mentions, enumerable: true },
    quotations: { get: () => laid().quotations, enumerable: true },
  }) as SearchDocument;
}
