import fs from 'node:fs';
import path from 'node:path';
import { writeModelFile } from '../src/core/entities/model/format';
import { calibrate } from './calibrate';
import type { GoldDocument } from './data';
import { learn, type Resources } from './learner';
import { placeSections } from './places';
import { learnSecond, type PassedDocument, passDocuments } from './second';
import { buildResources, type Places, RECIPES, type Recipe } from './sources';

/** The first pass over every document by a model that was not trained on its fold: what the second pass learns from. */
export function passFolds(
  recipe: Recipe,
  documents: readonly GoldDocument[],
  resources: Resources,
  log: (line: string) => void,
): PassedDocument[] {
  const folds = documents.map((document) => recipe.fold(document, documents) % recipe.parts);
  return Array.from({ length: recipe.parts }, (_, part) => part).flatMap((part) => {
    log(`first pass for part ${part + 1} of ${recipe.parts}`);
    const model = learn(
      documents.filter((_, i) => folds[i] !== part),
      resources,
      recipe.learn,
    );
    return passDocuments(
      documents.filter((_, i) => folds[i] === part),
      model,
      resources,
    );
  });
}

/** Trains the models of the languages named (all without a name) and writes them to server/models. */
export function train(languages: readonly string[], places: Places, log: (line: string) => void): void {
  for (const [language, recipe] of Object.entries(RECIPES)) {
    if (languages.length > 0 && !languages.includes(language)) continue;
    const visible = recipe.read(places).visible.filter(({ set }) => !places.leaveOut?.has(set));
    log(`${language}: ${visible.length} documents`);
    const resources = buildResources(recipe, places, visible);
    log(`${language}: ${resources.phrases.keys.length} phrase hashes, ${resources.words.keys.length} words`);
    const first = learn(visible, resources, { ...recipe.learn, log });
    const passed = passFolds(recipe, visible, resources, log);
    const second = learnSecond(first, passed, { ...recipe.second, log });
    const model = { ...calibrate(second, passed), sections: second.sections };
    for (const [name, section] of placeSections(places.root, language, recipe.pack.text, recipe.home))
      model.sections.set(name, section);
    const bytes = writeModelFile(model);
    const file = path.join(places.out ?? path.join(places.root, 'server/models'), `${language}.bin`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
    log(`${language}: ${path.relative(places.root, file)} ${(bytes.length / 1e6).toFixed(2)} MB`);
  }
}
