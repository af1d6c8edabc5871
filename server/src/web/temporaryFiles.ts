/** Stands in for `store/temporaryFiles.ts`: nothing is half written beside a file here. */
export const sweepOnce = async (_folder: string): Promise<void> => undefined;
