import { sql } from 'kysely'
import { formVersion } from '#platform/http'
import { makeUuid } from '#platform/ids'
import { deadJob } from './deadJob.ts'
import { asAdministrator, asOpened, dated, letters, today } from './fills.ts'
import { invitedSends } from './invitedSends.ts'
import { providerSends } from './providerSends.ts'
import type { SendRoute } from './shapes.ts'

/** The forms of administration. */
export const administrationSends: Readonly<Record<string, SendRoute>> = {
  ...invitedSends,
  ...providerSends,
  '/administration/workers/import': {
    fill: asAdministrator('/administration/workers/import', () => ({
      csv: `name,class,email\nWorker ${letters()},practitioner,${letters()}@kith.example`,
      step: 'apply',
    })),
  },
  '/administration/leavers/:workerId': {
    fill: async ({ record }) => {
      const { id } = await record.makers.worker()
      return {
        by: 'administrator',
        url: `/administration/leavers/${id}`,
        fields: { version: formVersion(null) },
      }
    },
  },
  '/administration/jobs': {
    leavesNoRow: true,
    fill: async ({ record, county }) => ({
      by: 'administrator',
      url: '/administration/jobs',
      fields: { job: await deadJob(record, { id: county.staff.workers.holder, class: 'practitioner' }) },
    }),
  },
  '/administration/settings/:key': {
    fill: asOpened('/administration/settings/unseen.weeks', { value: '5' }),
  },
  '/administration/clocks/:clock': {
    fill: asOpened('/administration/clocks/CP_VISIT', {
      limit: '5',
      unit: 'working_days',
      ...dated('effectiveFrom'),
    }),
  },
  '/administration/clocks/:clock/commencement': {
    fill: asOpened(
      '/administration/clocks/MACPT_LIVE',
      dated('on', today().add({ days: 30 })),
      '/administration/clocks/MACPT_LIVE/commencement',
    ),
  },
  '/administration/workers/:row': {
    fill: asAdministrator('/administration/workers/new', () => ({
      display_name: `Worker ${letters()}`,
      class: 'practitioner',
    })),
  },
  '/administration/posts/:row': {
    fill: asAdministrator('/administration/posts/new', ({ county: { staff } }) => ({
      worker_id: staff.workers.newcomer,
      role: 'business_support',
      team_id: staff.teams.south,
      fte: '1',
      ...dated('started_on'),
    })),
  },
  '/administration/teams/:row': {
    fill: asAdministrator('/administration/teams/new', () => ({ name: `Team ${letters()}`, kind: 'other' })),
  },
  '/administration/areas/:row': {
    fill: asAdministrator('/administration/areas/new', () => ({ name: `Area ${letters()}`, districts: '' })),
  },
  '/administration/organisations/:row': {
    fill: asAdministrator('/administration/organisations/new', () => ({
      name: `Agency ${letters()}`,
      kind: 'school',
    })),
  },
  '/administration/rota/:row': {
    fill: asAdministrator('/administration/rota/new', ({ county: { staff } }) => ({
      worker_id: staff.workers.dutyOff,
      starts_at: '2020-11-22 17:00',
      ends_at: '2020-11-23 09:00',
    })),
  },
  '/administration/systems/:row': {
    fill: async ({ record, county: { staff } }) => {
      const organisation = makeUuid()
      await record.as({ id: staff.workers.administrator, class: 'administrator' }, async work => {
        await sql`insert into organisation (id, name, kind) values (${organisation}, ${`Trust ${letters()}`}, 'nhs')`.execute(
          work.db(),
        )
      })
      const fields = {
        ...dated('started_on'),
        organisation_id: organisation,
        name: `Engine ${letters()}`,
        codes: 'RZZ',
        scopes: 'attendance.write',
        keys: '{"keys":[{"kty":"EC","kid":"one","crv":"P-256","x":"AA","y":"AA"}]}',
      }
      return { by: 'administrator', url: '/administration/systems/new', fields }
    },
  },
  '/administration/class-mapping/:row': {
    fill: asAdministrator('/administration/class-mapping/new', () => ({
      claim: 'groups',
      value: letters(),
      class: 'practitioner',
    })),
  },
}
