import type * as z from 'zod';
import type { Message, MessageVerdict } from '#shared/command/message-verdict.ts';
import type { OrderSnapshot } from '#shared/command/order-changes.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import type { Runner } from './db/connection.ts';
import type { AppTrx } from './store.ts';

/** Where a message stands among the others: what rules and writing need to know besides what it says. */
export interface MessageContext {
  /** The command that carries the message out. */
  readonly commandId: string;
  /** An earlier message about the same thing failed or waits, and is superseded by this one. */
  readonly supersedesEarlier: boolean;
  /** When its sender handed it over, in ms: it may have waited since. */
  readonly receivedAt: number;
}

/**
 * How the server carries out one operation of one type of message: reads the facts that the shared rule needs (rows
 * about to change locked), lets the rule decide, and writes what only this slice knows.
 */
export interface MessageOperation<Document, Facts, Plan> {
  readonly document: z.ZodType<Document>;
  readonly facts: (trx: AppTrx, message: Message<Document>, context: MessageContext) => Promise<Facts>;
  readonly decide: (message: Message<Document>, facts: Facts) => MessageVerdict<Plan>;
  readonly apply: (
    trx: AppTrx,
    message: Message<Document>,
    plan: Plan,
    context: MessageContext,
    facts: Facts,
  ) => Promise<void>;
}

/** One type of message that ERPs send. */
export interface MessageKind {
  readonly type: string;
  /** The member of the message that holds the document: `order`, `item`. */
  readonly member: string;
  /** What is wrong with a document as it was sent that a schema cannot tell; pointers are relative to it. */
  readonly faults?: (sent: unknown) => readonly FieldError[];
  /** What looks wrong in it and is carried out all the same, for the sender to look at; pointers are relative to it. */
  readonly warnings?: (sent: unknown) => readonly FieldError[];
  /** Messages of one lane are carried out in order: all about one order, item or party. */
  readonly laneOf: (document: unknown) => string;
  /** The number of the order that the message is about; null for master data. */
  readonly orderNumberOf: (document: unknown) => string | null;
  /** Where it matters; null where every warehouse is meant. */
  readonly warehouseOf: (document: unknown) => string | null;
  readonly upsert: AnyMessageOperation;
  readonly cancel: AnyMessageOperation;
  /** What the message is about as it is now, for dry runs to compare; null where there is nothing yet. */
  readonly snapshot?: (read: Runner, sourceSystem: string, document: unknown) => Promise<OrderSnapshot | null>;
  /** What it would be if all that the message asks for were done, whatever stands against it. */
  readonly asked?: (
    trx: AppTrx,
    message: Message<unknown>,
    before: OrderSnapshot | null,
  ) => Promise<OrderSnapshot | null>;
}

/** An operation whose types are its own business: the form in which the list of all kinds keeps it. */
export interface AnyMessageOperation {
  readonly document: z.ZodType;
  readonly judge: (trx: AppTrx, message: Message<unknown>, context: MessageContext) => Promise<JudgedMessage>;
}

/** A verdict, and how to write what was accepted. */
export interface JudgedMessage {
  readonly verdict: MessageVerdict<unknown>;
  readonly apply: () => Promise<void>;
}

/** Closes over the types of one operation. The document has been read with the operation's own schema before. */
export function messageOperation<Document, Facts, Plan>(
  own: MessageOperation<Document, Facts, Plan>,
): AnyMessageOperation {
  return {
    document: own.document,
    judge: async (trx, message, context) => {
      const typed = message as Message<Document>;
      const facts = await own.facts(trx, typed, context);
      const verdict = own.decide(typed, facts);
      const apply = async () => {
        if (verdict.outcome === 'accepted') await own.apply(trx, typed, verdict.plan, context, facts);
      };
      return { verdict, apply };
    },
  };
}

/** Messages of one order to receive are carried out one after the other. */
export function inboundLane(orderNumber: string): string {
  return `inbound:${orderNumber}`;
}
