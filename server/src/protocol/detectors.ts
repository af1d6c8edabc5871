import { notification } from './message';

/** Client → server: the user now trusts the workspace. */
export const TrustNotification = notification<{ readonly trusted: boolean }>('review/trust');

export interface DetectorState {
  readonly name: string;
  readonly state: 'ready' | 'running' | 'failed' | 'untrusted';
  /** What went wrong, for the user. */
  readonly message?: string;
  readonly version?: string;
}

/** Server → client, when a detector's state changes. */
export const DetectorStateNotification = notification<DetectorState>('review/detector');
