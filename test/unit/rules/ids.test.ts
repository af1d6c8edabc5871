import { describe, expect, it } from 'vitest';
import { LANGUAGES, LAYERS } from '../../rules/layers';

// A hover, a report and the observer name a rule by its id alone, whatever its layer.
describe('ids of rules', () => {
  const all = Object.entries(LAYERS).flatMap(([layer, { rules }]) =>
    LANGUAGES.flatMap((language) =>
      rules(language).flatMap(({ id, exceptions }) => [
        { layer, id },
        ...exceptions.map((exception) => ({ layer, id: exception })),
      ]),
    ),
  );

  it('belong to one layer each', () => {
    const layers = new Map<string, Set<string>>();
    for (const { id, layer } of all) layers.set(id, (layers.get(id) ?? new Set()).add(layer));
    expect(layers.size).toBeGreaterThan(300);
    expect([...layers].filter(([, of]) => of.size > 1).map(([id]) => id)).toEqual([]);
  });

  it.each(Object.keys(LAYERS))('of a rule of %s name no exception', (layer) => {
    const rules = new Set(LANGUAGES.flatMap((language) => LAYERS[layer]?.rules(language).map(({ id }) => id) ?? []));
    const exceptions = LANGUAGES.flatMap((language) => LAYERS[layer]?.rules(language).flatMap((rule) => rule.exceptions) ?? []);
    expect(exceptions.filter((id) => rules.has(id))).toEqual([]);
  });
});
