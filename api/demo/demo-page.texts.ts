export type DemoLanguage = 'en' | 'de' | 'es';

interface DemoTexts {
  readonly title: string;
  readonly lead: string;
  readonly print: string;
  readonly sections: Readonly<
    Record<
      | 'badges'
      | 'orders'
      | 'coming'
      | 'returns'
      | 'toShip'
      | 'items'
      | 'labels'
      | 'cartons'
      | 'plates'
      | 'locations'
      | 'commands',
      string
    >
  >;
  readonly pin: string;
  readonly sent: string;
  readonly openApp: string;
  readonly checkDigits: string;
  readonly aisle: string;
}

/** The words of the demo page. */
export const demoTexts: Readonly<Record<DemoLanguage, DemoTexts>> = {
  en: {
    title: 'Barcodes of the demo warehouse',
    lead: 'Open the app in another tab or on a phone. Scan these codes with a phone camera or a scanner, from the screen or on paper. No scanner? Click a code: the app in this browser takes it as a scan.',
    print: 'Print',
    sections: {
      badges: 'Badges',
      orders: 'Orders to receive',
      coming: 'Licence plates on their way here',
      returns: 'Return numbers of what has left',
      toShip: 'Orders to ship',
      items: 'Items',
      labels: 'Items with lot and expiry (GS1)',
      cartons: 'Cartons to load',
      plates: 'Licence plates to stick on',
      locations: 'Locations',
      commands: 'Command card',
    },
    pin: 'PIN',
    sent: 'Scanned',
    openApp: 'Open the app',
    checkDigits: 'Check digits',
    aisle: 'Locations in aisle',
  },
  de: {
    title: 'Barcodes des Demolagers',
    lead: 'Öffne die App in einem anderen Tab oder auf einem Telefon. Scanne diese Codes mit der Kamera oder einem Scanner, vom Bildschirm oder vom Papier. Kein Scanner? Klicke auf einen Code: die App in diesem Browser nimmt ihn als Scan.',
    print: 'Drucken',
    sections: {
      badges: 'Ausweise',
      orders: 'Bestellungen im Wareneingang',
      coming: 'Ladeträger auf dem Weg hierher',
      returns: 'Retourennummern von Verschicktem',
      toShip: 'Aufträge im Versand',
      items: 'Artikel',
      labels: 'Artikel mit Charge und Verfall (GS1)',
      cartons: 'Kartons zum Verladen',
      plates: 'Ladeträger zum Aufkleben',
      locations: 'Lagerplätze',
      commands: 'Befehlskarte',
    },
    pin: 'PIN',
    sent: 'Gescannt',
    openApp: 'App öffnen',
    checkDigits: 'Prüfziffern',
    aisle: 'Lagerplätze in Gang',
  },
  es: {
    title: 'Códigos de barras del almacén de demostración',
    lead: 'Abra la aplicación en otra pestaña o en un teléfono. Escanee estos códigos con la cámara o un lector, de la pantalla o en papel. ¿Sin lector? Haga clic en un código: la aplicación de este navegador lo toma como escaneo.',
    print: 'Imprimir',
    sections: {
      badges: 'Tarjetas',
      orders: 'Pedidos por recibir',
      coming: 'Matrículas en camino hacia aquí',
      returns: 'Números de devolución de lo enviado',
      toShip: 'Pedidos por enviar',
      items: 'Artículos',
      labels: 'Artículos con lote y caducidad (GS1)',
      cartons: 'Cajas por cargar',
      plates: 'Matrículas para pegar',
      locations: 'Ubicaciones',
      commands: 'Tarjeta de órdenes',
    },
    pin: 'PIN',
    sent: 'Escaneado',
    openApp: 'Abrir la aplicación',
    checkDigits: 'Dígitos de control',
    aisle: 'Ubicaciones del pasillo',
  },
};
