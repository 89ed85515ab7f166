/**
 * `npm start`: installs, builds, and runs the server, each only as far as needed. Runs on Node 20 without packages up
 * to the point where it hands over to the Node that the product runs on.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { help, readArguments } from './arguments.mjs';
import { build } from './build.mjs';
import { handOver, isNewEnough, root, whyNodeWillNotDo } from './ground.mjs';
import { installPackages } from './install.mjs';
import { runUntilStopped } from './run-until-stopped.mjs';
import { watchParent } from './watch-parent.mjs';

const exitUsage = 64;

process.chdir(root);
process.exitCode = await main();

async function main() {
  const options = readArguments(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(help);
    return 0;
  }
  if (options.problem !== null) {
    console.error(`${options.problem}\n\n${help}`);
    return exitUsage;
  }
  const objection = whyNodeWillNotDo();
  if (objection !== null) {
    console.error(objection);
    return 1;
  }
  if (!(await installPackages())) return 1;
  if (!isNewEnough()) {
    if (process.env.npm_lifecycle_event) watchParent(() => process.kill(process.pid, 'SIGTERM'));
    return handOver(fileURLToPath(import.meta.url), process.argv.slice(2));
  }
  if (!((await build('pwa')) && (await build('server')))) return 1;
  return runServer(options);
}

async function runServer({ port, lan }) {
  const { enableCompileCache } = await import('node:module');
  // What was compiled at the last start is read instead of compiled again.
  enableCompileCache(join(root, '.cache', 'compiled'));
  const file = pathToFileURL(join(root, 'dist', 'server', 'serve.js')).href;
  const { serve, explainFailure } = await import(file);
  let server;
  try {
    server = await serve({
      port,
      lan,
      pwaFolder: join(root, 'dist', 'pwa'),
      environment: process.env,
      print: (text) => console.log(text),
      colours: process.stdout.isTTY === true,
    });
  } catch (error) {
    const { message, exitCode } = explainFailure(error, port);
    console.error(message);
    return exitCode;
  }
  process.send?.({ url: server.url });
  return runUntilStopped(server);
}
