import type { ScannerSetupTexts } from './scanner-setup.en.ts';

export const scannerSetupTexts: ScannerSetupTexts = {
  'scannerSetup.title': 'Configurar el lector',
  'scannerSetup.intro':
    'Lea cinco códigos. Tallyman aprende cómo los envía este lector y dice qué ajuste hay que cambiar.',
  'scannerSetup.ownScreen': 'Un lector integrado no ve su propia pantalla: imprima la hoja o ábrala en otra pantalla.',
  'scannerSetup.sheet': 'Hoja con códigos y ajustes (PDF)',
  'scannerSetup.dataWedge': 'Ajustes para DataWedge (JSON)',
  'scannerSetup.begin': 'Empezar',
  'scannerSetup.step': 'Código {n} de {of}',
  'scannerSetup.scanNow': 'Lea ahora este código.',
  'scannerSetup.code.plain': 'Letras y cifras',
  'scannerSetup.code.signs': 'Signos de todo tipo',
  'scannerSetup.code.gs1': 'GS1-128 con lote y número de serie',
  'scannerSetup.code.matrix': 'GS1 DataMatrix, un código cuadrado',
  'scannerSetup.code.product': 'EAN-13, un código de producto',
  'scannerSetup.cannotRead': 'El lector no puede leer este',
  'scannerSetup.other': 'Ese era otro código: {text}. Lea el que se muestra.',
  'scannerSetup.good': 'Este lector está bien configurado.',
  'scannerSetup.better': 'Este lector funciona. Con otros ajustes sería más rápido o más seguro.',
  'scannerSetup.must':
    'Se perderían códigos o serían erróneos. Cambie los ajustes de abajo y lea de nuevo los cinco códigos.',
  'scannerSetup.nothingRead':
    'No se leyó ningún código, así que no se aprendió nada. Acerque el lector o imprima la hoja.',
  'scannerSetup.again': 'Leer de nuevo los códigos',
  'scannerSetup.done': 'Listo',
  'scannerSetup.scanner': 'Lector',
  'scannerSetup.learnt': 'Lo aprendido',
  'scannerSetup.learntAt': 'Aprendido',
  'scannerSetup.notYet': 'Este lector aún no se ha configurado. Se trata como la mayoría.',
  'scannerSetup.door': 'Envía',
  'scannerSetup.door.keys': 'Teclas',
  'scannerSetup.door.text': 'Texto sin teclas',
  'scannerSetup.door.both': 'Teclas y texto: cada código dos veces',
  'scannerSetup.ending': 'Termina con',
  'scannerSetup.ending.none': 'Nada',
  'scannerSetup.ending.mixed': 'No siempre igual',
  'scannerSetup.gap': 'Entre dos teclas',
  'scannerSetup.gap.ms': '{ms} ms, como máximo {most} ms',
  'scannerSetup.gap.none': 'Todo a la vez',
  'scannerSetup.separator': 'Separador GS1',
  'scannerSetup.separator.control': 'Ctrl + ]',
  'scannerSetup.separator.character': 'Como tal',
  'scannerSetup.separator.number': 'Alt + 029',
  'scannerSetup.separator.lost': 'Se pierde',
  'scannerSetup.separator.untried': 'Sin probar',
  'scannerSetup.identifier': 'Identificador AIM',
  'scannerSetup.identifier.yes': 'Delante de cada código',
  'scannerSetup.identifier.no': 'Falta',
  'scannerSetup.change': 'Cambiar en el lector',
  'scannerSetup.settings': 'Ajustes',
  'scannerSetup.brand': 'Marca del lector',
  'scannerSetup.unsure': '† Se llama distinto según el modelo, o está en el manual del lector.',
  'scannerSetup.finding.separatorLost':
    'Se pierden los separadores GS1. El lote y el número de serie se juntan, así que se rechazan las etiquetas con ambos.',
  'scannerSetup.finding.separatorUnusable':
    'Los separadores GS1 llegan como «{detail}», que también puede ser parte de un código.',
  'scannerSetup.finding.separatorReplaced':
    'Los separadores GS1 llegan como «{detail}». Tallyman ya lo sabe, pero ningún código puede contener ese signo.',
  'scannerSetup.finding.garbled':
    'Unos signos llegan como otros: «{detail}». El lector y el dispositivo tienen distribuciones de teclado distintas.',
  'scannerSetup.finding.layout':
    'El lector pulsa teclas de otra distribución ({detail}). Tallyman ya las lee bien; otros programas de este dispositivo no.',
  'scannerSetup.finding.upperCase': 'Todas las letras llegan en mayúsculas: «{detail}».',
  'scannerSetup.finding.lowerCase': 'Todas las letras llegan en minúsculas: «{detail}».',
  'scannerSetup.finding.capsLock':
    'Mayúsculas y minúsculas están cambiadas: Bloq Mayús está activado. Desactívelo y lea de nuevo los códigos.',
  'scannerSetup.finding.extraText': 'Hay algo delante o detrás del código: «{detail}».',
  'scannerSetup.finding.checkDigit': 'Falta la última cifra de los códigos de producto.',
  'scannerSetup.finding.tooSlow':
    'Pasan {detail} ms entre dos teclas: demasiado lento para distinguir una lectura de lo tecleado.',
  'scannerSetup.finding.slow':
    'Pasan {detail} ms entre dos teclas. Tallyman ya espera ese tiempo; un lector más rápido se distingue mejor de lo tecleado.',
  'scannerSetup.finding.suffixMissing':
    'No llega Enter tras el código, así que cada lectura espera un momento para saber que está completa.',
  'scannerSetup.finding.suffixSometimes': 'Enter llega tras algunos códigos, pero no tras todos.',
  'scannerSetup.finding.doubled':
    'Cada código llega dos veces, porque hay dos salidas activadas. Tallyman lo toma una vez.',
  'scannerSetup.finding.identifierMissing':
    'No hay identificador AIM delante de los códigos. Con él Tallyman reconoce con seguridad las etiquetas GS1.',
  'scannerSetup.short.separatorLost': 'Se pierden los separadores GS1',
  'scannerSetup.short.separatorUnusable': 'Los separadores GS1 no se distinguen del código',
  'scannerSetup.short.separatorReplaced': 'Los separadores GS1 se sustituyen por otro signo',
  'scannerSetup.short.garbled': 'Unos signos llegan como otros',
  'scannerSetup.short.layout': 'Otra distribución de teclado que el dispositivo',
  'scannerSetup.short.upperCase': 'Todas las letras llegan en mayúsculas',
  'scannerSetup.short.lowerCase': 'Todas las letras llegan en minúsculas',
  'scannerSetup.short.capsLock': 'Bloq Mayús está activado',
  'scannerSetup.short.extraText': 'Texto delante o detrás del código',
  'scannerSetup.short.checkDigit': 'Falta la cifra de control',
  'scannerSetup.short.tooSlow': 'Demasiado lento, no se distingue de lo tecleado',
  'scannerSetup.short.slow': 'Lento',
  'scannerSetup.short.suffixMissing': 'Sin Enter tras el código',
  'scannerSetup.short.suffixSometimes': 'Enter solo tras algunos códigos',
  'scannerSetup.short.doubled': 'Cada código llega dos veces',
  'scannerSetup.short.identifierMissing': 'Sin identificador AIM',
  'scannerSetup.sheet.title': 'Configurar un lector',
  'scannerSetup.sheet.how':
    '1. Haga los ajustes de su marca. 2. En el dispositivo abra {address}. 3. Lea los cinco códigos de arriba abajo. Tallyman aprende el resto y dice qué falta por cambiar.',
  'scannerSetup.sheet.print': 'Imprima al 100 % en papel blanco.',
  'scannerSetup.sheet.codes': 'Los cinco códigos',
  'scannerSetup.sheet.zebra':
    'Zebra: un archivo de perfil de DataWedge (.db) solo lo crea DataWedge. Configure un dispositivo y exporte su perfil para los demás. Quien tenga una herramienta para la interfaz SET_CONFIG encuentra los mismos ajustes en JSON junto a esta hoja.',
  'scannerSetup.sheet.onDevice':
    'Otras marcas y lectores de mesa: terminar con Enter, transmitir GS (0x1D), anteponer el identificador AIM, teclado inglés (EE. UU.).',
};
