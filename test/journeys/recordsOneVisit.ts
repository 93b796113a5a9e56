import { expect, test } from 'vitest'
import type { County } from './stage/openCounty.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'
import { scrollsSideways } from './stage/watchPage.ts'

const worker = 'Rowan Ashbrigg'
const siblings = ['Maisie Thorncastle', 'Alfie Thorncastle', 'Ivy Thorncastle']
const words =
  'I saw all three at home after school. Donna had made tea and the children told me about the wind.'
const most = 6 // from the work list to saved

const visitRow = (visitor: Visitor, child: string) =>
  visitor.page.getByRole('row').filter({ hasText: child }).filter({ hasText: 'Child protection plan visit' })
const visitLink = (visitor: Visitor, child: string) =>
  visitRow(visitor, child).getByRole('link', { name: 'Record a visit' })
const story = (visitor: Visitor) => visitor.page.getByLabel('What happened')
const saved = (visitor: Visitor) =>
  visitor.page.locator('[data-draft-status]').filter({ hasText: /^Saved \d/ })

/** One visit to three siblings, written once: the commonest thing that a social worker records. */
export function recordsOneVisit(county: County): void {
  test('loses nothing of a visit half written: not without a connection, not after signing out', async () => {
    const rowan = await visitAs(county, worker)
    await rowan.press(visitLink(rowan, 'Maisie Thorncastle'))
    await rowan.write(story(rowan), 'The front door')
    await story(rowan).blur()
    await saved(rowan).waitFor()
    await losesTheConnection(rowan)
    await rowan.signOut()
    await isOfferedTheDraft(rowan)
  })

  test('records one visit for three siblings in at most six interactions, on a phone', async () => {
    const rowan = await visitAs(county, worker, { width: 360 })
    await discardsTheDraft(rowan)
    await rowan.open('/my-work')
    const before = await dueDates(rowan)
    expect(await scrollsSideways(rowan.page)).toBe(false)
    rowan.startCounting()
    await rowan.press(visitLink(rowan, 'Maisie Thorncastle'))
    expect(await scrollsSideways(rowan.page)).toBe(false)
    await rowan.tick(rowan.page.getByLabel('All 3 children were seen, each seen alone'))
    await rowan.write(story(rowan), words)
    await rowan.press(rowan.page.getByRole('button', { name: 'Save', exact: true }))
    await rowan.page.getByText('Saved for 3 children').waitFor()
    expect(rowan.interactions()).toBeLessThanOrEqual(most)
    expect(await scrollsSideways(rowan.page)).toBe(false)
    await seesTheClocksStopped(rowan, before)
  })

  test('opens the explanation of a due date: what began it, the rule, its source', async () => {
    const rowan = await visitAs(county, worker)
    await rowan.press(
      visitRow(rowan, 'Ivy Thorncastle').getByRole('link', {
        name: /^Ivy\b.* Child protection plan visit to child$/,
      }),
    )
    await rowan.page.getByRole('heading', { level: 1 }).waitFor()
    const text = await rowan.text()
    for (const part of [
      'Restarted by',
      'First started by',
      '10 working days',
      'How it was counted',
      'Earlier runs',
      'Where the rule comes from',
    ])
      expect(text).toContain(part)
  })

  test('does the same without JavaScript, from one row for all three, with a button that saves the draft', async () => {
    const rowan = await visitAs(county, worker, { javaScript: false, width: 360 })
    rowan.startCounting()
    await rowan.press(visitLink(rowan, 'Alfie Thorncastle'))
    expect(await scrollsSideways(rowan.page)).toBe(false)
    for (const child of siblings)
      expect(
        await rowan.page.getByRole('group', { name: child }).getByLabel('It is about this child').isChecked(),
      ).toBe(true)
    expect(await rowan.page.getByLabel('Place', { exact: true }).isVisible()).toBe(false)
    await rowan.write(story(rowan), 'Written without a script')
    await rowan.press(rowan.page.getByRole('button', { name: 'Save draft' }))
    await rowan.open('/my-work')
    await rowan.press(rowan.page.getByRole('link', { name: /about \w+ Thorncastle, saved/ }))
    expect(await story(rowan).inputValue()).toBe('Written without a script')
    await rowan.tick(rowan.page.getByLabel('All 3 children were seen, each seen alone'))
    await rowan.press(rowan.page.getByRole('button', { name: 'Save', exact: true }))
    expect(await rowan.text()).toContain('Saved for 3 children')
    expect(rowan.interactions()).toBeLessThanOrEqual(most) // with a draft saved and opened again in between
  })
}

async function losesTheConnection(rowan: Visitor): Promise<void> {
  await rowan.page.context().setOffline(true)
  await rowan.write(story(rowan), 'The front door was open, and Maisie ran out to meet me.')
  await story(rowan).blur()
  await rowan.page.getByText('Not saved: no connection. Your text is still on this page.').waitFor()
  await rowan.page.getByRole('button', { name: 'Save', exact: true }).click()
  await rowan.page.getByText('Not sent: no connection. Your text is still on this page.').waitFor()
  expect(await story(rowan).inputValue()).toContain('Maisie ran out')
  expect(rowan.complaints().every(complaint => complaint.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true)
  await rowan.page.context().setOffline(false)
  await saved(rowan).waitFor()
}

async function isOfferedTheDraft(rowan: Visitor): Promise<void> {
  await rowan.signIn(worker)
  await rowan.page.getByRole('heading', { name: 'Unfinished forms' }).waitFor()
  await rowan.press(visitLink(rowan, 'Maisie Thorncastle'))
  await rowan.press(rowan.page.getByRole('button', { name: 'Continue your draft' }))
  expect(await story(rowan).inputValue()).toBe('The front door was open, and Maisie ran out to meet me.')
}

async function discardsTheDraft(rowan: Visitor): Promise<void> {
  await rowan.press(visitLink(rowan, 'Maisie Thorncastle'))
  await rowan.press(rowan.page.getByRole('button', { name: 'Discard it' }))
  expect(await story(rowan).inputValue()).toBe('')
}

/** When each sibling's next visit is due, as the work list says it. */
async function dueDates(rowan: Visitor): Promise<readonly string[]> {
  const rows = siblings.map(child => visitRow(rowan, child).innerText())
  return (await Promise.all(rows)).map(text => /\d{1,2} \w+ \d{4}/.exec(text)?.[0] ?? text)
}

async function seesTheClocksStopped(rowan: Visitor, before: readonly string[]): Promise<void> {
  await rowan.open('/my-work')
  const after = await dueDates(rowan)
  expect(new Set(after).size).toBe(1)
  const rows = await visitRow(rowan, 'Thorncastle').allInnerTexts()
  expect(rows.map(text => siblings.filter(child => text.includes(child)))).toEqual([siblings])
  for (const [index, due] of after.entries()) expect(due).not.toBe(before[index])
  await rowan.press(rowan.page.getByRole('link', { name: 'Maisie Thorncastle' }).first())
  expect(await rowan.text()).toContain(words.slice(0, 40))
}
