import { counted } from './counted';
import { topic } from './topic';

/** What stands beside the completions of a query. */
export const completing = topic('completing', {
  articles: { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') },
  column: { en: 'a column of metadata.csv', fr: 'une colonne de metadata.csv' },
  filters: {
    word: { en: 'the word itself', fr: 'le mot lui-même' },
    entity: { en: 'who or what is named', fr: 'qui ou quoi est nommé' },
    type: { en: 'names of a type', fr: 'les noms d’un type' },
    speaker: { en: 'who speaks', fr: 'qui parle' },
    quote: { en: 'a kind of quotation', fr: 'un genre de citation' },
    date: { en: 'the article’s day, month, year or time', fr: 'le jour, le mois, l’année ou la période de l’article' },
    layer: { en: 'what people have annotated', fr: 'ce que l’on a annoté' },
    attribute: { en: 'annotations with an attribute', fr: 'les annotations qui ont un attribut' },
    property: { en: 'names that the project describes so', fr: 'les noms que le projet décrit ainsi' },
    decided: { en: 'whether somebody has decided', fr: 'si quelqu’un a décidé' },
    file: { en: 'the file’s name', fr: 'le nom du fichier' },
    language: { en: 'the article’s language', fr: 'la langue de l’article' },
    copies: { en: 'the same article several times counts once', fr: 'le même article plusieurs fois compte une fois' },
    in: { en: 'a sub-corpus of the project', fr: 'un sous-corpus du projet' },
  },
});
