import { beforeAll, describe, expect, test } from 'vitest'
import { writeSetting } from '#modules/agencies'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import {
  adjournMeeting,
  answerInvitation,
  cancelMeeting,
  childrenOf,
  closeMeeting,
  contribute,
  contributionsOf,
  giveView,
  invite,
  inviteesOf,
  meetingOf,
  meetingsOf,
  moveMeeting,
  noteAttendance,
  openMeeting,
  partsIn,
  quorumOf,
  viewsOf,
  withdrawInvitation,
} from './index.ts'
import { type MeetingStage, meetingStage } from './testing/meetingStage.ts'

const record = await testRecord()
registerModules()
let stage: MeetingStage
beforeAll(async () => {
  stage = await meetingStage(record)
})

const versionOf = async (meetingId: Uuid, actor: Actor = stage.manager) =>
  (await record.as(actor, work => meetingOf(work, meetingId)))?.version ?? 0
const of = async (meetingId: Uuid) => ({ meetingId, version: await versionOf(meetingId) })
const said = (meetingId: Uuid, inviteeId: Uuid | null, more: object = {}) => ({
  meetingId,
  inviteeId,
  personId: null,
  kind: 'information' as const,
  said: 'Called out twice in March',
  dataClass: 'B3' as const,
  ...more,
})
async function sitting(personIds: readonly Uuid[], attended: readonly Actor[]): Promise<Uuid> {
  const meetingId = await stage.planned(personIds)
  await record.as(stage.manager, async work => openMeeting(work, await of(meetingId)))
  for (const actor of attended) {
    const { id, version } = await stage.inviteeOf(meetingId, actor)
    await record.as(stage.manager, work =>
      noteAttendance(work, meetingId, [{ inviteeId: id, version, attended: 'online' }]),
    )
  }
  return meetingId
}
const noEnquiry = (personIds: readonly Uuid[]) =>
  personIds.map(personId => ({ personId, decision: 'no_enquiry' as const, reasons: 'Explained' }))

describe('planning', () => {
  test('is one meeting of several children, each with a place for a decision, and tells whoever is asked', async () => {
    const children = await stage.siblings()
    const meetingId = await stage.planned(children)
    const meeting = await record.as(stage.police, work => meetingOf(work, meetingId))
    expect(meeting).toMatchObject({ personIds: children, status: 'planned', chairId: stage.manager.id })
    if (meeting === null) return
    const decided = await record.as(stage.manager, work => childrenOf(work, meeting))
    expect(decided.map(({ personId, decision }) => [personId, decision])).toEqual(
      children.map(id => [id, null]),
    )
    const mine = await record.as(stage.health, work => meetingsOf(work, stage.health.id, 'coming'))
    expect(mine.map(({ id, as }) => [id, as])).toContainEqual([meetingId, ['invited']])
  })

  test('of a child whom one does not write of is refused', async () => {
    const [mine] = await stage.siblings(1)
    const other = await record.makers.person()
    await expect(stage.planned([mine as Uuid, other])).rejects.toThrow('may_not_write')
  })

  test('of a conference takes an independent chair', async () => {
    await expect(stage.planned(await stage.siblings(1), { kind: 'initial' })).rejects.toThrow('chair')
  })

  test('says at once who of the quorum is not asked', async () => {
    const meetingId = await stage.planned(await stage.siblings(1), {
      invitees: [stage.asked(stage.police, 'police')],
    })
    const invitees = await record.as(stage.manager, work => inviteesOf(work, meetingId))
    expect(quorumOf('strategy', invitees)).toMatchObject({
      notAsked: ['social_care', 'health'],
      absent: ['social_care', 'police', 'health'],
    })
  })
})

describe('changing it', () => {
  test('moves it, and refuses who opened it before', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const opened = await of(meetingId)
    const move = {
      plannedAt: Temporal.Now.instant().add({ hours: 72 }),
      minutes: 45,
      how: 'mixed' as const,
      place: 'Room 2',
    }
    expect(await record.as(stage.manager, work => moveMeeting(work, opened, move))).toBe('changed')
    expect(await record.as(stage.worker, work => moveMeeting(work, opened, move))).toBe('stale')
    expect(await record.as(stage.police, work => meetingOf(work, meetingId))).toMatchObject({
      place: 'Room 2',
      minutes: 45,
    })
  })

  test('keeps its papers open for as long as the authority has set when it is planned or moved', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const openDays = async () => {
      const meeting = await record.as(stage.manager, work => meetingOf(work, meetingId))
      if (meeting === null) throw new Error('No meeting')
      return londonDate(meeting.plannedAt).until(meeting.papersUntil, { largestUnit: 'days' }).days
    }
    expect(await openDays()).toBe(30)
    const administrator = await record.makers.worker({ class: 'administrator' })
    await record.as(administrator, work => writeSetting(work, 'papers.days', 7))
    expect(await openDays()).toBe(30)
    const move = {
      plannedAt: Temporal.Now.instant().add({ hours: 96 }),
      minutes: 45,
      how: 'online' as const,
      place: null,
    }
    const opened = await of(meetingId)
    expect(await record.as(stage.manager, work => moveMeeting(work, opened, move))).toBe('changed')
    expect(await openDays()).toBe(7)
  })

  test('asks somebody once, however often', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const more = [stage.asked(stage.officer, 'police'), stage.asked(stage.police, 'police')]
    expect(await record.as(stage.manager, work => invite(work, meetingId, more))).toBe(1)
    expect(await record.as(stage.manager, work => invite(work, meetingId, more))).toBe(0)
  })

  test('once cancelled or adjourned it stands, and those asked to a cancelled one read nothing', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    await record.as(stage.manager, async work => cancelMeeting(work, await of(meetingId), 'Called in error'))
    expect(await record.as(stage.police, work => meetingOf(work, meetingId))).toBeNull()
    const cancelled = await of(meetingId)
    expect(await record.as(stage.manager, work => openMeeting(work, cancelled))).toBe('stale')
    const sat = await sitting(await stage.siblings(1), [stage.manager])
    await record.as(stage.manager, async work => adjournMeeting(work, await of(sat), 'Nobody from health'))
    expect(await record.as(stage.manager, work => meetingOf(work, sat))).toMatchObject({
      status: 'adjourned',
      stoppedBecause: 'Nobody from health',
    })
  })
})

describe('closing', () => {
  test('without police and health needs the reason, kept with who gave it', async () => {
    const children = await stage.siblings()
    const meetingId = await sitting(children, [stage.manager, stage.police])
    const closing = { ...(await of(meetingId)), decisions: noEnquiry(children) }
    const absent = ['health']
    const close = (quorumException: string | null, names = absent) =>
      record.as(stage.manager, work => closeMeeting(work, { ...closing, absent: names, quorumException }))
    expect(await close(null)).toEqual({ outcome: 'refused', because: 'quorum' })
    await expect(close(null, [])).rejects.toThrow('Social care, police and health') // the database counts for itself
    expect(await close('The doctor could not be reached, and the child is at risk tonight')).toMatchObject({
      outcome: 'closed',
    })
    expect(await record.as(stage.manager, work => meetingOf(work, meetingId))).toMatchObject({
      status: 'held',
      quorumException: 'The doctor could not be reached, and the child is at risk tonight',
      quorumExceptionBy: expect.stringContaining('Madeup'),
    })
  })

  test('decides on every child, and only what a strategy discussion decides', async () => {
    const children = await stage.siblings()
    const meetingId = await sitting(children, [stage.manager, stage.police, stage.health])
    const at = await of(meetingId)
    const close = (decisions: Parameters<typeof closeMeeting>[1]['decisions']) =>
      record.as(stage.manager, work =>
        closeMeeting(work, { ...at, decisions, absent: [], quorumException: null }),
      )
    expect(await close(noEnquiry(children.slice(1)))).toEqual({ outcome: 'refused', because: 'undecided' })
    await expect(
      close(children.map(personId => ({ personId, decision: 'plan' as const, reasons: 'No' }))),
    ).rejects.toThrow('what is its own to decide')
    expect(await close(noEnquiry(children))).toMatchObject({ outcome: 'closed' })
    expect(await close(noEnquiry(children))).toEqual({ outcome: 'stale' })
  })
})

describe('what is said', () => {
  test('is each agency’s own, told by whom and written down by whom', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const [police, health] = [
      await stage.inviteeOf(meetingId, stage.police),
      await stage.inviteeOf(meetingId, stage.health),
    ]
    await record.as(stage.police, work => contribute(work, said(meetingId, police.id)))
    await record.as(stage.manager, work =>
      contribute(work, said(meetingId, health.id, { said: 'Missed two appointments' })),
    )
    const read = await record.as(stage.health, work => contributionsOf(work, meetingId))
    expect(read.map(({ said: words, inviteeId, madeBy }) => [words, inviteeId, madeBy])).toEqual([
      ['Called out twice in March', police.id, stage.police.id],
      ['Missed two appointments', health.id, stage.manager.id],
    ])
    await expect(
      record.as(stage.police, work => contribute(work, said(meetingId, health.id))),
    ).rejects.toThrow('row-level security')
    await expect(record.as(stage.police, work => contribute(work, said(meetingId, null)))).rejects.toThrow(
      'row-level security',
    )
  })

  test('is of this meeting: neither for somebody asked to another nor of a child of another', async () => {
    const [meetingId, other] = [
      await stage.planned(await stage.siblings(1)),
      await stage.planned(await stage.siblings(1)),
    ]
    const elsewhere = await stage.inviteeOf(other, stage.police)
    await expect(
      record.as(stage.manager, work => contribute(work, said(meetingId, elsewhere.id))),
    ).rejects.toThrow('contribution_of_invitee')
    const [stranger] = await stage.siblings(1)
    await expect(
      record.as(stage.manager, work => contribute(work, said(meetingId, null, { personId: stranger }))),
    ).rejects.toThrow('a child of the meeting')
  })

  test('of police intelligence is read by the force and whom it names, and by nobody else', async () => {
    const meetingId = await stage.planned(await stage.siblings(1), {
      invitees: [
        stage.asked(stage.police, 'police'),
        stage.asked(stage.officer, 'police'),
        stage.asked(stage.health, 'health'),
      ],
    })
    const { id } = await stage.inviteeOf(meetingId, stage.police)
    const secret = { dataClass: 'C4', originatorId: stage.force, said: 'A warrant is asked for' }
    await record.as(stage.police, work =>
      contribute(work, said(meetingId, id, { ...secret, readers: [stage.worker.id] })),
    )
    const reads = async (actor: Actor) =>
      (await record.as(actor, work => contributionsOf(work, meetingId))).length
    expect([await reads(stage.officer), await reads(stage.worker)]).toEqual([1, 1])
    expect([await reads(stage.manager), await reads(stage.health)]).toEqual([0, 0])
    await expect(
      record.as(stage.health, async work =>
        contribute(work, said(meetingId, (await stage.inviteeOf(meetingId, stage.health)).id, secret)),
      ),
    ).rejects.toThrow('row-level security')
  })

  test('of safety is read by whoever has safety data of every child, and by its writer', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const { id } = await stage.inviteeOf(meetingId, stage.police)
    await record.as(stage.police, work => contribute(work, said(meetingId, id, { dataClass: 'C3' })))
    const reads = async (actor: Actor) =>
      (await record.as(actor, work => contributionsOf(work, meetingId))).length
    expect([await reads(stage.police), await reads(stage.manager), await reads(stage.health)]).toEqual([
      1, 1, 0,
    ])
  })

  test('is corrected beside it, by whose it is, and never opened wider', async () => {
    const children = await stage.siblings(1)
    const meetingId = await sitting(children, [stage.manager, stage.police, stage.health])
    const { id } = await stage.inviteeOf(meetingId, stage.police)
    const first = await record.as(stage.police, work =>
      contribute(work, said(meetingId, id, { dataClass: 'C3' })),
    )
    await record.as(stage.manager, async work =>
      closeMeeting(work, {
        ...(await of(meetingId)),
        decisions: noEnquiry(children),
        absent: [],
        quorumException: null,
      }),
    )
    const correct = (more: object) =>
      record.as(stage.police, work =>
        contribute(work, said(meetingId, id, { said: 'Once, in May', ...more })),
      )
    await expect(correct({})).rejects.toThrow('only corrections')
    await expect(correct({ correctsId: first })).rejects.toThrow('beside what it corrects')
    await correct({ correctsId: first, dataClass: 'C3' })
    expect(await record.as(stage.police, work => contributionsOf(work, meetingId))).toHaveLength(2)
  })

  test('as a view is each one’s own, with a dissent that says why', async () => {
    const children = await stage.siblings(1)
    const [personId] = children as [Uuid]
    const meetingId = await sitting(children, [stage.manager, stage.police, stage.health])
    const [police, health] = [
      await stage.inviteeOf(meetingId, stage.police),
      await stage.inviteeOf(meetingId, stage.health),
    ]
    const view = {
      meetingId,
      inviteeId: police.id,
      personId,
      view: 'start_enquiry' as const,
      category: null,
      reasons: 'Two calls in a month',
      safety: null,
      safetyWhy: null,
      dissents: true,
    }
    const give = (more: object, version: number | null) =>
      record.as(stage.police, work => giveView(work, { ...view, ...more, version }))
    expect(await give({}, null)).toBe('changed')
    expect(await give({ reasons: 'Three calls' }, 1)).toBe('changed')
    expect(await give({ reasons: 'Four' }, 1)).toBe('stale')
    await expect(give({ inviteeId: health.id }, null)).rejects.toThrow('row-level security')
    expect(await record.as(stage.health, work => viewsOf(work, meetingId))).toMatchObject([
      { inviteeId: police.id, dissents: true, reasons: 'Three calls' },
    ])
  })
})

describe('somebody asked', () => {
  test('answers for themself and for nobody else', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const [police, health] = [
      await stage.inviteeOf(meetingId, stage.police),
      await stage.inviteeOf(meetingId, stage.health),
    ]
    const answer = { response: 'coming' as const, needs: null }
    const answers = (actor: Actor, inviteeId: Uuid, version: number) =>
      record.as(actor, work => answerInvitation(work, { inviteeId, version }, answer))
    expect(await answers(stage.police, police.id, police.version)).toBe('changed')
    expect(await answers(stage.police, health.id, health.version)).toBe('stale')
    expect((await stage.inviteeOf(meetingId, stage.health)).response).toBe('none')
  })

  test('reads no other meeting, none from which they were taken, and none whose papers are closed', async () => {
    const children = await stage.siblings(1)
    const [asked, other] = [
      await stage.planned(children),
      await stage.planned(await stage.siblings(1), { invitees: [] }),
    ]
    const reads = (meetingId: Uuid) => record.as(stage.police, work => meetingOf(work, meetingId))
    expect(await reads(other)).toBeNull()
    expect(await record.as(stage.police, work => inviteesOf(work, other))).toEqual([])
    expect(await record.as(stage.police, work => partsIn(work, other))).toEqual([])
    const { id, version } = await stage.inviteeOf(asked, stage.police)
    await record.as(stage.manager, work =>
      withdrawInvitation(work, { inviteeId: id, version }, 'Another officer'),
    )
    expect(await reads(asked)).toBeNull()
    await expect(record.as(stage.police, work => contribute(work, said(asked, id)))).rejects.toThrow(
      /row-level security|child of the meeting|only corrections/,
    )
    const old = await stage.planned(await stage.siblings(1), {
      plannedAt: Temporal.Now.instant().subtract({ hours: 24 * 40 }),
    })
    expect(await reads(old)).toBeNull()
    expect(await record.as(stage.manager, work => meetingOf(work, old))).not.toBeNull()
  })

  test('neither opens nor closes it nor asks others', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const at = await of(meetingId)
    expect(await record.as(stage.police, work => openMeeting(work, at))).toBe('stale')
    await expect(
      record.as(stage.police, work => invite(work, meetingId, [stage.asked(stage.officer, 'police')])),
    ).rejects.toThrow('row-level security')
  })
})
