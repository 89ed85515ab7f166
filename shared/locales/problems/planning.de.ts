import type { planningProblems as english } from './planning.en.ts';

/** Problems of plans, in German. */
export const planningProblems: Readonly<Record<keyof typeof english, string>> = {
  'planning.nothing_said':
    'Zu {item} ist nichts gesagt. Sicherheitsbestand, Meldebestand, Minimum oder Maximum angeben.',
  'planning.repeated': '{item} ist für einen Ort und Tag zweimal genannt. Einmal veröffentlichen.',
  'planning.frozen':
    '{item} darf sich am {day} nicht ändern: Bestandsregeln sind bis {freeFrom} eingefroren. Mit späterem Tag veröffentlichen oder die eingefrorenen Tage kürzen lassen.',
  'planning.version_reused':
    'Version {version} wurde mit anderen Regeln veröffentlicht. Diese als neue Version veröffentlichen.',
  'planning.version_over':
    'Version {version} gilt nicht mehr ({state}). Eine neue Version veröffentlichen oder die geltende zurücknehmen.',
  'planning.version_not_active': 'Version {version} gilt nicht ({state}), es gibt nichts zurückzunehmen.',
};
