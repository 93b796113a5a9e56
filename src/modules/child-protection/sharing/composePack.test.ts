import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { composeFor } from './commands/copies.ts'
import { decideShowings } from './commands/decideShowings.ts'
import { finishPaper } from './commands/finishPaper.ts'
import { addParts, beginPaper } from './commands/writePaper.ts'
import { copyPack } from './pages/copyPack.ts'
import { toCompose } from './queries/composing.ts'
import { copiesOf } from './queries/readCopies.ts'
import { paperOf, partsOfPaper } from './queries/readPapers.ts'
import { inviteAgencies, shareStage, testPart } from './testing/shareStage.ts'

const record = await testRecord()
registerModules()

/** Forty pages of five hundred words, two parts to a page; no run of words stands twice. */
const PARTS = 80
const WORDS = 250
const words = (part: number) =>
  Array.from({ length: WORDS }, (_, at) => `word${part}x${at}${at % 12 === 11 ? '.' : ''}`).join(' ')
const AIM_SECONDS = 30

test('a pack of forty pages is composed, searched and kept for twelve recipients, and printed', async () => {
  const stage = await shareStage(record)
  await inviteAgencies(record, stage.worker, stage.meetingId, 7)
  const paperId = makeUuid()
  await record.as(stage.worker, async work => {
    const of = {
      kind: 'social_work_report' as const,
      meetingId: stage.meetingId,
      personIds: [stage.girl, stage.boy],
    }
    await beginPaper(work, { id: paperId, ...of, inviteeId: null })
    await addParts(
      work,
      paperId,
      Array.from({ length: PARTS }, (_, at) => testPart(`Part ${at + 1}`, words(at))),
    )
    const paper = await paperOf(work, paperId)
    if (paper) await finishPaper(work, paper)
  })
  const seconds = await record.as(stage.worker, async work => {
    const paper = await paperOf(work, paperId)
    if (paper === null) throw new Error('No paper')
    const parts = await partsOfPaper(work, paperId)
    const before = await toCompose(work, paper)
    expect(before?.recipients).toHaveLength(12)
    const decisions = parts.flatMap(({ id: partId }) =>
      (before?.recipients ?? []).map(recipient => ({
        partId,
        recipient,
        shows: true,
        ground: null,
        why: null,
      })),
    )
    await decideShowings(work, paperId, decisions)
    const began = performance.now()
    const from = await toCompose(work, paper)
    for (const recipient of from?.recipients ?? []) if (from) await composeFor(work, from, recipient, 'plain')
    return (performance.now() - began) / 1000
  })
  const copies = await record.as(stage.worker, work => copiesOf(work, { paperId }))
  expect(copies).toHaveLength(12)
  const [first] = copies
  const began = performance.now()
  if (first) await (await record.as(stage.worker, work => copyPack(work, first)))()
  const print = (performance.now() - began) / 1000
  process.stdout.write(`compose 40 pages for 12: ${seconds.toFixed(1)} s; print one: ${print.toFixed(1)} s\n`)
  expect(seconds).toBeLessThan(AIM_SECONDS)
}, 180_000)
