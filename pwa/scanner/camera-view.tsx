import './camera.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CameraProps } from '../engine/flow-screen.tsx';
import { text } from '../ui/language.ts';
import { CameraError, type CameraProblem } from './camera.ts';
import { type CameraScanner, openCameraScanner } from './camera-scanner.ts';
import { followCamera } from './follow-camera.ts';
import type { SeenCode } from './seen-code.ts';
import { pageTimer } from './timer.ts';

/**
 * The camera as a scanner: a live picture with a window to aim through. What it reads goes the same way as a scan of a
 * wedge. Several codes in view are offered as buttons; "again" takes the same code once more. The button that opened it
 * closes it.
 */
export default function CameraView({ onScan, onClose }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [scanner, setScanner] = useState<CameraScanner | null>(null);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const [question, setQuestion] = useState<readonly SeenCode[]>([]);
  const [attempt, setAttempt] = useState(0);
  // The scanner outlives many renderings of this view; its scans go to the newest listener.
  const listener = useRef(onScan);
  listener.current = onScan;

  const take = ({ text: read, symbologyIdentifier }: SeenCode, at: number) =>
    listener.current({ text: read, source: 'camera', at, ...(symbologyIdentifier !== '' && { symbologyIdentifier }) });

  useEffect(() => {
    if (!video.current) return;
    let isOver = false;
    let end = () => {};
    const now = () => pageTimer.now();
    const opening = openCameraScanner(video.current, { onAccepted: take, onQuestion: setQuestion, now });
    opening.then(
      (opened) => {
        if (isOver) return opened.stop();
        const unfollow = followCamera(opened.camera, video.current, () => setAttempt((count) => count + 1));
        end = () => {
          unfollow();
          opened.stop();
        };
        setScanner(opened);
      },
      (reason: unknown) => {
        if (!isOver) setProblem(reason instanceof CameraError ? reason.code : 'camera.failed');
      },
    );
    return () => {
      isOver = true;
      end();
      setScanner(null);
      setQuestion([]);
    };
  }, [attempt, problem === null]);

  if (problem) {
    return (
      <section class="camera failed" role="alert">
        <p>{text(problem)}</p>
        <div class="buttons">
          <button type="button" onClick={() => setProblem(null)}>
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
      {!scanner && <p role="status">{text('camera.starting')}</p>}
      {question.length > 0 && (
        <div class="which" role="alert">
          <p>{text('camera.which')}</p>
          {question.map((code) => (
            <button
              type="button"
              key={code.symbologyIdentifier + code.text}
              onClick={() => {
                scanner?.answer();
                take(code, pageTimer.now());
              }}
            >
              {readable(code.text)}
            </button>
          ))}
        </div>
      )}
      <div class="camera-tools">
        {scanner && (
          <button type="button" onClick={() => (question.length > 0 ? scanner.answer() : scanner.trigger())}>
            {text('camera.again')}
          </button>
        )}
        {scanner?.camera.hasTorch && <Switch label={text('camera.torch')} onTurn={scanner.camera.setTorch} />}
        {scanner && scanner.camera.largestZoom >= closer && (
          <Switch label={`${closer}×`} onTurn={(isOn) => scanner.camera.setZoom(isOn ? closer : 1)} />
        )}
      </div>
    </section>
  );
}

/** For small codes and high shelves. */
const closer = 2;

interface SwitchProps {
  readonly label: string;
  readonly onTurn: (isOn: boolean) => Promise<void>;
}

function Switch({ label, onTurn }: SwitchProps) {
  const [isOn, setOn] = useState(false);
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => {
        void onTurn(!isOn);
        setOn(!isOn);
      }}
    >
      {label}
    </button>
  );
}

/** A separator between elements of a GS1 label has no shape of its own. */
function readable(code: string): string {
  return code.replaceAll('\u001d', ' ');
}
