import { z } from 'zod'
import { ledTeams, posts, team, teams, workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { directsAll } from '../../approvals/directsAll.ts'
import { openClocks } from '../../clocks/storedClocks.ts'
import {
  answerTransfer,
  settleTransfer,
  type Transfer,
  transferById,
  transfersOfMove,
} from '../../transfers/index.ts'
import { candidates } from '../allocate/candidates.ts'
import { Fields } from '../frame/fields.ts'
import { recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { packPdf } from './packPdf.ts'
import { transferPage } from './transferPage.ts'

const params = z.object({ transferId: uuidParam })
type TransferVisit = Pick<
  Visit<z.infer<typeof params>, unknown, unknown>,
  'work' | 'params' | 'sent' | 'form'
>

/** The undecided children of the same move, which are decided together. */
const waiting = (moves: readonly Transfer[]) => moves.filter(({ outcome }) => outcome === null)

/** Managers of the team that was asked; leaders of its area direct it as well but do not answer for it. */
async function decides(work: Work, transfer: Transfer): Promise<boolean> {
  if (transfer.toTeamId === null) return false
  const led = await ledTeams(work, work.actor.id)
  if (!led.some(({ id }) => id === transfer.toTeamId)) return false
  const held = await posts(work, { workerIds: [work.actor.id] })
  return held.some(
    ({ teamId, role }) =>
      teamId === transfer.toTeamId && (role === 'team_manager' || role === 'duty_manager'),
  )
}

async function answer(visit: TransferVisit, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { work, form, sent } = visit
  const transfer = await transferById(work, visit.params.transferId)
  if (transfer === null) return notFound
  const moves = await transfersOfMove(work, transfer.movesId)
  const ids = moves.map(({ personId }) => personId)
  const people = new Map((await personSummaries(work, ids)).map(person => [person.id, person]))
  const names = await workerNames(work, [
    transfer.requestedBy,
    ...(transfer.decidedBy ? [transfer.decidedBy] : []),
  ])
  const teamNames = new Map((await teams(work, { ended: true })).map(({ id, name }) => [id, name]))
  const mayDecide = work.knownAt === null && (await decides(work, transfer))
  const content = transferPage({
    transfer,
    moves: moves.map(one => ({ ...one, person: people.get(one.personId) ?? null })),
    clocks: await openClocks(work, ids),
    fromName: teamNames.get(transfer.fromTeamId) ?? 'A team',
    toName: transfer.toTeamId
      ? (teamNames.get(transfer.toTeamId) ?? 'A team')
      : `Authority ${transfer.toAuthority}: ${transfer.toAuthorityContact}`,
    askedBy: names.get(transfer.requestedBy) ?? 'A manager',
    decidedBy: transfer.decidedBy ? (names.get(transfer.decidedBy) ?? null) : null,
    mayDecide,
    mayWithdraw: work.knownAt === null && (await directsAll(work, ids)),
    candidates: mayDecide && transfer.toTeamId ? await candidates(work, transfer.toTeamId, ids) : [],
    today: work.today,
    keys: form,
    errors: fieldErrors(issues, ['worker', 'outcome', 'reason']),
    sent,
  })
  return {
    kind: 'page',
    title: 'Transfer',
    current: '/approvals',
    back: '/approvals',
    content,
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : {}),
    shown: { resource: 'transfer', subjectIds: ids },
  }
}

const show = route({
  method: 'GET',
  url: '/transfers/:transferId',
  admits: recordReaders,
  summary: 'One transfer with what the next worker must know',
  purpose: 'casework',
  params,
  handle: visit => answer(visit),
})

const decidedAlready = 'This transfer has been decided meanwhile, or is not yours to decide'

async function decide(visit: TransferVisit, accepts: boolean): Promise<Reply> {
  const { work, sent } = visit
  const transfer = await transferById(work, visit.params.transferId)
  if (transfer === null) return notFound
  if (!(await decides(work, transfer)))
    return { kind: 'forbidden', ask: 'The manager of the team that was asked answers this transfer.' }
  const fields = new Fields(sent)
  const reason = accepts ? null : fields.text('reason', 4_000, 'Enter why you refuse')
  const chosen = fields.typed('worker')
  const workerId = accepts ? parseUuid(chosen) : null
  const offered = accepts && transfer.toTeamId ? await candidates(work, transfer.toTeamId) : []
  if (accepts && chosen !== 'queue' && !offered.some(one => one.workerId === workerId))
    fields.problem('worker', 'Select who takes them on')
  if (accepts && transfer.toTeamId && (await team(work, transfer.toTeamId))?.endedOn)
    fields.problem('worker', 'This team ends, and takes nobody on. Refuse, and say which team it should be')
  if (fields.issues.length > 0) return answer(visit, fields.issues)
  const moves = waiting(await transfersOfMove(work, transfer.movesId))
  const field = accepts ? 'worker' : 'reason'
  if (moves.length === 0 || !(await answerTransfer(work, moves, { accepts, workerId, reason })))
    return answer(visit, [{ path: [field], message: decidedAlready }])
  const success = accepts ? 'Your team is responsible now' : 'Refused. Those who asked have been told'
  return { kind: 'redirect', location: accepts ? `/transfers/${transfer.id}` : '/approvals', success }
}

const post = (path: string, summary: string, handle: (visit: TransferVisit) => Promise<Reply>) =>
  route({
    method: 'POST',
    url: `/transfers/:transferId/${path}`,
    admits: recordWriters,
    summary,
    purpose: 'casework',
    params,
    handle,
  })

/** The undecided rows of a move whose case the actor manages; null when there is none to know of. */
async function ownMove(work: Work, transferId: Uuid): Promise<readonly Transfer[] | null> {
  const transfer = await transferById(work, transferId)
  if (transfer === null) return null
  const moves = await transfersOfMove(work, transfer.movesId)
  return (await directsAll(
    work,
    moves.map(({ personId }) => personId),
  ))
    ? waiting(moves)
    : null
}

async function withdraw(visit: TransferVisit): Promise<Reply> {
  const moves = await ownMove(visit.work, visit.params.transferId)
  if (moves === null) return notFound
  if (moves.length === 0 || (await settleTransfer(visit.work, moves, 'withdrawn', null)) === 0)
    return answer(visit, [{ path: ['reason'], message: decidedAlready }])
  return { kind: 'redirect', location: `/transfers/${visit.params.transferId}`, success: 'Taken back' }
}

async function settle(visit: TransferVisit): Promise<Reply> {
  const moves = await ownMove(visit.work, visit.params.transferId)
  if (moves === null || moves.some(({ toAuthority }) => toAuthority === null)) return notFound
  const fields = new Fields(visit.sent)
  const outcome = fields.choice('outcome', ['accepted', 'refused'], 'Select what it answered')
  const reason = fields.text('reason', 4_000, 'Enter who answered, and what they said')
  if (outcome === null || fields.issues.length > 0) return answer(visit, fields.issues)
  if (moves.length === 0 || (await settleTransfer(visit.work, moves, outcome, reason)) === 0)
    return answer(visit, [{ path: ['reason'], message: decidedAlready }])
  return {
    kind: 'redirect',
    location: `/transfers/${visit.params.transferId}`,
    success: 'The answer is recorded',
  }
}

const pack = route({
  method: 'GET',
  url: '/transfers/:transferId/pack.pdf',
  admits: recordWriters,
  summary: 'The hand-over pack for another authority',
  purpose: 'casework',
  params,
  async handle({ work, params: asked, me }): Promise<Reply> {
    const transfer = await transferById(work, asked.transferId)
    if (transfer === null || transfer.toAuthority === null) return notFound
    const moves = await transfersOfMove(work, transfer.movesId)
    const ids = moves.map(({ personId }) => personId)
    if (!(await directsAll(work, ids))) return notFound
    const bytes = await packPdf(work, transfer, ids, me.name)
    const shown = { resource: 'transfer', subjectIds: ids, action: 'export' as const }
    return { kind: 'file', fileName: 'hand-over.pdf', mediaType: 'application/pdf', bytes, shown }
  },
})

export const transferRoutes = [
  show,
  post('accept', 'Takes children over', visit => decide(visit, true)),
  post('refuse', 'Refuses to take children over', visit => decide(visit, false)),
  post('withdraw', 'Takes a request for a transfer back', withdraw),
  post('answer', 'Records what another authority answered', settle),
  pack,
]
