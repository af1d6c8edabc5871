// Texts in which much stands twice: lists, refrains, a summary that repeats the lead.

const TOWNS = ['Arvelle', 'Brisecamp', 'Cornevent', 'Dorvane', 'Ellemont', 'Fossanbruck', 'Grandlieu', 'Hauteval'];
const PEOPLE = ['Marthe Aubrive', 'Yann Kervella', 'Ilse Brandt', 'Paul Verdier', 'Nadia Oussal', 'Tom Ferrand'];
const ACTS = [
  'a promis un pont',
  'a refusé de répondre',
  'n’a pas exclu un retrait',
  'a dit « attendre la suite »',
  "s'est félicité de l'accord – sans conditions",
];

/** A dozen texts from a generator of numbers between 0 and 1. */
export function repetitiveTexts(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const sentence = () => `Le maire de ${pick(TOWNS)}, ${pick(PEOPLE)}, ${pick(ACTS)}.`;
  const article = () => {
    const lead = sentence();
    const paragraphs = Array.from({ length: 8 }, () => Array.from({ length: 3 }, sentence).join(' '));
    return ` date 2017-0${1 + Math.floor(random() * 9)} ${lead}\n\n${paragraphs.join('\n\n')}\n\nÀ lire aussi : ${lead}\n`;
  };
  const list = () =>
    ` date 2018-05 Les élus\n\n${Array.from({ length: 60 }, (_, i) => `${i % 12}. ${pick(PEOPLE)}, ${pick(TOWNS)}`).join('\n')}\n`;
  return [...Array.from({ length: 8 }, article), ...Array.from({ length: 4 }, list)];
}
