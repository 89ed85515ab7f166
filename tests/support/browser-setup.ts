import { afterAll, inject } from 'vitest';
import { startDemoServer } from './demo-server.ts';

/** Runs before each file of the browser tests: what one does, no other finds, though two run at a time. */
afterAll(await startDemoServer(inject('demoDatabase')));
