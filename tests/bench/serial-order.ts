import { Erp } from './floor.ts';

export interface SerialOrder {
  readonly item: string;
  readonly barcode: string;
  readonly order: string;
  /** How many pieces it has room for. */
  readonly quantity: number;
}

/** An item with serial numbers, and an order of it that is to be received. */
export async function postSerialOrder(serverUrl: string, { item, barcode, order, quantity }: SerialOrder) {
  const erp = await Erp.connect(Number(new URL(serverUrl).port));
  const post = async (message: { messageId: string }) => {
    await erp.call('POST', '/api/erp/messages', message);
    await erp.accepted(message.messageId);
  };
  const barcodes = [{ code: barcode, unit: 'pcs', quantity: 1 }];
  const tracking = { lot: false, serial: true, expiry: false };
  const described = { number: item, description: 'Serials', baseUnit: 'pcs', decimals: 0, barcodes, tracking };
  await post({ messageId: `item-${item}`, ...{ type: 'item', operation: 'upsert', item: described } });
  const lines = [{ lineNumber: 1, item, quantity, unit: 'pcs' }];
  const ordered = { orderNumber: order, warehouse: 'EAST', orderType: 'Purchase order', lines };
  await post({
    messageId: `order-${order}`,
    ...{ type: 'inbound-shipment-order', operation: 'upsert', order: ordered },
  });
  erp.connection.close();
}
