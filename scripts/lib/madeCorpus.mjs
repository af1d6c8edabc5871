// Articles made up by chance from a seed, French and English, of the lengths that press articles have: nothing of them is kept.
import fs from 'node:fs';
import path from 'node:path';

const SYLLABLES = 'bar cel dor fan gar hel jo ker lin mor nel or pel ri san tal vel wan yor zin'.split(' ');
const GIVEN = 'Anne Paul Claire Marc Lucie Hugo Emma Victor Alice Simon Nora Louis'.split(' ');

/** Words by which a corpus is asked: none of them is in another. */
export const RARE = ['phare', 'moulin', 'verger', 'tramway', 'orage', 'lighthouse', 'orchard', 'mill', 'storm', 'tram'];

const FRENCH = [
  (w) => `Le conseil de ${w.place} a examiné ${w.date} le projet de ${w.rare}.`,
  (w) => `« Nous attendions cette décision depuis longtemps », a déclaré ${w.person} devant les élus de ${w.place}.`,
  (w) => `Selon ${w.person}, directrice de ${w.body}, les travaux commenceront ${w.date}.`,
  (w) => `Les habitants de ${w.place} ont manifesté devant le ${w.rare}, où ${w.body} avait ouvert une enquête.`,
  (w) => `Le budget de la commune atteint ${w.number} millions d’euros, contre ${w.number} l’année précédente.`,
  (w) => `${w.person} a ajouté que le calendrier ne changerait pas avant la fin de la saison.`,
  (w) => `Aucun incident n’a été signalé dans le quartier du ${w.rare} pendant la nuit.`,
  (w) => `« C’est un soulagement pour tout le monde », s’est réjouie ${w.person}, qui suit le dossier depuis ${w.year}.`,
];
const ENGLISH = [
  (w) => `The council of ${w.place} discussed plans for the ${w.rare} on ${w.day}.`,
  (w) => `“We have waited a long time for this decision,” said ${w.person}, who lives near the ${w.rare}.`,
  (w) => `According to ${w.person}, the director of ${w.body}, work will begin in ${w.year}.`,
  (w) => `Residents of ${w.place} gathered outside the ${w.rare}, where ${w.body} had opened an inquiry.`,
  (w) => `The budget has reached ${w.number} million, up from ${w.number} million a year earlier.`,
  (w) => `${w.person} added that the timetable would not change before the end of the season.`,
];

/** Writes so many articles below a folder, a thousand to a sub-folder; gives how many bytes they have. By their names, all count as articles. */
export function writeCorpus(folder, articles, seed) {
  const random = randomiser(seed);
  const people = Array.from({ length: Math.max(200, articles / 20) }, () => `${pick(random, GIVEN)} ${name(random)}`);
  const places = Array.from({ length: 400 }, () => name(random));
  let bytes = 0;
  for (let i = 0; i < articles; i++) {
    const text = article(random, people, places);
    const below = path.join(folder, String(Math.floor(i / 1000)).padStart(3, '0'));
    if (i % 1000 === 0) fs.mkdirSync(below, { recursive: true });
    fs.writeFileSync(path.join(below, `${2001 + (i % 20)}-0${1 + (i % 9)}-${10 + (i % 18)}_${i}.article`), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function article(random, people, places) {
  const french = random() < 0.7;
  const sentences = french ? FRENCH : ENGLISH;
  const rare = french ? RARE.slice(0, 5) : RARE.slice(5);
  // few people are named often, most of them once
  const person = () => people[Math.floor(people.length * random() ** 3)];
  const own = [person(), person(), person()];
  const length = 5 + Math.floor(30 * random() ** 2);
  const written = Array.from({ length }, (_, i) => {
    const words = {
      person: pick(random, own),
      place: pick(random, places),
      body: `l’Office ${name(random)}`,
      rare: pick(random, rare),
      date: pick(random, ['lundi', 'hier', `le 3 mars ${2001 + Math.floor(random() * 20)}`, 'la semaine dernière']),
      day: pick(random, ['Monday', 'Friday', 'Tuesday']),
      year: String(2001 + Math.floor(random() * 20)),
      number: String(1 + Math.floor(random() * 90)),
    };
    return pick(random, sentences)(words) + (i % 4 === 3 ? '\n\n' : ' ');
  });
  return `${written.join('').trim()}\n`;
}

const pick = (random, from) => from[Math.floor(random() * from.length)];

function name(random) {
  const letters = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, SYLLABLES)).join('');
  return letters[0].toUpperCase() + letters.slice(1);
}

/** Numbers from 0 to 1 by mulberry32. */
function randomiser(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
