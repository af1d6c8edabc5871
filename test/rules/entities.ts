import type { EntityType } from '../../server/src/core/analysis';
import { createEntityAnnotator, type GazetteerEntry } from '../../server/src/core/entities/index';
import type { EntityPack } from '../../server/src/core/entities/pack';
import { DOCUMENT_REFINERS, NAME_REFINERS } from '../../server/src/core/entities/refiners';
import type { NameRule } from '../../server/src/core/entities/refiners/refiner';
import { SIEVES } from '../../server/src/core/entities/sieves';
import { packFor } from '../../server/src/core/languages/registry';
import { namesOfText } from '../../server/training/namesOfText';
import { readModel } from '../unit/entities/helpers';
import { givenPass } from './givenNames';
import type { Layer } from './layers';

/**
 * Names, each with its type; where it is the short form, spelling or acronym of another one, also with that:
 * `PER = Anne Morel`. A name inside another one is `LOC nested`. The setting `names` gives the project's own names:
 * `ORG lichen gris, PER Anne Morel`.
 */
export const entities: Layer = {
  rules(language) {
    const { entities: pack } = packFor(language);
    // what holds for any language is shown in those that have words of their own
    if (pack.functionWords.size === 0) return [];
    return rulesOf(pack).map(({ id, except = [] }) => {
      const exceptions = except.filter((exception) => exception.appliesTo?.(pack) !== false);
      return { id, exceptions: exceptions.map((exception) => exception.id) };
    });
  },
  isGiven: true,
  read(text, language, settings, given) {
    const pack = packFor(language);
    const pass = givenPass(given);
    const annotator = createEntityAnnotator(pack.entities, modelOf(language), projectNames(settings.names), pass);
    const { mentions, entities: index } = namesOfText(text, pack, annotator);
    const names = new Map(index.map(({ id, name }) => [id, name]));
    return mentions.map(({ start, end, text: written, type, entity, nested }) => {
      const name = names.get(entity);
      return { start, end, label: `${type}${nested ? ' nested' : ''}${name === written ? '' : ` = ${name}`}` };
    });
  },
};

/** The single rules in their order that a language has words for. */
function rulesOf(pack: EntityPack): readonly NameRule[] {
  const refiners = [...NAME_REFINERS, ...DOCUMENT_REFINERS].flatMap((refiner): readonly NameRule[] => refiner.parts ?? [refiner]);
  const sieves = SIEVES.flatMap((sieve): readonly NameRule[] => [sieve, ...(sieve.parts ?? [])]);
  return [...refiners, ...sieves].filter((rule) => rule.appliesTo?.(pack) !== false);
}

const models = new Map<string, Uint8Array | undefined>();

function modelOf(language: string): Uint8Array | undefined {
  if (!models.has(language)) models.set(language, readModel(language));
  return models.get(language);
}

function projectNames(setting: string | undefined): GazetteerEntry[] {
  const written = setting?.split(/,\s*/) ?? [];
  return written.map((entry) => {
    const [type = '', ...words] = entry.split(' ');
    return { type: type as EntityType, name: words.join(' '), aliases: [] };
  });
}
