import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../../server/src/core/analyser';
import { french } from '../../../../server/src/core/languages/fr/index';
import { type SeenSpan, seenSpans } from '../../../../server/src/core/learning/article';
import { FormMemory } from '../../../../server/src/core/learning/formMemory';
import { type ArticleLessons, lessonsOf, type NameDecision } from '../../../../server/src/core/learning/lessons';
import { learnProject, NOTHING_LEARNT, type ProjectModel, suggestNames } from '../../../../server/src/core/learning/projectModel';
import { createSpanFinder } from '../../../../server/src/core/learning/spans';

const bytes = readFileSync(path.join(import.meta.dirname, '../../../../server/models/fr.bin'));
const analyser = createAnalyser({ model: () => bytes });
const finder = createSpanFinder(bytes, french.entities);

function spansOf(text: string, isForm: (form: string) => boolean = () => false, asked: readonly NameDecision[] = []): SeenSpan[] {
  if (finder === undefined) throw new Error('no model');
  const analysis = analyser.analyse({ id: 'a', text, language: 'fr' });
  return seenSpans(text, analysis, asked, { finder, pack: french, isForm });
}

/** What an article teaches in which words were decided on, each by its first place. */
function article(key: string, text: string, decided: readonly (readonly [string, string, boolean])[]): ArticleLessons {
  const decisions = decided.map(([words, type, right]): NameDecision => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, type, right };
  });
  return {
    key,
    lessons: lessonsOf(
      spansOf(text, () => false, decisions),
      decisions,
      false,
    ),
  };
}

const suggested = (text: string, articles: readonly ArticleLessons[]): string[] => {
  const memory = new FormMemory(articles);
  const model = articles.length === 0 ? NOTHING_LEARNT : learnProject(articles);
  const spans = spansOf(text, (form) => memory.has(form));
  return suggestNames(spans, model, memory).map(({ start, end, type }) => `${text.slice(start, end)} ${type}`);
};

const same = (a: ProjectModel, b: ProjectModel): boolean =>
  a.labels.join() === b.labels.join() && Buffer.compare(Buffer.from(a.weights.buffer), Buffer.from(b.weights.buffer)) === 0;

const TEXT = 'Le ministère a reçu Ophélie Bramont à Lyon. Selon Ophélie Bramont, la société Valtorex doit payer.';

describe('a model of the project', () => {
  it('suggests what ships as long as nobody decided anything', () => {
    const analysis = analyser.analyse({ id: 'a', text: TEXT, language: 'fr' });
    const shipped = analysis.entities.filter(({ nested }) => !nested).map(({ text, type }) => `${text} ${type}`);
    expect(shipped).not.toEqual([]);
    expect(suggested(TEXT, [])).toEqual(shipped);
  });

  it('suggests a name as it was decided in several other articles', () => {
    const taught = ['a', 'b', 'c'].map((key) => article(key, `Hier, ${key} a vu Lyon sous la pluie.`, [['Lyon', 'ORG', true]]));
    expect(suggested('On a vu Lyon gagner.', [])).toContain('Lyon LOC');
    expect(suggested('On a vu Lyon gagner.', taught)).toContain('Lyon ORG');
  });

  it('finds a name that the shipped model sees nothing in, once it was confirmed elsewhere', () => {
    const text = 'On y vend du tissu zorblan et du fil.';
    const taught = ['a', 'b', 'c'].map((key) =>
      article(key, `Les clients de ${key} aiment le tissu zorblan depuis longtemps.`, [['zorblan', 'MISC', true]]),
    );
    expect(suggested(text, [])).toEqual([]);
    expect(suggested(text, taught)).toEqual(['zorblan MISC']);
  });

  it('keeps what was rejected away', () => {
    const taught = ['a', 'b', 'c', 'd'].map((key) => article(key, `Avec ${key}, on va à Lyon demain.`, [['Lyon', 'LOC', false]]));
    expect(suggested('On part pour Lyon ce soir.', taught)).not.toContain('Lyon LOC');
  });

  it('learns a type that no detector knows', () => {
    const cities = ['Lyon', 'Lille', 'Nantes', 'Brest', 'Nice', 'Metz', 'Dijon', 'Tours', 'Reims', 'Rouen', 'Caen', 'Pau'];
    const taught = cities.map((city) =>
      article(city, `La Grande Foire de ${city} a ouvert.`, [[`Grande Foire de ${city}`, 'Fair', true]]),
    );
    expect(suggested('La Grande Foire de Toulouse a ouvert.', taught)).toContain('Grande Foire de Toulouse Fair');
  });

  it('does not depend on the order of the articles', () => {
    const taught = [
      article('a', 'Hier, on a vu Lyon sous la pluie.', [['Lyon', 'ORG', true]]),
      article('b', 'La société Valtorex recrute.', [['Valtorex', 'ORG', true]]),
      article('c', 'Il habite à Nantes.', [['Nantes', 'LOC', false]]),
    ];
    expect(same(learnProject([...taught].reverse()), learnProject(taught))).toBe(true);
  });

  it('unlearns what is no longer decided', () => {
    const kept = article('a', 'Hier, on a vu Lyon sous la pluie.', [['Lyon', 'LOC', true]]);
    const undone = article('b', 'Demain, Lyon jouera.', [['Lyon', 'ORG', true]]);
    const before = learnProject([kept]);
    expect(same(learnProject([kept]), before)).toBe(true);
    expect(same(learnProject([kept, undone]), before)).toBe(false);
  });

  it('learns nothing from what nobody decided on', () => {
    expect(article('a', TEXT, []).lessons).toEqual([]);
  });
});
