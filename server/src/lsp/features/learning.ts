import type { Feature } from './feature';

/** What is suggested follows what people decide, where a folder's settings want it. */
export const learningFeature: Feature = (session) => {
  session.learning?.start();
  return {};
};
