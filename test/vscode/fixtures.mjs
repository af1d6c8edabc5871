// The folder that the tests open: a copy, so that they may write in it, of this folder's fixtures and of what a
// repository cannot hold faithfully (line ends, a byte order mark, binary bytes, hundreds of files).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../scripts/lib/project.mjs';

const FIXTURES = path.join(ROOT, 'test', 'vscode', 'fixtures');

/** Makes the folder and returns its path. */
export function makeWorkspace(folder) {
  fs.cpSync(FIXTURES, folder, { recursive: true });
  const write = (name, content) => fs.writeFileSync(path.join(folder, name), content);
  const article = fs.readFileSync(path.join(FIXTURES, 'article.txt'), 'utf8').replaceAll('\r\n', '\n');
  write('windows.txt', `\uFEFF${article.replaceAll('\n', '\r\n')}`);
  write('decomposed.txt', article.normalize('NFD'));
  write('empty.txt', '');
  write('binary.txt', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)));
  // The header of an article, then bytes that are no text.
  write(
    'broken.txt',
    Buffer.concat([Buffer.from(' date 2019-05 Un titre\n'), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xa0, 0xa1, 0xe2, 0x28])]),
  );
  writeOrdinary(folder);
  fs.mkdirSync(path.join(folder, 'many'));
  for (let number = 1; number <= 300; number++) {
    const name = String(number).padStart(3, '0');
    write(path.join('many', `${name}.txt`), article.replace('2018-03', `20${String(number % 24).padStart(2, '0')}-03`));
  }
  return folder;
}

const ORDINARY = [
  'Le conseil municipal de Lanvéoc a voté lundi la rénovation du vieux phare. « Nous attendions cela depuis dix ans », a déclaré la maire, Solenn Le Goff. Les travaux commenceront en septembre et dureront deux ans, selon la préfecture. Les habitants pourront visiter le chantier chaque samedi.',
  'La coopérative des pêcheurs de Camaret manque de bras. Son directeur, Ronan Tanguy, cherche vingt matelots avant le 3 mai 2019. « Les jeunes partent en ville », regrette-t-il. La région promet une école de la mer, mais personne ne sait encore où elle sera construite.',
  'Une exposition consacrée aux cartes anciennes ouvre ses portes jeudi au musée de Morlaix. Elle réunit des documents prêtés par des familles de la côte. La conservatrice, Anne Cornec, espère dix mille visiteurs. L’entrée est gratuite pour les enfants.',
];

/** Texts as people have them: without a header, annotated with brat, in another encoding. */
function writeOrdinary(folder) {
  const write = (name, content, encoding = 'utf8') => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content, encoding);
  };
  for (const [index, text] of ORDINARY.entries()) write(`ordinary/${index + 1}.txt`, `${text}\n`);
  // no sentence: it is the annotations beside it that tell
  write('brat/1.txt', 'Solenn Le Goff\nLanvéoc\n');
  write('brat/1.ann', 'T1\tPER 0 14\tSolenn Le Goff\nT2\tLOC 15 22\tLanvéoc\n');
  write('latin/1.txt', `${ORDINARY[0].replaceAll('’', "'")}\n`, 'latin1');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = path.resolve(process.argv[2] ?? path.join('dist-test', 'workspace'));
  fs.rmSync(folder, { recursive: true, force: true });
  makeWorkspace(folder);
}
