import './camera.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CameraProps } from '../engine/flow-screen.tsx';
import { Icon } from '../ui/icons.tsx';
import { text } from '../ui/language.ts';
import { type Camera, CameraError, type CameraProblem, openCamera } from './camera.ts';
import { type Decoder, openDecoder } from './decoder.ts';
import type { SeenCode } from './seen-code.ts';
import { pageTimer } from './timer.ts';
import { type Watching, watchVideo } from './watch-video.ts';

/**
 * The camera as a scanner: a live picture with a window to aim through. What it reads goes the same way as a scan of a
 * wedge. Two codes in view are offered as buttons.
 */
export default function CameraView({ onScan, onClose }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const watching = useRef<Watching | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const [choices, setChoices] = useState<readonly SeenCode[]>([]);
  const [isLit, setLit] = useState(false);
  const [attempt, setAttempt] = useState(0);

  const take = ({ text: read, symbologyIdentifier }: SeenCode, at: number) => {
    setChoices([]);
    onScan({ text: read, source: 'camera', at, ...(symbologyIdentifier !== '' && { symbologyIdentifier }) });
  };

  useEffect(() => {
    let isOver = false;
    let opened: { camera?: Camera; decoder?: Decoder } = {};
    const start = async () => {
      const [running, decoder] = await Promise.all([openCamera(), openDecoder()]);
      opened = { camera: running, decoder };
      if (isOver || !video.current) return end();
      setCamera(running);
      running.onEnded(() => setAttempt((count) => count + 1));
      video.current.srcObject = running.stream;
      await video.current.play();
      watching.current = watchVideo(video.current, decoder, {
        onAccepted: take,
        onAsk: setChoices,
        now: () => pageTimer.now(),
      });
    };
    const end = () => {
      watching.current?.stop();
      opened.camera?.close();
      opened.decoder?.close();
    };
    setProblem(null);
    start().catch((error: unknown) => setProblem(error instanceof CameraError ? error.code : 'camera.failed'));
    return () => {
      isOver = true;
      end();
    };
  }, [attempt]);

  useEffect(() => {
    const wakeUp = () => {
      const isDead = camera?.stream.getVideoTracks().every((track) => track.readyState === 'ended') ?? false;
      if (document.visibilityState === 'visible' && isDead) setAttempt((count) => count + 1);
    };
    document.addEventListener('visibilitychange', wakeUp);
    return () => document.removeEventListener('visibilitychange', wakeUp);
  }, [camera]);

  if (problem) {
    return (
      <section class="camera failed" role="alert">
        <p>{text(problem)}</p>
        <div class="buttons">
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            {text('camera.again')}
          </button>
          <button type="button" onClick={onClose}>
            {text('app.close')}
          </button>
        </div>
      </section>
    );
  }
  return (
    <section class="camera">
      <video ref={video} muted playsInline aria-label={text('flow.camera')} />
      <div class="aim" aria-hidden="true" />
      {choices.length > 0 && (
        <div class="which" role="alert">
          <p>{text('camera.which')}</p>
          {choices.map((code) => (
            <button
              type="button"
              key={code.text}
              onClick={() => {
                watching.current?.choose(code);
                take(code, pageTimer.now());
              }}
            >
              {code.text}
            </button>
          ))}
        </div>
      )}
      <div class="camera-tools">
        {camera?.hasTorch && (
          <button
            type="button"
            aria-pressed={isLit}
            onClick={() => {
              void camera.setTorch(!isLit);
              setLit(!isLit);
            }}
          >
            {text('camera.torch')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          <Icon name="back" />
          {text('app.close')}
        </button>
      </div>
    </section>
  );
}
