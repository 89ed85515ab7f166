import { useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import type { ImportReport } from '#shared/sites/import.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Head, Panel, ProblemBox } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { ImportPreview } from './import-preview.tsx';
import { locationsPath, warehouseHref } from './paths.ts';

/** A file of locations: chosen, looked at as what it would do, and then imported whole. */
export const importScreen: ConsoleScreen = {
  path: '/setup/warehouses/:warehouse/import',
  permit: 'sites.administer',
  Screen: Import,
};

const csv = 'text/csv';

interface Chosen {
  readonly name: string;
  readonly text: string;
}

function Import({ params: { warehouse = '' } }: ScreenProps) {
  const { say, client } = useDesk();
  const [file, setFile] = useState<Chosen | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const path = locationsPath(warehouse);

  const send = async (chosen: Chosen, query: string) => {
    setBusy(true);
    const outcome = await client.postText<ImportReport>(path + query, chosen.text, csv);
    setBusy(false);
    setProblem('problem' in outcome ? outcome.problem : null);
    setReport('data' in outcome ? outcome.data : null);
  };
  const choose = async (picked: File | undefined) => {
    if (!picked) return;
    const chosen = { name: picked.name, text: await picked.text() };
    setFile(chosen);
    setReport(null);
    await send(chosen, '?dryRun=true');
  };
  const download = async () => {
    const outcome = await client.text(path, csv);
    if ('problem' in outcome) setProblem(outcome.problem);
    else saveAs(`locations-${warehouse}.csv`, outcome.data);
  };
  const mayImport = file !== null && report?.dryRun === true && report.refused === 0 && !isBusy;
  return (
    <>
      <Head back={{ href: warehouseHref(warehouse), name: warehouse }} title={say('sites.import')}>
        <button type="button" onClick={() => void download()}>
          {say('import.download')}
        </button>
      </Head>
      <Panel title={say('import.file')}>
        <p class="desk-quiet">{say('import.text')}</p>
        <div class="desk-buttons">
          <label class="desk-button">
            {say('import.choose')}
            <input
              class="desk-file"
              type="file"
              accept=".csv,text/csv"
              onChange={({ currentTarget }) => {
                void choose(currentTarget.files?.[0]);
                // The same file, mended, can be chosen again.
                currentTarget.value = '';
              }}
            />
          </label>
          {file && <span>{file.name}</span>}
          <button type="button" class="is-main" disabled={!mayImport} onClick={() => file && void send(file, '')}>
            {say('import.carryOut')}
          </button>
        </div>
      </Panel>
      {problem && <ProblemBox problem={problem} />}
      {isBusy && <p class="desk-quiet">{say('loading')}</p>}
      {report && !isBusy && <ImportPreview report={report} />}
    </>
  );
}

function saveAs(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: csv }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
