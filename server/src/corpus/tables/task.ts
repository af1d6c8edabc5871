import { isPictureKind } from '../pictures/kinds';
import { pictureTask } from '../pictures/task';
import { collocateTask } from './collocates';
import { keywordTask } from './keywords';
import { listTask } from './lists';
import { dispersionTask, seriesTask } from './spread';
import type { TableRequest, TableTask } from './table';

/**
 * Begins a table: articles are given to it one after the other, and at the end it is asked for. Its memory grows with how
 * many different things there are, not with how many articles.
 *
 * @throws QueryError for a query or a sub-corpus that cannot be read
 */
export function tableTask(request: TableRequest): TableTask {
  if (isPictureKind(request.kind)) return pictureTask(request.kind, request);
  switch (request.kind) {
    case 'collocates':
      return collocateTask(request);
    case 'keywords':
      return keywordTask(request);
    case 'dispersion':
      return dispersionTask(request);
    case 'series':
      return seriesTask(request);
    default:
      return listTask(request);
  }
}
