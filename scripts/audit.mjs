// Asks npm whether faults are known of the packages that ship. What it says is a warning: it changes from day to day,
// whatever is in the project, and cannot be asked offline.
import { npm } from './lib/project.mjs';

/**
 * What an answer of `npm audit --json` comes to: the packages that faults are known of, or undefined where npm could not
 * ask. Npm warns on standard error before its answer.
 */
export function auditFindings(output) {
  let answer;
  try {
    answer = JSON.parse(output.slice(Math.max(0, output.indexOf('{'))));
  } catch {
    return undefined;
  }
  if (answer?.error || typeof answer?.vulnerabilities !== 'object' || answer.vulnerabilities === null) return undefined;
  return Object.entries(answer.vulnerabilities).map(([name, { severity }]) => `${name} (${severity})`);
}

/** Asks once, without long waits for a network that is not there. */
export async function audit() {
  const { output } = await npm(['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'], {
    capture: true,
  });
  return auditFindings(output);
}
