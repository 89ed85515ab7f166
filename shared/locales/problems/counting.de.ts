import type { Texts } from '../worded.ts';

/** Problems of counting, in German. */
export const countingProblems = {
  'counting.scope_missing':
    'Sagen Sie, was gezählt werden soll: eine Aufgabe, oder ein Platz, ein Artikel oder beides.',
  'counting.work_unknown': 'Eine Zählung {work} gibt es hier nicht. Aktualisieren Sie und wählen Sie eine offene.',
  'counting.work_done':
    '{work} ist schon gezählt. Um noch einmal zu zählen, beginnen Sie eine neue Zählung des Platzes.',
  'counting.not_countable':
    'Durch {location} laufen Waren nur hindurch; dort wird nicht gezählt. Zählen Sie Wareneingang, Lager, Kommissionierplätze und Sperrlager.',
  'counting.second_person':
    '{work} muss von jemand anderem als zuvor gezählt werden. Überlassen Sie es einer Kollegin oder einem Kollegen.',
  'counting.nothing_counted':
    'Für {work} wurde nichts gezählt. Sagen Sie, was da ist, oder dass nichts da ist, nicht beides.',
  'counting.not_in_scope': 'Diese Zählung gilt {asked}; {counted} gehört nicht dazu. Zählen Sie es gesondert.',
  'counting.serial_shipped':
    'Seriennummer {serial} von {item} wurde versandt. Sehen Sie noch einmal nach; ist das Stück hier, erfassen Sie es als Retoure.',
  'counting.serial_elsewhere':
    'Seriennummer {serial} von {item} ist laut Bestand auf {location}. Lagern Sie sie zuerst hierher um und zählen Sie dann.',
  'counting.plate_elsewhere':
    'Ladeeinheit {licensePlate} ist laut Bestand auf {location}, nicht auf {counted}. Lagern Sie sie zuerst um und zählen Sie dann.',
  'counting.stock_changed':
    '{missing} {unit} von {item} fehlen auf {location}, doch gebucht sind dort nur noch {there}. Lassen Sie noch einmal zählen.',
  'counting.count_unknown': 'Eine Zählung {count} gibt es in diesem Lager nicht.',
  'counting.not_in_review': '{count} wartet auf keine Entscheidung: Stand {status}.',
  'counting.own_count': 'Sie haben {count} selbst gezählt. Entscheiden muss jemand anderes.',
  'counting.request_unclear':
    'Sagen Sie, was gezählt werden soll: ein Plan, oder Zonen, Plätze, Artikel oder Artikel auf Plätzen.',
  'counting.plan_unknown': 'In diesem Lager gibt es keinen Zählplan {plan}.',
  'counting.too_many_places':
    'Das sind {asked} Zählungen; auf einmal werden höchstens {most} verlangt. Verlangen Sie weniger.',
  'counting.work_withdrawn':
    '{work} wurde zurückgezogen und muss nicht gezählt werden. Um trotzdem zu zählen, beginnen Sie eine neue Zählung des Platzes.',
  'counting.still_planned':
    'Nach Plan {plan} ist {work} fällig und würde wieder verlangt. Schalten Sie zuerst den Plan aus oder ändern Sie ihn.',
  'counting.zone_done': 'In Zone {zone} ist für Sie nichts mehr zu zählen: Sie ist fertig, oder andere sind dabei.',
  'counting.counted_already':
    'Für {work} zählt schon jemand dasselbe. Warten Sie diese Zählung ab oder ziehen Sie {work} zurück; entscheiden Sie dann über {count}.',
  'counting.blind':
    'Sie zählen gerade {location}. Schließen Sie das zuerst ab; wie viel dort gebucht ist, erfahren Sie danach.',
  'counting.zone_unknown': 'Zone {zone} hat keine Plätze, die gezählt werden. Prüfen Sie die Zonen Ihrer Plätze.',
  'counting.reason_unknown': 'Einen Grund {reason} gibt es nicht. Möglich sind: {reasons}.',
} as const satisfies Texts;
