import type { CorpusTable } from '../tables/table';
import { drawBarcode } from './drawBarcode';
import { drawDashboard } from './drawDashboard';
import { drawMap } from './drawMap';
import { drawNetwork } from './drawNetwork';
import { drawProgress } from './drawProgress';
import { drawTimeline } from './drawTimeline';
import type { PictureKind } from './kinds';

/** Draws a table as SVG; undefined where there is nothing to draw. */
export type Drawing = (table: CorpusTable, language: string | undefined) => string | undefined;

const DRAWINGS: Readonly<Record<PictureKind, Drawing>> = {
  dashboard: drawDashboard,
  network: drawNetwork,
  map: drawMap,
  barcode: drawBarcode,
  timeline: drawTimeline,
  progress: drawProgress,
};

/**
 * The picture of a table that is shown as one, as SVG: each mark has a name for those who do not see it, and the number of its
 * row or a query of its own, so that its concordance can be opened. The same table always gives the same picture.
 *
 * @returns undefined for a table of nothing that can be drawn
 */
export const drawPicture = (kind: PictureKind, table: CorpusTable, language: string | undefined): string | undefined =>
  DRAWINGS[kind](table, language);
