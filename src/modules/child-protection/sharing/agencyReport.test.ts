import { describe, expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { contentOf } from '../../casework/testing/askPage.ts'
import { invite } from '../meeting/index.ts'
import { testPart } from './testing/shareStage.ts'
import { sharingWorld } from './testing/sharingWorld.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const { worker, ask, family, report } = await sharingWorld(record)

describe('an invited agency', () => {
  test('writes its own report in parts, finishes it, and reads no other paper', async () => {
    const of = await family()
    const other = await report(of, [testPart('One', 'Plain words')])
    const police = await makers.worker()
    await record.as(worker, work =>
      invite(work, of.meetingId, [{ side: 'professional', agency: 'police', workerId: police.id }]),
    )
    const begun = await ask(police, 'POST', '/meetings/:meetingId/papers', {
      params: { meetingId: of.meetingId },
      sent: { kind: 'social_work_report' },
    })
    expect(begun).toEqual({ kind: 'not_found' })
    const own = await ask(police, 'POST', '/meetings/:meetingId/papers', {
      params: { meetingId: of.meetingId },
      sent: { kind: 'agency_report' },
    })
    const paperId = own.kind === 'redirect' ? (own.location.split('/').at(-1) ?? '') : ''
    const sent = { heading: 'What police know', words: 'Two calls', source: 'police' }
    expect(
      await ask(police, 'POST', '/papers/:paperId/parts/new', { params: { paperId }, sent }),
    ).toMatchObject({ success: 'Part added' })
    expect(
      await ask(police, 'POST', '/papers/:paperId/finish', { params: { paperId }, sent: { version: '1' } }),
    ).toMatchObject({ success: 'Finished' })
    expect(await ask(police, 'GET', '/papers/:paperId', { params: { paperId: other } })).toEqual({
      kind: 'not_found',
    })
    expect(await ask(police, 'GET', '/papers/:paperId/decide', { params: { paperId } })).toEqual({
      kind: 'not_found',
    })
    expect(contentOf(await ask(worker, 'GET', '/papers/:paperId', { params: { paperId } }))).toContain(
      'Two calls',
    )
  })
})
