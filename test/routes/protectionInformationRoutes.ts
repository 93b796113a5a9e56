import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { inactiveText } from '../../src/modules/health/protection-information/message/nhsText.ts'
import { today } from './fills.ts'
import type { SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** Pages of what is told to the NHS: numbers, and of children those whose record the reader has. */
export const protectionInformationReadPaths: Readonly<Record<string, readonly string[]>> = {
  '/protection-information': ['/protection-information'],
  '/protection-information/work': ['/protection-information/work', '/protection-information/work?code=CPR03'],
  '/protection-information/work/:workId': [`/protection-information/work/${nobody}`],
  '/protection-information/files/:fileId': [`/protection-information/files/${nobody}`],
  '/protection-information/files/:fileId/file': [`/protection-information/files/${nobody}/file`],
  '/protection-information/answers': ['/protection-information/answers'],
}

let sequence = 0
const at = () => Temporal.Now.instant().toString()

/** A file that waits for its answer; any before was given up. */
async function waiting({ record, county }: Stage, sentAt: string | null): Promise<Uuid> {
  sequence += 1
  const { teams, workers } = county.staff
  await record.as(serviceActor('storyteller'), work =>
    sql`update protection_file set given_up_at = now() where given_up_at is null`.execute(work.db()),
  )
  return await tell(record, 'protection_file', {
    ...{ sequence, team_id: teams.north, records: 1, made_at: at(), sent_at: sentAt },
    ...(sentAt === null ? {} : { sent_how: 'hand', sent_by: workers.manager }),
  })
}

const ofFile = (path: string, sentAt: string | null): SendRoute => ({
  fill: async stage => ({
    by: 'manager',
    url: `/protection-information/files/${await waiting(stage, sentAt)}/${path}`,
    fields: {},
  }),
})

/** The forms of what is told to the NHS. */
export const protectionInformationSends: Readonly<Record<string, SendRoute>> = {
  '/protection-information/answers': {
    fill: async () => {
      sequence += 1
      const bytes = inactiveText(String(9_990_000_000 + sequence))
      return {
        by: 'manager',
        url: '/protection-information/answers',
        fields: { file: { fileName: 'numbers.xml', bytes } },
      }
    },
  },
  '/protection-information/files/:fileId/sent': ofFile('sent', null),
  '/protection-information/files/:fileId/give-up': ofFile('give-up', at()),
  '/protection-information/work/:workId': {
    fill: async ({ record, county }) => {
      const id = await tell(record, 'protection_work', {
        code: 'notice_empty',
        team_id: county.staff.teams.north,
        detail: today().toString(),
        opened_at: at(),
      })
      return { by: 'manager', url: `/protection-information/work/${id}`, fields: { note: 'Rang them' } }
    },
  },
}
