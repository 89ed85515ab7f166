import type { Texts } from '#shared/locales/worded.ts';

/** What the screen of pick faces says, in English. */
export const faceTexts = {
  faces: 'Pick faces',
  'faces.search': 'Location, item, description',
  'faces.attention': 'To fill',
  'faces.all': 'All',
  'faces.unset': 'Without minimum',
  'faces.none.attention': 'Every pick face has what it is to hold.',
  'faces.none.all':
    'There are no pick faces here. A place for picking becomes one when it belongs to an item, or gets a minimum.',
  'faces.none.unset': 'Every pick face has a minimum and a maximum.',
  'faces.is.enough': 'Enough',
  'faces.is.coming': 'On its way',
  'faces.is.low': 'Too little',
  'faces.is.stuck': 'Nothing to bring',
  'faces.is.unset': 'By hand only',
  'faces.minimum': 'Minimum',
  'faces.maximum': 'Maximum',
  'faces.underWay': 'Under way',
  'faces.waits': 'asked for: comes as soon as there is some',
  'faces.nobody': 'nobody yet',
  'faces.plan': 'Plan {version}',
  'faces.set': 'Set a minimum',
  'faces.change': 'Change',
  'faces.limits.of': 'What {location} is to hold',
  'faces.limits.text':
    'With less than the minimum it is filled up to the maximum; with a minimum of 0 once it is empty. Leave both empty, and it is filled only when somebody asks.',
  'faces.limits.planned':
    'Planning decides about this place. What you set here counts once the plan says nothing of it any more.',
  'faces.fill': 'Fill now',
  'faces.fill.title': 'Bring goods to {location}',
  'faces.fill.text': 'Somebody is sent to the reserve, whatever the place holds.',
  'faces.quantity': 'How many',
  'faces.quantity.help': 'Empty: a plate, or what stands together in reserve.',
  'faces.urgent': 'Urgent',
  'faces.urgent.help': 'Before all other goods for pick faces.',
} as const satisfies Texts;

export type FaceTexts = Readonly<Record<keyof typeof faceTexts, string>>;
