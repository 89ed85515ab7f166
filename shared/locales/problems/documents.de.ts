import type { documentsProblems as english } from './documents.en.ts';

/** Problems of documents, in German. */
export const documentsProblems: Readonly<Record<keyof typeof english, string>> = {
  'document.unknown': 'Es gibt keinen Beleg {document}. Bitte die Nummer prüfen.',
  'document.not_reversible':
    'Beleg {document} lässt sich nicht stornieren. Bitte den Bestand mit einer Korrektur berichtigen.',
  'document.reversed':
    'Version {version} von {document} ist schon storniert. Die nächste Version entsteht, wenn die Ladung wieder abgeschlossen wird.',
  'document.posted':
    '{document} ist endgültig: die Frist zum Stornieren ist vorbei. Bitte als Retoure annehmen, was zurückkommt, oder den Bestand mit einer Korrektur berichtigen, die den Beleg nennt.',
  'document.rejected':
    '{document} wurde vom ERP abgelehnt: {reason}. Bitte stornieren und die Ladung erneut abschließen, oder das ERP den Beleg annehmen lassen.',
  'document.coverage_differs':
    '{document} hat {details} Einzelposten, aber {covered} {covered|Bewegung gilt|Bewegungen gelten} als damit gemeldet. Bitte zuerst die Bücher mit dem Befehl verify prüfen.',
  'document.too_many_lines':
    'Der Bericht hätte mehr als {limit} Zeilen. Bitte weniger Dimensionen oder nur ein Lager verlangen.',
  'document.order_ended':
    'Der Auftrag {order} wurde vom ERP beendet ({status}), darum bleibt {document} bestehen. Bitte den Bestand mit einer Korrektur berichtigen.',
};
