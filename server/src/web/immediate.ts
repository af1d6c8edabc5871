/*
 * A turn of the loop for what a browser lacks, `setImmediate`: a timer of no length would wait four milliseconds once it is
 * one of many, a message does not.
 */

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
}

const { port1, port2 } = new MessageChannel() as unknown as { readonly port1: Port; readonly port2: Port };
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** Runs something after what the loop has to do already. */
export function setImmediate(run: () => void): void {
  waiting.push(run);
  port2.postMessage(null);
}
