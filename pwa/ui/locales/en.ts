import type { Texts } from '#shared/locales/worded.ts';

/** What the app itself says, in English. `{name}` is filled in; every language has every key and every place. */
export const texts = {
  // signing in
  'signIn.title': 'Sign in',
  'signIn.scanBadge': 'Scan your badge',
  'signIn.typeBadge': 'or type it',
  'signIn.badge': 'Badge',
  'signIn.pin': 'PIN',
  'signIn.enterPin': 'Enter your PIN',
  'signIn.go': 'Sign in',
  'signIn.next': 'Next',
  'signIn.checking': 'Checking …',
  'signIn.otherBadge': 'Another badge',
  'signIn.offlineUnknown':
    'There is no network, and nobody with this badge signed in on this device in the last 24 hours. Go where there is a network and try again.',
  'signIn.wrongPin': 'The PIN is wrong. Try again.',
  'signIn.locked': 'Too many wrong PINs. Wait {minutes} minutes, or sign in with a network.',
  'signIn.refused': 'The server did not let you in. Try again, or ask your supervisor.',
  'signIn.offline': 'You work without a network. Everything you scan is kept and sent later.',
  'signIn.hello': 'Hello, {name}.',

  // the frame around everything
  'app.name': 'Tallyman',
  'app.loading': 'Opening …',
  'app.online': 'Online',
  'app.offline': 'Offline',
  'app.signInToSend': 'Sign in to send',
  'app.stuck': 'Sending is stuck',
  'app.waiting': '{count} waiting',
  'app.nothingWaiting': 'All sent',
  'app.lastSync': 'Updated {time}',
  'app.neverSynced': 'Not updated yet',
  'app.menu': 'Menu',
  'app.back': 'Back',
  'app.leave': 'Leave this task',
  'app.close': 'Close',
  'app.updateReady': 'A new version is ready.',
  'app.updateNow': 'Update now',
  'app.broken':
    'Something went wrong on this device. Nothing that was kept is lost. Close the app and open it again; if it happens again, tell your supervisor.',
  'app.storageBroken': 'This browser does not let the app keep anything, so nobody can work with it here. {reason}',
  'app.updatedElsewhere': 'A newer version is open in another tab. Close this one.',

  // the menu
  'menu.greeting': '{name}, {warehouse}',
  'menu.hint': 'Choose, or scan anything to look it up.',
  'menu.tray': 'To look at',
  'menu.trayCount': '{count} to look at',
  'menu.health': 'This device',
  'menu.signOff': 'Sign off',
  'menu.warehouse': 'Warehouse',
  'menu.language': 'Language',
  'menu.resume': 'Go on: {flow}',

  // flows in general
  'flow.understood': 'Understood.',
  'flow.left': 'Task closed.',
  'flow.wentBack': 'One step back.',
  'flow.noWayBack': 'There is no step to go back to. What was booked is taken back with Undo.',
  'flow.whichOne': '{text}: which one is it?',
  'flow.wrongKind': 'That is {was}: {text}. Scan {expected}.',
  'flow.noScanNow': 'That is {was}: {text}. Nothing is to be scanned here.',
  'flow.commandNotHere': '{text} does nothing here.',
  'flow.notOffered': 'That is not asked for here.',
  'flow.type': 'Type it',
  'flow.camera': 'Camera',
  'flow.enter': 'Enter',
  'flow.typeCode': 'Code as printed',
  'flow.progress': '{done} of {of} {unit}',
  'flow.scanAgain': 'Scan {text} once more to confirm. Any other scan cancels.',
  'flow.last': 'Last scans',
  'flow.undo': 'Undo',
  'flow.lineState.waiting': 'waiting',
  'flow.lineState.applied': 'booked',
  'flow.lineState.refused': 'refused',
  'flow.lineState.held': 'with the supervisor',
  'flow.lineState.skipped': 'not done',
  'flow.lineState.parked': 'kept for later',
  'undo.done': 'Taken back: {what}',
  'undo.notPossible': 'That cannot be taken back any more. Ask your supervisor.',
  'undo.nothing': 'There is nothing to take back.',

  // kinds of codes, as a part of a sentence
  'kind.location': 'a location',
  'kind.item': 'an item',
  'kind.licensePlate': 'a licence plate',
  'kind.document': 'an order',
  'kind.operator': 'a badge',
  'kind.command': 'a command',
  'kind.details': 'a label without an item',
  'kind.unknown': 'an unknown code',
} as const satisfies Texts;

/** Every language has every key. */
export type UiTexts = Readonly<Record<keyof typeof texts, string>>;
