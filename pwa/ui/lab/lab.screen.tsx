import './lab.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScanInput } from '../../scanner/scan-input.ts';
import { openAidTexts, tell } from '../aid-words.ts';
import { Header } from '../header.tsx';
import { Icon } from '../icons.tsx';
import type { PageProps } from '../page.ts';
import { TypeSheet } from '../type-sheet.tsx';
import { type Examined, examine } from './examine.ts';
import { ExaminedScan, verdictOf } from './examined-scan.tsx';
import { type HeardKey, hearKeys } from './heard-keys.ts';
import { reportOf } from './report.ts';
import { visibleLine } from './visible-text.ts';

await openAidTexts();

const keptScans = 20;

/**
 * The scan lab: what a scanner really sends, and what the app makes of it. For whoever sets scanners up, and for the worker
 * on the telephone with them. While it is open no scan is work: nothing is booked, looked up or sent.
 */
export default function LabScreen({ model, Camera, feedback, version, now }: PageProps) {
  const [examined, setExamined] = useState<readonly Examined[]>([]);
  const [shownNumber, setShownNumber] = useState<number | null>(null);
  const [sees, setSees] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const heard = useRef<readonly HeardKey[]>([]);
  const forget = useRef(() => {});
  const page = useRef<HTMLElement>(null);
  const count = useRef(0);

  const take = async (scan: ScanInput) => {
    count.current += 1;
    const currentYear = new Date(model.environment.clock.now()).getFullYear();
    const { things } = model.device;
    const options = { things, heard: heard.current, number: count.current, currentYear, now };
    const one = await examine(scan, options);
    feedback.give(verdictOf(one).signal);
    setExamined((before) => [one, ...before].slice(0, keptScans));
    setShownNumber(null);
    setCopied('no');
    page.current?.scrollTo(0, 0);
    // What a scan was made of is not part of the next one.
    forget.current();
  };
  useEffect(() => {
    model.ear.value = (scan) => void take(scan);
    const ears = hearKeys((keys) => {
      heard.current = keys;
    });
    forget.current = ears.forget;
    return () => {
      ears.stop();
      model.ear.value = null;
    };
  }, []);

  const report = () =>
    reportOf(
      {
        device: model.device.name,
        version,
        browser: navigator.userAgent,
        at: new Date(model.environment.clock.now()).toISOString(),
      },
      examined,
    );
  const copy = () => {
    const done = navigator.clipboard?.writeText(report()) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  };
  const canShare = typeof navigator.share === 'function';
  const shown = examined.find(({ number }) => number === shownNumber) ?? examined[0];
  const others = examined.filter((one) => one !== shown);
  return (
    <main class="flow lab">
      <Header title={tell('lab.title')} status={model.status.value} onBack={() => model.go('device')} />
      {sees && <Camera onScan={(scan) => void take(scan)} onClose={() => setSees(false)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reachable by keyboard */}
      <section class="middle" tabIndex={0} ref={page}>
        {shown ? <ExaminedScan examined={shown} /> : <p class="hint">{tell('lab.hint')}</p>}
        {copied === 'refused' && <pre class="report">{report()}</pre>}
        {others.length > 0 && (
          <>
            <h2>{tell('lab.history')}</h2>
            <ul class="choices">
              {others.map((one) => (
                <li key={one.number}>
                  <button
                    type="button"
                    onClick={() => {
                      setShownNumber(one.number);
                      page.current?.scrollTo(0, 0);
                    }}
                  >
                    <span class="title">{visibleLine(one.scan.text)}</span>
                    <span class="detail">{verdictOf(one).words}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <footer class="reach">
        {copied !== 'no' && (
          <p role="status" class={copied === 'yes' ? '' : 'wrong'}>
            {tell(copied === 'yes' ? 'lab.copied' : 'lab.notCopied')}
          </p>
        )}
        <div class="buttons tools">
          <button type="button" aria-pressed={sees} onClick={() => setSees(!sees)}>
            <Icon name="camera" />
            {tell('lab.camera')}
          </button>
          <button type="button" aria-pressed={isTyping} onClick={() => setTyping(!isTyping)}>
            <Icon name="keyboard" />
            {tell('lab.type')}
          </button>
          <button type="button" disabled={examined.length === 0} onClick={copy}>
            <Icon name="copy" />
            {tell('lab.copy')}
          </button>
          {canShare && (
            <button
              type="button"
              disabled={examined.length === 0}
              onClick={() => {
                // Whoever closes the list of programs has changed their mind.
                navigator.share({ title: tell('lab.title'), text: report() }).catch(() => {});
              }}
            >
              <Icon name="ship" />
              {tell('lab.share')}
            </button>
          )}
        </div>
      </footer>
      {isTyping && (
        <TypeSheet
          label={tell('lab.typeCode')}
          maxLength={2000}
          onType={(typed) => {
            setTyping(false);
            void take({ text: typed, source: 'typed', at: now() });
          }}
          onClose={() => setTyping(false)}
        />
      )}
    </main>
  );
}
