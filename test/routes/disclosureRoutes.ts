import { sql } from 'kysely'
import { makeUuid, type Uuid } from '#platform/ids'
import { letters } from './fills.ts'
import type { SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

/** Pages of what leaves for other organisations: they name no child. */
export const disclosureReadPaths: Readonly<Record<string, readonly string[]>> = {
  '/disclosures': ['/disclosures', '/disclosures?page=2'],
  '/administration/subscriptions': [
    '/administration/subscriptions',
    '/administration/subscriptions?format=csv',
  ],
  '/administration/subscriptions/:row': [
    '/administration/subscriptions/new',
    `/administration/subscriptions/${makeUuid()}`,
  ],
}

/** A system of an invented school, as an administrator enters it. */
async function system({ record, county: { staff } }: Stage): Promise<Uuid> {
  const [organisation, id] = [makeUuid(), makeUuid()]
  await record.as({ id: staff.workers.administrator, class: 'administrator' }, async work => {
    await sql`insert into organisation (id, name, kind) values (${organisation}, ${`School ${letters()}`}, 'nhs')`.execute(
      work.db(),
    )
    await sql`insert into partner_system (id, organisation_id, name, codes, scopes, keys, started_on)
      values (${id}, ${organisation}, 'Engine', array['RZZ'], array['notification.read'], '{"keys":[]}', '2020-01-01')`.execute(
      work.db(),
    )
  })
  return id
}

const fields = {
  topic: 'plan_started',
  address: 'https://school.example/notices',
  purpose: 'Keeping the child safe at school',
  basis_code: 'ca2004_s16la',
  basis: 'It helps the school',
} as const

/** The forms of what leaves. */
export const disclosureSends: Readonly<Record<string, SendRoute>> = {
  '/administration/subscriptions/:row': {
    fill: async stage => ({
      by: 'administrator',
      url: '/administration/subscriptions/new',
      fields: {
        ...{ 'started_on-day': '1', 'started_on-month': '2', 'started_on-year': '2026' },
        ...{ ...fields, partner_system_id: await system(stage) },
      },
    }),
  },
  '/disclosures/:deliveryId/again': {
    fill: async stage => {
      const { record, county } = stage
      const personId = await record.makers.person()
      const actor = { id: county.staff.workers.administrator, class: 'administrator' } as const
      const [subscription, disclosure] = [makeUuid(), makeUuid()]
      const partner = await system(stage)
      await record.as(actor, work =>
        sql`insert into subscription (id, partner_system_id, topic, address, purpose, basis_code, basis, started_on)
          values (${subscription}, ${partner}, ${fields.topic}, ${fields.address}, ${fields.purpose}, ${fields.basis_code}, ${fields.basis}, '2026-01-01')`.execute(
          work.db(),
        ),
      )
      const at = Temporal.Now.instant().toString()
      await tell(
        record,
        'disclosure',
        {
          ...{
            subscription_id: subscription,
            person_id: personId,
            event_id: makeUuid(),
            subject: makeUuid(),
          },
          ...{
            topic: fields.topic,
            purpose: fields.purpose,
            basis_code: fields.basis_code,
            basis: fields.basis,
          },
          ...{ sequence: 1, shared: ['startedOn'], withheld: '[]', identifier: 'not_known' },
          ...{ identifier_tried: 'NHS number', made_at: at },
        },
        disclosure,
      )
      const id = await tell(record, 'disclosure_delivery', {
        ...{
          disclosure_id: disclosure,
          person_id: personId,
          state: 'dead',
          next_try_at: at,
          first_tried_at: at,
        },
      })
      return { by: 'director', url: `/disclosures/${id}/again`, fields: {} }
    },
  },
}
