export { attributeQuotes, type QuoteContext } from './attribute';
export { type ParagraphScan, scanParagraph as scanQuotes } from './detect';
