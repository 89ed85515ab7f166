import type { ComponentType } from 'preact';
import type { CameraProps } from '../engine/flow-screen.tsx';
import type { Feedback } from '../scanner/feedback.ts';
import type { Model } from './model.ts';

/** What the browser says of the storage that the queue lies in. */
export interface StorageHealth {
  readonly isPersisted: boolean;
  readonly usedMegabytes: number | null;
  readonly freeMegabytes: number | null;
}

/** What every page of the app is given. */
export interface PageProps {
  readonly model: Model;
  readonly Camera: ComponentType<CameraProps>;
  readonly feedback: Feedback;
  readonly version: string;
  /** Milliseconds on the page's clock, for the order of what is scanned and typed. */
  readonly now: () => number;
  readonly storageHealth: () => Promise<StorageHealth>;
}
