/** What may be said after `npm start --`. Runs on Node 20. */

export const help = `Starts Tallyman: the app and its API on one port.

  npm start                     installs and builds what is missing, then serves
  npm start -- --port 9000      on another port (default 8787, or PORT)
  npm start -- --lan            for phones on the local network, over HTTPS with a certificate of its own making
  npm start -- --help           this text

Environment:
  PORT, HOST     where to listen            8787, this machine only in demo mode
  DATABASE_URL   sqlite:<file> or postgres://user:password@host/database
                                            sqlite:./data/warehouse.db
  MODE           demo or production         demo
  LOG_LEVEL      fatal, error, warn, info, debug, trace
                                            info
`;

/**
 * Reads the arguments. `problem` is set, in words, when they cannot be understood.
 *
 * @param {string[]} args
 * @param {Record<string, string | undefined>} environment
 */
export function readArguments(args, environment) {
  const options = { port: 8787, lan: false, help: false, problem: null };
  const setPort = (text, source) => {
    const port = Number(text);
    if (/^\d+$/.test(text ?? '') && port <= 65_535) options.port = port;
    else options.problem ??= `${source} must be a number from 0 to 65535, and is "${text ?? ''}".`;
  };
  if (environment.PORT) setPort(environment.PORT, 'The environment variable PORT');
  for (let index = 0; index < args.length; index += 1) {
    const [name, value] = args[index].split('=', 2);
    if (name === '--help' || name === '-h') options.help = true;
    else if (name === '--lan' && value === undefined) options.lan = true;
    else if (name === '--port') setPort(value ?? args[++index], '--port');
    else options.problem ??= `"${args[index]}" is not understood.`;
  }
  return options;
}
