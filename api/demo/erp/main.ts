import { parseArgs } from 'node:util';
import { runClosedLoop } from './closed-loop.ts';
import { Follower } from './follow.ts';
import { Refused, WarehouseHttp } from './http.ts';
import { postPurchases, postSales } from './post-orders.ts';

/**
 * A stand-in for an ERP, in a process of its own and only through the HTTP contract. By itself it runs the closed loop:
 * posts purchase and sales orders, lets simulated workers receive and ship them, books what the warehouse tells, and
 * ends with both on-hands side by side. With `--watch` people do the work, and it goes on until it is stopped.
 */
const usage =
  'npm run demo:erp -- [--url http://localhost:8787] [--orders 3] [--workers 2] [--drops] [--crashes] [--watch] [--erp-key …] [--planning-key …]';
const exitNotEqual = 1;
const exitUsage = 64;
const exitRefused = 69;
const values = readOptions();

await main().catch((error: unknown) => {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exit(exitRefused);
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string', default: 'http://localhost:8787' },
        orders: { type: 'string', default: '3' },
        workers: { type: 'string', default: '2' },
        drops: { type: 'boolean', default: false },
        crashes: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        'erp-key': { type: 'string', default: 'demo-erp-key' },
        'planning-key': { type: 'string', default: 'demo-planning-key' },
      },
    });
    if (!URL.canParse(values.url)) throw new TypeError(`--url is "${values.url}", which is no address.`);
    if (!/^\d{1,3}$/.test(values.orders)) throw new TypeError(`--orders is "${values.orders}"; it must be 0 to 999.`);
    if (!/^[1-9]\d?$/.test(values.workers))
      throw new TypeError(`--workers is "${values.workers}"; it must be 1 to 99.`);
    return values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return process.exit(exitUsage);
  }
}

async function main(): Promise<void> {
  const { url, drops, crashes, watch } = values;
  const keys = { erp: values['erp-key'], planning: values['planning-key'] };
  const orders = Number(values.orders);
  const warehouse = new WarehouseHttp(url, drops);
  const follower = new Follower(warehouse, keys);
  console.log(`Stand-in ERP, talking to ${url} with the keys of source system DEMO. Ctrl+C ends it.`);
  if (watch) {
    await postPurchases(warehouse, keys.erp, orders);
    await postSales(warehouse, keys.erp, orders);
    await follower.catchUp();
    await follower.compare();
    await follower.follow(() => false);
    return;
  }
  const loop = { url, keys, orders, workers: Number(values.workers), drops, crashes };
  if (!(await runClosedLoop(warehouse, follower, loop))) process.exitCode = exitNotEqual;
}
