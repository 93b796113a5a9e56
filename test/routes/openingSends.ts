import type { Visitor } from '#test/signIn.ts'
import { asOpened, letters, personPath } from './fills.ts'
import type { County, SendRoute } from './shapes.ts'

/** Why a record that is not one's own is opened. */
export const reason = { code: 'contact_received', reason: 'A school has rung about this person' }

const given: SendRoute['fill'] = async ({ county, visitors }) => ({
  by: 'holder',
  url: '/open-with-reference',
  fields: { token: await tokenFrom(visitors.named, county), reason: reason.reason },
})

/** A member of the named list gives the holder a reference. */
async function tokenFrom(member: Visitor, { people, staff }: County): Promise<string> {
  const url = personPath(people.sealed.personId, '/give-reference')
  const { body } = await member.post(url, { worker: staff.workers.holder })
  const token = /<code>([^<]+)<\/code>/.exec(body)?.[1]
  if (token === undefined) throw new Error('No reference was given')
  return token
}

/** The forms of openings, restrictions and conflicts of interest. */
export const openingSends: Readonly<Record<string, SendRoute>> = {
  '/openings/unexplained/:lookId': {
    fill: async stage => {
      const actorId = stage.county.staff.workers.coWorker
      const id = await stage.record.makers.unexplained({ actorId, subjectId: await stage.child() })
      const fields = { outcome: 'explained', remark: 'She was on duty.' }
      return { by: 'manager', url: `/openings/unexplained/${id}`, fields }
    },
    leavesNoRow: true,
  },
  '/openings/:openingId': {
    fill: async stage => {
      const actorId = stage.county.staff.workers.newcomer
      const id = await stage.record.makers.opening({ actorId, subjectId: await stage.child() })
      const fields = { finding: 'justified', remark: 'The school had rung.' }
      return { by: 'manager', url: `/openings/${id}`, fields }
    },
    leavesNoRow: true,
  },
  '/people/:personId/know': {
    fill: async stage => {
      const personId = await stage.child()
      return { by: 'coWorker', url: personPath(personId, '/know'), fields: { kind: 'other' } }
    },
    leavesNoRow: true,
  },
  '/people/:personId/conflicts': {
    fill: async stage => {
      const personId = await stage.child()
      const fields = { kind: 'other', worker: stage.county.staff.workers.newcomer }
      return { by: 'manager', url: personPath(personId, '/conflicts'), fields }
    },
    address: one => personPath(one.personId, '/conflicts'),
    leavesNoRow: true,
    alsoFor: 'newcomer', // who is named in it, and may close any record to themselves
  },
  '/people/:personId/conflicts/:conflictId/end': {
    fill: async stage => {
      const personId = await stage.child()
      const path = personPath(personId, '/conflicts')
      const worker = stage.county.staff.workers.newcomer
      await stage.visitors.manager.post(path, { kind: 'other', worker })
      const { body } = await stage.visitors.manager.get(path)
      const [, url] = /action="([^"]+\/conflicts\/[^"]+\/end)"/.exec(body) ?? []
      if (url === undefined) throw new Error('No conflict was declared')
      return { by: 'manager', url, fields: {} }
    },
    leavesNoRow: true,
  },
  '/people/:personId/open': {
    fill: async ({ child }) => ({ by: 'newcomer', url: personPath(await child(), '/open'), fields: reason }),
  },
  '/open-with-reference': { fill: given },
  '/people/:personId/restriction': {
    fill: async stage => {
      const url = personPath(stage.county.people.sealed.personId, '/restriction')
      const note = letters()
      return await asOpened(url, { reason: 'staff_family', note }, url, 'named')(stage)
    },
    address: one => personPath(one.personId, '/restriction'),
  },
  '/people/:personId/restriction/list': {
    fill: async ({ record, county }) => {
      const { id } = await record.makers.worker()
      const url = personPath(county.people.sealed.personId, '/restriction/list')
      return { by: 'named', url, fields: { worker: id, change: 'add' } }
    },
    address: one => personPath(one.personId, '/restriction/list'),
  },
  '/people/:personId/give-reference': {
    repeats: 'a token is shown once and kept nowhere, so each sending gives another',
    fill: async ({ county }) => ({
      by: 'named',
      url: personPath(county.people.sealed.personId, '/give-reference'),
      fields: { worker: county.staff.workers.holder },
    }),
    address: one => personPath(one.personId, '/give-reference'),
    alsoFor: 'dutyManager',
  },
}
