import * as z from 'zod';
import { type ScannerFinding, scannerFindings } from '../scan/scanner-findings.ts';
import type { ScannerReport } from '../scan/scanner-report.ts';

const findings = Object.keys(scannerFindings) as [ScannerFinding, ...ScannerFinding[]];
const milliseconds = z.int().min(0).max(60_000);

/** What a device tells of its scanner. */
export const scannerReport = z.strictObject({
  learntAt: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  door: z.enum(['keys', 'text', 'both']),
  ending: z.string().max(64),
  gapMs: milliseconds,
  largestGapMs: milliseconds,
  separator: z.string().max(16).nullable(),
  hasIdentifier: z.boolean(),
  findings: z.array(z.enum(findings)).max(findings.length),
}) satisfies z.ZodType<ScannerReport>;
