import './setup.css';
import { useEffect, useState } from 'preact/hooks';
import { calibrationCodes } from '#shared/scan/calibration-codes.ts';
import { scannerFindings } from '#shared/scan/scanner-findings.ts';
import { writeMeta } from '../../store/database.ts';
import { Header } from '../../ui/header.tsx';
import type { Model } from '../../ui/model.ts';
import { learntWedge } from '../learnt-wedge.ts';
import { Findings, Learnt, Verdict } from './findings.tsx';
import { hear, textOf } from './hear.ts';
import { judge } from './judge.ts';
import { type Learnt as LearntOfFive, learn, type Read } from './learn.ts';
import { recordScans } from './record.ts';
import { tellServer } from './tell.ts';
import { type Say, useTexts } from './texts.ts';

/**
 * Sets up the scanner of this device: five codes are scanned, and what they tell is kept, shown, and told to the server.
 * Nobody has to be signed in for it.
 */
export default function ScannerScreen({ model }: { readonly model: Model }) {
  const say = useTexts();
  const [reads, setReads] = useState<readonly Read[] | null>(null);
  const [result, setResult] = useState<LearntOfFive | 'nothing' | null>(null);
  if (!say) return <main class="scanner-setup" />;

  const leave = () => model.go(model.session.value ? 'device' : 'menu');
  const begin = () => {
    setResult(null);
    setReads([]);
  };
  const take = (read: Read) => {
    const all = [...(reads ?? []), read];
    setReads(all.length < calibrationCodes.length ? all : null);
    if (all.length < calibrationCodes.length) return;
    if (!all.some(({ heard }) => heard)) return setResult('nothing');
    const learnt = learn(all, model.environment.clock.now());
    setResult(learnt);
    void keep(model, learnt);
  };
  return (
    <main class="scanner-setup">
      <Header
        title={say('scannerSetup.title')}
        {...(model.session.value && { status: model.status.value })}
        onBack={leave}
      />
      {reads ? (
        <Step key={reads.length} say={say} at={reads.length} onRead={take} />
      ) : (
        <Overview say={say} result={result} onBegin={begin} onDone={leave} />
      )}
    </main>
  );
}

/** From now on the device listens with what was learnt, also after it was closed. */
async function keep(model: Model, { profile, report }: LearntOfFive): Promise<void> {
  learntWedge.value = { profile, report, isTold: false };
  await writeMeta(model.device.database, 'wedge', learntWedge.value);
  await tellServer(model.device.database, model.environment);
}

/** One of the five codes. What is no scan of it is said, and it goes on waiting. */
function Step({ say, at, onRead }: { readonly say: Say; readonly at: number; readonly onRead: (read: Read) => void }) {
  const [other, setOther] = useState<string | null>(null);
  const [picture, setPicture] = useState<string | null>(null);
  const code = calibrationCodes[at];
  useEffect(() => {
    if (!code) return;
    void import('./draw-code.ts').then(({ drawCode }) => setPicture(drawCode(code)));
    return recordScans((events) => {
      const heard = judge(code, events);
      if (heard) return onRead({ code, heard });
      const text = textOf(hear(events).filter((piece) => piece.kind !== 'end'));
      // A key that somebody touched is no code.
      if (text.length >= fewest) setOther(text);
    });
  }, []);
  if (!code) return null;
  const name = say(`scannerSetup.code.${code.name}`);
  return (
    <>
      <section class="middle">
        <ol class="steps" aria-hidden="true">
          {calibrationCodes.map(({ name: each }, index) => (
            <li key={each} class={index < at ? 'done' : index === at ? 'now' : ''} />
          ))}
        </ol>
        <h2>{say('scannerSetup.step', { n: at + 1, of: calibrationCodes.length })}</h2>
        <p class="about">{name}</p>
        <figure>{picture && <img src={picture} alt={name} class={code.symbology} />}</figure>
        <p aria-live="polite">{say('scannerSetup.scanNow')}</p>
        {other !== null && <Verdict tone="bad" said={say('scannerSetup.other', { text: other })} />}
      </section>
      <footer class="reach">
        <div class="buttons">
          <button type="button" onClick={() => onRead({ code, heard: null })}>
            {say('scannerSetup.cannotRead')}
          </button>
        </div>
      </footer>
    </>
  );
}

const fewest = 4;

interface OverviewProps {
  readonly say: Say;
  readonly result: LearntOfFive | 'nothing' | null;
  readonly onBegin: () => void;
  readonly onDone: () => void;
}

/** Before the codes: what it is for, and what is known by now. After them: what is to be changed. */
function Overview({ say, result, onBegin, onDone }: OverviewProps) {
  const known = learntWedge.value;
  const isWell =
    result !== null && result !== 'nothing' && result.findings.every(({ code }) => scannerFindings[code] !== 'must');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reachable by keyboard */}
      <section class="middle" tabIndex={0}>
        {result === 'nothing' && <Verdict tone="bad" said={say('scannerSetup.nothingRead')} />}
        {result !== null && result !== 'nothing' && <Findings say={say} findings={result.findings} />}
        {result === null && (
          <>
            <p>{say('scannerSetup.intro')}</p>
            <p class="notice">{say('scannerSetup.ownScreen')}</p>
          </>
        )}
        {!result && !known && <p>{say('scannerSetup.notYet')}</p>}
        {known && <Learnt say={say} report={known.report} />}
        <Downloads say={say} />
      </section>
      <footer class="reach">
        <div class="buttons">
          {result && (
            <button type="button" class={isWell ? 'primary' : ''} onClick={onDone}>
              {say('scannerSetup.done')}
            </button>
          )}
          <button type="button" class={isWell ? '' : 'primary'} onClick={onBegin}>
            {say(known ? 'scannerSetup.again' : 'scannerSetup.begin')}
          </button>
        </div>
      </footer>
    </>
  );
}

function Downloads({ say }: { readonly say: Say }) {
  return (
    <nav class="downloads">
      <a href={`/api/scanner/sheet?language=${document.documentElement.lang}`} target="_blank" rel="noreferrer">
        {say('scannerSetup.sheet')}
      </a>
      <small>{location.host}/api/scanner/sheet</small>
      <a href="/api/scanner/datawedge" download="tallyman-datawedge.json">
        {say('scannerSetup.dataWedge')}
      </a>
    </nav>
  );
}
