import type { TsvLayer } from './schema';

/** An annotation while its lines are read. */
export interface Draft {
  readonly layer: TsvLayer;
  readonly unit: string;
  begin: number;
  end: number;
  readonly features: Map<string, string>;
  readonly slots: { feature: string; role: string; target: string }[];
  chain?: { readonly id: string; readonly index: number };
}

/** The first argument of a relation that comes from a slot feature: the annotation that has the slots. */
export const HOST = 'Host';

/** The role, in a relation that comes from a slot feature, of a slot that the file gives no label (`*`). */
export const NO_ROLE = 'Arg';

/** Finds the annotation that a cell refers to, by its place or, where several stand there, by its number. */
export class Resolver {
  readonly #byUnit: ReadonlyMap<string, readonly Draft[]>;
  readonly #byId: ReadonlyMap<string, Draft>;

  constructor(byUnit: ReadonlyMap<string, readonly Draft[]>, byId: ReadonlyMap<string, Draft>) {
    this.#byUnit = byUnit;
    this.#byId = byId;
  }

  find(unit: string, id: string | undefined, layer?: string): Draft | undefined {
    if (id !== undefined && id !== '') return this.#byId.get(id);
    const here = this.#byUnit.get(unit) ?? [];
    return layer === undefined ? here[0] : here.find((draft) => draft.layer.name === layer);
  }
}
