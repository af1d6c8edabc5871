#!/usr/bin/env node
// Measures entities: accuracy on blocks never trained on, confidence, speed, memory, and the peers in the same run.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, ROOT, say, UserError } from './lib/project.mjs';
import { DATA, loadTraining } from './lib/training.mjs';

const HELP = `Usage: node --expose-gc scripts/bench-entities.mjs [--data FOLDER] [--blocks] [LANGUAGE…]

Scores server/models/LANGUAGE.bin on every set at hand with 95 % intervals over documents, beside compromise and fr-compromise.
  --data FOLDER   where the data sets are; default ../shared/data
  --model FILE    scores that file on the sets in place of the shipped model (of one language)
  --blocks        cross-validation by blocks too (trains six models a language: minutes)`;

/** Runs the measurements and prints them; says so where the data sets are not at hand. Returns them by language. */
export async function benchEntities({ data = DATA, languages = [], blocks = false, model: file } = {}) {
  if (!fs.existsSync(data)) {
    console.log(`Entities: no data sets in ${path.relative(ROOT, data)}; nothing scored.`);
    return {};
  }
  const { benchLanguage, describeScores, RECIPES } = await loadTraining('bench.ts');
  const { scoreSets } = await loadTraining('sets.ts');
  const results = {};
  for (const language of Object.keys(RECIPES)) {
    if (languages.length > 0 && !languages.includes(language)) continue;
    if (!fs.existsSync(path.join(ROOT, 'server/models', `${language}.bin`))) {
      console.log(`Entities ${language}: no model; npm run train makes it.`);
      continue;
    }
    const result = benchLanguage(language, { root: ROOT, data }, { blocks, log: say });
    results[language] = result;
    const { model, held, peer } = result;
    console.log(`Entities ${language}: strict F1 in % (precision/recall), from raw text`);
    if (held.all) console.log(`  block never trained on: ${describeScores(held)}`);
    else if (!result.blocks)
      console.log('  every document at hand was learnt from: --blocks tells by models that saw all but a block');
    if (result.blocks) {
      console.log(`  cross-validation by blocks: ${describeScores(result.blocks.scores)}`);
      console.log(`  recall: ${result.blocks.novelty.join('\n          ')}`);
    }
    for (const { name, learnt, documents, figures } of scoreSets(language, { root: ROOT, data }, file))
      console.log(`  ${name}${learnt ? ' (learnt from)' : ''}, ${documents} documents: ${figures}`);
    if (peer)
      console.log(`  peer, ${held.all ? 'same block' : 'all documents'}: ${describeScores(peer.scores)}  ${told(peer.speed)}`);
    console.log(`  ${told(result.speed)} of processor time on one core`);
    console.log(`  model ${(model.bytes / 1e6).toFixed(2)} MB, loaded in ${model.loadMs} ms, ${model.memoryMb} MB more memory`);
    const reliability = result.blocks?.reliability ?? result.reliability;
    if (reliability.length > 0) console.log(`  confidence: ${reliability.join('\n              ')}`);
  }
  return results;
}

const told = ({ best, median }) => `${best} MB/s in the best round, ${median} in the middle one`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const args = process.argv.slice(2);
    if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
    const at = args.indexOf('--data');
    const data = at >= 0 ? path.resolve(args.splice(at, 2)[1] ?? '') : DATA;
    const blocks = args.includes('--blocks');
    const from = args.indexOf('--model');
    const model = from >= 0 ? path.resolve(args.splice(from, 2)[1] ?? '') : undefined;
    const languages = args.filter((arg) => arg !== '--blocks');
    const unknown = languages.find((language) => language.startsWith('-'));
    if (unknown) throw new UserError(`Unknown option: ${unknown}\n\n${HELP}`, 2);
    await benchEntities({ data, languages, blocks, model });
  });
}
