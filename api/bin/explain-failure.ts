/** Why the server did not start, in words, and the exit code to end with (of sysexits.h where one fits). */
export interface Explained {
  readonly message: string;
  readonly exitCode: number;
}

/** Words for what is known to go wrong at a start; the whole error, with its stack, for what is not. */
export function explainFailure(error: unknown, port: number): Explained {
  if (!(error instanceof Error)) return { message: String(error), exitCode: 70 };
  if ('exitCode' in error && typeof error.exitCode === 'number') {
    return { message: error.message, exitCode: error.exitCode };
  }
  const known = 'code' in error ? listenFailures[String(error.code)] : undefined;
  if (known && 'syscall' in error && (error.syscall === 'listen' || error.syscall === 'getaddrinfo')) {
    const taken = 'port' in error && typeof error.port === 'number' ? error.port : port;
    return { message: known.text(taken), exitCode: known.exitCode };
  }
  return { message: `The server did not start.\n${error.stack ?? error.message}`, exitCode: 70 };
}

const noSuchHost = {
  text: () => 'This machine does not have the address that HOST names. Leave HOST out, or name one of its own.',
  exitCode: 78,
};

const listenFailures: Record<string, { text(port: number): string; exitCode: number }> = {
  EADDRINUSE: {
    text: (port) =>
      `Port ${port} is taken by another program, perhaps by a Tallyman that already runs.\nStop that one, or choose another: npm start -- --port ${port + 10}`,
    exitCode: 69,
  },
  EACCES: {
    text: (port) => `This user may not listen on port ${port}. Choose one from 1024 up: npm start -- --port 8787`,
    exitCode: 77,
  },
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
};
