import { useEffect, useState } from 'preact/hooks';
import { text } from '../ui/language.ts';
import { type Camera, cameraIds } from './camera.ts';
import { CameraIcon } from './camera-icon.tsx';
import { recallCamera } from './camera-memory.ts';

export interface CameraToolsProps {
  readonly camera: Camera;
  readonly onOnceMore: () => void;
  /** Another camera is wanted, by the browser's id of it. */
  readonly onOther: (id: string) => void;
}

/** What can be done with the camera that runs; what a device does not have is not offered. */
export function CameraTools({ camera, onOnceMore, onOther }: CameraToolsProps) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const [kept, setKept] = useState(recallCamera);
  useEffect(() => {
    cameraIds().then(setIds, () => setIds([]));
  }, []);

  const zoom = camera.zooms.findLast((factor) => factor <= kept.zoom) ?? 1;
  const switchLight = () => {
    setKept({ ...kept, hasLight: !kept.hasLight });
    void camera.setTorch(!kept.hasLight);
  };
  const nextZoom = () => {
    const next = camera.zooms[camera.zooms.indexOf(zoom) + 1] ?? 1;
    setKept({ ...kept, zoom: next });
    void camera.setZoom(next);
  };
  const used = camera.track.getSettings?.().deviceId;
  const other = ids.length > 1 ? ids[(ids.indexOf(used ?? '') + 1) % ids.length] : undefined;
  return (
    <div class="camera-tools">
      <button type="button" onClick={onOnceMore}>
        <CameraIcon name="once" />
        {text('camera.once')}
      </button>
      {camera.hasTorch && (
        <button type="button" aria-pressed={kept.hasLight} onClick={switchLight}>
          <CameraIcon name="light" />
          {text('camera.light')}
        </button>
      )}
      {camera.zooms.length > 1 && (
        <button type="button" aria-pressed={zoom > 1} onClick={nextZoom}>
          <CameraIcon name="zoom" />
          {`${text('camera.zoom')} ${zoom}×`}
        </button>
      )}
      {other !== undefined && (
        <button type="button" onClick={() => onOther(other)}>
          <CameraIcon name="other" />
          {text('camera.other')}
        </button>
      )}
    </div>
  );
}
