import './camera.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Told } from '../engine/runner.ts';
import { speakAlso, text } from '../ui/language.ts';
import { keyOf } from './believe.ts';
import { aimingWindow, type Box } from './box.ts';
import type { CameraProblem } from './camera.ts';
import { CameraIcon } from './camera-icon.tsx';
import { type CameraScanner, type CameraState, startCameraScanner } from './camera-scanner.ts';
import { CameraTools } from './camera-tools.tsx';
import { symbologiesFor, symbologiesOf } from './expected-codes.ts';
import type { LazyCameraProps } from './lazy-camera.tsx';
import type { SeenCode } from './seen-code.ts';
import { pageTimer } from './timer.ts';

await speakAlso({
  en: () => import('../ui/locales/camera.en.ts').then(({ cameraTexts }) => cameraTexts),
  de: () => import('../ui/locales/camera.de.ts').then(({ cameraTexts }) => cameraTexts),
  es: () => import('../ui/locales/camera.es.ts').then(({ cameraTexts }) => cameraTexts),
});

/** When somebody opened the camera that was shown last. */
let lastOpenedAt: number | undefined;

/**
 * The camera as a scanner: a live picture with a window to aim through. What it reads goes the same way as a scan of a
 * wedge, and the window says what came of it, by colour and sign. Several codes in view are offered as buttons; "Once
 * more" takes the same code again. The button that opened it closes it.
 */
export default function CameraView(props: LazyCameraProps) {
  const { accepts = [], told, openedAt, siteRules, onScan, onType, onClose } = props;
  const video = useRef<HTMLVideoElement>(null);
  const scanner = useRef<CameraScanner | null>(null);
  const [state, setState] = useState<CameraState>({ kind: 'starting', isAgain: false });
  const [question, setQuestion] = useState<readonly SeenCode[]>([]);
  const [places, setPlaces] = useState<ReadonlyMap<string, Box>>(new Map());
  const [read, setRead] = useState<ReadCode | null>(null);
  const [isWide, setWide] = useState(true);
  const verdict = useVerdict(told?.value ?? null, read);
  // The scanner outlives many renderings of this view; its scans go to the newest listener.
  const newest = useRef({ accepts, onScan });
  newest.current = { accepts, onScan };
  const site = useRef(symbologiesOf());

  const take = (code: SeenCode, at: number) => {
    const { text: scanned, symbologyIdentifier, decodeMs } = code;
    setRead({ text: scanned, at });
    newest.current.onScan({
      text: scanned,
      source: 'camera',
      at,
      ...(symbologyIdentifier !== '' && { symbologyIdentifier }),
      ...(decodeMs !== undefined && { decodeMs }),
    });
  };

  useEffect(() => {
    if (!video.current) return;
    const opening = openedAt !== undefined && openedAt === lastOpenedAt ? 'back' : 'wanted';
    lastOpenedAt = openedAt;
    const started = startCameraScanner(video.current, {
      opening,
      onState: setState,
      onQuestion: (codes) => {
        setQuestion(codes);
        setPlaces(new Map());
      },
      onSeen: (codes) => setPlaces((known) => placesOf(codes, known)),
      onAccepted: take,
      wanted: () => symbologiesFor(newest.current.accepts, site.current),
      known: () => site.current.all,
    });
    void siteRules?.().then(({ cameraCodes }) => {
      site.current = symbologiesOf(cameraCodes);
    });
    scanner.current = started;
    return () => started.stop();
  }, []);

  const isAsking = question.length > 0;
  return (
    <section class={`camera ${state.kind}`} onPointerDown={() => scanner.current?.touch()}>
      <div class={`picture ${isWide ? 'wide' : 'tall'}`}>
        <video
          ref={video}
          muted
          playsInline
          aria-label={text('flow.camera')}
          onResize={({ currentTarget: { videoWidth, videoHeight } }) => setWide(videoWidth > videoHeight)}
        />
        {state.kind === 'scanning' && (
          <div class={`aim ${isAsking ? 'ask' : (verdict ?? 'none')}`} style={styleOf(aimingWindow)} aria-hidden="true">
            {verdict && !isAsking && <CameraIcon name={verdict} />}
          </div>
        )}
        {isAsking && <Marks codes={question} places={places} />}
        {state.kind === 'starting' && (
          <p class="told" role="status">
            {text(state.isAgain ? 'camera.lost' : 'camera.starting')}
          </p>
        )}
        {state.kind === 'paused' && (
          <button type="button" class="rest" onClick={() => scanner.current?.goOn()}>
            <CameraIcon name="rest" />
            {text('camera.paused')}
            <b>{text('camera.goOn')}</b>
          </button>
        )}
      </div>
      {state.kind === 'scanning' && !isAsking && (
        <>
          <p class={`caption ${verdict ?? 'none'}`} data-read={read?.text} data-at={read?.at}>
            {verdict && read ? readable(read.text) : text('camera.hint')}
          </p>
          <CameraTools
            camera={state.camera}
            onOnceMore={() => scanner.current?.trigger()}
            onOther={(id) => scanner.current?.change(id)}
          />
        </>
      )}
      {isAsking && (
        <Which
          codes={question}
          onAnswer={(code) => {
            scanner.current?.answer();
            if (code) take(code, pageTimer.now());
          }}
        />
      )}
      {state.kind === 'failed' && (
        <Failed problem={state.problem} onAgain={() => scanner.current?.goOn()} onType={onType} onClose={onClose} />
      )}
    </section>
  );
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
const styleOf = ({ left, top, right, bottom }: Box) => ({
  left: percent(left),
  top: percent(top),
  right: percent(1 - right),
  bottom: percent(1 - bottom),
});

/** What was taken as scanned last, and when by the page's clock. */
interface ReadCode {
  readonly text: string;
  readonly at: number;
}

/** What the window says about the last scan, and for how long; what went wrong is longer to be seen. */
const shownMs = { good: 1500, ask: 3000, bad: 3000, read: 1500 } as const;
type Verdict = keyof typeof shownMs;

/** `read` from the moment a code is taken until the flow said what came of it. */
function useVerdict(told: Told | null, read: ReadCode | null): Verdict | null {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const isFirst = useRef(true);
  const show = (next: Verdict) => {
    setVerdict(next);
    return pageTimer.after(shownMs[next], () => setVerdict(null));
  };
  useEffect(() => (read ? show('read') : undefined), [read]);
  useEffect(() => {
    // What was said before the camera was opened is not about what it reads.
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    return told && told.heard !== null ? show(told.tone) : undefined;
  }, [told]);
  return verdict;
}

interface FailedProps {
  readonly problem: CameraProblem;
  readonly onAgain: () => void;
  readonly onType: (() => void) | undefined;
  readonly onClose: () => void;
}

function Failed({ problem, onAgain, onType, onClose }: FailedProps) {
  const canTryAgain = problem !== 'camera.insecure';
  return (
    <div class="failure" role="alert">
      <CameraIcon name="none" />
      <p>{text(problem, { address: location.host })}</p>
      <div class="buttons">
        {canTryAgain && (
          <button type="button" class="primary" onClick={onAgain}>
            {text('camera.again')}
          </button>
        )}
        {onType && (
          <button type="button" onClick={onType}>
            {text('flow.type')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {text('app.close')}
        </button>
      </div>
    </div>
  );
}

interface MarksProps {
  readonly codes: readonly SeenCode[];
  /** Where they were seen last, by their keys. */
  readonly places: ReadonlyMap<string, Box>;
}

/** A frame about each code that it could be, with the number that its button has. */
function Marks({ codes, places }: MarksProps) {
  return (
    <div class="marks" aria-hidden="true">
      {codes.map((code, index) => {
        const box = places.get(keyOf(code)) ?? code.box;
        return (
          box && (
            <div key={keyOf(code)} class="mark" style={styleOf(visibly(box))}>
              <b class="number">{index + 1}</b>
            </div>
          )
        );
      })}
    </div>
  );
}

/** Of bars a quick look finds one line only: too thin to be seen as a frame. */
function visibly(box: Box): Box {
  const middle = (box.top + box.bottom) / 2;
  return {
    ...box,
    top: Math.min(box.top, middle - leastHeight / 2),
    bottom: Math.max(box.bottom, middle + leastHeight / 2),
  };
}

const leastHeight = 0.16;

function placesOf(codes: readonly SeenCode[], known: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  return new Map([...known, ...codes.flatMap((code): [string, Box][] => (code.box ? [[keyOf(code), code.box]] : []))]);
}

interface WhichProps {
  readonly codes: readonly SeenCode[];
  /** Null: none of them. */
  readonly onAnswer: (code: SeenCode | null) => void;
}

function Which({ codes, onAnswer }: WhichProps) {
  return (
    <div class="which" role="alert">
      <p>{text('camera.which')}</p>
      {codes.map((code, index) => (
        <button type="button" key={keyOf(code)} onClick={() => onAnswer(code)}>
          <b class="number" aria-hidden="true">
            {index + 1}
          </b>
          {readable(code.text)}
        </button>
      ))}
      <button type="button" onClick={() => onAnswer(null)}>
        {text('camera.neither')}
      </button>
    </div>
  );
}

/** A separator between elements of a GS1 label has no shape of its own. */
function readable(code: string): string {
  return code.replaceAll('\u001d', ' ');
}
