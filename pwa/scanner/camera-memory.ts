/** How a worker left this device's camera: the next one to open it finds it so. */
export interface CameraMemory {
  /** The browser's id of the camera that was chosen; left out for the one at the back. */
  readonly device?: string;
  readonly hasLight: boolean;
  /** 1 is the whole picture. */
  readonly zoom: number;
}

const place = 'tallyman-camera';
const untouched: CameraMemory = { hasLight: false, zoom: 1 };

/** What is no memory of ours counts as none. A browser may refuse its storage; the camera works all the same. */
export function recallCamera(storage: () => Storage = () => localStorage): CameraMemory {
  try {
    const kept: unknown = JSON.parse(storage().getItem(place) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return untouched;
    const { device, hasLight, zoom } = kept as Partial<Record<keyof CameraMemory, unknown>>;
    return {
      ...(typeof device === 'string' && { device }),
      hasLight: hasLight === true,
      zoom: typeof zoom === 'number' && zoom >= 1 ? zoom : 1,
    };
  } catch {
    return untouched;
  }
}

export function rememberCamera(change: Partial<CameraMemory>, storage: () => Storage = () => localStorage): void {
  try {
    storage().setItem(place, JSON.stringify({ ...recallCamera(storage), ...change }));
  } catch {
    // It is only not found so again.
  }
}
