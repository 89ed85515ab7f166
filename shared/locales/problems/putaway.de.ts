import type { putawayProblems as english } from './putaway.en.ts';

/** Problems of put-away, in German. */
export const putawayProblems: Readonly<Record<keyof typeof english, string>> = {
  'putaway.goods_missing': 'Bitte die Palette scannen, oder den Artikel und wo er liegt.',
  'putaway.reason_unknown': 'Einen Grund {reason} gibt es nicht. Möglich sind: {reasons}.',
  'putaway.plate_unknown': 'Es gibt keine Palette {licensePlate}. Bitte erneut scannen.',
  'putaway.wrong_warehouse': 'Die Palette {licensePlate} ist im Lager {warehouse}.',
  'putaway.already_done': '{goods} steht nicht am Tor, es ist nichts einzulagern. Bitte nachsehen oder umlagern.',
  'putaway.item_required':
    'Auf der Palette {licensePlate} liegen mehrere Artikel. Bitte den scannen, der eingelagert wird.',
  'putaway.plate_required': '{item} steht hier auf {plates} {plates|Palette|Paletten}. Bitte die Palette scannen.',
  'putaway.override_reason_required':
    'Die Ware gehört nach {proposed}. Dorthin gehen oder einen Grund für {location} angeben.',
  'putaway.claimed':
    'Die Palette {licensePlate} ist auf der Fahrt von {badge}. Bitte eine andere scannen oder nachfragen.',
  'putaway.stands_on':
    'Die Palette {licensePlate} steht auf {parent}. Bitte {parent} mitnehmen oder {licensePlate} einzeln einlagern.',
  'putaway.not_claimed': 'Die Palette {licensePlate} ist auf keiner Fahrt.',
  'putaway.zone_unknown': 'Kein Platz dieses Lagers liegt in der Zone {zone}. Bitte eine wählen, die es gibt.',
  'putaway.no_place':
    'Kein Platz dieses Lagers nimmt diese Ware (geprüft: {places}). Bitte einen wählen oder nachfragen.',
  'putaway.nothing_on_plate': 'Auf der Palette {licensePlate} ist nichts. Bitte eine andere scannen.',
  'putaway.not_offered':
    'Von {item} ist hier nichts mehr für Auftrag {order} vorgesehen. Lagern Sie es ein oder bringen Sie es zum Tor zurück.',
  'putaway.more_than_offered':
    'Auftrag {order} wartet nur auf {quantity} {unit} von {item}. Bringen Sie so viel, und lagern Sie den Rest ein.',
  'putaway.cross_dock_required': '{quantity} {unit} davon müssen zu Auftrag {order}: Bringen Sie sie nach {location}.',
  'putaway.onto_itself': 'Die Palette {licensePlate} kann nicht auf sich selbst stehen. Bitte eine andere scannen.',
  'putaway.plate_elsewhere':
    'Die Palette {licensePlate} steht an {location}. Eine nehmen, die hier steht, oder dorthin gehen.',
  'putaway.rule_off': 'Die Regel ist ausgeschaltet.',
  'putaway.rule_for_others': 'Die Regel gilt für andere Ware: {criterion} muss {wanted} sein und ist hier {was}.',
  'putaway.no_rule': 'Keine Regel dieses Lagers gilt für diese Ware, also wählt ein Mensch.',
  'putaway.other_type': '{location} ist von anderer Art ({type}), als die Regel nennt.',
  'putaway.other_zone': '{location} liegt in Zone {zone}; die Regel nennt {zones}.',
  'putaway.not_fixed': '{location} gehört keinem Artikel; die Regel sucht den Festplatz von diesem.',
  'putaway.kept_for_fixed': '{location} ist für den Artikel frei gehalten, der dorthin gehört.',
  'putaway.other_lot_there': 'An {location} steht nicht dieselbe Charge.',
  'putaway.other_item_there': 'An {location} steht nicht derselbe Artikel.',
  'putaway.not_empty': '{location} ist nicht leer.',
  'putaway.farther': '{location} nähme die Ware auch, aber {proposed} kommt zuerst.',
};
