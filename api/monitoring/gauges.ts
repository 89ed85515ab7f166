import type { Services } from '../platform/services.ts';
import {
  contactOfDevices,
  documentsNotFinal,
  messagesByStatus,
  oldestWaitingRow,
  openExceptionsByKind,
  openPrintJobs,
  unacknowledgedDocuments,
  waitingRows,
} from './health.queries.ts';

const messageStatuses = ['received', 'parked', 'failed'];

/** How long ago a device may have been heard of, in seconds; each device is counted once. */
const contacts = [60, 900, 3600, 86_400];

/** What is read from the database when a monitor asks. Labels are bounded: never an item, order, device or person. */
export function addGauges({ metrics, store, clock }: Services): void {
  const { read } = store;
  const secondsSince = (at: number | null | undefined) => (at ? Math.max(0, clock.now() - at) / 1000 : 0);

  metrics.gauge('messages', 'Messages that wait for something, by state.', ['status'], async (gauge) => {
    gauge.reset();
    for (const status of messageStatuses) gauge.set({ status }, 0);
    for (const row of await messagesByStatus(read)) {
      if (messageStatuses.includes(row.status)) gauge.set({ status: row.status }, row.count);
    }
  });

  metrics.gauge('oldest_failed_message_age_seconds', 'Since the oldest failed message came.', [], async (gauge) => {
    const failed = (await messagesByStatus(read)).find((row) => row.status === 'failed');
    gauge.set(secondsSince(failed?.oldest_at));
  });

  metrics.gauge('unacknowledged_documents', 'Documents that no ERP has acknowledged.', ['kind'], async (gauge) => {
    gauge.reset();
    for (const row of await unacknowledgedDocuments(read)) gauge.set({ kind: row.kind }, row.count);
  });

  metrics.gauge(
    'oldest_unacknowledged_document_age_seconds',
    'Since the oldest of them was made.',
    [],
    async (gauge) => {
      const rows = await unacknowledgedDocuments(read);
      gauge.set(Math.max(0, ...rows.map((row) => secondsSince(row.oldest_at))));
    },
  );

  metrics.gauge(
    'documents_not_final',
    'Documents that are due to become final, but something stands against it.',
    [],
    async (gauge) => {
      gauge.set(await documentsNotFinal(read));
    },
  );

  metrics.gauge('feed_lag_seconds', 'Age of the oldest row without a position.', [], async (gauge) => {
    gauge.set(secondsSince(await oldestWaitingRow(read)));
  });

  metrics.gauge('feed_waiting_rows', 'Rows without a position.', [], async (gauge) => {
    gauge.set(await waitingRows(read));
  });

  metrics.gauge('open_exceptions', 'What waits for the decision of a person.', ['kind'], async (gauge) => {
    gauge.reset();
    for (const row of await openExceptionsByKind(read)) gauge.set({ kind: row.kind }, row.count);
  });

  metrics.gauge('print_jobs_waiting', 'Print jobs that are not on paper yet.', [], async (gauge) => {
    gauge.set(Number((await openPrintJobs(read))?.count ?? 0));
  });

  metrics.gauge('oldest_print_job_age_seconds', 'Since the oldest of them was asked for.', [], async (gauge) => {
    gauge.set(secondsSince((await openPrintJobs(read))?.oldest_at));
  });

  metrics.gauge('devices', 'Devices by how long ago they were heard of.', ['within_seconds'], async (gauge) => {
    const ages = (await contactOfDevices(read)).map((device) => secondsSince(device.last_contact_at));
    let before = 0;
    for (const within of contacts) {
      gauge.set({ within_seconds: String(within) }, ages.filter((age) => age >= before && age < within).length);
      before = within;
    }
    gauge.set({ within_seconds: 'longer' }, ages.filter((age) => age >= before).length);
  });

  metrics.gauge(
    'device_queue_oldest_contact_seconds',
    'Since the last word of a device with commands.',
    [],
    async (gauge) => {
      const waiting = (await contactOfDevices(read)).filter((device) => device.waiting_commands > 0);
      gauge.set(Math.max(0, ...waiting.map((device) => secondsSince(device.last_contact_at))));
    },
  );

  metrics.gauge('device_waiting_commands', 'Commands that devices said they had not sent.', [], async (gauge) => {
    gauge.set((await contactOfDevices(read)).reduce((sum, device) => sum + device.waiting_commands, 0));
  });
}
