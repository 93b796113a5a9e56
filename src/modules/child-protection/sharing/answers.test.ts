import { describe, expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { contentOf } from '../../casework/testing/askPage.ts'
import { testPart } from './testing/shareStage.ts'
import { sharingWorld } from './testing/sharingWorld.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const { worker, manager, clerk, ask, family, report, composed, copyFor, approve } = await sharingWorld(record)

describe('an answer', () => {
  test('is kept verbatim and stands beside the words that it answers', async () => {
    const of = await family()
    const id = await report(of, [testPart('One', 'We worry about the nights')])
    const copy = copyFor(await composed(id, { [of.mother]: ['One'] }), of.mother)
    await approve(worker, copy)
    await ask(clerk, 'POST', '/copies/:copyId/give', {
      params: { copyId: copy.id },
      sent: { way: 'by_hand' },
    })
    const sent = {
      'stance-1': 'disagrees',
      'say-1': 'That aint right ,  he sleeps',
      wants: 'Be heard',
      asks: ['wants_advocate'],
      how: 'in_person',
    }
    expect(
      await ask(worker, 'POST', '/copies/:copyId/answers', { params: { copyId: copy.id }, sent }),
    ).toMatchObject({ kind: 'redirect' })
    const page = contentOf(
      await ask(manager, 'GET', '/meetings/:meetingId/answers', { params: { meetingId: of.meetingId } }),
    )
    for (const words of [
      'We worry about the nights',
      'That aint right ,  he sleeps',
      'Does not agree',
      'Be heard',
      'Asks for an advocate',
    ])
      expect(page).toContain(words)
  })
})

describe('pages', () => {
  test('show the grid, keep quick acts, refuse withholding without a reason and a stale grid', async () => {
    const of = await family()
    const id = await report(of, [
      testPart('One', 'Plain words', { offeredTo: ['mother'] }),
      testPart('Two', 'Other words'),
    ])
    const decide = (sent: Record<string, unknown>) =>
      ask(worker, 'POST', '/papers/:paperId/decide', { params: { paperId: id }, sent })
    const version = async () =>
      /name="version" value="([^"]+)"/.exec(
        contentOf(await ask(worker, 'GET', '/papers/:paperId/decide', { params: { paperId: id } })),
      )?.[1] ?? ''
    const first = await version()
    expect(await decide({ version: first, quick: 'offered' })).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await decide({ version: first, quick: 'rest' }))).toContain(
      'Somebody changed this paper',
    )
    expect(contentOf(await decide({ version: await version(), quick: 'rest' }))).toContain(
      'Select why parts are withheld',
    )
    expect(
      await decide({ version: await version(), quick: 'rest', ground: 'not_theirs', why: 'Not for them' }),
    ).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(worker, 'GET', '/papers/:paperId', { params: { paperId: id } }))).toContain(
      'Every part is decided',
    )
    expect(
      contentOf(await ask(worker, 'GET', '/papers/:paperId/preview', { params: { paperId: id } })),
    ).toContain('Plain words')
    for (const url of ['/meetings/:meetingId/papers', '/meetings/:meetingId/send'] as const)
      expect((await ask(worker, 'GET', url, { params: { meetingId: of.meetingId } })).kind).toBe('page')
    expect((await ask(worker, 'GET', '/sharing')).kind).toBe('page')
    const outsider = await makers.worker()
    for (const [url, params] of [
      ['/papers/:paperId', { paperId: id }],
      ['/papers/:paperId/decide', { paperId: id }],
      ['/meetings/:meetingId/papers', { meetingId: of.meetingId }],
    ] as const)
      expect(await ask(outsider, 'GET', url, { params })).toEqual({ kind: 'not_found' })
  })
})
