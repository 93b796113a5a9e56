import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { type Database, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Task } from '#platform/jobs'
import { sendText, type TextGateway } from './sendText.ts'

/** What goes out, whoever it goes to: a look over a shoulder learns nothing from it. */
export const SUBJECT = 'You have a message'
export const WORDS = 'You have a message. Sign in as you usually do.'

export type MessageSettings = {
  readonly smtpUrl: string | undefined
  readonly from: string | undefined
  /** Undefined: no text is ever sent. */
  readonly gateway: TextGateway | undefined
}

type Waiting = { readonly id: Uuid; readonly kind: 'email' | 'text'; readonly address: string }

/**
 * Every minute: tells those who chose a safe channel that there is something new to read. The database answers where to, only of channels
 * that stand; what cannot be sent is tried eight times and then left, since a message that comes late says little.
 */
export function messageFamilies(settings: MessageSettings): Task {
  return {
    name: 'message_families',
    schedule: '* * * * *',
    async run({ database, log }) {
      const send = senders(settings)
      const waiting = (await readWaiting(database)).filter(({ kind }) => send[kind] !== undefined)
      let failed = 0
      for (const { id, kind, address } of waiting) {
        const sent = await attempt(() => send[kind]?.(address))
        if (!sent) failed += 1
        await database.as(serviceActor('courier'), 'mail', work =>
          sql`select access.family_message_tried(${id}::uuid, ${sent})`.execute(work.db()),
        )
      }
      // Counts alone: why a mail server refused would hold the address.
      if (failed > 0) log.warn('messages to families were not taken', { failed })
      if (waiting.length > failed) log.info('families messaged', { messages: waiting.length - failed })
    },
  }
}

type Send = (address: string) => Promise<unknown>

/** How each kind goes out; undefined where it is not set up. */
function senders({
  smtpUrl,
  from,
  gateway,
}: MessageSettings): Readonly<Record<Waiting['kind'], Send | undefined>> {
  const transport = smtpUrl === undefined || from === undefined ? null : createTransport(smtpUrl)
  return {
    email:
      transport === null
        ? undefined
        : to => transport.sendMail({ from, to, subject: SUBJECT, text: `${WORDS}\n` }),
    text: gateway === undefined ? undefined : to => sendText(gateway, to, WORDS),
  }
}

async function readWaiting(database: Pick<Database, 'as'>): Promise<readonly Waiting[]> {
  return database.as(serviceActor('courier'), 'mail', async work => {
    const { rows } =
      await sql<Waiting>`select id, kind, address from access.family_messages_waiting()`.execute(work.db())
    return rows
  })
}

async function attempt(send: () => Promise<unknown> | undefined): Promise<boolean> {
  try {
    await send()
    return true
  } catch {
    return false
  }
}
