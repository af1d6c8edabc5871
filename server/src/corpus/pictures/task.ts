import type { TableRequest, TableTask } from '../tables/table';
import { barcodeTask } from './barcode';
import { dashboardTask } from './dashboard';
import type { PictureKind } from './kinds';
import { mapTask } from './map';
import { networkTask } from './network';
import { progressTask } from './progress';
import { timelineTask } from './timeline';

const TASKS: Readonly<Record<PictureKind, (request: TableRequest) => TableTask>> = {
  dashboard: dashboardTask,
  network: networkTask,
  map: mapTask,
  barcode: barcodeTask,
  timeline: timelineTask,
  progress: progressTask,
};

/**
 * Begins the table of a picture; articles are given to it as to any table.
 *
 * @throws QueryError for a query or a sub-corpus that cannot be read
 */
export const pictureTask = (kind: PictureKind, request: TableRequest): TableTask => TASKS[kind](request);
