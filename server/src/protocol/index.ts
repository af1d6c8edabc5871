/**
 * What client and server say to each other beyond the Language Server Protocol, and the names that both must spell alike.
 * The client may import this file and nothing else of the server; of the libraries it uses types alone, so it costs nothing.
 *
 * Which file may be an article is told in the client, before there is a server: {@link DEFAULT_HEADER_PATTERNS},
 * `compileHeaderPatterns`, `readHeader` and `limitedSearch` are given on here for that.
 */
export {
  compileHeaderPatterns,
  DEFAULT_HEADER_PATTERNS,
  type HeaderPattern,
  type Limited,
  readHeader,
} from '../core/structure/header';
export { limitedSearch } from '../timeLimit';
export * from './agreement';
export * from './article';
export * from './articles';
export * from './byDate';
export * from './commands';
export * from './completion';
export * from './corpus';
export * from './corpusNames';
export * from './corpusViews';
export * from './detectors';
export * from './disk';
export * from './exportSearch';
export * from './files';
export * from './hits';
export * from './importing';
export * from './initialize';
export * from './learning';
export * from './message';
export * from './outcomes';
export * from './parts';
export * from './quoteSource';
export * from './relations';
export * from './review';
export * from './schema';
export * from './settings';
export * from './tables';
export * from './tokens';
