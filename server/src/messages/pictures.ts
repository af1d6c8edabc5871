import { counted } from './counted';
import { messagesOf } from './message';
import { topic } from './topic';

const namesOf = { en: counted.en('name', 'names'), fr: counted.fr('nom', 'noms') };
const placesOf = { en: counted.en('place', 'places'), fr: counted.fr('lieu', 'lieux') };

/** What pictures of a corpus say: columns of the tables behind them, what is drawn and what is not, and their page. */
export const pictures = topic('pictures', {
  columns: {
    first: { en: 'Name', fr: 'Nom' },
    second: { en: 'Named with', fr: 'Nommé avec' },
    together: { en: 'Together', fr: 'Ensemble' },
    ofFirst: { en: 'The first in all', fr: 'Le premier en tout' },
    ofSecond: { en: 'The second in all', fr: 'Le second en tout' },
    place: { en: 'Place', fr: 'Lieu' },
    latitude: { en: 'Latitude', fr: 'Latitude' },
    longitude: { en: 'Longitude', fr: 'Longitude' },
    source: { en: 'Coordinates from', fr: 'Coordonnées tirées de' },
    number: { en: 'Article number', fr: 'Numéro de l’article' },
    of: { en: 'Of articles', fr: 'Sur (articles)' },
    file: { en: 'File', fr: 'Fichier' },
    date: { en: 'Date', fr: 'Date' },
    words: { en: 'Words of the article', fr: 'Mots de l’article' },
    from: { en: 'First day', fr: 'Premier jour' },
    to: { en: 'Last day', fr: 'Dernier jour' },
    value: { en: 'Value (TIMEX3)', fr: 'Valeur (TIMEX3)' },
    said: { en: 'As it is said', fr: 'Expression' },
    section: { en: 'Section', fr: 'Rubrique' },
    entry: { en: 'Entry', fr: 'Élément' },
    total: { en: 'Of', fr: 'Sur' },
    reviewed: { en: 'Reviewed', fr: 'Révisés' },
    share: { en: '% reviewed', fr: '% révisés' },
    confirmed: { en: 'Confirmed', fr: 'Confirmés' },
    rejected: { en: 'Rejected', fr: 'Rejetés' },
    doubtful: { en: 'In doubt', fr: 'À vérifier' },
    suggested: { en: 'To decide', fr: 'À décider' },
  },
  settings: {
    unit: { en: 'Together in a', fr: 'Ensemble dans' },
  },
  units: {
    sentence: { en: 'sentence', fr: 'une phrase' },
    paragraph: { en: 'paragraph', fr: 'un paragraphe' },
    article: { en: 'article', fr: 'un article' },
  },
  notes: {
    noPairs: {
      en: (minimum: number) => `No two names stand together ${minimum === 1 ? 'once' : `${minimum} times or more`}.`,
      fr: (minimum: number) => `Aucun couple de noms n’apparaît ensemble ${minimum} fois ou plus.`,
    },
    crowded: {
      en: (units: number, most: number) =>
        `${units === 1 ? 'In one place' : `In ${units} places`} more than ${namesOf.en(most)} stand together: the first ${most} count there.`,
      fr: (units: number, most: number) =>
        `${units < 2 ? 'À un endroit' : `À ${units} endroits`}, plus de ${namesOf.fr(most)} sont ensemble : les ${most} premiers y comptent.`,
    },
    noPlaces: { en: 'No place is named.', fr: 'Aucun lieu n’est nommé.' },
    noPoint: {
      en: (places: number) =>
        `${placesOf.en(places)} without coordinates: listed, not drawn. Columns lat and lon of the project’s gazetteer.tsv give them some.`,
      fr: (places: number) =>
        `${placesOf.fr(places)} sans coordonnées : dans la liste, pas sur la carte. Les colonnes lat et lon du gazetteer.tsv du projet leur en donnent.`,
    },
    badPoint: {
      en: (names: readonly string[]) => `The gazetteer’s lat and lon are no point of the earth for ${names.join(', ')}.`,
      fr: (names: readonly string[]) =>
        `Les colonnes lat et lon du répertoire de noms ne sont pas un point de la Terre pour ${names.join(', ')}.`,
    },
    listed: {
      en: 'Countries, capitals and larger cities are placed by a list that comes with the program: of cities of one name, the one that French and English papers likelier mean.',
      fr: 'Pays, capitales et grandes villes sont placés d’après une liste fournie avec le programme : de plusieurs villes du même nom, celle dont parlent plus vraisemblablement les journaux français et anglais.',
    },
    noDates: { en: 'No date is mentioned.', fr: 'Aucune date n’est mentionnée.' },
    loose: {
      en: (values: number) =>
        `${counted.en('value has', 'values have')(values)} no place in the calendar (a duration, what comes again, a day without its year): listed, not drawn.`,
      fr: (values: number) =>
        `${counted.fr('valeur n’a', 'valeurs n’ont')(values)} pas de place dans le calendrier (une durée, ce qui revient, un jour sans son année) : dans la liste, pas sur l’image.`,
    },
    nothingToReview: { en: 'There is nothing to review.', fr: 'Il n’y a rien à réviser.' },
  },
  drawn: {
    names: {
      en: (shown: number, all: number) => `${shown} of ${namesOf.en(all)} drawn`,
      fr: (shown: number, all: number) => `${shown} sur ${namesOf.fr(all)} dessinés`,
    },
    pairs: {
      en: (shown: number, all: number) => `${shown} of ${counted.en('pair', 'pairs')(all)} drawn`,
      fr: (shown: number, all: number) => `${shown} sur ${counted.fr('couple', 'couples')(all)} dessinés`,
    },
    places: {
      en: (shown: number, all: number) => `${shown} of ${placesOf.en(all)} drawn`,
      fr: (shown: number, all: number) => `${shown} sur ${placesOf.fr(all)} dessinés`,
    },
    articles: {
      en: (shown: number, all: number) =>
        shown === all ? counted.en('article', 'articles')(all) : `${shown} of ${counted.en('article', 'articles')(all)} drawn`,
      fr: (shown: number, all: number) =>
        shown === all
          ? counted.fr('article', 'articles')(all)
          : `${shown} sur ${counted.fr('article', 'articles')(all)} dessinés`,
    },
    dates: {
      en: (shown: number, all: number) => `${shown} of ${counted.en('date', 'dates')(all)} drawn`,
      fr: (shown: number, all: number) => `${shown} sur ${counted.fr('date', 'dates')(all)} dessinées`,
    },
    tie: {
      en: (first: string, second: string, count: string) => `${first} and ${second}: together ${count} times`,
      fr: (first: string, second: string, count: string) => `${first} et ${second} : ${count} fois ensemble`,
    },
    named: {
      en: (name: string, type: string, count: string) => `${name} (${type}): ${count}`,
      fr: (name: string, type: string, count: string) => `${name} (${type}) : ${count}`,
    },
    place: {
      en: (name: string, count: string) => `${name}: ${count}`,
      fr: (name: string, count: string) => `${name} : ${count}`,
    },
    sources: {
      gazetteer: { en: 'the project’s gazetteer', fr: 'répertoire de noms du projet' },
      list: { en: 'the list of the program', fr: 'liste du programme' },
    },
    reviewed: {
      en: (item: string, done: string, total: string) => `${item}: ${done} of ${total} reviewed`,
      fr: (item: string, done: string, total: string) => `${item} : ${done} sur ${total} révisés`,
    },
    dashboard: {
      corpus: { en: 'Corpus', fr: 'Le corpus' },
      language: { en: 'Languages', fr: 'Langues' },
      type: { en: 'Annotated, by type', fr: 'Annotations par type' },
      quote: { en: 'Quotations, by kind', fr: 'Citations par type' },
      name: { en: 'Most named', fr: 'Les plus nommés' },
      speaker: { en: 'Most quoted', fr: 'Les plus cités' },
      period: { en: 'Quotations over time', fr: 'Citations au fil du temps' },
      folder: { en: 'Reviewed, by folder', fr: 'Révisé, par dossier' },
      review: { en: 'Reviewed, by type', fr: 'Révisé, par type' },
    },
    facts: {
      articles: { en: 'Articles counted', fr: 'Articles comptés' },
      words: { en: 'Words', fr: 'Mots' },
      first: { en: 'First date', fr: 'Première date' },
      last: { en: 'Last date', fr: 'Dernière date' },
      undated: { en: 'Without a date', fr: 'Sans date' },
      names: { en: 'Different names', fr: 'Noms différents' },
      speakers: { en: 'Different speakers', fr: 'Locuteurs différents' },
    },
    articleNumber: { en: (number: string) => `article ${number}`, fr: (number: string) => `article n° ${number}` },
  },
  page: {
    title: { en: 'Corpus pictures', fr: 'Images du corpus' },
    counting: { en: 'Looking through all articles', fr: 'Parcours de tous les articles' },
    within: { en: 'Sub-corpus…', fr: 'Sous-corpus…' },
    query: { en: 'Query…', fr: 'Requête…' },
    unit: { en: 'Together In…', fr: 'Ensemble dans…' },
    types: { en: 'Types…', fr: 'Types de noms…' },
    most: { en: 'How Many Names…', fr: 'Combien de noms…' },
    minimum: { en: 'Minimum Frequency…', fr: 'Fréquence minimale…' },
    again: { en: 'Count Again', fr: 'Compter de nouveau' },
    zoomIn: { en: 'Zoom In', fr: 'Agrandir' },
    zoomOut: { en: 'Zoom Out', fr: 'Réduire' },
    whole: { en: 'Whole Picture', fr: 'Image entière' },
    zoomHelp: {
      en: 'Wheel, + and − zoom, Shift and an arrow or the mouse move the picture, 0 shows all of it.',
      fr: 'La molette, + et − agrandissent et réduisent, Maj et une flèche ou la souris déplacent l’image, 0 la montre entière.',
    },
    svg: { en: 'Export as SVG…', fr: 'Exporter en SVG…' },
    png: { en: 'Export as PNG…', fr: 'Exporter en PNG…' },
    export: { en: 'Export as CSV…', fr: 'Exporter en CSV…' },
    table: { en: 'As a table', fr: 'Sous forme de tableau' },
    settings: { en: 'Settings', fr: 'Réglages' },
    help: {
      en: 'Tab comes to the picture, arrow keys go from mark to mark; Enter or a click opens what a mark counts as a concordance.',
      fr: 'Tab mène à l’image, les flèches vont d’un repère à l’autre ; Entrée ou un clic ouvre en concordance ce qu’un repère compte.',
    },
    nothing: { en: 'There is nothing to draw.', fr: 'Il n’y a rien à dessiner.' },
    unplaced: { en: 'Without coordinates', fr: 'Sans coordonnées' },
    more: {
      en: (count: number) => `${count} more in the table`,
      fr: (count: number) => `${count} de plus dans le tableau`,
    },
    problems: { en: 'Problems', fr: 'Problèmes' },
    openFile: { en: 'Open', fr: 'Ouvrir' },
    noArticles: {
      en: 'No article was found in this folder. Bring some in, or say of text files that they are articles.',
      fr: 'Aucun article n’a été trouvé dans ce dossier. Importez-en, ou dites de fichiers texte que ce sont des articles.',
    },
    bringIn: { en: 'Import Articles…', fr: 'Importer des articles…' },
    treat: { en: 'Treat a Folder as Articles', fr: 'Traiter un dossier comme articles' },
    noIndex: {
      en: 'No index of this folder is kept: all articles are gone through each time.',
      fr: 'Aucun index de ce dossier n’est tenu : tous les articles sont parcourus à chaque fois.',
    },
    makeIndex: { en: 'Keep an Index', fr: 'Tenir un index' },
    indexing: {
      en: (done: number, total: number) =>
        `The index is being made: ${done} of ${counted.en('article', 'articles')(total)}. Until then the others are gone through one by one.`,
      fr: (done: number, total: number) =>
        `L’index est en cours : ${done} sur ${counted.fr('article', 'articles')(total)}. Jusque-là, les autres sont parcourus un à un.`,
    },
    paused: {
      en: (done: number, total: number) => `Indexing is paused at ${done} of ${counted.en('article', 'articles')(total)}.`,
      fr: (done: number, total: number) =>
        `L’indexation est suspendue à ${done} sur ${counted.fr('article', 'articles')(total)}.`,
    },
    resume: { en: 'Resume Indexing', fr: 'Reprendre l’indexation' },
    noFolder: {
      en: 'Open a folder of articles to see it as a whole.',
      fr: 'Ouvrez un dossier d’articles pour le voir dans son ensemble.',
    },
    noArticle: {
      en: 'Open an article to see its time line.',
      fr: 'Ouvrez un article pour voir sa frise chronologique.',
    },
    whichTypes: { en: 'The types of names that are drawn; none: all', fr: 'Les types de noms à dessiner ; aucun : tous' },
    howMany: {
      en: (most: number) => `How many names, from 2 to ${most}`,
      fr: (most: number) => `Combien de noms, de 2 à ${most}`,
    },
    ofArticles: {
      en: (articles: string) => `in ${articles} articles`,
      fr: (articles: string) => `dans ${articles} articles`,
    },
    status: { en: 'Corpus', fr: 'Le corpus' },
  },
});

export const pictureMessages = messagesOf(pictures);
