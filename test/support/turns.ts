import { setImmediate } from 'node:timers/promises';
import { afterEach } from 'vitest';

// Vitest takes a worker for dead that does not hear its answers for a minute. Tests that run programs one after the other, each
// waited for, leave no turn for that: so each test ends with one.
afterEach(() => setImmediate());
