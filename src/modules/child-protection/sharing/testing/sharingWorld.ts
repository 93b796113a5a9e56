import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { askPage } from '../../../casework/testing/askPage.ts'
import { approveCopy, composeFor } from '../commands/copies.ts'
import { decideShowings } from '../commands/decideShowings.ts'
import { finishPaper } from '../commands/finishPaper.ts'
import { addParts, beginPaper, type PartWanted } from '../commands/writePaper.ts'
import { toCompose } from '../queries/composing.ts'
import { type Copy, copiesOf, copyOf } from '../queries/readCopies.ts'
import { paperOf, partsOfPaper } from '../queries/readPapers.ts'
import { recipientsOf } from '../queries/recipientsOf.ts'
import { sharingRoutes } from '../sharingRoutes.ts'
import { madeUpConference, madeUpFamily } from './madeUpFamily.ts'

type Family = Awaited<ReturnType<typeof madeUpFamily>> & { readonly meetingId: Uuid }

/** A team with a worker, a manager and business support, and what they do with papers in tests. */
export async function sharingWorld(record: TestRecord) {
  const { makers } = record
  const teamId = await makers.team()
  const [worker, manager, clerk] = [
    await makers.worker(),
    await makers.worker(),
    await makers.worker(),
  ] as const
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: clerk.id, teamId, role: 'business_support' })
  const ask = askPage(record.as, sharingRoutes)
  const tell = <R>(fn: Parameters<typeof record.as<R>>[1]) => record.as(serviceActor('storyteller'), fn)

  /** A conference so many working days ahead, to which the parents and the girl are asked. */
  async function family(workingDays = 14): Promise<Family> {
    const cast = await madeUpFamily(record, { worker, teamId })
    const meetingId = await madeUpConference(record, {
      worker,
      clerk,
      workingDays,
      children: [cast.girl, cast.boy],
      asked: [
        { personId: cast.mother, standing: 'mother' },
        { personId: cast.father, standing: 'father' },
        { personId: cast.girl, standing: 'child' },
      ],
    })
    return { ...cast, meetingId }
  }

  async function report(of: Family, parts: readonly PartWanted[]): Promise<Uuid> {
    const id = makeUuid()
    await record.as(worker, async work => {
      await beginPaper(work, {
        id,
        kind: 'social_work_report',
        meetingId: of.meetingId,
        personIds: [of.girl, of.boy],
        inviteeId: null,
      })
      await addParts(work, id, parts)
      const paper = await paperOf(work, id)
      if (paper) await finishPaper(work, paper)
    })
    return id
  }

  /** Shows these headings to these people, and composes everybody's copy. */
  async function composed(
    paperId: Uuid,
    shown: Readonly<Record<Uuid, readonly string[]>>,
  ): Promise<readonly Copy[]> {
    return record.as(worker, async work => {
      const paper = await paperOf(work, paperId)
      if (paper === null) throw new Error('No paper')
      const parts = await partsOfPaper(work, paperId)
      const recipients = await recipientsOf(work, paper)
      await decideShowings(
        work,
        paperId,
        recipients.flatMap(recipient =>
          parts
            .filter(({ heading }) => shown[recipient.personId ?? ('' as Uuid)]?.includes(heading))
            .map(one => ({ partId: one.id, recipient, shows: true, ground: null, why: null })),
        ),
      )
      const from = await toCompose(work, paper)
      if (from === null) throw new Error('No meeting')
      for (const recipient of from.recipients) await composeFor(work, from, recipient, 'plain')
      return copiesOf(work, { paperId })
    })
  }

  const copyFor = (copies: readonly Copy[], personId: Uuid): Copy => {
    const found = copies.find(({ recipientId, status }) => recipientId === personId && status === 'composed')
    if (found === undefined) throw new Error('No copy')
    return found
  }
  const plain = { findingsAnswer: null, sharedBecause: null, inPortal: true, isWalled: false }
  const approve = (actor: Actor, copy: Copy, more: Partial<typeof plain> | { findingsAnswer: string } = {}) =>
    record.as(actor, async work => {
      const now = await copyOf(work, copy.id)
      return now === null ? null : approveCopy(work, now, { ...plain, ...more })
    })

  const toldOf = (actor: Actor) =>
    record.as(actor, async work => {
      const rows = await work
        .db<ServiceTables>()
        .selectFrom('app.notice')
        .select('path')
        .where('worker_id', '=', actor.id)
        .where('kind', '=', 'copy_waits')
        .execute()
      return rows.map(({ path }) => path)
    })

  return { worker, manager, clerk, teamId, ask, tell, family, report, composed, copyFor, approve, toldOf }
}
