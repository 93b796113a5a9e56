import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { dated, letters, today } from './fills.ts'
import { partnerWorker } from './invitedSends.ts'
import type { SendRoute, Stage } from './shapes.ts'

/** An organisation of its own for each form. */
async function organisation({ record }: Stage): Promise<Uuid> {
  const id = makeUuid()
  await record.as(serviceActor('storyteller'), work =>
    sql`insert into organisation (id, name, kind) values (${id}, ${`Trust ${letters()}`}, 'nhs')`.execute(
      work.db(),
    ),
  )
  return id
}

/** A provider that stands, of the organisation given. */
async function provider(stage: Stage, organisationId: Uuid): Promise<Uuid> {
  const [id, administrator] = [makeUuid(), await stage.record.makers.worker({ class: 'administrator' })]
  await stage.record.as(administrator, work =>
    sql`select access.name_provider(${id}, ${organisationId}, ${`https://${letters()}.example`}, 'kith', 'sealed'::bytea,
      now() + interval '5 days')`.execute(work.db()),
  )
  return id
}

/** A worker whom the provider of their organisation has named. */
async function named(stage: Stage): Promise<{ readonly providerId: Uuid; readonly worker: Uuid }> {
  const worker = await partnerWorker(stage)
  const asPorter = <R>(fn: Parameters<typeof stage.record.as<R>>[1]) =>
    stage.record.as(serviceActor('porter'), fn)
  const { rows } = await asPorter(work =>
    sql<{ id: Uuid }>`select organisation_id as id from worker where id = ${worker}`.execute(work.db()),
  )
  const providerId = await provider(stage, rows[0]?.id ?? makeUuid())
  await asPorter(work =>
    sql`insert into app.worker_identity (issuer, subject, worker_id)
      select issuer, ${letters()}, ${worker} from app.organisation_provider where id = ${providerId}`.execute(
      work.db(),
    ),
  )
  return { providerId, worker }
}

const place = '/administration/providers'

/** The forms by which organisations are let sign in by providers of their own; their rows are no record: src/main/web/providers tests them. */
export const providerSends: Readonly<Record<string, SendRoute>> = {
  [place]: {
    leavesNoRow: true,
    fill: async stage => ({
      by: 'administrator',
      url: place,
      fields: {
        organisation: await organisation(stage),
        issuer: `https://${letters()}.example`,
        client: 'kith',
        secret: letters(),
        ...dated('last', today().add({ days: 90 })),
      },
    }),
  },
  [`${place}/:providerId`]: {
    leavesNoRow: true,
    fill: async stage => ({
      by: 'administrator',
      url: `${place}/${await provider(stage, await organisation(stage))}`,
      fields: { client: 'kith-2', secret: letters() },
    }),
  },
  [`${place}/:providerId/withdraw`]: {
    leavesNoRow: true,
    fill: async stage => ({
      by: 'administrator',
      url: `${place}/${await provider(stage, await organisation(stage))}/withdraw`,
      fields: {},
    }),
  },
  [`${place}/:providerId/release`]: {
    leavesNoRow: true,
    async fill(stage) {
      const { providerId, worker } = await named(stage)
      return { by: 'administrator', url: `${place}/${providerId}/release`, fields: { worker } }
    },
  },
}
