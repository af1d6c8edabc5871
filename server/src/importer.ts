import { runImportThread } from './import/thread';

/** The thread that brings articles in, for the server and the command line: see `import/thread.ts`. */
void runImportThread();
