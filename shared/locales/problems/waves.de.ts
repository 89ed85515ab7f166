import type { wavesProblems as english } from './waves.en.ts';

/** Problems of waves, in German. */
export const wavesProblems: Readonly<Record<keyof typeof english, string>> = {
  'waves.nothing_named': 'Angeben, welche Aufträge oder welche Welle freigegeben werden sollen.',
  'waves.unknown': 'In diesem Lager gibt es keine Welle {wave}. Nummer prüfen.',
  'waves.cancelled': 'Welle {wave} wurde storniert. Ihre Aufträge neu freigeben.',
  'waves.order_not_open': 'Auftrag {order} ist {status}: davon kann nichts freigegeben werden.',
  'waves.order_held': 'Auftrag {order} ist gesperrt ({holds}). Sperre aufheben lassen, dann freigeben.',
  'waves.not_created': 'Welle {wave} hat ihre Ware schon. Die Aufträge in eine andere Welle legen.',
  'waves.not_processed': 'Welle {wave} hat noch keine Aufgaben. Es gibt nichts anzuhalten.',
  'waves.not_processing': 'Welle {wave} wird nicht gerade befüllt.',
  'waves.person_unknown': 'Niemand mit dem Ausweis {badge} darf hier kommissionieren. Jemand anderen wählen.',
  'waves.work_unclaimed': 'Aufgabe {work} hat niemand. Es gibt nichts zurückzunehmen.',
  'waves.work_put_down':
    'Ein Teil von {work} ist schon abgestellt. Die Sendung bestätigen und sagen, was aus dem Rest wird.',
  'waves.template_unknown': 'In diesem Lager gibt es keine Wellenvorlage {template}.',
  'waves.no_orders': 'Die Vorlage {template} findet im Moment keinen Auftrag zur Freigabe.',
  'waves.order_in_wave': 'Auftrag {order} ist schon in Welle {wave}. Erst diese freigeben oder stornieren.',
  'waves.begun': 'Die Kommissionierung der Welle {wave} hat begonnen ({work}). Mit Rücklagerung der Ware stornieren.',
  'waves.shipment_over': 'Sendung {shipment} ist schon versandt oder storniert. Es gibt nichts zu stornieren.',
  'waves.shipment_begun':
    'Für Sendung {shipment} ist schon Ware entnommen. Stornieren Sie sie mit Rücklagerung der Ware, oder versenden Sie sie.',
};
