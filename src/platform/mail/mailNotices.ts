import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { serviceActor, type Work } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { Task } from '../jobs/index.ts'

/** Where mail goes out, and the address people reach Kith under. */
export type MailSettings = {
  readonly smtpUrl: string | undefined
  readonly from: string | undefined
  readonly baseUrl: string
}

type Waiting = { readonly email: string; readonly ids: readonly Uuid[] }

/**
 * Every minute: one message to each person with new notices. It says only that there is work and where to sign in: no
 * name, no record, no count that tells. Without a mail server the notices wait and are shown in the application.
 */
export function mailNotices({ smtpUrl, from, baseUrl }: MailSettings): Task {
  return {
    name: 'mail_notices',
    schedule: '* * * * *',
    async run({ database, log }) {
      if (smtpUrl === undefined || from === undefined) return
      const waiting = await database.as(serviceActor('courier'), 'mail', unmailed)
      const transport = createTransport(smtpUrl)
      for (const { email, ids } of waiting) {
        await transport.sendMail({ from, to: email, subject: 'You have work in Kith', text: textOf(baseUrl) })
        await database.as(serviceActor('courier'), 'mail', work => markMailed(work, ids))
      }
      if (waiting.length > 0) log.info('notices mailed', { messages: waiting.length })
    },
  }
}

function textOf(baseUrl: string): string {
  return `There is something for you in Kith.\n\nSign in to see it: ${baseUrl}/notices\n\nThis message holds no details on purpose.\n`
}

async function unmailed(work: Work): Promise<readonly Waiting[]> {
  const answer = await sql<Waiting>`
    select w.email, array_agg(n.id) as ids from app.notice n join record.worker w on w.id = n.worker_id
    where n.mailed_at is null and n.read_at is null and w.email is not null and w.left_at is null
      and n.made_at > ${work.now.subtract({ hours: 72 })}::timestamptz
    group by w.email limit 200`.execute(work.db())
  return answer.rows
}

async function markMailed(work: Work, ids: readonly Uuid[]): Promise<void> {
  await sql`update app.notice set mailed_at = now() where id = any (${ids}::uuid[])`.execute(work.db())
}
