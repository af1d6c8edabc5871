import type { EntityPack } from '../../entities/pack';
import { entityPack as neutral } from '../und/entities';

/** What holds for any language, until this one's own words are written down. */
export const entityPack: EntityPack = { ...neutral, language: 'pt' };
