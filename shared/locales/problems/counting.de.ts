import type { Texts } from '../worded.ts';

/** Problems of counting, in German. */
export const countingProblems = {
  'counting.scope_missing':
    'Sagen Sie, was gezählt werden soll: eine Aufgabe, oder ein Platz, ein Artikel oder beides.',
  'counting.work_unknown': 'Eine Zählung {work} gibt es hier nicht. Aktualisieren Sie und wählen Sie eine offene.',
  'counting.work_done':
    '{work} ist schon gezählt. Um noch einmal zu zählen, beginnen Sie eine neue Zählung des Platzes.',
  'counting.not_countable':
    'Durch {location} laufen Waren nur hindurch; dort wird nicht gezählt. Zählen Sie Lager, Kommissionierplätze und Sperrlager.',
  'counting.second_person':
    '{work} muss von jemand anderem als zuvor gezählt werden. Überlassen Sie es einer Kollegin oder einem Kollegen.',
  'counting.nothing_counted':
    'Für {work} wurde nichts gezählt. Sagen Sie, was da ist, oder dass nichts da ist, nicht beides.',
  'counting.not_in_scope': 'Diese Zählung gilt {asked}; {counted} gehört nicht dazu. Zählen Sie es gesondert.',
  'counting.serial_shipped':
    'Seriennummer {serial} von {item} wurde versandt. Sehen Sie noch einmal nach; ist sie hier, sagen Sie der Leitung Bescheid.',
  'counting.serial_elsewhere':
    'Seriennummer {serial} von {item} ist laut Bestand auf {location}. Lagern Sie sie zuerst hierher um und zählen Sie dann.',
  'counting.plate_elsewhere':
    'Ladeeinheit {licensePlate} ist laut Bestand auf {location}, nicht auf {counted}. Lagern Sie sie zuerst um und zählen Sie dann.',
  'counting.stock_changed':
    '{missing} {unit} von {item} fehlen auf {location}, doch gebucht sind dort nur noch {there}. Lassen Sie noch einmal zählen.',
  'counting.count_unknown': 'Eine Zählung {count} gibt es in diesem Lager nicht.',
  'counting.not_in_review': '{count} wartet auf keine Entscheidung: Stand {status}.',
  'counting.own_count': 'Sie haben {count} selbst gezählt. Entscheiden muss jemand anderes.',
  'counting.request_unclear': 'Sagen Sie, was gezählt werden soll: ein Plan, oder Plätze, Artikel oder beides.',
  'counting.plan_unknown': 'In diesem Lager gibt es keinen Zählplan {plan}.',
  'counting.too_many_places':
    'Das sind {asked} Zählungen; auf einmal werden höchstens {most} verlangt. Verlangen Sie weniger.',
} as const satisfies Texts;
