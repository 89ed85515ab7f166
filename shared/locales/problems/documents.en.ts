import type { Texts } from '../worded.ts';

/** Problems of documents, in English. */
export const documentsProblems = {
  'document.unknown': 'There is no document {document}. Check the number.',
  'document.not_reversible': 'Document {document} cannot be reversed. Correct the stock with an adjustment instead.',
  'document.reversed':
    'Version {version} of {document} is reversed already. Complete the load again to make the next version.',
  'document.posted':
    '{document} is final: the time for reversing it is over. Register what comes back as a return, or correct the stock with an adjustment that names it.',
  'document.rejected':
    '{document} was rejected by its ERP: {reason}. Reverse it and complete the load again, or have the ERP accept it.',
  'document.coverage_differs':
    '{document} has {details} {details|detail|details}, but {covered} {covered|change counts|changes count} as told by it. Prove the books with the verify command before anything else.',
  'document.too_many_lines':
    'The report would have more than {limit} lines. Ask for fewer dimensions or one warehouse.',
  'document.order_ended':
    'Order {order} was ended by its ERP ({status}), so {document} stays as it is. Correct the stock with an adjustment.',
} as const satisfies Texts;
