/** Wording of the page that helps a phone to trust this server; see `lan.ts`. */
export interface LanTexts {
  readonly title: string;
  readonly why: string;
  readonly download: string;
  readonly compare: string;
  readonly open: string;
  readonly openAfter: string;
  readonly systems: readonly { readonly name: string; readonly steps: readonly string[] }[];
  readonly caution: string;
}

export type LanLanguage = 'en' | 'de' | 'es';

export const lanTexts: Record<LanLanguage, LanTexts> = {
  en: {
    title: 'Trust this Tallyman server',
    why: 'The camera and working offline need a secure connection. Install the certificate of this server once on each device; then open the app.',
    download: 'Download the certificate',
    compare: 'Fingerprint (SHA-256), as printed in the window in which the server runs:',
    open: 'Open Tallyman',
    openAfter: 'When the certificate is installed:',
    systems: [
      {
        name: 'Android',
        steps: [
          'Download the certificate.',
          'Open Settings and search for "CA certificate" (Security, Encryption and credentials, Install a certificate).',
          'Choose "CA certificate", confirm the warning, and choose the file tallyman-ca.crt.',
        ],
      },
      {
        name: 'iPhone and iPad',
        steps: [
          'Open this page in Safari and download the certificate; allow the configuration profile.',
          'Open Settings, General, VPN & Device Management, choose the profile and install it.',
          'Open Settings, General, About, Certificate Trust Settings, and switch it on for Tallyman.',
        ],
      },
      {
        name: 'Windows, macOS, Linux',
        steps: [
          'Windows: open the file, Install Certificate, Current User, and choose the store "Trusted Root Certification Authorities".',
          'macOS: open the file in Keychain Access, open the certificate, Trust, Always Trust.',
          'Chrome on Linux, or Firefox anywhere: Settings, Privacy and security, Certificates, Authorities, Import.',
        ],
      },
    ],
    caution:
      'Only install a certificate of a server that you know. Remove it in the same place when you no longer need it.',
  },
  de: {
    title: 'Diesem Tallyman-Server vertrauen',
    why: 'Kamera und Arbeiten ohne Netz brauchen eine sichere Verbindung. Installieren Sie das Zertifikat dieses Servers einmal auf jedem Gerät und öffnen Sie dann die App.',
    download: 'Zertifikat herunterladen',
    compare: 'Fingerabdruck (SHA-256), wie er im Fenster steht, in dem der Server läuft:',
    open: 'Tallyman öffnen',
    openAfter: 'Wenn das Zertifikat installiert ist:',
    systems: [
      {
        name: 'Android',
        steps: [
          'Laden Sie das Zertifikat herunter.',
          'Öffnen Sie die Einstellungen und suchen Sie nach „CA-Zertifikat“ (Sicherheit, Verschlüsselung und Anmeldedaten, Zertifikat installieren).',
          'Wählen Sie „CA-Zertifikat“, bestätigen Sie die Warnung und wählen Sie die Datei tallyman-ca.crt.',
        ],
      },
      {
        name: 'iPhone und iPad',
        steps: [
          'Öffnen Sie diese Seite in Safari und laden Sie das Zertifikat herunter; erlauben Sie das Konfigurationsprofil.',
          'Öffnen Sie Einstellungen, Allgemein, VPN & Geräteverwaltung, wählen Sie das Profil und installieren Sie es.',
          'Öffnen Sie Einstellungen, Allgemein, Info, Zertifikatsvertrauenseinstellungen und schalten Sie Tallyman ein.',
        ],
      },
      {
        name: 'Windows, macOS, Linux',
        steps: [
          'Windows: Datei öffnen, Zertifikat installieren, Aktueller Benutzer, Speicher „Vertrauenswürdige Stammzertifizierungsstellen“.',
          'macOS: Datei in der Schlüsselbundverwaltung öffnen, Zertifikat öffnen, Vertrauen, Immer vertrauen.',
          'Chrome unter Linux oder Firefox: Einstellungen, Datenschutz und Sicherheit, Zertifikate, Zertifizierungsstellen, Importieren.',
        ],
      },
    ],
    caution:
      'Installieren Sie nur das Zertifikat eines Servers, den Sie kennen. Entfernen Sie es an derselben Stelle, wenn Sie es nicht mehr brauchen.',
  },
  es: {
    title: 'Confiar en este servidor de Tallyman',
    why: 'La cámara y el trabajo sin conexión necesitan una conexión segura. Instale el certificado de este servidor una vez en cada dispositivo y abra después la aplicación.',
    download: 'Descargar el certificado',
    compare: 'Huella digital (SHA-256), tal como aparece en la ventana donde se ejecuta el servidor:',
    open: 'Abrir Tallyman',
    openAfter: 'Cuando el certificado esté instalado:',
    systems: [
      {
        name: 'Android',
        steps: [
          'Descargue el certificado.',
          'Abra Ajustes y busque «certificado CA» (Seguridad, Cifrado y credenciales, Instalar un certificado).',
          'Elija «Certificado CA», confirme la advertencia y elija el archivo tallyman-ca.crt.',
        ],
      },
      {
        name: 'iPhone y iPad',
        steps: [
          'Abra esta página en Safari y descargue el certificado; permita el perfil de configuración.',
          'Abra Ajustes, General, VPN y gestión de dispositivos, elija el perfil e instálelo.',
          'Abra Ajustes, General, Información, Ajustes de confianza de los certificados, y actívelo para Tallyman.',
        ],
      },
      {
        name: 'Windows, macOS, Linux',
        steps: [
          'Windows: abra el archivo, Instalar certificado, Usuario actual, y elija el almacén «Entidades de certificación raíz de confianza».',
          'macOS: abra el archivo en Acceso a Llaveros, abra el certificado, Confiar, Confiar siempre.',
          'Chrome en Linux o Firefox: Ajustes, Privacidad y seguridad, Certificados, Autoridades, Importar.',
        ],
      },
    ],
    caution:
      'Instale solo el certificado de un servidor que conozca. Elimínelo en el mismo lugar cuando ya no lo necesite.',
  },
};
