import type { placesOf, RowSubject } from '../../corpus/rowPlaces';
import type { CorpusRows, CorpusRowsParams } from '../../protocol';

/** A page of what a view shows of a folder's articles. */
export interface IndexRows extends Omit<CorpusRowsParams, 'uri'> {
  readonly kind: 'rows';
  readonly folder: string;
  /** In which dates are said. */
  readonly language: string;
}

export type IndexRowsFound = CorpusRows;

/** A page of the articles of a row. */
export interface IndexRowArticles extends RowSubject {
  readonly kind: 'rowArticles';
  readonly folder: string;
  readonly from: number;
  readonly count: number;
}

/** The places of a row in an article. */
export interface IndexRowPlaces extends RowSubject {
  readonly kind: 'rowPlaces';
  readonly folder: string;
  readonly path: string;
}

export interface IndexRowPlacesFound {
  readonly text: string;
  readonly places: ReturnType<typeof placesOf>;
}
