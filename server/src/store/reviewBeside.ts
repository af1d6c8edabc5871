import type { AnnotationDocument } from '../formats/annotationDocument';
import type { WriteOptions } from '../formats/format';
import { type Decisions, isRejection, withDocument } from './decisions';
import { writeReviewFile } from './reviewFile';

/** What goes into brat's two files of an article, and what into a third beside them. */
export interface ReviewedArticle {
  readonly document: AnnotationDocument;
  /** The review file's content; undefined where it would say nothing that the others do not. */
  readonly review?: string;
}

/**
 * Decisions as files of ours, where they are written in brat's form: rejections, labels, whether the article is finished, who
 * decided and what is lost or in doubt stand in the review file, as they do beside a text, and are no loss.
 */
export function reviewedArticle(decisions: Decisions, { rejected, layers }: WriteOptions): ReviewedArticle {
  const isWanted = ({ layer }: { readonly layer: string }): boolean => layers === undefined || layers.includes(layer);
  const wanted = withDocument(decisions, {
    annotations: decisions.document.annotations.filter((one) => isWanted(one) && (rejected !== 'keep' || !isRejection(one))),
  });
  const kept = { ...wanted, lost: wanted.lost.filter(({ annotation }) => isWanted(annotation)) };
  const annotations = decisions.document.annotations.filter((one) => rejected === 'keep' || !isRejection(one));
  const document = { ...decisions.document, annotations };
  return { document, ...(saysMore(kept) && { review: writeReviewFile(kept) }) };
}

const saysMore = ({ document, marks, lost, alone, outcome, labels }: Decisions): boolean =>
  document.annotations.some(isRejection) ||
  marks.size + lost.length + alone.size > 0 ||
  outcome !== undefined ||
  labels !== undefined;
