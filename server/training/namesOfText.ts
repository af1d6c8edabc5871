import type { DocumentView, PlacedParagraph } from '../src/core/document';
import type { EntityAnnotator } from '../src/core/entities/index';
import type { LanguagePack } from '../src/core/languages/pack';
import { findStructure } from '../src/core/structure/structure';
import { splitParagraphs } from '../src/core/text/paragraphs';
import { splitSentences } from '../src/core/text/sentences';
import { tokenize } from '../src/core/text/tokens';

/** Names of one text that has no header, from raw text on: paragraphs, tokens, sentences, both passes. */
export function namesOfText(text: string, pack: LanguagePack, annotator: EntityAnnotator): ReturnType<EntityAnnotator['link']> {
  const spans = splitParagraphs(text);
  const structure = findStructure(text, null, spans, pack.text);
  const paragraphs = spans.map((span, index): PlacedParagraph => {
    const paragraph = text.slice(span.start, span.end);
    const tokens = tokenize(paragraph, pack.text);
    const view = { text: paragraph, tokens, sentences: splitSentences(tokens, pack.text) };
    return { ...span, index, role: structure[index]?.role ?? 'paragraph', view };
  });
  const document: DocumentView = { id: '', text, language: pack.id, date: null, header: null, paragraphs, structure };
  return annotator.link(
    document,
    paragraphs.map((paragraph) => annotator.tag(paragraph.view)),
  );
}
