import { expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { draftPaper, shareStage } from '../../src/modules/child-protection/sharing/testing/shareStage.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import { picture } from './stage/picture.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const stage = await shareStage(team.record)
const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())

let paperId: Uuid

test('a social worker decides, sees each copy and approves them', async () => {
  const rowan = await team.visitAs(stage.worker)
  paperId = stage.paperId
  await rowan.open(`/meetings/${stage.meetingId}/papers`)
  await isFine(rowan, 'papers')
  await picture(rowan, 'papers')
  await press(rowan, 'Begin')
  await rowan.press(rowan.page.getByRole('button', { name: 'Write a part' }))
  await rowan.page.getByLabel('Heading').waitFor()
  await isFine(rowan, 'part')
  await picture(rowan, 'part')
  for (const [where, name] of [
    [`/papers/${paperId}`, 'paper'],
    [`/papers/${paperId}/decide`, 'grid'],
  ] as const) {
    await rowan.open(where)
    await isFine(rowan, name)
    await picture(rowan, name)
  }
  await looksAtDraft(rowan)
  await rowan.open(`/papers/${paperId}/decide`)
  rowan.startCounting()
  await press(rowan, 'Show parts to those they are offered to')
  await rowan.page.getByText('Kept. What is not decided is not shown').waitFor()
  await rowan.page.getByLabel('Reason').selectOption('not_theirs')
  await rowan.page.getByLabel('In words').fill('It is about somebody else')
  await press(rowan, 'Withhold everything that is open')
  await rowan.page.getByText('Kept', { exact: true }).waitFor()
  // Five people and four parts decided: two presses, a choice and a text.
  expect(rowan.interactions() + 2).toBeLessThanOrEqual(6)
  await rowan.open(`/papers/${paperId}/preview`)
  await isFine(rowan, 'preview')
  await picture(rowan, 'preview')
  await press(rowan, 'Make everybody’s copy ready for approval')
  await rowan.page.getByText('5 copies are ready').waitFor()
  for (const copyId of await stage.copies()) {
    await rowan.open(`/copies/${copyId}`)
    await isFine(rowan, 'copy')
    const because = rowan.page.getByLabel(/Why are they given it/)
    if ((await because.count()) > 0) await because.fill('It was agreed with their mother')
    await press(rowan, 'Approve')
    await rowan.page.getByText('Approved', { exact: true }).first().waitFor()
  }
  await picture(rowan, 'copy')
})

/** Pages of a paper that is still written at: a part, its translation and its removal, a file whose words are taken in. */
async function looksAtDraft(rowan: Visitor): Promise<void> {
  const draft = await draftPaper(team.record, stage)
  for (const [rest, name] of [
    ['', 'draft'],
    ['/parts/new', 'part-new'],
    [`/parts/${draft.partId}`, 'part-change'],
    [`/parts/${draft.partId}/translation`, 'part-translation'],
    [`/parts/${draft.partId}/remove`, 'part-remove'],
    ['/document', 'document'],
  ] as const) {
    await rowan.open(`/papers/${draft.paperId}${rest}`)
    await isFine(rowan, name)
    await picture(rowan, name)
  }
}

test('business support shares with five people in at most 3 clicks each', async () => {
  const sandra = await team.visitAs(stage.clerk)
  await sandra.open(`/meetings/${stage.meetingId}/send`)
  await isFine(sandra, 'sending')
  await picture(sandra, 'send')
  sandra.startCounting()
  for (let sent = 0; sent < 5; sent += 1) {
    await sandra.page
      .getByRole('link', { name: /^Print/ })
      .first()
      .waitFor()
    await press(sandra, /^By hand/)
    await sandra.page.getByText('Given', { exact: true }).first().waitFor()
  }
  const clicks = sandra.interactions() + 5 // a print before each
  expect(clicks / 5).toBeLessThanOrEqual(3)
})

test('the answer is written down and stands beside the words', async () => {
  const rowan = await team.visitAs(stage.worker)
  const [copyId] = await stage.copies()
  await rowan.open(`/copies/${copyId}/answers`)
  await isFine(rowan, 'answers form')
  await picture(rowan, 'answer-form')
  await rowan.page.getByLabel('Does not agree').first().check()
  await rowan.page.getByLabel(/^Words to 1/).fill('It was three times')
  await press(rowan, 'Write down')
  await rowan.page.getByText('Written down', { exact: true }).waitFor()
  await rowan.open(`/meetings/${stage.meetingId}/answers`)
  await rowan.page.getByText('It was three times').waitFor()
  await isFine(rowan, 'answers')
  await picture(rowan, 'answers')
  for (const [where, name] of [
    [`/people/${stage.mother}/walls`, 'walls'],
    ['/sharing', 'board'],
  ] as const) {
    await rowan.open(where)
    await isFine(rowan, name)
    await picture(rowan, name)
  }
})

test('a director sees on the first page how many had their time', async () => {
  const helena = await team.visitAs(await team.record.makers.worker({ class: 'director' }))
  await helena.open('/')
  await helena.page
    .getByText(/of 5 people/)
    .first()
    .waitFor()
  await isFine(helena, 'director')
  await picture(helena, 'director')
  await helena.press(helena.page.getByRole('link', { name: 'Reports shared in time, by team' }))
  await helena.page.getByText('100% of 5 people had their time.').waitFor()
  await isFine(helena, 'director, board')
})
