import type { approvalsProblems as english } from './approvals.en.ts';

/** What a second person is asked, in Spanish. */
export const approvalsProblems: Readonly<Record<keyof typeof english, string>> = {
  'inventory.adjustment_needs_approval':
    'Un ajuste de {quantity} {unit} de {item} en {location} vale más de {limit}. Una segunda persona debe aprobarlo.',
  'inventory.adjustments_need_approval':
    'Con {lately} {baseUnit} que la misma persona ya ajustó ahí en 24 horas, un ajuste de {quantity} {unit} de {item} en {location} vale más de {limit}. Una segunda persona debe aprobarlo.',
  'inventory.release_needs_approval':
    '{badge} bloqueó el lote {lot} de {item} y pide liberarlo. Una segunda persona debe aprobarlo.',
  'inventory.status_needs_approval':
    'Alguien pide que {what} en {where} pueda volver a usarse. Una segunda persona debe aprobarlo.',
  'inventory.status_worth_approval':
    'Que {what} en {where} pueda volver a usarse afecta a un valor de más de {limit}. Una segunda persona debe aprobarlo.',
  'picking.substitute_needs_approval': '{item} cuesta más que {ordered}. Antes debe aprobarlo un supervisor.',
  'returns.late_needs_approval':
    '{quantity} {unit} de {item} salieron hace {daysAgo} {daysAgo|día|días} y se aceptan durante {days} {days|día|días}. Debe decidir una segunda persona.',
  'returns.unknown_day':
    'Volvieron {quantity} {unit} de {item}. Se aceptan durante {days} {days|día|días}, pero nadie sabe cuándo salieron. Debe decidir una segunda persona.',
  'returns.scrap_needs_approval':
    'Desechar {quantity} {unit} de {item} vale más de {limit}. Una segunda persona debe aprobarlo.',
  'returns.scraps_need_approval':
    'Con {before} {baseUnit} que la misma persona ya desechó de ello, desechar {quantity} {unit} de {item} vale más de {limit}. Una segunda persona debe aprobarlo.',
};
