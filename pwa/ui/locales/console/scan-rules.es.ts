import type { ScanRulesTexts } from './scan-rules.en.ts';

/** Lo que dice la página sobre la lectura de códigos, en español. */
export const scanRulesTexts: ScanRulesTexts = {
  scanRules: 'Cómo se leen los códigos',
  'scanRules.codes': 'Códigos propios',
  'scanRules.codes.text':
    'Un código que encaja en un patrón es de esa clase y de ninguna otra. {9:4} vale por cuatro cifras, {A:2} por letras, {X:1-8} por una a ocho letras o cifras, {*:1-20} por cualquier cosa; lo demás vale por sí mismo. Ponga [ ] alrededor de la parte que se busca: LOC-[{X:1-12}].',
  'scanRules.name': 'Se llama',
  'scanRules.kind': 'Es',
  'scanRules.pattern': 'Patrón',
  'scanRules.isActive': 'en uso',
  'scanRules.remove': 'Quitar',
  'scanRules.add': 'Añadir un patrón',
  'scanRules.kind.location': 'ubicación',
  'scanRules.kind.licensePlate': 'matrícula',
  'scanRules.kind.item': 'artículo',
  'scanRules.kind.document': 'pedido o carga',
  'scanRules.kind.position': 'cubeta o puesto de carro',
  'scanRules.labels': 'Etiquetas GS1',
  'scanRules.unknownAi': 'Un campo que GS1 no conoce',
  'scanRules.unknownAi.help':
    'El resto de la etiqueta se lee sin él; se pierde lo que hay detrás hasta el próximo separador.',
  'scanRules.ai.refuse': 'rechazar la etiqueta',
  'scanRules.ai.warn': 'leer el resto y decirlo',
  'scanRules.ai.ignore': 'leer el resto',
  'scanRules.separators': 'Separador, como lo envían los lectores',
  'scanRules.separators.help':
    'Para lectores que no pueden enviar el verdadero: un carácter como ~ o |. Varios con comas entre ellos.',
  'scanRules.prefixes': 'Enviado delante de las etiquetas GS1',
  'scanRules.prefixes.help':
    'Para lectores que no pueden enviar la simbología, como ]C1. Varios con comas entre ellos.',
  'scanRules.checkDigits': 'Dígitos de control de las ubicaciones',
  'scanRules.required': 'Se piden siempre',
  'scanRules.required.help':
    'Tras la etiqueta de una ubicación se piden sus dígitos de control, para que no baste una etiqueta copiada. Si no, basta una de las dos cosas.',
  'scanRules.otherZones': 'Al revés en las zonas',
  'scanRules.otherZones.help': 'Varias con comas entre ellas.',
  'scanRules.try': 'Probar',
  'scanRules.try.text':
    'Escanee o escriba códigos, uno en cada línea. Se leen con las reglas de arriba, guardadas o no.',
  'scanRules.code': 'Código',
  'scanRules.readAs': 'Se lee como',
  'scanRules.value': 'Dice',
  'scanRules.read.gs1': 'etiqueta GS1',
  'scanRules.read.gtin': 'EAN o UPC',
  'scanRules.read.sscc': 'SSCC',
  'scanRules.read.command': 'orden',
  'scanRules.read.badge': 'tarjeta',
  'scanRules.read.refused': 'rechazado',
  'scanRules.read.text': 'se busca tal cual',
  'scanRules.skipped': 'sin el campo ({ai})',
  'change.scan_rules.changed': 'lectura de códigos cambiada',
};
