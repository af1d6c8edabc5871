/** An article of an invented country, in the file format, rich in all that the server shows. */
export const ARTICLE = ` date 2017-01 La Valdorie veut un accord de pêche

« Il faut signer avant le 15 mars 2017 », a déclaré Jeanne Morvan, ministre de la Pêche de Valdorie, à Port-Clair. Elle a rencontré Yann Kervella le 30 septembre 2016.

Selon Yann Kervella, « les bateaux de Lorient sont prêts ». En mars dernier, l'Otan avait déjà envoyé un navire.

« Nous n'attendrons pas », a ajouté Jeanne Morvan.
`;

/** The same kind of text, as long as wanted: paragraphs that differ in a number. */
export function longArticle(length: number): string {
  const paragraphs = [' date 2017-01 La Valdorie compte ses bateaux\n'];
  let size = 0;
  for (let i = 1; size < length; i++) {
    const paragraph = `Le bateau ${i} a quitté Lorient le ${1 + (i % 28)} mars 2016. « Nous avons vendu ${i} caisses », a déclaré Jeanne Morvan à Port-Clair, où l'Otan tient conseil. Yann Kervella, le patron, n'a rien dit.\n`;
    paragraphs.push(paragraph);
    size += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}
