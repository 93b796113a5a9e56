import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { SendRoute, Stage, Told } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** GET pages of the family's own access: read with the statutory record. */
export const portalReadPaths: Readonly<Record<string, (one: Told) => string>> = {
  '/people/:personId/family-access': one => `/people/${one.personId}/family-access`,
  '/people/:personId/family-access/:accountId/channel': one =>
    `/people/${one.personId}/family-access/${one.rowIds['familyAccount'] ?? nobody}/channel`,
  '/people/:personId/family-words': one => `/people/${one.personId}/family-words`,
}

/** An account of the child themself. */
const accountOf = ({ record }: Stage, personId: Uuid): Promise<Uuid> =>
  tell(record, 'family_account', { account_of: personId, person_ids: [personId], opened_by: nobody })

const path = (personId: Uuid, rest: string): string => `/people/${personId}${rest}`

/** POST routes of the family's own access, with a form that each takes. */
export const portalSends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/family-access': {
    async fill({ child }) {
      const personId = await child()
      const fields = { who: personId, children: [personId], careful: 'yes' }
      return { by: 'holder', url: path(personId, '/family-access'), fields }
    },
    address: one => path(one.personId, '/family-access'),
  },
  '/people/:personId/family-access/:accountId/invitation': {
    repeats: 'a new invitation makes the one before void; its code is shown on the answer and nowhere else',
    leavesNoRow: true,
    async fill(stage) {
      const personId = await stage.child()
      const accountId = await accountOf(stage, personId)
      return { by: 'holder', url: path(personId, `/family-access/${accountId}/invitation`), fields: {} }
    },
    address: one => path(one.personId, `/family-access/${nobody}/invitation`),
  },
  '/people/:personId/family-access/:accountId/card': {
    repeats: 'a new card makes the one before void; its numbers are shown on the answer and nowhere else',
    leavesNoRow: true,
    async fill(stage) {
      const personId = await stage.child()
      const accountId = await accountOf(stage, personId)
      const number = `${Math.floor(Math.random() * 1e9)}`.padStart(9, '0')
      await stage.record.as(serviceActor('storyteller'), work =>
        sql`select access.tell_family_key(${accountId}::uuid, ${number}, 'a word', '{}')`.execute(work.db()),
      )
      return { by: 'holder', url: path(personId, `/family-access/${accountId}/card`), fields: {} }
    },
    address: one => path(one.personId, `/family-access/${nobody}/card`),
  },
  '/people/:personId/family-access/:accountId/channel': {
    async fill(stage) {
      const personId = await stage.child()
      const accountId = await accountOf(stage, personId)
      const fields = {
        seen: '',
        kind: 'email',
        address: 'somebody@example.org',
        agreedWith: 'Themself',
        'agreedOn-day': '1',
        'agreedOn-month': '2',
        'agreedOn-year': '2026',
      }
      return { by: 'holder', url: path(personId, `/family-access/${accountId}/channel`), fields }
    },
    address: one => path(one.personId, `/family-access/${nobody}/channel`),
  },
  '/people/:personId/family-access/:accountId/close': {
    async fill(stage) {
      const personId = await stage.child()
      const accountId = await accountOf(stage, personId)
      const fields = { version: '1', [`because-${accountId}`]: 'Moved away' }
      return { by: 'holder', url: path(personId, `/family-access/${accountId}/close`), fields }
    },
    address: one => path(one.personId, `/family-access/${nobody}/close`),
  },
  '/people/:personId/family-words/:wordId/heard': {
    async fill(stage) {
      const personId = await stage.child()
      const wordId = await tell(stage.record, 'family_word', { person_id: personId, words: 'Invented' })
      return { by: 'holder', url: path(personId, `/family-words/${wordId}/heard`), fields: {} }
    },
    address: one => path(one.personId, `/family-words/${nobody}/heard`),
  },
  '/people/:personId/family-words/alarms/:alarmId': {
    async fill(stage) {
      const personId = await stage.child()
      const account_id = await accountOf(stage, personId)
      const alarmId = await tell(stage.record, 'portal_alarm', { account_id, words: 'Invented' })
      const fields = { [`because-${alarmId}`]: 'Looked at: nothing amiss' }
      return { by: 'holder', url: path(personId, `/family-words/alarms/${alarmId}`), fields }
    },
    address: one => path(one.personId, `/family-words/alarms/${nobody}`),
  },
}
