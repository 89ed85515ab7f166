import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Board } from '#shared/monitoring/console.ts';
import { countsScreen } from './counting/console/counts.screen.tsx';
import { countPlanScreen } from './counting/console/plan.screen.tsx';
import { countPlansScreen } from './counting/console/plans.screen.tsx';
import { documentScreen } from './documents/console/document.screen.tsx';
import { documentsScreen } from './documents/console/documents.screen.tsx';
import { reconciliationScreen } from './documents/console/reconciliation.screen.tsx';
import { selfTestScreen } from './documents/console/self-test.screen.tsx';
import { decisionsScreen } from './exceptions/console/decisions.screen.tsx';
import { messageScreen } from './integration/console/message.screen.tsx';
import { messagesScreen } from './integration/console/messages.screen.tsx';
import { sourceSystemScreen } from './integration/console/source-system.screen.tsx';
import { setupScreen, sourceSystemsScreen } from './integration/console/source-systems.screen.tsx';
import { holdScreen } from './inventory/console/hold.screen.tsx';
import { holdsScreen } from './inventory/console/holds.screen.tsx';
import { stockScreen } from './inventory/console/stock.screen.tsx';
import { addressesScreen } from './labels/console/addresses.screen.tsx';
import { printJobScreen } from './labels/console/job.screen.tsx';
import { labelsScreen } from './labels/console/labels.screen.tsx';
import { printerScreen } from './labels/console/printer.screen.tsx';
import { todayScreen } from './monitoring/console/today.screen.tsx';
import { orderScreen } from './orders/console/order.screen.tsx';
import { ordersScreen } from './orders/console/orders.screen.tsx';
import { outboundOrderScreen } from './orders/console/outbound-order.screen.tsx';
import { outboundOrdersScreen } from './orders/console/outbound-orders.screen.tsx';
import { auditScreen } from './people/console/audit.screen.tsx';
import { deviceScreen } from './people/console/device.screen.tsx';
import { devicesScreen } from './people/console/devices.screen.tsx';
import { keyScreen } from './people/console/key.screen.tsx';
import { keysScreen } from './people/console/keys.screen.tsx';
import { peopleScreen } from './people/console/people.screen.tsx';
import { personScreen } from './people/console/person.screen.tsx';
import { stockThenScreen } from './planning/console/stock-then.screen.tsx';
import { putawayScreen } from './putaway/console/putaway.screen.tsx';
import { putawayRuleScreen } from './putaway/console/rule.screen.tsx';
import { loadScreen } from './receiving/console/load.screen.tsx';
import { loadsScreen } from './receiving/console/loads.screen.tsx';
import { newLoadScreen } from './receiving/console/new-load.screen.tsx';
import { facesScreen } from './replenishment/console/faces.screen.tsx';
import { returnPoliciesScreen } from './returns/console/policies.screen.tsx';
import { returnsScreen } from './returns/console/returns.screen.tsx';
import { outboundLoadScreen } from './shipping/console/load.screen.tsx';
import { outboundLoadsScreen } from './shipping/console/loads.screen.tsx';
import { transfersScreen } from './shipping/console/transfers.screen.tsx';
import { importScreen } from './sites/console/import.screen.tsx';
import { licensePlatesScreen } from './sites/console/license-plates.screen.tsx';
import { locationScreen } from './sites/console/location.screen.tsx';
import { scanRulesScreen } from './sites/console/scan-rules.screen.tsx';
import { warehouseScreen } from './sites/console/warehouse.screen.tsx';
import { warehousesScreen } from './sites/console/warehouses.screen.tsx';
import { matchPath, useAddress } from './ui/console/address.ts';
import { Client } from './ui/console/client.ts';
import { type Desk, DeskContext, useDesk } from './ui/console/context.ts';
import { formatFor } from './ui/console/format.ts';
import { useFreshSession } from './ui/console/fresh-session.ts';
import type { ConsoleScreen } from './ui/console/screen.ts';
import { type ConsoleSession, keepSession, keptSession, mayIn } from './ui/console/session.ts';
import { Shell } from './ui/console/shell.tsx';
import { SignIn } from './ui/console/sign-in.tsx';
import { useAnswer } from './ui/console/use-answer.ts';
import { isLanguage, type Language, languageFor, loadWording, speak, type Wording } from './ui/console/words.ts';
import type { ConsoleWorld } from './ui/console/world.ts';
import { unknownCodesScreen } from './unknown-codes/console/unknown-codes.screen.tsx';
import { templateScreen } from './waves/console/template.screen.tsx';
import { templatesScreen } from './waves/console/templates.screen.tsx';
import { waveScreen } from './waves/console/wave.screen.tsx';
import { wavesScreen } from './waves/console/waves.screen.tsx';
import { workScreen } from './waves/console/work.screen.tsx';
import './ui/console/console.css';
import './ui/console/setup.css';
import './labels/console/labels.css';
import './putaway/console/putaway.css';
import './receiving/console/loads.css';
import './shipping/console/shipping.css';
import './sites/console/scan-rules.css';
import './unknown-codes/console/unknown-codes.css';
import './waves/console/waves.css';

/** Every screen of the console; those with a tab in the order of the tabs. */
const screens: readonly ConsoleScreen[] = [
  todayScreen,
  messagesScreen,
  messageScreen,
  ordersScreen,
  orderScreen,
  loadsScreen,
  loadScreen,
  newLoadScreen,
  outboundOrdersScreen,
  outboundOrderScreen,
  wavesScreen,
  waveScreen,
  workScreen,
  templatesScreen,
  templateScreen,
  outboundLoadsScreen,
  outboundLoadScreen,
  transfersScreen,
  documentsScreen,
  reconciliationScreen,
  documentScreen,
  selfTestScreen,
  stockScreen,
  holdsScreen,
  holdScreen,
  stockThenScreen,
  countsScreen,
  returnsScreen,
  unknownCodesScreen,
  facesScreen,
  countPlansScreen,
  countPlanScreen,
  putawayScreen,
  putawayRuleScreen,
  decisionsScreen,
  labelsScreen,
  printerScreen,
  printJobScreen,
  addressesScreen,
  setupScreen,
  sourceSystemsScreen,
  sourceSystemScreen,
  returnPoliciesScreen,
  keysScreen,
  keyScreen,
  warehousesScreen,
  warehouseScreen,
  scanRulesScreen,
  licensePlatesScreen,
  locationScreen,
  importScreen,
  peopleScreen,
  personScreen,
  devicesScreen,
  deviceScreen,
  auditScreen,
];

/** Opens the console for supervisors and integrators in the page. Loaded only where the address says `/console`. */
export function openConsole(root: Element): void {
  const world: ConsoleWorld = {
    now: () => Date.now(),
    request: (path, init) => fetch(path, { ...init, credentials: 'omit' }),
    bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    kept: localStorage,
  };
  document.body.classList.add('console');
  render(<Console world={world} />, root);
}

const languageKey = 'tallyman.console.language';
const warehouseKey = 'tallyman.console.warehouse';

function Console({ world }: { readonly world: ConsoleWorld }) {
  const [session, setSession] = useState(() => keptSession(world));
  const [wasSignedOut, setSignedOut] = useState(false);
  const [language, setLanguage] = useState(() => firstLanguage(world, session));
  const wording = useWording(language);

  const changeSession = (next: ConsoleSession | null, isByServer = false) => {
    keepSession(world, next);
    setSession(next);
    setSignedOut(isByServer);
    if (next && world.kept.getItem(languageKey) === null) setLanguage(languageFor([next.operator.language]));
  };
  const changeLanguage = (next: Language) => {
    world.kept.setItem(languageKey, next);
    setLanguage(next);
  };
  const renewSession = (next: ConsoleSession) => {
    keepSession(world, next);
    setSession(next);
  };
  // The same for as long as somebody is signed in: what is being written would begin anew with another.
  const token = session?.token;
  const client = useMemo(() => new Client(world, session, () => changeSession(null, true)), [token]);

  if (!wording) return null;
  if (!session) {
    const say = speak(wording);
    return <SignIn world={world} say={say} wasSignedOut={wasSignedOut} onSignedIn={(next) => changeSession(next)} />;
  }
  return (
    <AtDesk
      world={world}
      session={session}
      client={client}
      wording={wording}
      onLanguage={changeLanguage}
      onRenewed={renewSession}
      onSignOff={() => {
        void client.remove('/api/session');
        changeSession(null);
      }}
    />
  );
}

function AtDesk({
  world,
  session,
  client,
  wording,
  onLanguage,
  onRenewed,
  onSignOff,
}: {
  readonly world: ConsoleWorld;
  readonly session: ConsoleSession;
  readonly client: Client;
  readonly wording: Wording;
  readonly onLanguage: (language: Language) => void;
  readonly onRenewed: (session: ConsoleSession) => void;
  readonly onSignOff: () => void;
}) {
  const renew = useFreshSession(client, session, onRenewed);
  const [wanted, setWanted] = useState(() => world.kept.getItem(warehouseKey));
  const warehouse = session.warehouses.find(({ code }) => code === wanted) ?? session.warehouses[0];
  const code = warehouse?.code ?? '';
  const timeZone = warehouse?.timeZone ?? 'UTC';
  const desk = useMemo<Desk>(
    () => ({
      client,
      session,
      warehouse: code,
      timeZone,
      say: speak(wording),
      format: formatFor(wording.language, timeZone, world.now),
      may: (permit) => mayIn(session, code, permit),
      renew,
    }),
    [client, session, code, timeZone, wording, world, renew],
  );
  return (
    <DeskContext.Provider value={desk}>
      <Frame
        language={wording.language}
        onLanguage={onLanguage}
        onSignOff={onSignOff}
        onWarehouse={(next) => {
          world.kept.setItem(warehouseKey, next);
          setWanted(next);
        }}
      />
    </DeskContext.Provider>
  );
}

function Frame({
  language,
  onWarehouse,
  onLanguage,
  onSignOff,
}: {
  readonly language: Language;
  readonly onWarehouse: (code: string) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOff: () => void;
}) {
  const { say, warehouse, may } = useDesk();
  const address = useAddress();
  const below = address.path.replace(/^\/console\/?/, '/');
  const isSetUp = warehouse !== '';
  const path = isSetUp && may('monitoring.read') ? `/api/console/board?warehouse=${warehouse}` : null;
  const board = useAnswer<Board>(path, 15_000);
  // Before there is a warehouse nothing but the set-up has anything to show.
  const allowed = screens.filter((screen) => may(screen.permit) && (isSetUp || isUnder(screen, setupScreen.path)));
  const [found] = allowed.flatMap((screen) => {
    const params = matchPath(screen.path, below);
    return params ? [{ ...screen, params }] : [];
  });
  const home = isSetUp ? allowed.find(({ tab }) => tab) : allowed.find((screen) => screen === warehousesScreen);
  const shown = found ?? (below === '/' && home ? { ...home, params: {} } : undefined);
  const tabs = allowed.flatMap(({ path, tab }) =>
    tab
      ? [
          {
            href: path === '/' ? '/console' : `/console${path}`,
            name: say(tab.name),
            isCurrent: shown !== undefined && isUnder(shown, path),
            waiting: board.data && tab.waiting ? tab.waiting(board.data) : 0,
          },
        ]
      : [],
  );
  const title = tabs.find(({ isCurrent }) => isCurrent)?.name ?? say('title');
  useEffect(() => {
    document.title = `${title} · Tallyman`;
    document.documentElement.lang = language;
  }, [title, language]);
  return (
    <Shell tabs={tabs} language={language} onWarehouse={onWarehouse} onLanguage={onLanguage} onSignOff={onSignOff}>
      {shown ? (
        <shown.Screen key={address.path} params={shown.params} address={address} />
      ) : (
        <p class="desk-empty">{say(allowed.length === 0 ? 'nothingForYou' : 'noSuchScreen')}</p>
      )}
    </Shell>
  );
}

/** Whether a screen belongs to the tab of this path. */
function isUnder({ path, under = path }: ConsoleScreen, tab: string): boolean {
  return tab === '/' ? path === '/' : under.startsWith(tab);
}

/** The words of a language, once they are loaded; those of the language before until then. */
function useWording(language: Language): Wording | null {
  const [wording, setWording] = useState<Wording | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadWording(language).then((loaded) => {
      if (isWanted) setWording(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return wording;
}

function firstLanguage(world: ConsoleWorld, session: ConsoleSession | null): Language {
  const chosen = world.kept.getItem(languageKey);
  if (chosen !== null && isLanguage(chosen)) return chosen;
  return languageFor(session ? [session.operator.language] : navigator.languages);
}
