// Texts of any length that repeat one thing: what makes a rule look back over all that it has read shows on one of them.

const NUMBERED = (n) => n.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** What each text is made of, by name: a piece, or a function that gives the nth piece where each must be another. */
const PIECES = {
  letters: 'a',
  'letters and apostrophes': "a'",
  'elisions without spaces': "l'l'",
  spaces: ' ',
  'line breaks': '\n',
  'one-word lines': 'mot\n',
  'one-word paragraphs': 'mot\n\n',
  hyphens: 'A-B-C-',
  digits: '7',
  'spaced digits': '7 ',
  'dates with slashes': '01/02/',
  years: '2017 ',
  'days of a month': 'le 3 mars 2017, ',
  'weekdays at paragraphs': 'Lundi, rien.\n\n',
  ranges: 'du 3 au ',
  'relative dates': 'la veille, ',
  centuries: 'XIXe siècle et ',
  'nested parts of dates': 'fin du début de ',
  'open guillemets': '« ',
  'open quotation marks': '“',
  'typewriter marks': '"',
  apostrophes: "'",
  'closed quotations': '« oui » ',
  'quotations in paragraphs': '« oui », dit-il.\n\n',
  'unclosed paragraphs': '« oui\n\n',
  'verbs of saying': 'dit-il, ',
  'verbs of saying with names': 'a dit Paul, ',
  'reported clauses': 'il dit que ',
  'unclosed paragraphs with other words': (n) => `« ${NUMBERED(n)}\n\n`,
  'paragraphs with other names who speak': (n) => `« Oui », dit ${capital(NUMBERED(n))} Roy.\n\n`,
  'dialogue turns with other words': (n) => `— ${capital(NUMBERED(n))}, dit-il.\n`,
  sources: 'Selon Paul, ',
  'dialogue turns': '— Oui, dit-il.\n',
  'nested brackets': '(',
  'closing brackets': ')',
  'full stops': '. ',
  'commas after words': 'mot, ',
  'marks that combine': 'e\u0301',
  'a letter under marks': '\u0301',
  emoji: '😀',
  'half characters': '\ud83d',
  'NUL bytes': '\u0000',
  'characters of other scripts': '東京',
  'captions with credits': '© Mira/ Ada Roy Le port\n',
  'one name': 'Jean Martin, ',
  'one place': 'Paris ',
  'names of one family': (n) => `${capital(NUMBERED(n))} Morel, `,
  'names with one given name': (n) => `Paul ${capital(NUMBERED(n))}or, `,
  'names with one letter first': (n) => `J. ${capital(NUMBERED(n))}or, `,
  'names that end in an initial': (n) => `${capital(NUMBERED(n))}or A., `,
  'names that end in two initials': (n) => `${capital(NUMBERED(n))}or J. R., `,
  'letters in threes': (n) => `${[...NUMBERED(n)].map((letter) => `${letter.toUpperCase()}.`).join(' ')} Roy, `,
  'names of one family with a letter': (n) => `A. ${capital(NUMBERED(n))}or Morel, `,
  'long and short names of one family': (n) => `Paul ${capital(NUMBERED(n))}or Morel, Paul ${capital(NUMBERED(n))}a Roy Morel, `,
  'misspelt names': (n) => `Paul ${capital(NUMBERED(n))}orane. M. ${capital(NUMBERED(n))}orone. `,
  'letters for names': 'A. B. ',
  'letters for names without spaces': 'A.B.',
  'names and their family name': (n) => `Paul ${capital(NUMBERED(n))}or. M. ${capital(NUMBERED(n))}or. `,
  'family names with titles': (n) => `Mme Roux et M. Roux et ${capital(NUMBERED(n))}a Roux. `,
  'names of places in brackets': (n) => `${capital(NUMBERED(n))}or (Rhône), `,
  'organisations and acronyms': (n) => `Union des ${capital(NUMBERED(n))}or (UDM), UDM. `,
  acronyms: (n) => `${NUMBERED(n).toUpperCase()} `,
  'other words': (n) => `${NUMBERED(n)} `,
  'other capital words': (n) => `${capital(NUMBERED(n))}. `,
  roles: (n) => `le ministre de la Pêche, ${capital(NUMBERED(n))} Roy, `,
  'offices in a chain': 'président du ',
  'persons without names': 'La présidente a dit « oui ». Elle a dit « non ». ',
  'other persons who speak': (n) => `« Oui », a dit ${capital(NUMBERED(n))} Roy. « Non », a-t-elle dit. `,
  'English reports': '“No,” Reed said. ',
  'English names': (n) => `Mr ${capital(NUMBERED(n))}son said he was late. `,
};

/** The names of all the kinds. */
export const KINDS = Object.keys(PIECES);

/** A text of one kind, of about so many characters. */
export function longText(kind, length) {
  const piece = PIECES[kind];
  if (typeof piece === 'string') return piece.repeat(Math.ceil(length / piece.length));
  const parts = [];
  for (let n = 0, size = 0; size < length; n++) {
    // far enough in that all are of one length and none is a word
    const part = piece(26 ** 3 + n * 7);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}
