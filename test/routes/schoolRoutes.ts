import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { saveDraft } from '#platform/drafts'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeUpn } from '#reference'
import { transferFileOf } from '../../src/modules/schools/testing/invented.ts'
import { letters } from './fills.ts'
import type { SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const fileOf = (given: string) => Buffer.from(transferFileOf({ pupils: [{ given }] }))

/** Pages about schools: they name no child but to a safeguarding lead of the child's own school. */
export const schoolReadPaths: Readonly<Record<string, readonly string[]>> = {
  '/my-school': ['/my-school'],
  '/my-school/attendance': ['/my-school/attendance'],
  '/my-school/transfer-file': ['/my-school/transfer-file'],
  '/school-supervision': ['/school-supervision'],
  '/school-supervision/leads/:leadId': [`/school-supervision/leads/${nobody}`],
  '/school-supervision/schools': ['/school-supervision/schools', '/school-supervision/schools?format=csv'],
  '/school-placements': ['/school-placements'],
  '/administration/school-placements': [
    '/administration/school-placements',
    '/administration/school-placements?format=csv',
  ],
  '/administration/school-placements/:row': [
    '/administration/school-placements/new',
    `/administration/school-placements/${nobody}`,
  ],
}

/** A school with a safeguarding lead. */
async function school({ record }: Stage): Promise<{ readonly id: Uuid; readonly lead: Uuid }> {
  const id = await tell(record, 'organisation', { name: `School ${letters()}`, kind: 'school' })
  const lead = await record.makers.worker()
  await record.as(serviceActor('storyteller'), work =>
    sql`update worker set organisation_id = ${id} where id = ${lead.id}`.execute(work.db()),
  )
  await record.makers.post({ workerId: lead.id, role: 'designated_safeguarding_lead' })
  return { id, lead: lead.id }
}

/** A school of which the partner of the county is the lead. */
async function led(stage: Stage): Promise<Uuid> {
  const { id } = await school(stage)
  const { partner } = stage.county.staff.workers
  await stage.record.as(serviceActor('storyteller'), work =>
    sql`update worker set organisation_id = ${id} where id = ${partner}`.execute(work.db()),
  )
  await stage.record.makers.post({ workerId: partner, role: 'designated_safeguarding_lead' })
  return id
}

/** The forms about schools. */
export const schoolSends: Readonly<Record<string, SendRoute>> = {
  '/my-school/attendance': {
    fill: async stage => {
      const schoolId = await led(stage)
      const personId = await stage.record.makers.person()
      const number = makeUpn({
        authority: 938,
        school: 2000,
        year: 2020,
        serial: Math.floor(Math.random() * 999),
      })
      await tell(stage.record, 'person_identifier', { person_id: personId, kind: 'upn', value: number })
      await tell(stage.record, 'involvement', {
        person_id: personId,
        organisation_id: schoolId,
        professional_name: letters(),
        role: 'designated_safeguarding_lead',
        started_on: '2025-09-01',
      })
      await tell(stage.record, 'allocation', {
        person_id: personId,
        team_id: stage.county.staff.teams.duty,
        role: 'queue',
        started_on: '2026-01-01',
      })
      const lines = `UPN,From,To,Possible,Authorised,Unauthorised\n${number},2026-01-05,2026-02-13,60,3,9`
      return { by: 'partner', url: '/my-school/attendance', fields: { school: schoolId, lines } }
    },
  },
  '/my-school/transfer-file': {
    fill: async stage => {
      const fields = { school: await led(stage), file: { fileName: 'file.xml', bytes: fileOf(letters()) } }
      return { by: 'partner', url: '/my-school/transfer-file', fields }
    },
  },
  '/my-school/transfer-file/send': {
    fill: async stage => {
      const schoolId = await led(stage)
      const told = JSON.stringify({
        sha256: createHash('sha256').update(letters()).digest('hex'),
        head: { version: '24.0', madeOn: '2026-10-20', number: '9382001', school: null, goesTo: null },
        pupils: [],
      })
      const partner = { id: stage.county.staff.workers.partner, class: 'practitioner' } as const
      await stage.record.as(partner, work => saveDraft(work, 'transfer-file', schoolId, { told }))
      return { by: 'partner', url: '/my-school/transfer-file/send', fields: { school: schoolId } }
    },
  },
  '/school-supervision/leads/:leadId': {
    fill: async stage => ({
      by: 'manager',
      url: `/school-supervision/leads/${(await school(stage)).lead}`,
      fields: {
        ...{ 'held-day': '2', 'held-month': '2', 'held-year': '2026', themes: '0' },
        ...{
          'what-0': letters(),
          'owner-0': 'lead',
          'due-0-day': '3',
          'due-0-month': '3',
          'due-0-year': '2027',
        },
      },
    }),
  },
  '/school-supervision/actions/:actionId/done': {
    fill: async stage => {
      const { id, lead } = await school(stage)
      const session = await tell(stage.record, 'lead_supervision', {
        school_id: id,
        lead_id: lead,
        supervisor_id: stage.county.staff.workers.manager,
        held_on: '2026-02-02',
        themes: ['Neglect'],
      })
      const action = await tell(stage.record, 'lead_supervision_action', {
        session_id: session,
        school_id: id,
        what: letters(),
        owner: 'lead',
        due_on: '2027-03-03',
      })
      return { by: 'manager', url: `/school-supervision/actions/${action}/done`, fields: {} }
    },
  },
  '/administration/school-placements/:row': {
    fill: async stage => ({
      by: 'administrator',
      url: '/administration/school-placements/new',
      fields: {
        school_id: (await school(stage)).id,
        worker_id: stage.county.staff.workers.holder,
        days: 'Monday',
        ...{ 'started_on-day': '1', 'started_on-month': '2', 'started_on-year': '2026' },
      },
    }),
  },
}
