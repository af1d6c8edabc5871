#!/usr/bin/env node
// Writes THIRD-PARTY-NOTICES.txt: the licences of all npm packages that are in the bundles or that tables were made of.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurations } from './build.mjs';
import { main, manifest, ROOT, requireNode, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const HELP = `Usage: node scripts/notices.mjs [--check]

Writes THIRD-PARTY-NOTICES.txt, which travels in the package: the licences of every npm package whose code is in dist/
(told by esbuild), and of those whose data the models and tables were made of. NOTICE tells of everything else.
  --check   writes nothing; fails where the file is not what would be written`;

const FILE = 'THIRD-PARTY-NOTICES.txt';
/** What the tables are made with: the development packages that are named here are sources of data. */
const TABLE_MAKERS = ['server/training', 'scripts/gen-dates.mjs', 'scripts/gen-lexicon.mjs', 'scripts/gen-lexicon'];
const LICENCE_FILE = /^(licen[sc]e|copying|notice|third-?party-?notices?)([.-].*)?$/i;

/** Whose package bears no licence's text: its holders, as its sources name them, and its licence. */
const HOLDERS = {
  'franc-min': { licence: 'MIT', holders: ['Copyright (c) Titus Wormer'] },
  isarray: { licence: 'MIT', holders: ['Copyright (c) 2013 Julian Gruber <julian@juliangruber.com>'] },
  imurmurhash: { licence: 'MIT', holders: ['Copyright (c) 2013 Gary Court, Jens Taylor'] },
  saxes: {
    licence: 'ISC',
    also: 'MIT',
    holders: [
      'Copyright (c) Contributors',
      'Copyright (c) Isaac Z. Schlueter and Contributors (sax, which saxes was made from)',
      'Copyright Mathias Bynens <https://mathiasbynens.be/> (String.fromCodePoint, under the MIT licence)',
    ],
  },
};

/** The folders of the npm packages that a bundle holds anything of, from esbuild's metafile. */
export function bundledPackages(metafile) {
  const folders = new Set();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? [];
      if (folder && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders];
}

/** The development packages that these sources name: as a module, or as the beginning of a path into one. */
export function namedPackages(sources, names) {
  return names.filter((name) =>
    sources.some((source) => [`'${name}'`, `'${name}/`, `\`${name}/`].some((form) => source.includes(form))),
  );
}

/**
 * One package's part of the file. `files`: the texts of its licences and notices. Throws where it has none and its
 * holders are not known.
 */
export function noticeOf({ name, version, license }, files) {
  const known = Object.hasOwn(HOLDERS, name) ? HOLDERS[name] : undefined;
  const texts = files.length > 0 || !known ? files : [composed(known)];
  if (texts.length === 0) throw new UserError(`${name} ${version} bears no licence: name its holders in scripts/notices.mjs`);
  const title = `${name} ${version} (${license ?? 'see below'})`;
  return [title, '-'.repeat(title.length), ...texts.map(tidy)].join('\n\n');
}

const composed = ({ licence, also, holders }) => {
  const texts = [licence, also].filter(Boolean).map((name) => `${name}.txt`);
  return [holders.join('\n'), ...texts.map((name) => fs.readFileSync(path.join(ROOT, 'scripts/licences', name), 'utf8'))].join(
    '\n\n',
  );
};

const tidy = (text) =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** Which packages in the bundles an audit of what ships would pass over, and which dependencies nothing holds. */
export function shippingProblems(bundled, lock) {
  const development = bundled.filter((folder) => lock.packages[folder]?.dev);
  const named = Object.keys(lock.packages['']?.dependencies ?? {});
  const idle = named.filter((name) => !bundled.includes(`node_modules/${name}`));
  return [
    ...development.map((folder) => `${folder} is in a bundle: what brings it belongs to the "dependencies"`),
    ...idle.map((name) => `${name} is in no bundle: it belongs to the "devDependencies"`),
  ];
}

async function bundledNow() {
  const { build } = await import('esbuild');
  const results = await Promise.all(
    configurations(true).map((options) => build({ ...options, write: false, metafile: true, logLevel: 'silent' })),
  );
  return [...new Set(results.flatMap(({ metafile }) => bundledPackages(metafile)))];
}

/** The whole file as it must be. */
async function notices(bundled) {
  const data = namedPackages(tableMakers(), Object.keys(manifest().devDependencies)).map((name) => `node_modules/${name}`);
  const parts = [part('Libraries in the bundles', bundled), part('Packages whose data the models and tables were made of', data)];
  return `Licences of what is bundled with Corpus Annotator. Made by scripts/notices.mjs; NOTICE tells what comes from where.\n\n${parts.join('\n\n')}\n`;
}

function part(title, folders) {
  const packages = new Map();
  for (const folder of folders) {
    const own = JSON.parse(fs.readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8'));
    packages.set(`${own.name}@${own.version}`, noticeOf(own, licenceTexts(folder)));
  }
  const sorted = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return [title, '='.repeat(title.length), ...sorted].join('\n\n');
}

function licenceTexts(folder) {
  const names = fs.readdirSync(path.join(ROOT, folder)).filter((name) => LICENCE_FILE.test(name));
  return names.sort().map((name) => fs.readFileSync(path.join(ROOT, folder, name), 'utf8'));
}

function tableMakers() {
  const read = (file) => {
    const place = path.join(ROOT, file);
    if (!fs.statSync(place).isDirectory()) return [fs.readFileSync(place, 'utf8')];
    return fs.readdirSync(place).flatMap((name) => read(path.join(file, name)));
  };
  return TABLE_MAKERS.flatMap(read);
}

/** Throws where the file is not what the bundles ask for, or the manifest does not say what ships. */
export async function requireFreshNotices() {
  const bundled = await bundledNow();
  const problems = shippingProblems(bundled, JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  const file = path.join(ROOT, FILE);
  const present = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').replace(/\r\n/g, '\n') : '';
  if (present !== (await notices(bundled))) throw new UserError(`${FILE} is out of date: run node scripts/notices.mjs`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const [option, ...rest] = process.argv.slice(2);
    if (option === '--help' || option === '-h') return console.log(HELP);
    if (rest.length > 0 || (option && option !== '--check')) throw new UserError(HELP, 2);
    requireNode();
    await ensureDependencies();
    if (option === '--check') await requireFreshNotices();
    else fs.writeFileSync(path.join(ROOT, FILE), await notices(await bundledNow()));
    console.log(option ? `${FILE} is complete` : `${FILE} written`);
  });
}
