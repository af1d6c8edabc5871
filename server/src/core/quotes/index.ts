export { attributeQuotes, findQuotations, type QuoteContext, sketchQuotations } from './attribute';
export { type ParagraphScan, scanParagraph as scanQuotes } from './detect';
