import fs from 'node:fs';
import path from 'node:path';
import { type Analyser, createAnalyser } from '../../../server/src/core/analyser';
import type { ArticleAnalysis } from '../../../server/src/core/analysis';
import type { GazetteerEntry } from '../../../server/src/core/entities/index';

const models = path.resolve(import.meta.dirname, '../../../server/models');

export const readModel = (language: string): Uint8Array | undefined => {
  const file = path.join(models, `${language}.bin`);
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
};

export const makeAnalyser = (names: readonly GazetteerEntry[] = []): Analyser =>
  createAnalyser({
    model: readModel,
    names,
    onError: (layer, error) => {
      if (layer === 'entities') throw error;
    },
  });

const shared = makeAnalyser();

export const analyse = (text: string, language = 'fr'): ArticleAnalysis => shared.analyse({ id: 'test', text, language });

/** Outermost mentions as `TYPE text`. */
export const mentionsOf = (text: string, language = 'fr'): string[] =>
  analyse(text, language)
    .entities.filter((mention) => !mention.nested)
    .map((mention) => `${mention.type} ${mention.text}`);
