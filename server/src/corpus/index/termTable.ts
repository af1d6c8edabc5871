import type { Statement } from 'node-sqlite3-wasm';
import type { Attribute } from '../query/query';
import type { Vocabulary } from '../searchDocument';
import type { Condition, TermTest } from './conditions';
import { coarse, KINDS, type Term } from './terms';

/** Terms whose numbers are kept at hand; a corpus has more than are worth keeping. */
const MOST_KEPT = 200_000;

/** Of more terms than these, an article need not have one: it is looked through. An expression of them takes longer. */
const MOST_TERMS = 500;

interface Numbered {
  readonly id: number;
  readonly form: string;
}

/** The vocabulary of an index: each term has a number, which articles are written by. */
export class Terms {
  readonly #prepared: (sql: string) => Statement;
  readonly #numbers = new Map<string, number>();
  readonly #forms = new Map<Attribute, Numbered[]>();
  #vocabulary: Words | undefined;
  /** Names of one entity: who looks for one of them finds articles that have another. */
  groups: readonly (readonly string[])[] = [];

  constructor(prepared: (sql: string) => Statement) {
    this.#prepared = prepared;
  }

  /** The forms of tokens by their numbers. Another one once numbers were taken back. */
  get vocabulary(): Vocabulary {
    this.#vocabulary ??= new Words(this.#read('SELECT id, form FROM term WHERE kind = ?', [KINDS.indexOf('word')]));
    return this.#vocabulary;
  }

  /** The numbers of terms; a new term gets one. */
  numbers(terms: readonly Term[]): readonly number[] {
    return terms.map((term) => this.#number(term));
  }

  #number({ kind, form }: Term): number {
    const name = `${KINDS.indexOf(kind)}${form}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const values = [KINDS.indexOf(kind), form];
    const found = this.#prepared('SELECT id FROM term WHERE kind = ? AND form = ?').get(values)?.id;
    const id = found === undefined ? this.#add(kind, form) : Number(found);
    if (this.#numbers.size >= MOST_KEPT) this.#numbers.clear();
    this.#numbers.set(name, id);
    return id;
  }

  #add(kind: Attribute, form: string): number {
    const { lastInsertRowid } = this.#prepared('INSERT INTO term (kind, form, coarse) VALUES (?, ?, ?)').run([
      KINDS.indexOf(kind),
      form,
      coarse(form),
    ]);
    const id = Number(lastInsertRowid);
    this.#forms.get(kind)?.push({ id, form });
    if (kind === 'word') this.#vocabulary?.add(id, form);
    return id;
  }

  /** What was written last was taken back. */
  forget(): void {
    this.#numbers.clear();
    this.#forms.clear();
    this.#vocabulary = undefined;
  }

  /**
   * An expression of terms' numbers that articles which fulfil a condition match; empty where none can, undefined where
   * every article may.
   */
  expressionOf(condition: Condition): string | undefined {
    if (condition.kind === 'anything') return undefined;
    if (condition.kind === 'term') {
      const ids = this.#fitting(condition);
      return ids.length > MOST_TERMS ? undefined : ids.join(' OR ');
    }
    const parts = condition.of.map((part) => this.expressionOf(part));
    const asked = parts.filter((part) => part !== undefined && part !== '');
    const isAll = condition.kind === 'all';
    if (isAll ? parts.includes('') : asked.length === 0 && !parts.includes(undefined)) return '';
    if (isAll ? asked.length === 0 : parts.includes(undefined)) return undefined;
    return asked.map((part) => `(${part})`).join(isAll ? ' AND ' : ' OR ');
  }

  #fitting({ attribute, fits, hint }: TermTest): readonly number[] {
    const kind = KINDS.indexOf(attribute);
    const wanted = hint === undefined ? '' : coarse(hint.with);
    const forms =
      hint === undefined || wanted === ''
        ? this.#all(attribute)
        : hint.kind === 'is'
          ? this.#read('SELECT id, form FROM term WHERE kind = ? AND coarse = ?', [kind, wanted])
          : this.#read('SELECT id, form FROM term WHERE kind = ? AND coarse >= ? AND coarse < ?', [kind, wanted, wanted + LAST]);
    const ids: number[] = [];
    for (const { id, form } of forms) {
      // of more no expression is made: that nearly every name fits need not be found out to the last one
      if (ids.length > MOST_TERMS) return ids;
      if (fits(form)) ids.push(id);
    }
    return attribute === 'entity' || attribute === 'speaker' ? [...new Set([...ids, ...this.#together(kind, fits)])] : ids;
  }

  /** The numbers of all names of entities of which one fits. */
  #together(kind: number, fits: TermTest['fits']): readonly number[] {
    return this.groups
      .filter((names) => names.some(fits))
      .flatMap((names) => names.flatMap((form) => this.#read(FORM, [kind, form])))
      .map(({ id }) => id);
  }

  /** Read once, since it takes as long as the vocabulary is large, then kept up. */
  #all(kind: Attribute): readonly Numbered[] {
    const known = this.#forms.get(kind) ?? this.#read('SELECT id, form FROM term WHERE kind = ?', [KINDS.indexOf(kind)]).slice();
    this.#forms.set(kind, known);
    return known;
  }

  #read(sql: string, values: (string | number)[]): readonly Numbered[] {
    return this.#prepared(sql)
      .all(values)
      .map(({ id, form }) => ({ id: Number(id), form: form as string }));
  }
}

/** Read as a whole: nearly every form of a corpus is asked for where words are counted. */
class Words implements Vocabulary {
  readonly #forms: string[] = [];

  constructor(all: readonly Numbered[]) {
    for (const { id, form } of all) this.add(id, form);
  }

  add(id: number, form: string): void {
    while (this.#forms.length <= id) this.#forms.push('');
    this.#forms[id] = form;
  }

  form(number: number): string {
    return this.#forms[number] ?? '';
  }

  get size(): number {
    return this.#forms.length;
  }
}

/** None at all. */
export const NO_WORDS: Vocabulary = new Words([]);

const FORM = 'SELECT id, form FROM term WHERE kind = ? AND form = ?';

/** After every letter. */
const LAST = '\u{10ffff}';
