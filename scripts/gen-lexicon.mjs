#!/usr/bin/env node
// Packs the word lists of server/data/<language> (lexicon.tsv, verbs.tsv, phrases/*.txt) for the language packs. Run after
// changing a list: node scripts/gen-lexicon.mjs. The same lists always give the same bytes; --check says what is stale.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { conjugate as english } from './gen-lexicon/english.mjs';
import { conjugate as french } from './gen-lexicon/french.mjs';
import { hasTable, namesOf, readRows } from './gen-lexicon/tables.mjs';
import { loadBundled } from './lib/bundled.mjs';
import { main, ROOT, UserError } from './lib/project.mjs';

/** Verbs are conjugated in languages that have a conjugation here. */
const LANGUAGES = { de: undefined, en: english, fr: french };

/** Classes beside those of core/lexicon/wordClasses.ts. */
const OTHER_CLASSES = [
  'abbreviation',
  'beforeHyphen',
  'body',
  'branch',
  'court',
  'eitherCharacter',
  'eitherRole',
  'feminineRole',
  'firstPerson',
  'honorific',
  'kin',
  'kinshipTitle',
  'localOffice',
  'masculineCharacter',
  'masculineRole',
  'ministry',
  'neverGiven',
  'occasion',
  'organisation',
  'prenominal',
  'regnal',
  'roleModifier',
  'stateOffice',
  'thing',
  'voice',
  'workHead',
];
/** Classes of verbs that single rules ask for, beside those that are word classes too. */
const VERB_CLASSES = ['auxiliary', 'being', 'modal', 'causative', 'finding', 'hearing', 'hearsay', 'likening', 'support'];
const GENDERS = new Set(['f', 'c']);
const NUMBERS = new Set(['pl']);
const LAYERS = new Set(['dates', 'entities', 'quotes']);

/** What the project's own code says: the word classes, the letters of a verb's senses, the tokenizer. */
const ownCode = () =>
  loadBundled(`
    export { CLASS } from './lexicon/wordClasses';
    export { CUE_NAMES } from './lexicon/verbForms';
    export { tokenize } from './text/tokens';
    ${Object.keys(LANGUAGES)
      .map((language) => `export { textRules as ${language} } from './languages/${language}/text';`)
      .join('\n')}
  `);

/** The forms of lexicon.tsv by class, gender and number. */
function packWords(language, code) {
  const name = `${language}/lexicon.tsv`;
  const classes = new Set([...Object.keys(code.CLASS), ...OTHER_CLASSES]);
  const lists = new Map();
  const add = (list, form) => lists.set(list, [...(lists.get(list) ?? []), form]);
  for (const { line, cells } of readRows(name, 7)) {
    const [form, , inClasses, gender, number, layers] = cells;
    const place = `server/data/${name}:${line}`;
    for (const each of namesOf(inClasses, classes, place)) add(each, form);
    for (const each of namesOf(gender, GENDERS, place)) add(each === 'f' ? 'feminine' : 'epicene', form);
    for (const each of namesOf(number, NUMBERS, place)) add(each === 'pl' ? 'plural' : each, form);
    if (namesOf(layers, LAYERS, place).length === 0) throw new UserError(`${place}: no layer looks this word up`);
  }
  return lists;
}

/** The phrases of a file, each one that the tokenizer cuts as it stands there. */
function packPhrases(language, kind, code) {
  const name = `${language}/phrases/${kind}.txt`;
  if (!hasTable(name)) return [];
  const rules = code[language];
  return readRows(name, 1).map(({ line, cells: [phrase] }) => {
    const tokens = code.tokenize(phrase.replace(/(['’]) /g, '$1').replace(/ - /g, '-'), rules).map(({ text }) => text);
    if (tokens.join(' ') !== phrase)
      throw new UserError(`server/data/${name}:${line}: the tokenizer cuts it "${tokens.join(' ')}", not "${phrase}"`);
    return phrase;
  });
}

/** Factors verbs' forms into a stem and a numbered set of endings, which regular verbs share. */
function packVerbs(language, conjugate, code) {
  const name = `${language}/verbs.tsv`;
  const senses = new Set(Object.keys(code.CUE_NAMES));
  const known = new Set(VERB_CLASSES);
  const sets = new Map();
  const lines = [];
  const classes = new Map();
  for (const { line, cells } of readRows(name, 4)) {
    const [lemma, own, inClasses] = cells;
    const place = `server/data/${name}:${line}`;
    for (const each of namesOf(inClasses, known, place)) classes.set(each, [...(classes.get(each) ?? []), lemma]);
    const letters = namesOf(own, senses, place)
      .map((sense) => code.CUE_NAMES[sense])
      .sort()
      .join('');
    const tags = new Map();
    for (const [form, tag] of conjugate(lemma)) tags.set(form, [...(tags.get(form) ?? []), tag]);
    const stem = commonPrefix([...tags.keys()]);
    const set = [...tags].map(([form, list]) => `${form.slice(stem.length)}:${merge(list)}`).join(' ');
    if (!sets.has(set)) sets.set(set, sets.size);
    lines.push(`${lemma} ${stem} ${sets.get(set)} ${letters}`.trim());
  }
  return { endings: [...sets.keys()], lines, classes };
}

/** All tags of a form; h (past historic) only where it can be nothing else: "demanda", not "dit". */
function merge(list) {
  const historic = list.every((tag) => tag.startsWith('h'));
  const letters = list.flatMap((tag) => [...tag]).filter((letter) => letter !== 'h' || historic);
  return [...new Set(letters)].sort().join('');
}

function commonPrefix(forms) {
  let prefix = forms[0];
  for (const form of forms) while (!form.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

const listed = (lists) =>
  [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, forms]) => `    ${name}: ${JSON.stringify(forms.join(' '))},`)
    .join('\n');

/** A string as the formatter has it. */
const quoted = (text) => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);

/** The generated files of a language, by their path from the project's folder. */
function filesOf(language, conjugate, code) {
  const folder = `server/src/core/languages/${language}`;
  const head = `// Generated by scripts/gen-lexicon.mjs from server/data/${language}; do not edit.\n`;
  const adverbials = packPhrases(language, 'adverbial', code);
  const verbs = conjugate && packVerbs(language, conjugate, code);
  const files = new Map([
    [
      `${folder}/lexicon.generated.ts`,
      `${head}import type { WordTable } from '../../lexicon/wordTable';

/** The words of the language by class; see {@link WordTable}. */
export const wordTable: WordTable = {
  words: {
${listed(packWords(language, code))}
  },
  verbs: {
${listed(verbs?.classes ?? new Map())}
  },
  phrases: {
    adverbial: ${JSON.stringify(adverbials.join('\n'))},
  },
};
`,
    ],
  ]);
  if (verbs !== undefined)
    files.set(
      `${folder}/verbs.generated.ts`,
      `${head}import type { VerbTable } from '../../lexicon/wordClasses';

/** Verbs by lemma, stem, set of endings and senses; see {@link VerbTable}. */
export const verbTable: VerbTable = {
  endings: [
${verbs.endings.map((set) => `    ${quoted(set)},`).join('\n')}
  ],
  verbs: \`${verbs.lines.join('\n')}\`,
};
`,
    );
  return files;
}

/** All generated files with their texts, by their path from the project's folder. */
export async function generated() {
  const code = await ownCode();
  return new Map(Object.entries(LANGUAGES).flatMap(([language, conjugate]) => [...filesOf(language, conjugate, code)]));
}

async function run(args) {
  const stale = [...(await generated())].filter(([file, text]) => {
    const place = path.join(ROOT, file);
    return !fs.existsSync(place) || fs.readFileSync(place, 'utf8') !== text;
  });
  if (args.includes('--check')) {
    for (const [file] of stale) console.error(`${file}: stale; run node scripts/gen-lexicon.mjs`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const [file, text] of stale) fs.writeFileSync(path.join(ROOT, file), text);
  console.log(stale.length > 0 ? `Written: ${stale.map(([file]) => file).join(', ')}` : 'Nothing has changed');
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => run(process.argv.slice(2)));
