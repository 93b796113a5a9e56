import { sql } from 'kysely'
import { serviceActor, type Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import { parseUuid, type Uuid } from '#platform/ids'
import { keepMessage } from '#platform/messages'
import { type Letter, MailboxFault } from '../../mesh/index.ts'
import { takeMessage } from '../answers/takeMessage.ts'
import { ownerTeam } from './ownerTeam.ts'
import type { Keeping, Post } from './post.ts'
import { openWork } from './works.ts'

/**
 * Keeps what was fetched, in one transaction; the same again changes nothing. What is no message about plans, and what came under another workflow,
 * is kept apart and is work for the team: nothing is taken out of the mailbox and lost.
 * @throws MailboxFault when it could not be kept: it must stay in the mailbox
 */
export async function keepLetter(
  { database, sealer }: Keeping,
  { answers }: Pick<Post, 'answers'>,
  letter: Letter,
): Promise<void> {
  const keep = async (work: Work) => {
    const teamId = await ownerTeam(work)
    if (teamId === null) throw new MailboxFault('no_team')
    if (letter.report !== null) return await noteReport(work, letter, teamId)
    if (!answers.includes(letter.workflow))
      return await keepApart(work, sealer, letter, 'unknown_workflow', teamId)
    const taken = await takeMessage(work, sealer, { bytes: letter.bytes, teamId, takenBy: null })
    if (taken.kind === 'unreadable')
      await keepApart(work, sealer, letter, 'no_message_of_protection_information', teamId)
  }
  await database.as(serviceActor('listener'), 'protection', keep).catch((error: unknown) => {
    if (error instanceof MailboxFault) throw error
    throw new MailboxFault('not_kept', (error as { code?: string }).code ?? null, error)
  })
}

async function keepApart(
  work: Work,
  sealer: Sealer,
  { id, from, workflow, bytes }: Letter,
  fault: 'unknown_workflow' | 'no_message_of_protection_information',
  teamId: Uuid,
): Promise<void> {
  const kept = await keepMessage(work, sealer, {
    ...{ senderId: null, saidSender: from || null, channel: 'mesh', controlId: id, bytes },
    ...{ answerCode: 'AE', answer: new Uint8Array(), fault },
  })
  if (!kept.isNew) return
  await openWork(work, {
    code: 'unreadable',
    teamId,
    detail: `Message ${id} of the mailbox, ${workflow === '' ? 'without a workflow' : `workflow ${workflow}`}`,
  })
}

/** The exchange reports, by our own name for it, that a file was not collected or could not be delivered. */
async function noteReport(work: Work, { id, localId, report }: Letter, teamId: Uuid): Promise<void> {
  const { rows } = await sql<{
    id: Uuid
  }>`select id from protection_file where id = ${parseUuid(localId ?? '')}::uuid`.execute(work.db())
  await openWork(work, {
    code: 'undelivered',
    teamId,
    ...(rows[0] === undefined ? {} : { fileId: rows[0].id }),
    detail: `Report ${id}: ${report?.code || 'no code'} ${report?.description ?? ''}`.trim(),
  })
}
