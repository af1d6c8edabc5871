// The folder that the editors open, and where things stand in it.
import fs from 'node:fs';
import path from 'node:path';

/** An article of an invented country. Characters of two UTF-16 units stand before what is asked about. */
export const ARTICLE = `Publié le 3 mars 2017

La Valdorie veut un accord de pêche

🐟🐟 « Il faut signer avant le 15 mars 2017 », a déclaré Jeanne Morvan, ministre de la Pêche de Valdorie, à Port-Clair. Elle a rencontré Yann Kervella hier.

« Nous n'attendrons pas, a ajouté Jeanne Morvan.
`;

/** Where words stand: the line from 1, and the column from 0 in characters of an editor. */
export function placeOf(words, nth = 0) {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = ARTICLE.indexOf(words, at + 1);
  if (at < 0) throw new Error(`The article has no ${words}`);
  const before = ARTICLE.slice(0, at).split('\n');
  return { line: before.length, column: [...before.at(-1)].length };
}

/** A folder with the article, as another editor is to open it; gives the article's path. */
export function makeFolder(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'accord.txt');
  fs.writeFileSync(file, ARTICLE);
  return file;
}

/** The first piece of code below a heading of a page of the documentation: what is documented is what is tried. */
export function documented(page, heading) {
  const text = fs.readFileSync(page, 'utf8');
  const [, code] = new RegExp(`^## ${heading}$(?:(?!^## )[\\s\\S])*?^\`\`\`\\w+\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text) ?? [];
  if (code === undefined) throw new Error(`${page} has no code below ${heading}`);
  return code;
}
