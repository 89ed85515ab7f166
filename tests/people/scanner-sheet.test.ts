import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { readPdf } from '../support/read-pdf.ts';

onBothDatabases('what whoever sets up scanners needs, before anybody can sign in', (app) => {
  test.each(['en', 'de', 'es'])(
    'a sheet in %s with the codes on one page and the settings on the other',
    async (language) => {
      const answer = await app().http.request(`/api/scanner/sheet?language=${language}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const { pages, texts } = await readPdf(bytes);
      expect(pages).toBe(2);
      // Title, how to, five codes with their texts, and about eight settings of each of three makes.
      expect(texts.length).toBeGreaterThan(50);
      expect(bytes.toString('latin1')).toContain(`/Lang (${language})`);
    },
  );

  test('DataWedge’s settings as the bundle of its interface: keys, Enter, identifiers, and no second output', async () => {
    const { bundle } = (await app().call('GET', '/api/scanner/datawedge')).body;
    const parameters = Object.assign(
      {},
      ...bundle.PLUGIN_CONFIG.map((plugin: { PARAM_LIST: object }) => plugin.PARAM_LIST),
    );
    expect(parameters).toMatchObject({
      ...{ code_id_type: '1', keystroke_output_enabled: 'true', keystroke_send_control_chars_as_events: 'true' },
      ...{ bdf_send_enter: 'true', intent_output_enabled: 'false' },
    });
  });
});
